"""Ranges that a block cuts: for some data one of their ends would be missing, or come alone.

A field that is never closed swallows all that follows it; a bookmark, a comment, a move without an end is repaired at
random. Both ends stand in the same branch of the same block, or the template is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.messages import template_ranges as texts
from generator.rendering.blocks.block_paths import BlockPaths
from generator.rendering.blocks.range_marks import COMMENT_CALL, COMMENT_START, ranges_of
from generator.rendering.faults import Fault, Spot
from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.tag_collection import DELIMITER
from generator.rendering.word.field_codes import spread_fields
from generator.rendering.word.names import ID

Placing = Callable[[Element], Spot]


def cut_faults(root: Element, paths: BlockPaths, place: Placing) -> Iterator[Fault]:
    """Report the ranges and the fields of a part of which a block may print one end without the other."""
    calls = {call.get(ID, ""): call for call in root.iter(COMMENT_CALL)}
    for each in ranges_of(root):
        found = list(_cut((each.start, each.end), each.label, paths, place))
        yield from found
        call = calls.get(each.start.get(ID, "")) if each.start.tag == COMMENT_START and not found else None
        if call is not None and paths.of(call) != paths.of(each.start):
            ends = (_block_around(mark, paths) for mark in (each.start, call))
            yield Fault(
                texts.CUT_RANGE, each.label, place(call), texts.RANGE_AND_CALL.format(*ends), texts.DELETE_COMMENT
            )
    for field in spread_fields(root):
        if DELIMITER.search(field.code):
            continue  # a block inside what a field asks for is a fault by itself
        marks = [mark for mark in (field.begin, field.separate, field.end) if mark is not None]
        yield from _cut(marks, texts.FIELD.format(field.name), paths, place)


def _cut(marks: Sequence[Element], what: str, paths: BlockPaths, place: Placing) -> Iterator[Fault]:
    first = marks[0]
    other = next((mark for mark in marks if paths.of(mark) != paths.of(first)), None)
    if other is not None:
        spots = place(first), place(other)
        ends = [_block_around(mark, paths) for mark in (first, other)]
        where = texts.BOTH_ENDS.format(*ends) if spots[0] == spots[1] else texts.BOTH_PLACES.format(*ends, spots[1])
        yield Fault(texts.CUT_RANGE, what, spots[0], where)


def _block_around(mark: Element, paths: BlockPaths) -> str:
    path = paths.of(mark)
    if not path:
        return texts.OUTSIDE
    rank, branch = path[-1]
    return (texts.IN_BRANCH if branch else texts.IN_BLOCK).format(paths.blocks[rank].tag)
