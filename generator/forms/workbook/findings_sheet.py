"""Findings as a sheet: where, what, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from generator.findings import Finding
from generator.forms.tables import TableColumn, xlsx_table

COLUMNS: Final = (
    TableColumn("feuille", 24),
    TableColumn("cellule", 10),
    TableColumn("code", 10),
    TableColumn("gravité", 16),
    TableColumn("message", 90),
    TableColumn("à faire", 70),
)


def rows_of(findings: Iterable[Finding]) -> Iterator[tuple[str, ...]]:
    """Yield the findings, a row each; what is about another file has its name instead of a sheet."""
    for finding in findings:
        place = finding.place
        where = (place.sheet, place.cell) if place.sheet and place.cell else (place.file, str(place.line or ""))
        yield (*where, finding.code, finding.severity.value, finding.message, finding.fix)


def findings_workbook(findings: Iterable[Finding]) -> bytes:
    """Return a workbook that holds findings alone."""
    return xlsx_table("Constats", COLUMNS, rows_of(findings))
