"""Findings as a sheet: where, what, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Final

from xlsxwriter.workbook import Workbook as XlsxWorkbook

from generator.findings import Finding
from generator.forms.workbook.cell_formats import CellFormats

HEADINGS: Final = ("feuille", "cellule", "code", "gravité", "message", "à faire")
WIDTHS: Final = (24, 10, 10, 16, 90, 70)
"""Width of each column, in characters."""

_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that bytes do not change


def rows_of(findings: Iterable[Finding]) -> Iterator[tuple[str, ...]]:
    """Yield the findings, a row each; what is about another file has its name instead of a sheet."""
    for finding in findings:
        place = finding.place
        where = (place.sheet, place.cell) if place.sheet and place.cell else (place.file, str(place.line or ""))
        yield (*where, finding.code, finding.severity.value, finding.message, finding.fix)


def findings_workbook(findings: Iterable[Finding]) -> bytes:
    """Return a workbook that holds findings alone."""
    stream = BytesIO()
    with XlsxWorkbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _MADE, "author": "parafe"})
        formats = CellFormats(book)
        page = book.add_worksheet("Constats")
        for rank, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
            page.set_column(rank, rank, width)
            page.write_string(0, rank, heading, formats.heading())
        for line, row in enumerate(rows_of(findings), 1):
            for rank, text in enumerate(row):
                page.write_string(line, rank, text, formats.words())
        page.freeze_panes(1, 0)
    return stream.getvalue()
