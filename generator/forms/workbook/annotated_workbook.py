"""Findings in the workbook that they are about: a comment and a colour in each cell, and a sheet that lists them all.

The copy is made by a library that may not know all that a workbook holds. It is compared with the workbook: when
anything else would change, the findings go to a workbook of their own.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import Final, NamedTuple

from openpyxl import load_workbook as open_xlsx
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.cell import get_column_letter
from openpyxl.workbook.workbook import Workbook as OpenedWorkbook
from openpyxl.writer.excel import ExcelWriter

from generator.findings import Finding, Severity
from generator.forms.workbook.findings_sheet import COLUMNS, findings_workbook, rows_of
from generator.forms.workbook.what_is_lost import losses

LIST_TITLE: Final = "Notes constats"
"""Name of the sheet that lists the findings; a sheet whose name starts so is never read."""

_COLOURS: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: "FFC7CE",
        Severity.WARNING: "FFEB9C",
        Severity.INFORMATION: "DDEBF7",
        Severity.WAIVED: "E2EFDA",
    }
)
_WEIGHTS: Final = (Severity.ERROR, Severity.WARNING, Severity.INFORMATION, Severity.WAIVED)
_CELL: Final = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_AUTHOR: Final = "parafe"
_FIXED_DAY: Final = (1980, 1, 1, 0, 0, 0)
_WIDTH, _LINE, _LETTERS = 320, 16, 46
"""Size of a comment: points of its width, and of a line of so many letters."""


class AnnotatedWorkbook(NamedTuple):
    """Findings, written where they are found.

    Attributes:
        data: the bytes of an .xlsx file.
        is_separate: whether it holds the findings alone, the workbook being one that cannot be copied without a loss.
    """

    data: bytes
    is_separate: bool


def annotated(data: bytes, findings: Sequence[Finding]) -> AnnotatedWorkbook:
    """Write findings into a copy of the workbook that they are about.

    Args:
        data: the workbook, which could be read.
        findings: whatever was found; what has no cell is only listed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the library does not keep is looked for in the copy
        try:
            copy = _annotated(data, findings)
        except Exception:  # noqa: BLE001 - whatever the library raises for what it does not know
            copy = None
    return AnnotatedWorkbook(findings_workbook(findings), is_separate=True) if copy is None else copy


def _annotated(data: bytes, findings: Sequence[Finding]) -> AnnotatedWorkbook | None:
    """Write findings into a copy; None when the copy would lack something."""
    book = open_xlsx(BytesIO(data), rich_text=True)
    _resize_comments(book)
    for (sheet, cell), own in _by_cell(findings, book.sheetnames).items():
        place = book[sheet][cell]
        told = "\n".join(_told(finding) for finding in own)
        before = f"{place.comment.text}\n\n" if place.comment else ""
        place.comment = _comment(before + told)
        heaviest = min((finding.severity for finding in own), key=_WEIGHTS.index)
        place.fill = PatternFill("solid", start_color=_COLOURS[heaviest])
    if LIST_TITLE in book.sheetnames:
        del book[LIST_TITLE]
    listed = book.create_sheet(LIST_TITLE)
    for row in (tuple(column.heading for column in COLUMNS), *rows_of(findings)):
        listed.append(row)
        for cell in listed[listed.max_row]:
            cell.data_type = "s"  # no message is a formula
    for rank, column in enumerate(COLUMNS, 1):
        listed.column_dimensions[get_column_letter(rank)].width = column.width
    copied = _saved(book)
    first = open_xlsx(BytesIO(data))
    if LIST_TITLE in first.sheetnames:
        del first[LIST_TITLE]  # of an earlier run
    lost = losses(data, copied, first, open_xlsx(BytesIO(copied)))
    return None if lost else AnnotatedWorkbook(copied, is_separate=False)


def _by_cell(findings: Iterable[Finding], titles: Iterable[str]) -> dict[tuple[str, str], list[Finding]]:
    """Sort findings by the cell that they are about."""
    known = frozenset(titles)
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        sheet, cell = finding.place.sheet, finding.place.cell
        if sheet in known and sheet is not None and cell is not None and _CELL.fullmatch(cell):
            found.setdefault((sheet, cell), []).append(finding)
    return found


def _told(finding: Finding) -> str:
    fix = f"\nÀ faire : {finding.fix}" if finding.fix else ""
    return f"{finding.code} [{finding.severity.value}] {finding.message}{fix}"


def _resize_comments(book: OpenedWorkbook) -> None:
    """Give each comment a size that shows it whole: the library does not know the one that it had."""
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):  # noqa: SLF001 - only the cells that exist
            if cell.comment is not None:
                cell.comment = _comment(cell.comment.text)


def _comment(text: str) -> Comment:
    lines = sum(len(line) // _LETTERS + 1 for line in text.split("\n"))
    return Comment(text, _AUTHOR, height=_LINE * (lines + 1), width=_WIDTH)


def _saved(book: OpenedWorkbook) -> bytes:
    """Save a workbook without the hour of the day: the same findings give the same bytes."""
    first, second = BytesIO(), BytesIO()
    with zipfile.ZipFile(first, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()
    with zipfile.ZipFile(first) as written, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in written.namelist():
            archive.writestr(zipfile.ZipInfo(name, _FIXED_DAY), written.read(name), zipfile.ZIP_DEFLATED)
    return second.getvalue()
