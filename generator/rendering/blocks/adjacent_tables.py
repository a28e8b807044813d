"""Tables that come to stand side by side: Word joins them into one unless a paragraph stands between (17.4.37)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from generator.rendering.blocks.block_paths import letter_of_holder, statement_of
from generator.rendering.blocks.range_marks import MARKS
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import PARAGRAPH, PARAGRAPH_PROPERTIES, RUN_PROPERTIES, TABLE, VALUE, w
from generator.rendering.word.reading_text import paragraph_text

_MAY_MEET = "voisins"
"""An attribute of a table that another may follow at once; it is gone from what is rendered."""

_OBJECT = "{{p "
_OPENING, _MIDDLE, _CLOSING = ("if", "for"), ("elif", "else"), ("endif", "endfor")


def mark_tables(root: Element) -> None:
    """Mark the tables that data may bring side by side, in place.

    Two that touch in the template are one for Word already, and are left so.
    """
    for holder in dict.fromkeys(table.getparent() for table in root.iter(TABLE)):
        siblings = [] if holder is None else [child for child in holder if child.tag not in MARKS]
        tags = {rank: text for rank, child in enumerate(siblings) if (text := _tag_of(child))}
        ways = _ways(tags)
        for rank, child in enumerate(siblings) if tags else ():
            reached = _reached(rank, ways, tags) if child.tag == TABLE else ()
            if any(end in tags or siblings[end].tag == TABLE for end in reached if end < len(siblings)):
                child.set(_MAY_MEET, "1")


def has_marked_tables(root: Element) -> bool:
    """Whether renderings of a part may print two tables side by side."""
    return any(table.get(_MAY_MEET) is not None for table in root.iter(TABLE))


def keep_apart(root: Element) -> None:
    """Put the lowest paragraph that Word admits between two tables that came to stand side by side, in place."""
    for table in list(root.iter(TABLE)):
        if table.attrib.pop(_MAY_MEET, ""):
            following = next((other for other in table.itersiblings() if other.tag not in MARKS), None)
            if following is not None and following.tag == TABLE:
                table.addnext(_lowest_paragraph())


def _tag_of(sibling: Element) -> str:
    """Return the tag of a paragraph that it takes away, or an empty string."""
    text = paragraph_text(sibling).strip() if sibling.tag == PARAGRAPH else ""
    return text if letter_of_holder(text) == "p" else ""


def _ways(tags: Mapping[int, str]) -> Mapping[int, Sequence[int]]:
    """Return where the printing may go on after each tag that stands among siblings, by their ranks."""
    ways: dict[int, list[int]] = defaultdict(list)
    opened: list[list[int]] = []
    for rank, tag in tags.items():
        keyword = statement_of(tag)
        if keyword in _OPENING:
            opened.append([rank])
        elif keyword in _MIDDLE and opened:
            opened[-1].append(rank)
        elif keyword in _CLOSING and opened:
            branches = opened.pop()
            is_loop = statement_of(tags[branches[0]]) == "for"
            ways[branches[0]] += [each + 1 for each in branches]  # into any branch, and past all of them
            ways[branches[0]].append(rank + 1)
            for end in (*branches[1:], rank):  # what follows a branch: the end of the block, or the next turn
                ways[end] += [rank + 1, *([branches[0] + 1] if is_loop else [])]
        else:
            ways[rank].append(rank + 1)
    return ways


def _reached(start: int, ways: Mapping[int, Sequence[int]], tags: Mapping[int, str]) -> Iterator[int]:
    """Iterate over the ranks of what may come right behind a sibling when tags stand between."""
    seen: set[int] = set()
    ahead = [start + 1] if start + 1 in tags else []
    while ahead:
        rank = ahead.pop()
        if rank not in seen:
            seen.add(rank)
            ahead += ways.get(rank, ())
            if rank not in tags or tags[rank].startswith(_OBJECT):  # an object may be a table
                yield rank


def _lowest_paragraph() -> Element:
    """Return an empty paragraph of one point, without space around."""
    paragraph = etree.Element(PARAGRAPH)
    properties = etree.SubElement(paragraph, PARAGRAPH_PROPERTIES)
    spacing = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
    etree.SubElement(properties, w("spacing"), {w(name): value for name, value in spacing.items()})
    mark = etree.SubElement(properties, RUN_PROPERTIES)
    etree.SubElement(mark, w("sz"), {VALUE: "2"})
    return paragraph
