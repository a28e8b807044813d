"""Cells merged downwards whose first row a tag takes away: the next row begins the merge in its place (17.4.84).

Without it, Word merges the cell into whatever stands above, and hides its text.
"""

from __future__ import annotations

from itertools import count

from generator.rendering.blocks.block_paths import BlockPaths, Path
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import CELL, CELL_PROPERTIES, ROW, TABLE, VALUE, w
from generator.rendering.word.reading_text import paragraphs
from generator.rendering.word.table_grids import first_column, own_elements, span_of

_MERGE = f"{CELL_PROPERTIES}/{w('vMerge')}"
_GROUP = "groupe"
"""An attribute that tells the merges of a template apart; it is gone from what is rendered."""

_CONTINUES = ("", "continue")
_ROW_TAG = "{%tr "


def mark_merges(root: Element, paths: BlockPaths) -> None:
    """Give each merge of the tables whose rows tags repeat or take away a number of its own, in place."""
    numbers = count(1)
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


def _are_alternatives(path: Path, other: Path) -> bool:
    """Whether two rows stand in different branches of one block: what continues one continues the other."""
    step = next((steps for steps in zip(path, other, strict=False) if steps[0] != steps[1]), None)
    return step is not None and step[0][0] == step[1][0]


def has_marked_merges(root: Element) -> bool:
    """Whether renderings of a part may lose the first row of a merge."""
    return any(merge.get(_GROUP) is not None for merge in root.iter(w("vMerge")))


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


def _merges(row: Element) -> list[tuple[int, int, Element]]:
    """Return the cells of a row that are merged downwards: the first grid column, the number of columns, the mark."""
    found, column = [], first_column(row)
    for cell in own_elements(row, CELL, ROW):
        span, merge = span_of(cell), cell.find(_MERGE)
        if merge is not None:
            found.append((column, span, merge))
        column += span
    return found
