"""Merged cells whose first row or cell a tag takes away: the next one begins the merge in its place (17.4.84, 17.4.22).

Without it, Word merges the cell into whatever stands above or before, and hides its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from generator.rendering.blocks.block_paths import BlockPaths, Path
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import CELL, CELL_PROPERTIES, ROW, TABLE, VALUE, w
from generator.rendering.word.reading_text import paragraphs
from generator.rendering.word.table_grids import first_column, own_elements, span_of

_MERGE, _MERGE_ACROSS = (f"{CELL_PROPERTIES}/{w(name)}" for name in ("vMerge", "hMerge"))
_GROUP = "groupe"
"""An attribute that tells the merges of a template apart; it is gone from what is rendered."""

_CONTINUES = ("", "continue")
_ROW_TAG = "{%tr "


def mark_merges(root: Element, paths: BlockPaths) -> None:
    """Give each merge that tags may cut a number of its own, in place."""
    numbers = count(1)
    for row in root.iter(ROW):
        _mark_across(row, paths, numbers)
    for table in root.iter(TABLE):
        rows = [row for row in own_elements(table, ROW, TABLE) if not any(_ROW_TAG in text for text in paragraphs(row))]
        above: dict[int, tuple[str, Path]] = {}
        for row in rows if any(paths.of(row) for row in rows) else ():
            path = paths.of(row)
            for column, _, merge in _merges(row):
                if merge.get(VALUE, "") in _CONTINUES:
                    group = above[column][0] if column in above else "0"
                elif column in above and _are_alternatives(above[column][1], path):
                    group = above[column][0]
                else:
                    group = str(next(numbers))
                above[column] = (group, path)
                merge.set(_GROUP, group)


def _mark_across(row: Element, paths: BlockPaths, numbers: Iterator[int]) -> None:
    """Number the merges across a row whose cells tags repeat or take away."""
    cells = list(own_elements(row, CELL, ROW))
    if all(paths.of(cell) == paths.of(row) for cell in cells):
        return
    group = "0"
    for merge in (merge for cell in cells for merge in cell.iterfind(_MERGE_ACROSS)):
        group = group if merge.get(VALUE, "") in _CONTINUES else str(next(numbers))
        merge.set(_GROUP, group)


def _are_alternatives(path: Path, other: Path) -> bool:
    """Whether two rows stand in different branches of one block: what continues one continues the other."""
    step = next((steps for steps in zip(path, other, strict=False) if steps[0] != steps[1]), None)
    return step is not None and step[0][0] == step[1][0]


def has_marked_merges(root: Element) -> bool:
    """Whether renderings of a part may lose the first row or cell of a merge."""
    return any(merge.get(_GROUP) is not None for merge in root.iter(w("vMerge"), w("hMerge")))


def mend_merges(root: Element) -> None:
    """Make each merge begin where nothing of its own stands above, in place."""
    for table in root.iter(TABLE):
        above: dict[int, tuple[int, str]] = {}
        for row in own_elements(table, ROW, TABLE):
            here = {}
            for column, span, merge in _merges(row):
                own = (span, str(merge.attrib.pop(_GROUP, "")))
                if merge.get(VALUE, "") in _CONTINUES and above.get(column) != own:
                    merge.set(VALUE, "restart")
                here[column] = own
            above = here
            _mend_across(row)


def _mend_across(row: Element) -> None:
    before = ""
    for cell in own_elements(row, CELL, ROW):
        merge = cell.find(_MERGE_ACROSS)
        own = "" if merge is None else str(merge.attrib.pop(_GROUP, ""))
        if merge is not None and own and merge.get(VALUE, "") in _CONTINUES and before != own:
            merge.set(VALUE, "restart")
        before = own


def _merges(row: Element) -> list[tuple[int, int, Element]]:
    """Return the cells of a row that are merged downwards: the first grid column, the number of columns, the mark."""
    found, column = [], first_column(row)
    for cell in own_elements(row, CELL, ROW):
        span, merge = span_of(cell), cell.find(_MERGE)
        if merge is not None:
            found.append((column, span, merge))
        column += span
    return found
