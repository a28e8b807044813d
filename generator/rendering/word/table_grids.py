"""The grid of a table: as many columns as its widest row takes (ECMA-376 part 1, 17.4.48)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import CELL, CELL_PROPERTIES, ROW, TABLE, VALUE, w

GRID, COLUMN, _WIDTH = w("tblGrid"), w("gridCol"), w("w")
SPAN, SKIPS = w("gridSpan"), (w("gridBefore"), w("gridAfter"))

_MAX_COLUMNS, _DIGITS = 63, 9
"""The columns that Word admits in a table, and the digits that are read of a number: data may write any."""


def own_elements(holder: Element, name: str, kind: str) -> Iterator[Element]:
    """Iterate over the rows of a table or the cells of a row, not over those of a table inside it."""
    return (element for element in holder.iter(name) if next(element.iterancestors(kind), None) is holder)


def width_of_row(row: Element) -> int:
    """Return how many grid columns a row takes, with those that it skips at its ends."""
    skipped = sum(_skipped(row, name) for name in SKIPS)
    return skipped + sum(map(span_of, own_elements(row, CELL, ROW)))


def first_column(row: Element) -> int:
    """Return how many grid columns a row skips before its first cell."""
    return _skipped(row, SKIPS[0])


def _skipped(row: Element, name: str) -> int:
    return sum(_number(skip, 0) for skip in row.iterfind(f"{w('trPr')}/{name}"))


def span_of(cell: Element) -> int:
    """Return how many grid columns a cell takes."""
    span = cell.find(f"{CELL_PROPERTIES}/{SPAN}")
    return 1 if span is None else _number(span, 1)


def _number(element: Element, default: int) -> int:
    """Return the value of an element; a template may have a tag in its place."""
    value = element.get(VALUE, "")
    return min(int(value[:_DIGITS]), _MAX_COLUMNS) if value.isdecimal() else default


def fit_grids(root: Element) -> None:
    """Give each table of a body as many grid columns as its widest row; the table keeps its width, as with docxtpl.

    docxtpl itself counts the cells where it should count the columns that they span, and the rows of inner tables too.
    """
    for table in root.iter(TABLE):
        grid = table.find(GRID)
        widest = max(map(width_of_row, own_elements(table, ROW, TABLE)), default=0)
        if grid is None or not widest:
            continue
        columns = grid.findall(COLUMN)
        if widest > len(columns):
            _widen(grid, columns, widest)
        elif widest < len(columns):
            _narrow(grid, columns, widest)


def _widen(grid: Element, columns: Sequence[Element], count: int) -> None:
    """Add columns of the mean width, and narrow the others in proportion."""
    # These floats, in this order, are those of docxtpl’s ``fix_tables``: the widths come out equal to the last digit.
    width = sum(map(_column_width, columns))
    former_mean, mean = width / max(len(columns), 1) or 1, width / count
    for column in columns:
        column.set(_WIDTH, str(int(_column_width(column) * mean / former_mean)))
    for _ in range(count - len(columns)):
        etree.SubElement(grid, COLUMN, {_WIDTH: str(int(mean))})


def _narrow(grid: Element, columns: Sequence[Element], count: int) -> None:
    """Remove the last columns, and share their width among the others."""
    share = int(sum(map(_column_width, columns[count:])) / count)
    for column in columns[:count]:
        column.set(_WIDTH, str(int(_column_width(column)) + share))
    for column in columns[count:]:
        grid.remove(column)


def _column_width(column: Element) -> float:
    width = column.get(_WIDTH, "0")[:_DIGITS]
    return float(width) if width.isdecimal() else 0.0
