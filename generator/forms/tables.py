"""Tables for a spreadsheet: an .xlsx with stable bytes, a .csv as Excel reads it in Europe.

No text becomes a formula: what begins like one is marked as text (OWASP, « CSV Injection »).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook as XlsxWorkbook
from xlsxwriter.worksheet import Worksheet

Cell = str | int | date | Decimal | None

_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that bytes do not change
_LIKE_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_TEXT: Final = 32767
"""What a cell of Excel holds."""

_LINE: Final = 15.0
_HIGHEST: Final = 405.0
"""In points, the height of a line of text and that beyond which Excel makes no row."""

_A3: Final = 8
"""The number of that paper (ECMA-376, 18.3.1.63)."""

_BOM: Final = "\ufeff"
"""By which Excel knows that a .csv is UTF-8."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table.

    Attributes:
        heading: its heading.
        width: its width, in characters.
    """

    heading: str
    width: int = 14


def xlsx_table(title: str, columns: Sequence[TableColumn], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as the bytes of an .xlsx file, with its headings held in sight and a filter on them.

    Args:
        title: the name of its sheet: at most 31 characters, without brackets, colons, stars, question marks or slashes.
        columns: its columns.
        rows: their values, a column each.
    """
    stream = BytesIO()
    with XlsxWorkbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _MADE, "title": title, "author": "parafe"})
        page = book.add_worksheet(title)
        formats = _TableFormats(book)
        for rank, column in enumerate(columns):
            page.set_column(rank, rank, column.width)
            page.write_string(0, rank, column.heading, formats.heading)
        page.set_row(0, _height([column.heading for column in columns], columns))
        last = 0
        for last, row in enumerate(rows, start=1):
            page.set_row(last, _height(row, columns))
            for rank, value in enumerate(row):
                _write_cell(page, last, rank, value, formats)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, last, len(columns) - 1)
        page.set_landscape()
        page.set_paper(_A3)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
    return stream.getvalue()


def csv_table(columns: Sequence[TableColumn], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as the bytes of a .csv file: semicolons, decimal commas, ISO days, UTF-8 with its mark.

    Args:
        columns: its columns.
        rows: their values, a column each.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in columns])
    writer.writerows([_typed(value) for value in row] for row in rows)
    return f"{_BOM}{stream.getvalue()}".encode()


class _TableFormats:
    """How cells look."""

    def __init__(self, book: XlsxWorkbook) -> None:
        self.heading = self._of(book, bold=True, bottom=1, text_wrap=True)
        self.text = self._of(book, text_wrap=True)
        self.quoted = self._of(book, text_wrap=True, quote_prefix=True)
        self.day = self._of(book, num_format="dd/mm/yyyy", align="left")
        self.amount = self._of(book, num_format="#,##0.00")
        self.number = self._of(book)

    @staticmethod
    def _of(book: XlsxWorkbook, **properties: object) -> Format:
        return book.add_format({"valign": "top", **properties})


def _height(row: Sequence[Cell], columns: Sequence[TableColumn]) -> float:
    """Return the height of a row in points: texts go on below where a column is too narrow for them."""
    lines = 1
    for value, column in zip(row, columns, strict=True):
        if isinstance(value, str):
            lines = max(lines, sum(1 + len(line) // column.width for line in value.split("\n")))
    return min(lines * _LINE, _HIGHEST)


def _write_cell(page: Worksheet, line: int, rank: int, value: Cell, formats: _TableFormats) -> None:
    match value:
        case None:
            pass
        case str():
            text = _UNWRITABLE.sub("\ufffd", value)[:_LONGEST_TEXT]
            is_like_a_formula = text.startswith(_LIKE_A_FORMULA)
            page.write_string(line, rank, text, formats.quoted if is_like_a_formula else formats.text)
        case date():
            page.write_datetime(line, rank, datetime(value.year, value.month, value.day), formats.day)  # noqa: DTZ001 - a day has no zone
        case Decimal():
            page.write_number(line, rank, float(value), formats.amount)
        case int():
            page.write_number(line, rank, value, formats.number)


def _typed(value: Cell) -> str:
    """Return a value as it is typed in a French spreadsheet; a text that begins like a formula gets an apostrophe."""
    match value:
        case None:
            return ""
        case str():
            text = _UNWRITABLE.sub("\ufffd", value)
            return f"'{text}" if text.startswith(_LIKE_A_FORMULA) else text
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case int():
            return str(value)
