"""One sheet that is filled in: its heads with their help, its drop-down lists, its example, its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from generator.forms.field_meanings import Meanings
from generator.forms.workbook.cell_formats import CellFormats
from generator.forms.workbook.drop_downs import CLOSED, DropDowns
from generator.forms.workbook.example_row import example_row
from generator.model.sentences import sentence_of
from generator.model.workbook import (
    ACTION_COLUMN,
    EXAMPLE_MARK,
    ORDER_COLUMN,
    Column,
    ColumnType,
    Sheet,
    written_items,
)

LAST_ROW: Final = 2000
"""The last row with drop-down lists; what stands below is read all the same."""

_FIRST_DAY: Final = date(1900, 3, 1)
"""Workbooks count one day too many before."""

_DIGITS_KEPT: Final = 15
_NARROW, _MEDIUM, _WIDE = 13, 20, 46
_HEAD_HEIGHT: Final = 33
_OPEN: Mapping[str, Any] = {
    "autofilter": True,
    "sort": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
}
"""What stays allowed on a protected sheet: only heads are closed."""

_REFERENCE_HELP: Mapping[str, str] = {
    ACTION_COLUMN: "Numéro de l’action à laquelle la ligne appartient, tel que la feuille « Actions » le donne.",
    ORDER_COLUMN: "Rang de la ligne dans sa liste : 1, 2, 3… Vide : elle suit la ligne du dessus.",
}


@dataclass(frozen=True, slots=True)
class SheetTools:
    """What every sheet of one workbook is written with.

    Attributes:
        formats: how cells look.
        lists: the drop-down lists.
        ranges: where each list stands, by its name.
        meanings: what is said of each field.
        year: the year of the programme.
    """

    formats: CellFormats
    lists: DropDowns
    ranges: Mapping[str, str]
    meanings: Meanings
    year: int


def write_sheet(page: Worksheet, sheet: Sheet, rows: Sequence[Mapping[str, Any]], tools: SheetTools) -> None:
    """Write a sheet: heads, example, then the rows that are known."""
    columns = {column.heading: column for column in sheet.columns}
    for rank, heading in enumerate(sheet.headings):
        _write_head(page, rank, heading, sheet, columns.get(heading), tools)
    lines = [*_examples(sheet, tools), *((row, False) for row in rows)]
    positions = {heading: rank for rank, heading in enumerate(sheet.headings)}
    for line, (row, is_example) in enumerate(lines, 1):
        for heading, value in row.items():
            _write_value(page, line, positions[heading], columns.get(heading), value, tools, example=is_example)
    page.set_row(0, _HEAD_HEIGHT)
    page.freeze_panes(1, max(len(sheet.references) - 1, 1))
    page.autofilter(0, 0, max(LAST_ROW, len(lines)), len(sheet.headings) - 1)
    page.protect("", dict(_OPEN))
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _examples(sheet: Sheet, tools: SheetTools) -> Iterable[tuple[dict[str, Any], bool]]:
    """The example of a sheet; the programme, whose one row is begun, has none."""
    if sheet.parent is None and sheet.title != "Actions":
        return
    yield {**example_row(sheet, tools.year, tools.lists), sheet.headings[0]: EXAMPLE_MARK}, True


def _write_head(
    page: Worksheet, rank: int, heading: str, sheet: Sheet, column: Column | None, tools: SheetTools
) -> None:
    formats = tools.formats
    if column is None:
        page.write_string(0, rank, heading, formats.heading(required=heading != ORDER_COLUMN, reference=True))
        kind = ColumnType.WHOLE if heading == ORDER_COLUMN else ColumnType.TEXT
        page.set_column(rank, rank, _NARROW, formats.cells_of(kind))
        _help(page, rank, _REFERENCE_HELP.get(heading) or _parent_help(sheet))
        _offer_rows(page, rank, heading, sheet)
        return
    page.write_string(0, rank, heading, formats.heading(required=column.is_required))
    page.set_column(rank, rank, _width(column), formats.cells_of(column.type, wraps=_wraps(column)))
    text = tools.meanings.of(column.path[-1], column.field)
    _help(page, rank, f"{text}. Une valeur par ligne (Alt + Entrée)." if column.is_list else text)
    _offer(page, rank, column, tools)


def _parent_help(sheet: Sheet) -> str:
    title = sheet.parent.title if sheet.parent else ""
    return f"Ce à quoi la ligne appartient : la ligne de la feuille « {title} » qui porte cette valeur."


def _help(page: Worksheet, rank: int, text: str) -> None:
    lines = len(text) // 38 + 2
    page.write_comment(0, rank, text, {"x_scale": 2, "height": 16 * lines, "font_size": 9})


def _offer(page: Worksheet, rank: int, column: Column, tools: SheetTools) -> None:
    """Say what may be typed in a column."""
    where = tools.ranges.get(tools.lists.list_of(column) or "")
    rule: dict[str, Any]
    if where is not None:
        rule = {"validate": "list", "source": where, "show_error": column.type in CLOSED}
    elif column.is_list or column.type is ColumnType.TEXT:
        return
    elif column.type is ColumnType.DAY:
        rule = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, "error_message": "Une date : 01/03/2017."}
    elif column.type is ColumnType.WHOLE:
        rule = {"validate": "integer", "criteria": ">=", "value": 0, "error_message": "Un nombre entier."}
    else:
        rule = {"validate": "decimal", "criteria": ">=", "value": -1e12, "error_message": "Un montant, sans devise."}
    page.data_validation(1, rank, LAST_ROW, rank, {"error_title": "Valeur non admise", **rule})


def _offer_rows(page: Worksheet, rank: int, heading: str, sheet: Sheet) -> None:
    """Offer the rows that a row may belong to: actions, or items of the list above."""
    if heading == ACTION_COLUMN:
        where = f"=Actions!$A$2:$A${LAST_ROW}"
    elif heading == sheet.parent_heading and sheet.parent is not None:
        letter = xl_col_to_name(sheet.parent.headings.index(sheet.parent.name_heading))
        where = f"='{sheet.parent.title}'!${letter}$2:${letter}${LAST_ROW}"
    else:
        return
    page.data_validation(1, rank, LAST_ROW, rank, {"validate": "list", "source": where, "show_error": False})


def _write_value(
    page: Worksheet, line: int, rank: int, column: Column | None, value: Any, tools: SheetTools, *, example: bool
) -> None:
    kind = column.type if column else ColumnType.TEXT
    wraps = column is not None and _wraps(column)
    plain = tools.formats.cells_of(kind, wraps=wraps, example=example)
    if isinstance(value, Decimal) and _is_kept(value):
        page.write_number(line, rank, float(value), tools.formats.number(value, example=example))
    elif isinstance(value, int) and not isinstance(value, bool):
        page.write_number(line, rank, value, plain)
    elif isinstance(value, date) and value >= _FIRST_DAY:
        page.write_datetime(line, rank, value, plain)
    else:
        text = _text(column, value, tools.lists)
        runs = text.startswith(("=", "+", "-", "@"))
        page.write_string(line, rank, text, tools.formats.quoted(wraps=wraps, example=example) if runs else plain)


def _is_kept(amount: Decimal) -> bool:
    """Whether a cell keeps every digit of an amount."""
    return len(amount.as_tuple().digits) <= _DIGITS_KEPT and abs(amount) < Decimal(10) ** _DIGITS_KEPT


def _text(column: Column | None, value: Any, lists: DropDowns) -> str:
    if isinstance(value, tuple):
        return written_items(map(str, value))
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return value.isoformat()
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    return lists.shown(column, text) if column is not None else text


def _width(column: Column) -> int:
    if column.type is not ColumnType.TEXT:
        return _NARROW
    if _wraps(column):
        return _WIDE
    return _NARROW if column.holds_currencies or column.holds_countries else _MEDIUM


def _wraps(column: Column) -> bool:
    """Whether a column holds texts of several lines."""
    return column.is_list or sentence_of(column.field) is not None
