"""Marks of ranges that a tag would take away, moved to the nearest place that stays.

docxtpl drops what stands inside a tag that Word cut, and the whole paragraph, row or cell around ``{%p``, ``{%tr``,
``{%tc``. A bookmark there would be lost without a word, and what refers to it would read « Error! ».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import product, takewhile

from lxml import etree

from generator.rendering.blocks.block_paths import BlockPaths, Path, TagSite
from generator.rendering.blocks.range_marks import (
    COMMENT_CALL,
    COMMENT_END,
    COMMENT_START,
    CURSOR,
    MARKS,
    is_start,
    ranges_of,
)
from generator.rendering.opc.xml_parts import XML_SPACE, Element, remove
from generator.rendering.word.names import BOOKMARK_START, ID, NAME, RUN, RUN_PROPERTIES, TEXT, w
from generator.rendering.word.paragraphs import paragraph_of


@dataclass(frozen=True, slots=True)
class _Side:
    """A place that a mark may have: before or after a tag, or where it is, for None; and the blocks around."""

    is_after: bool | None
    path: Path


def keep_marks(root: Element) -> None:
    """Move the marks of ranges out of what tags take away, in place."""
    if next(root.iter(*MARKS), None) is None:
        return
    paths = BlockPaths(root)
    _drop_cut_cursor(root, paths)
    taken = _taken_marks(root, paths)
    if not taken:
        return
    gone = _drop_idle(root, taken, paths)
    sides = _chosen_sides(root, {mark: site for mark, site in taken.items() if mark not in gone}, paths)
    # From the last tag to the first: a text that is split keeps its beginning, where the tags before it are.
    by_site: dict[int, list[Element]] = defaultdict(list)
    for mark, site in taken.items():
        if mark in sides:
            by_site[site.rank].append(mark)
    for rank in sorted(by_site, reverse=True):
        _move(by_site[rank], sides, paths.sites[rank])


def _drop_cut_cursor(root: Element, paths: BlockPaths) -> None:
    """Remove the place of the cursor where a block cuts it: no author can see it, or mend it."""
    for each in list(ranges_of(root)) if paths.blocks else ():
        is_cursor = each.start.tag == BOOKMARK_START and each.start.get(NAME) == CURSOR
        if is_cursor and paths.of(each.start) != paths.of(each.end):
            remove(each.start)
            remove(each.end)


def _taken_marks(root: Element, paths: BlockPaths) -> dict[Element, TagSite]:
    """Return the marks that tags take away, each with its tag, in reading order; and those that a block may let go by.

    A start may go by the tag that follows it, an end by the one before: between them nothing is printed.
    """
    taken: dict[Element, TagSite] = {}
    ranks: dict[Element, int] = {}
    elements: list[Element] = []
    cut = _cut_marks(root, paths)
    for site in paths.sites:
        holder = _holder(site)
        if holder is not None:
            taken |= {
                mark: site for mark in _marks_beside(holder) if mark in cut and (is_start(mark) or mark not in taken)
            }
            marks: Iterable[Element] = holder.iter(*MARKS)
        elif site.first is site.last:
            marks = ()
        else:
            if site.first not in ranks:
                elements = _texts_and_marks(site)
                ranks = {element: rank for rank, element in enumerate(elements)}
            marks = (element for element in elements[ranks[site.first] : ranks[site.last]] if element.tag in MARKS)
        for mark in marks:
            taken.setdefault(mark, site)
    return taken


def _cut_marks(root: Element, paths: BlockPaths) -> set[Element]:
    """Return the marks of the ranges that a block cuts as they stand."""
    cut = (each for each in ranges_of(root) if paths.of(each.start) != paths.of(each.end))
    return {mark for each in cut for mark in (each.start, each.end)}


def _marks_beside(holder: Element) -> Iterator[Element]:
    """Iterate over the marks that touch what a tag takes away: on its other side they would cover the same."""
    for siblings in (holder.itersiblings(preceding=True), holder.itersiblings()):
        yield from takewhile(lambda sibling: sibling.tag in MARKS, siblings)


def _holder(site: TagSite) -> Element | None:
    """Return the paragraph, row or cell that a tag takes away."""
    return next(site.first.iterancestors(w(site.letter)), None) if site.letter else None


def _texts_and_marks(site: TagSite) -> list[Element]:
    """Return the texts and the marks of the paragraph of a tag that Word cut, in reading order."""
    paragraph = paragraph_of(site.first)
    return [] if paragraph is None else list(paragraph.iter(TEXT, *MARKS))


def _drop_idle(root: Element, taken: Mapping[Element, TagSite], paths: BlockPaths) -> set[Element]:
    """Remove what nobody would miss: the place of the cursor, and the ranges of comments whose call goes."""
    idle = {COMMENT_START: _comments_that_go(paths), COMMENT_END: _comments_that_go(paths)}
    gone = {mark for mark in taken if mark.get(ID, "") in idle.get(str(mark.tag), ())}
    for each in ranges_of(root):
        is_cursor = each.start.tag == BOOKMARK_START and each.start.get(NAME) == CURSOR
        if (is_cursor and not {each.start, each.end}.isdisjoint(taken)) or not gone.isdisjoint({each.start, each.end}):
            gone |= {each.start, each.end}
    for mark in gone:
        remove(mark)
    return gone


def _comments_that_go(paths: BlockPaths) -> set[str]:
    """Return the numbers of the comments whose call stands in the paragraph, row or cell of a tag.

    A comment addresses the template's authors: docxtpl drops it with its call, and so do we, both ends together.
    """
    holders = (_holder(site) for site in paths.sites)
    return {call.get(ID, "") for holder in holders if holder is not None for call in holder.iter(COMMENT_CALL)}


def _chosen_sides(root: Element, taken: Mapping[Element, TagSite], paths: BlockPaths) -> dict[Element, _Side]:
    """Choose the side of its tag on which each mark stays: where both ends of its range are in one block."""
    chosen: dict[Element, _Side] = {}
    for each in ranges_of(root):
        if each.start in taken or each.end in taken:
            sides = [_possible_sides(mark, taken, paths) for mark in (each.start, each.end)]
            best = min(product(*sides), key=lambda pair: _rank(pair, paths))
            chosen |= dict(zip((each.start, each.end), best, strict=True))
    alone = [mark for mark in taken if mark not in chosen]
    chosen |= {mark: min(_possible_sides(mark, taken, paths), key=lambda side: len(side.path)) for mark in alone}
    return {mark: side for mark, side in chosen.items() if side.is_after is not None}


def _possible_sides(mark: Element, taken: Mapping[Element, TagSite], paths: BlockPaths) -> Sequence[_Side]:
    """Return where a mark may stand, the better first: a start before its tag, an end after it."""
    site = taken.get(mark)
    if site is None:
        return (_Side(is_after=None, path=paths.of(mark)),)
    sides = (_Side(is_after=False, path=site.before), _Side(is_after=True, path=site.after))
    return sides if is_start(mark) else sides[::-1]


def _rank(pair: tuple[_Side, ...], paths: BlockPaths) -> tuple[bool, bool, int]:
    """Rank the places of two ends, the best first: in one block; around a loop, but inside a condition."""
    start, end = pair
    # Around a condition that prints nothing, a bookmark would be empty: what refers to it would be an error of Word.
    is_inside = bool(start.path) and not paths.is_loop(start.path[-1])
    covers = start.is_after is True and end.is_after is False
    return start.path != end.path, not (covers and is_inside), len(start.path)


def _move(marks: Sequence[Element], sides: Mapping[Element, _Side], site: TagSite) -> None:
    """Put marks on their sides of a tag, in their order."""
    before = [mark for mark in marks if not sides[mark].is_after]
    after = [mark for mark in marks if sides[mark].is_after]
    holder = _holder(site)
    if after:
        last = holder if holder is not None else _run_up_to(site.last, site.end)
        for mark in reversed(after):
            last.addnext(mark)
    if before:
        first = holder if holder is not None else _run_from(site.first, site.start)
        for mark in before:
            first.addprevious(mark)


def _run_up_to(text: Element, end: int) -> Element:
    """Return the run that ends with the first characters of a text; what follows gets a run of its own."""
    run = next(text.iterancestors(RUN))
    if end < len(text.text or "") or text.getnext() is not None:
        _split(run, text, end)
    return run


def _run_from(text: Element, start: int) -> Element:
    """Return the run that begins at a character of a text; what precedes keeps the former run."""
    run = next(text.iterancestors(RUN))
    previous = text.getprevious()
    is_first = start == 0 and (previous is None or previous.tag == RUN_PROPERTIES)
    return run if is_first else _split(run, text, start)


def _split(run: Element, text: Element, offset: int) -> Element:
    """Cut a run inside one of its texts; return the second half, in the same format."""
    rest = etree.Element(RUN, {str(name): str(value) for name, value in run.attrib.items()})
    properties = run.find(RUN_PROPERTIES)
    if properties is not None:
        rest.append(deepcopy(properties))
    following = list(text.itersiblings())
    continued = etree.SubElement(rest, TEXT, {XML_SPACE: "preserve"})
    continued.text = (text.text or "")[offset:]
    rest.extend(following)
    text.text = (text.text or "")[:offset]
    text.set(XML_SPACE, "preserve")
    run.addnext(rest)
    return rest
