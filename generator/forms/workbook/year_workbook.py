"""The workbook of a year: a page that explains it, its sheets, its totals, its hidden lists.

The same values give the same bytes on any day: nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.workbook import Workbook as XlsxWorkbook

from generator.convention import Framework
from generator.forms.field_meanings import Meanings
from generator.forms.workbook.cell_formats import CellFormats
from generator.forms.workbook.drop_downs import DropDowns
from generator.forms.workbook.read_me_sheet import write_read_me
from generator.forms.workbook.sheet_writing import SheetTools, write_sheet
from generator.forms.workbook.totals_sheet import write_totals
from generator.model import Action, Programme
from generator.model.workbook import (
    LISTS,
    READ_ME,
    TOTALS,
    action_sheets,
    programme_sheets,
    typed_rows,
    workbook_sheets,
)

_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that bytes do not change
_COLOURS: Mapping[str, str] = {"Budget": "#548235", "Missions": "#BF8F00", "Réalisations": "#7F7F7F"}
_BLUE: Final = "#1F4E78"


@dataclass(frozen=True, slots=True)
class YearValues:
    """What a workbook is filled with.

    Attributes:
        year: the year of the programme.
        framework: the convention whose parties and axes its lists name; None names nobody.
        programme: the programme; None begins an empty one.
        actions: the actions, in their order.
    """

    year: int
    framework: Framework | None = None
    programme: Programme | None = None
    actions: Sequence[Action] = ()


def workbook_bytes(values: YearValues) -> bytes:
    """Return the workbook of a year as the bytes of an .xlsx file."""
    rows = _rows_by_sheet(values)
    stream = BytesIO()
    with XlsxWorkbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _MADE, "title": f"Programme {values.year}", "author": "parafe"})
        formats = CellFormats(book)
        lists = DropDowns(values.framework)
        read_me = book.add_worksheet(READ_ME)
        pages = {sheet.title: book.add_worksheet(sheet.title) for sheet in workbook_sheets()}
        totals = book.add_worksheet(TOTALS)
        tools = SheetTools(formats, lists, _write_lists(book, lists), Meanings(values.framework), values.year)
        write_read_me(read_me, values.year, formats)
        for sheet in workbook_sheets():
            page = pages[sheet.title]
            page.set_tab_color(_COLOURS.get(sheet.title.split(" ")[0], _BLUE))
            write_sheet(page, sheet, rows.get(sheet.title, ()), tools)
        write_totals(totals, values.actions, formats)
    return stream.getvalue()


def _rows_by_sheet(values: YearValues) -> dict[str, list[dict[str, Any]]]:
    """Return what is known of each sheet, row by row; a programme that nobody began has its year and its convention."""
    rows: dict[str, list[dict[str, Any]]] = {}
    if values.programme is None:
        known = {"convention": values.framework.id} if values.framework else {}
        rows[programme_sheets()[0].title] = [{"annee": values.year, **known}]
    else:
        for row in typed_rows(values.programme, programme_sheets()):
            rows.setdefault(row.title, []).append(row.values)
    for action in values.actions:
        for row in typed_rows(action, action_sheets()):
            rows.setdefault(row.title, []).append(row.values)
    return rows


def _write_lists(book: XlsxWorkbook, lists: DropDowns) -> dict[str, str]:
    """Write the lists on a hidden sheet, one a column, and return where each stands."""
    page = book.add_worksheet(LISTS)
    ranges = {}
    for rank, (name, offered) in enumerate(lists.offered.items()):
        page.write_string(0, rank, name)
        page.write_column(1, rank, offered)
        ranges[name] = f"={LISTS}!{xl_range_abs(1, rank, len(offered), rank)}"
    page.protect()
    page.hide()
    return ranges
