"""A workbook: bytes, sheets, trees, values; nothing of it raises for what a user wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Final

from generator.findings import Finding, Place, Places
from generator.french import NO_BREAK_SPACE
from generator.load.decoding import read_bytes
from generator.load.loaded import Loaded
from generator.load.shaping import capped, shape
from generator.load.workbook.grids import Grid
from generator.load.workbook.read_rows import ReadRow, SheetReading, read_rows, reading_of
from generator.load.workbook.tree_building import TreeBuilder, rows_by_action
from generator.messages import form_values, form_workbook
from generator.model import Action, Programme
from generator.model.typed_keys import entry_at, fields_of
from generator.model.workbook import (
    ACTION_COLUMN,
    LISTS,
    READ_ME,
    TOTALS,
    Sheet,
    action_sheets,
    programme_sheets,
    sheet_titled,
    workbook_sheets,
)

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook as OpenedWorkbook

_NOT_FILLED: Final = frozenset(title.casefold() for title in (READ_ME, LISTS, TOTALS))
_OWN_NOTES: Final = "notes"
_NUMBER: Final = "numero"
_LARGEST: Final = 10_000_000
"""Bytes: twenty times what a year of sixty actions weighs."""


@dataclass(frozen=True)
class LoadedWorkbook:
    """A workbook, read.

    Attributes:
        programme: the programme; what is wrong with the workbook as a whole is among its findings.
        actions: the actions by their number, in the order of their rows.
    """

    programme: Loaded[Programme]
    actions: Mapping[str, Loaded[Action]]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong."""
        return (*self.programme.findings, *(one for action in self.actions.values() for one in action.findings))


def load_workbook(path: FilePath, file: str, replaced: Mapping[str, Grid] | None = None) -> LoadedWorkbook:
    """Read the workbook of a year.

    Args:
        path: its file.
        file: its name in findings.
        replaced: sheets whose cells come from elsewhere, by their names; None replaces none.
    """
    data = read_bytes(path, file, _LARGEST)
    if isinstance(data, Finding):
        return LoadedWorkbook(Loaded(None, None, Places(file), (data,)), {})
    return read_workbook(data, file, replaced)


def read_workbook(data: bytes, file: str, replaced: Mapping[str, Grid] | None = None) -> LoadedWorkbook:
    """Read the bytes of a workbook; arguments as for a file."""
    from generator.load.workbook.guarded_opening import open_workbook  # noqa: PLC0415 - dear; forms do without

    sources = {file: data}
    opened = open_workbook(data, file)
    if isinstance(opened, Finding):
        return LoadedWorkbook(Loaded(None, None, Places(file), (opened,), sources), {})
    found: list[Finding] = []
    rows: dict[str, list[ReadRow]] = {}
    for grid in _grids(opened, file, replaced or {}):
        sheet = sheet_titled(grid.title)
        if sheet is None:
            found += _unknown_sheet(grid)
            continue
        reading, faults = reading_of(sheet, grid)
        found += (*grid.findings, *faults)
        rows[sheet.title] = list(read_rows(reading))
        if sheet.parent is None and not rows[sheet.title]:
            rows[sheet.title] = _nothing_typed(sheet, reading)
    found += (
        form_workbook.MISSING_SHEET.at(Place(file), feuille=sheet.title)
        for sheet in (programme_sheets()[0], action_sheets()[0])
        if sheet.title not in rows
    )
    actions = _actions(rows, file, found)
    programme = _programme(rows, file, found)
    return LoadedWorkbook(
        replace(programme, sources=sources),
        {number: replace(loaded, sources=sources) for number, loaded in actions.items()},
    )


def _grids(opened: OpenedWorkbook, file: str, replaced: Mapping[str, Grid]) -> Iterator[Grid]:
    """Yield the cells of each sheet, from elsewhere for those that are replaced."""
    from generator.load.workbook.opened_sheets import grid_of  # noqa: PLC0415 - dear; forms do without

    for page in opened.worksheets:
        sheet = sheet_titled(page.title)
        if sheet is None or sheet.title not in replaced:
            yield grid_of(page, file)
    yield from replaced.values()


def _nothing_typed(sheet: Sheet, reading: SheetReading) -> list[ReadRow]:
    """Stand for the programme's row where nobody typed it, so that what is missing has its cell."""
    is_programme = sheet.title == programme_sheets()[0].title
    return [ReadRow(reading, 2, {}, {}, (), (), is_lost=False)] if is_programme else []


def _unknown_sheet(grid: Grid) -> Iterator[Finding]:
    name = grid.title.strip().casefold()
    if name in _NOT_FILLED or name.startswith(_OWN_NOTES) or not (grid.rows or grid.headings):
        return
    titles = [sheet.title for sheet in workbook_sheets()]
    near = get_close_matches(grid.title, titles, n=1)
    advice = f"vouliez-vous dire « {near[0]} » ?" if near else "elle ne fait pas partie du classeur"
    yield form_workbook.UNKNOWN_SHEET.at(grid.place(1, 1), feuille=grid.title, conseil=(advice,))


def _programme(rows: Mapping[str, Sequence[ReadRow]], file: str, found: list[Finding]) -> Loaded[Programme]:
    own, *others = programme_sheets()
    typed = rows.get(own.title, ())
    if not typed:
        return Loaded(None, None, Places(file), capped(found))
    builder = TreeBuilder(file, typed[0])
    for row in typed[1:]:
        builder.note(form_workbook.SECOND_PROGRAMME.at(row.reading.place(row.number), feuille=own.title))
    for sheet in others:
        kept = [row for row in rows.get(sheet.title, ()) if not row.is_empty]
        if kept:
            builder.add(sheet, kept)
    for finding in found:
        builder.note(finding)
    loaded = shape(builder.tree(), Programme)
    return replace(loaded, findings=tuple(map(_of_cells, loaded.findings)))


def _actions(rows: Mapping[str, Sequence[ReadRow]], file: str, found: list[Finding]) -> dict[str, Loaded[Action]]:
    """Read the actions; rows that belong to none are told in ``found``."""
    own, *others = action_sheets()
    builders = _builders(rows.get(own.title, ()), file, found)
    for sheet in sorted(others, key=lambda one: len(one.path)):
        kept = [row for row in rows.get(sheet.title, ()) if not row.is_empty or row.is_lost]
        for number, typed in rows_by_action(kept, ACTION_COLUMN).items():
            builder = builders.get(number)
            if builder is None:
                found += _strangers(typed, number)
            else:
                builder.add(sheet, typed)
    return {number: _shaped(builder, number) for number, builder in builders.items()}


def _builders(rows: Iterable[ReadRow], file: str, found: list[Finding]) -> dict[str, TreeBuilder]:
    builders: dict[str, TreeBuilder] = {}
    first: dict[str, tuple[str, ReadRow]] = {}
    for row in rows:
        number = row.values.get(_NUMBER)
        if not isinstance(number, str):
            found += row.findings
            if (_NUMBER,) not in row.spoiled:
                found.append(form_workbook.ROW_WITHOUT_ACTION.at(row.reading.place(row.number, (_NUMBER,))))
            continue
        number = number.strip()
        if number.casefold() in first:
            known, other = first[number.casefold()]
            cell = other.reading.place(other.number, (_NUMBER,)).cell
            place = row.reading.place(row.number, (_NUMBER,))
            builders[known].note(form_workbook.NUMBER_TWICE.at(place, (_NUMBER,), numero=number, autre=cell))
            continue
        first[number.casefold()] = (number, row)
        builders[number] = TreeBuilder(file, row)
    return builders


def _strangers(rows: Iterable[ReadRow], number: str) -> Iterator[Finding]:
    """Tell rows that belong to no action; where the cell itself cannot be read, that alone is told."""
    for row in rows:
        yield from row.findings
        if row.is_lost:
            continue
        place = row.reading.grid.place(row.number, row.reading.positions.get(ACTION_COLUMN, 1))
        if number:
            yield form_workbook.UNKNOWN_ACTION.at(place, numero=number)
        else:
            yield form_workbook.ROW_WITHOUT_ACTION.at(place)


def _shaped(builder: TreeBuilder, number: str) -> Loaded[Action]:
    loaded = shape(builder.tree(), Action)
    findings = (_of_cells(finding, Action) for finding in loaded.findings)
    about = f"action {number}{NO_BREAK_SPACE}: "
    return replace(loaded, findings=tuple(replace(finding, message=about + finding.message) for finding in findings))


def _of_cells(finding: Finding, model: type[Action | Programme] = Programme) -> Finding:
    """Say of a cell what was said of a key."""
    if finding.code != form_values.MISSING_KEY.code:
        return finding
    key = str(finding.path[-1])
    entry = entry_at(model, finding.path[:-1])
    meaning = fields_of(entry)[key].description if entry else ""
    return form_workbook.EMPTY_CELL.at(finding.place, finding.path, cle=key, sens=(meaning or "",))
