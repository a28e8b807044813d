"""The cells of a sheet that was opened: what each holds, and what is wrong with the sheet itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Final

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet as OpenedSheet

from generator.findings import Finding
from generator.load.workbook.grids import Grid, GridRow, Raw, ShownNumber, Unreadable, letters_of
from generator.messages import form_workbook

LAST_ROW: Final = 20_000
LAST_COLUMN: Final = 300
"""Beyond, a value has strayed: a sheet has some hundreds of rows, and fifty columns."""

_MOST_STRAYED: Final = 20
"""Cells beyond the limits that are told; the others are as many."""


def grid_of(sheet: OpenedSheet, file: str) -> Grid:
    """Read the cells of a sheet that hold something."""
    rows: dict[int, dict[int, Raw]] = {}
    strayed: list[Cell] = []
    for (row, column), cell in sheet._cells.items():  # noqa: SLF001 - all other ways walk, or make, the empty cells too
        value = cell.value
        if not isinstance(cell, Cell) or value is None or (isinstance(value, str) and not value.strip()):
            continue
        if row > LAST_ROW or column > LAST_COLUMN:
            strayed.append(cell)
            continue
        rows.setdefault(row, {})[column] = _raw(cell)
    headings = {column: str(raw).strip() for column, raw in rows.pop(1, {}).items()}
    hidden = _hidden_rows(sheet)
    grid = Grid(
        file,
        sheet.title,
        headings,
        tuple(GridRow(number, rows[number], hidden(number)) for number in sorted(rows)),
    )
    return Grid(grid.file, grid.title, grid.headings, grid.rows, tuple(_sheet_faults(sheet, grid, strayed)))


class _HiddenRows:
    """Tells which rows nobody sees."""

    def __init__(self, numbers: frozenset[int], *, all_but_shown: frozenset[int] | None) -> None:
        self._numbers = numbers
        self._shown = all_but_shown

    def __call__(self, number: int) -> bool:
        return number in self._numbers or (self._shown is not None and number not in self._shown)


def _hidden_rows(sheet: OpenedSheet) -> _HiddenRows:
    dimensions = sheet.row_dimensions
    hidden = frozenset(number for number, row in dimensions.items() if row.hidden or row.height == 0)
    shown = frozenset(dimensions) - hidden if sheet.sheet_format.zeroHeight else None
    return _HiddenRows(hidden, all_but_shown=shown)


def _raw(cell: Cell) -> Raw:
    value = cell.value
    if cell.data_type == "f":
        text = value if isinstance(value, str) else getattr(value, "text", None) or "="
        return Unreadable(form_workbook.FORMULA, {"formule": text})
    if cell.data_type == "e":
        return Unreadable(form_workbook.ERROR_VALUE, {"erreur": value})
    if isinstance(value, int | float) and not isinstance(value, bool):
        return ShownNumber(value, cell.number_format)
    if isinstance(value, str | bool | date | time | timedelta):
        return value
    return str(value)


def _sheet_faults(sheet: OpenedSheet, grid: Grid, strayed: list[Cell]) -> Iterator[Finding]:
    limit = f"ligne {LAST_ROW}, colonne {letters_of(LAST_COLUMN)} au plus"
    for cell in strayed[:_MOST_STRAYED]:
        yield form_workbook.TOO_FAR.at(grid.place(cell.row, cell.column), limite=limit)
    for merged in sheet.merged_cells.ranges:
        place = grid.place(merged.min_row, merged.min_col)
        yield form_workbook.MERGED_CELLS.at(place, plage=merged.coord)
    if grid.rows and sheet.sheet_state != "visible":
        yield form_workbook.HIDDEN_SHEET.at(grid.place(1, 1))
    hidden = [(one.min or 0, one.max or 0) for one in sheet.column_dimensions.values() if one.hidden or one.width == 0]
    for column, heading in grid.headings.items():
        first = next((row.number for row in grid.rows if column in row.cells), None)
        if first is not None and any(low <= column <= high for low, high in hidden):
            yield form_workbook.HIDDEN_COLUMN.at(grid.place(1, column), entete=heading)
