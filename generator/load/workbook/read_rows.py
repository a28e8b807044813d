"""The rows of a sheet that is known: what each belongs to, and what its columns say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator.findings import Finding, Path, Place
from generator.load.workbook.cell_texts import text_of
from generator.load.workbook.grids import Grid, GridRow, Unreadable
from generator.messages import form_workbook
from generator.model.typed_keys import Node
from generator.model.workbook import EXAMPLE_MARK, ORDER_COLUMN, Column, ColumnType, Sheet, items_of


@dataclass(frozen=True)
class SheetReading:
    """A sheet with its cells, and where each of its columns stands.

    Attributes:
        sheet: what the models make of it.
        grid: its cells.
        positions: heading → column.
        by_path: the keys of a field → column.
    """

    sheet: Sheet
    grid: Grid
    positions: Mapping[str, int]
    by_path: Mapping[tuple[str, ...], int]

    def place(self, row: int, path: Path = ()) -> Place:
        """Return where a value of a row stands, or should; what has no column stands where the row begins."""
        keys = tuple(key for key in path if isinstance(key, str))
        column = self.by_path.get(keys)
        if column is None and keys:
            column = next((place for own, place in self.by_path.items() if own[: len(keys)] == keys), None)
        return self.grid.place(row, column or self.first_column)

    @property
    def first_column(self) -> int:
        """The column in which its rows begin."""
        return self.positions.get(self.sheet.headings[0], 1)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that holds something.

    Attributes:
        reading: its sheet.
        number: its number, from 1.
        references: what it belongs to, and its rank, by heading; what is empty has none.
        values: its fields, by their keys, through groups.
        spoiled: the keys of the fields that could not be read.
        findings: what is wrong with it; their paths start below the row.
        is_lost: whether what it belongs to could not be read.
    """

    reading: SheetReading
    number: int
    references: Mapping[str, str]
    values: dict[str, Node]
    spoiled: tuple[Path, ...]
    findings: tuple[Finding, ...]
    is_lost: bool

    @property
    def is_empty(self) -> bool:
        """Whether none of its fields holds anything."""
        return not self.values and not self.spoiled


def reading_of(sheet: Sheet, grid: Grid) -> tuple[SheetReading, tuple[Finding, ...]]:
    """Find the columns of a sheet; findings say which are missing, unknown, or there twice."""
    known = {heading.casefold(): heading for heading in sheet.headings}
    columns = {column.heading: column for column in sheet.columns}
    positions: dict[str, int] = {}
    found: list[Finding] = []
    for column, heading in sorted(grid.headings.items()):
        own = known.get(heading.casefold())
        if own is None:
            found.append(_unknown_heading(grid, column, heading, sheet))
        elif own in positions:
            other = grid.place(1, positions[own]).cell
            found.append(form_workbook.HEADING_TWICE.at(grid.place(1, column), entete=own, autre=other))
        else:
            positions[own] = column
    by_path = {columns[heading].path: column for heading, column in positions.items() if heading in columns}
    reading = SheetReading(sheet, grid, positions, by_path)
    if grid.rows:
        found += _missing_headings(reading)
    found += _without_heading(grid)
    return reading, tuple(found)


def _unknown_heading(grid: Grid, column: int, heading: str, sheet: Sheet) -> Finding:
    near = get_close_matches(heading.casefold(), sheet.headings, n=1)
    advice = f"vouliez-vous dire « {near[0]} » ?" if near else f"la feuille « {sheet.title} » n’a pas cette colonne"
    return form_workbook.UNKNOWN_HEADING.at(grid.place(1, column), entete=heading, conseil=(advice,))


def _missing_headings(reading: SheetReading) -> Iterator[Finding]:
    sheet = reading.sheet
    wanted = [heading for heading in sheet.references if heading != ORDER_COLUMN]
    wanted += [column.heading for column in sheet.columns if column.is_required]
    for heading in wanted:
        if heading not in reading.positions:
            yield form_workbook.MISSING_HEADING.at(reading.grid.place(1, 1), entete=heading)


def _without_heading(grid: Grid) -> Iterator[Finding]:
    """Tell the first value of each column that has no heading."""
    told: set[int] = set()
    for row in grid.rows:
        for column in row.cells.keys() - grid.headings.keys() - told:
            told.add(column)
            yield form_workbook.NO_HEADING.at(grid.place(row.number, column))


def read_rows(reading: SheetReading) -> Iterator[ReadRow]:
    """Yield the rows of a sheet that hold something; the example is none."""
    by_column = {column: heading for heading, column in reading.positions.items()}
    fields = {column.heading: column for column in reading.sheet.columns}
    for row in reading.grid.rows:
        first = row.cells.get(reading.first_column)
        if not (isinstance(first, str) and first.strip().casefold() == EXAMPLE_MARK.casefold()):
            yield _read(row, reading, by_column, fields)


def _read(row: GridRow, reading: SheetReading, by_column: Mapping[int, str], fields: Mapping[str, Column]) -> ReadRow:
    references: dict[str, str] = {}
    values: dict[str, Node] = {}
    spoiled: list[Path] = []
    found: list[Finding] = []
    is_lost = False
    if row.is_hidden:
        found.append(form_workbook.HIDDEN_ROW.at(reading.place(row.number), ligne=row.number))
    for position, raw in row.cells.items():
        heading = by_column.get(position)
        if heading is None:
            continue
        column = fields.get(heading)
        kind = column.type if column else ColumnType.WHOLE if heading == ORDER_COLUMN else ColumnType.TEXT
        text = text_of(raw, kind, named=column is not None and column.holds_identifiers)
        path = column.path if column else ()
        if isinstance(text, Unreadable):
            found.append(text.message.at(reading.grid.place(row.number, position), path, **text.values))
            spoiled += [path] if column else []
            is_lost = is_lost or (column is None and heading != ORDER_COLUMN)
        elif text is not None and column is None:
            references[heading] = text.strip()
        elif text is not None and column is not None:
            put(values, column.path, items_of(text) if column.is_list else text)  # type: ignore[arg-type]
    return ReadRow(reading, row.number, references, values, tuple(spoiled), tuple(found), is_lost)


def put(group: dict[str, Node], path: tuple[str, ...], value: Node) -> None:
    """Put a value at its keys in a group, making the groups that lead to it."""
    for key in path[:-1]:
        inner = group.setdefault(key, {})
        if isinstance(inner, dict):
            group = inner
    group[path[-1]] = value
