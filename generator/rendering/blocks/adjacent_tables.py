"""Tables that come to stand side by side: Word joins them into one unless a paragraph stands between (17.4.37)."""

from __future__ import annotations

from lxml import etree

from generator.rendering.blocks.block_paths import letter_of_holder
from generator.rendering.blocks.range_marks import MARKS
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import PARAGRAPH, PARAGRAPH_PROPERTIES, RUN_PROPERTIES, TABLE, VALUE, w
from generator.rendering.word.reading_text import paragraph_text

_TAG_LETTERS = ("{{p ", "{%p ", "{#p ")


def may_meet(root: Element) -> bool:
    """Whether renderings of a part may print two tables side by side: a tag that goes stands beside one."""
    return any(_is_tag(_neighbour(table, step)) for table in root.iter(TABLE) for step in (1, -1))


def keep_apart(root: Element) -> None:
    """Put the lowest paragraph that Word admits between two tables that stand side by side, in place."""
    for table in list(root.iter(TABLE)):
        following = _neighbour(table, 1)
        if following is not None and following.tag == TABLE:
            table.addnext(_lowest_paragraph())


def _neighbour(table: Element, step: int) -> Element | None:
    """Return what stands behind a table, or before it; marks of ranges take no room."""
    siblings = table.itersiblings(preceding=step < 0)
    return next((other for other in siblings if other.tag not in MARKS), None)


def _is_tag(neighbour: Element | None) -> bool:
    if neighbour is None or neighbour.tag != PARAGRAPH:
        return False
    text = paragraph_text(neighbour).strip()
    return letter_of_holder(text) == "p" or text.startswith(_TAG_LETTERS)


def _lowest_paragraph() -> Element:
    """Return an empty paragraph of one point, without space around."""
    paragraph = etree.Element(PARAGRAPH)
    properties = etree.SubElement(paragraph, PARAGRAPH_PROPERTIES)
    spacing = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
    etree.SubElement(properties, w("spacing"), {w(name): value for name, value in spacing.items()})
    mark = etree.SubElement(properties, RUN_PROPERTIES)
    etree.SubElement(mark, w("sz"), {VALUE: "2"})
    return paragraph
