"""One sheet that is filled in: its heads with their help, its drop-down lists, its example, its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from generator.forms.field_meanings import Meanings
from generator.forms.workbook.cell_formats import CellFormats
from generator.forms.workbook.drop_downs import CLOSED, DropDowns
from generator.forms.workbook.example_row import example_row
from generator.model.sentences import sentence_of
from generator.model.workbook import (
    ACTION_COLUMN,
    ACTIONS,
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
_NARROW, _MEDIUM, _WIDE = 13, 26, 46
_ARROW: Final = 3
"""Characters that the arrow of a list covers."""

_HEAD_HEIGHT: Final = 33
_LINE_HEIGHT, _TALLEST = 15, 240
_HELP_WIDTH: Final = 38
_A4: Final = 9
_FIT_ON_A_PAGE: Final = 12
"""Columns; a wider sheet is printed on several pages, its first columns on each."""

_LEAST: Final = -1e12
_RUN: Final = ("=", "+", "-", "@")
"""What a text starts with that some program would run."""

_OPEN: Mapping[str, object] = {
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


def write_sheet(page: Worksheet, sheet: Sheet, rows: Sequence[Mapping[str, object]], tools: SheetTools) -> None:
    """Write a sheet: heads, example, then the rows that are known."""
    writer = _SheetWriter(page, sheet, tools)
    for rank, heading in enumerate(sheet.headings):
        writer.head(rank, heading)
    examples = _examples(sheet, tools)
    for line, row in enumerate([*examples, *rows], 1):
        writer.row(line, row, example=line <= len(examples))
    page.set_row(0, _HEAD_HEIGHT)
    page.freeze_panes(1, max(len(sheet.references) - 1, 1))
    page.autofilter(0, 0, max(LAST_ROW, len(rows) + len(examples)), len(sheet.headings) - 1)
    page.protect("", dict(_OPEN))
    page.set_landscape()
    page.set_paper(_A4)
    page.repeat_rows(0)
    if len(sheet.headings) <= _FIT_ON_A_PAGE:
        page.fit_to_pages(1, 0)
    else:
        page.repeat_columns(0, max(len(sheet.references) - 1, 0))


def _examples(sheet: Sheet, tools: SheetTools) -> list[dict[str, object]]:
    """The example of a sheet; the programme, whose one row is begun, has none."""
    if sheet.parent is None and sheet.title != ACTIONS:
        return []
    return [{**example_row(sheet, tools.year, tools.lists), sheet.headings[0]: EXAMPLE_MARK}]


class _SheetWriter:
    """Writes the cells of one sheet."""

    def __init__(self, page: Worksheet, sheet: Sheet, tools: SheetTools) -> None:
        self.page = page
        self.sheet = sheet
        self.tools = tools
        self.columns = {column.heading: column for column in sheet.columns}
        self.positions = {heading: rank for rank, heading in enumerate(sheet.headings)}
        self.wide = {column.heading for column in sheet.columns if _wraps(column) or self._longest(column) > _WIDE}

    def head(self, rank: int, heading: str) -> None:
        """Write the head of a column, and say what its cells may hold."""
        column = self.columns.get(heading)
        if column is None:
            self._reference_head(rank, heading)
            return
        formats, tools = self.tools.formats, self.tools
        self.page.write_string(0, rank, heading, formats.heading(required=column.is_required))
        self.page.set_column(rank, rank, self._width(column), formats.cells_of(column.type, wraps=heading in self.wide))
        text = tools.meanings.of(column.path[-1], column.field)
        self._help(rank, f"{text}. Une valeur par ligne (Alt + Entrée)." if column.is_list else text)
        rule = _rule(column, tools.ranges.get(tools.lists.list_of(column) or ""))
        if rule is not None:
            self._admit(rank, {"error_title": "Valeur non admise", **rule})

    def row(self, line: int, row: Mapping[str, object], *, example: bool) -> None:
        """Write a row, as tall as its longest text."""
        height = 1
        for heading, value in row.items():
            text = self._value(line, heading, value, example=example)
            if heading in self.wide:
                height = max(height, _lines_of(text))
        if height > 1:
            self.page.set_row(line, min(height * _LINE_HEIGHT, _TALLEST))

    def _reference_head(self, rank: int, heading: str) -> None:
        formats, sheet = self.tools.formats, self.sheet
        is_order = heading == ORDER_COLUMN
        self.page.write_string(0, rank, heading, formats.heading(required=not is_order, reference=True))
        kind = ColumnType.WHOLE if is_order else ColumnType.TEXT
        self.page.set_column(rank, rank, _NARROW, formats.cells_of(kind))
        above = f"la ligne de la feuille « {sheet.parent.title} » qui porte cette valeur" if sheet.parent else ""
        self._help(rank, _REFERENCE_HELP.get(heading) or f"Ce à quoi la ligne appartient : {above}.")
        where = _rows_above(sheet, heading)
        if where is not None:
            self._admit(rank, {"validate": "list", "source": where, "show_error": False})

    def _width(self, column: Column) -> int:
        """Return the width of a column, in characters: that of the longest name that its list shows."""
        if column.type is not ColumnType.TEXT:
            return _NARROW
        if column.heading in self.wide:
            return _WIDE
        longest = self._longest(column)
        if not longest:
            return _NARROW if column.holds_identifiers else _MEDIUM
        return max(longest + _ARROW, _NARROW)

    def _longest(self, column: Column) -> int:
        """Return the length of the longest name that the list of a column shows; zero without a list."""
        offered = self.tools.lists.offered.get(self.tools.lists.list_of(column) or "", ())
        return max(map(len, offered), default=0)

    def _help(self, rank: int, text: str) -> None:
        lines = len(text) // _HELP_WIDTH + 2
        self.page.write_comment(0, rank, text, {"x_scale": 2, "height": _LINE_HEIGHT * lines, "font_size": 9})

    def _admit(self, rank: int, rule: Mapping[str, object]) -> None:
        self.page.data_validation(1, rank, LAST_ROW, rank, dict(rule))

    def _value(self, line: int, heading: str, value: object, *, example: bool) -> str:
        """Write a value, and return it as a text where it is one."""
        column, formats, rank = self.columns.get(heading), self.tools.formats, self.positions[heading]
        wraps = heading in self.wide
        kind = column.type if column else ColumnType.WHOLE if isinstance(value, int) else ColumnType.TEXT
        plain = formats.cells_of(kind, wraps=wraps, example=example)
        if isinstance(value, Decimal) and _is_kept(value):
            self.page.write_number(line, rank, float(value), formats.number(value, example=example))
        elif isinstance(value, int) and not isinstance(value, bool):
            self.page.write_number(line, rank, value, plain)
        elif isinstance(value, date) and value >= _FIRST_DAY:
            self.page.write_datetime(line, rank, value, plain)
        else:
            text = _text(column, value, self.tools.lists)
            runs = text.startswith(_RUN)
            self.page.write_string(line, rank, text, formats.quoted(wraps=wraps, example=example) if runs else plain)
            return text
        return ""


def _rule(column: Column, where: str | None) -> dict[str, object] | None:
    """What may be typed in a column, as the library says it; None where anything may."""
    if where is not None:
        return {"validate": "list", "source": where, "show_error": column.type in CLOSED}
    if column.is_list or column.type in {ColumnType.TEXT, ColumnType.CHOICE}:
        return None
    if column.type is ColumnType.DAY:
        return {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, "error_message": "Une date : 01/03/2017."}
    if column.type is ColumnType.WHOLE:
        return {"validate": "integer", "criteria": ">=", "value": 0, "error_message": "Un nombre entier."}
    return {"validate": "decimal", "criteria": ">=", "value": _LEAST, "error_message": "Un montant, sans devise."}


def _rows_above(sheet: Sheet, heading: str) -> str | None:
    """Where the rows stand that a row may belong to: actions, or items of the list above."""
    if heading == ACTION_COLUMN:
        return f"={ACTIONS}!$A$2:$A${LAST_ROW}"
    if heading != sheet.parent_heading or sheet.parent is None:
        return None
    letter = xl_col_to_name(sheet.parent.headings.index(sheet.parent.name_heading))
    return f"='{sheet.parent.title}'!${letter}$2:${letter}${LAST_ROW}"


def _lines_of(text: str) -> int:
    """How many lines a text takes in a wide column; a program that opens the workbook does not look."""
    return sum(len(line) // _WIDE + 1 for line in text.split("\n"))


def _is_kept(amount: Decimal) -> bool:
    """Whether a cell keeps every digit of an amount."""
    return len(amount.as_tuple().digits) <= _DIGITS_KEPT and abs(amount) < Decimal(10) ** _DIGITS_KEPT


def _text(column: Column | None, value: object, lists: DropDowns) -> str:
    if isinstance(value, tuple):
        return written_items(map(str, value))
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return value.isoformat()
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    return lists.shown(column, text) if column is not None else text


def _wraps(column: Column) -> bool:
    """Whether a column holds texts of several lines."""
    return column.is_list or sentence_of(column.field) is not None
