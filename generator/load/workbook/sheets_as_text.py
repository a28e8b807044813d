"""A sheet saved as text (CSV), as a European spreadsheet program writes it: « ; » between values, cp1252 or UTF-8.

The file bears the name of its sheet, or the caller names it. Its first line has the headings; each other line has as
many values. Places are those of the sheet: the third line is ``A3``, however many lines its values have in the file.
"""

from __future__ import annotations

import csv
import io
from typing import Final

from generator.findings import Finding, Place
from generator.load.workbook.grids import Grid, GridRow
from generator.messages import form_workbook
from generator.messages.message import InFull
from generator.model.workbook import Sheet, sheet_titled

_SEPARATORS: Final = (";", "\t", ",")


def grid_of_text(data: bytes, file: str, title: str) -> Grid | Finding:
    """Read a sheet that was saved as text.

    Args:
        data: the file.
        file: its name in findings.
        title: the name of its sheet.

    Returns:
        Its cells, or the finding that says why they cannot be read.
    """
    sheet = sheet_titled(title)
    if sheet is None:
        return _refused(file, f"aucune feuille ne s’appelle « {title} »")
    text = _decoded(data)
    if text is None:
        return _refused(file, "il n’est ni en UTF-8 ni en Windows-1252")
    separator = _separator(text, sheet)
    if separator is None:
        return _refused(file, f"sa première ligne n’a pas les en-têtes de la feuille « {sheet.title} »")
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return _refused(file, "des guillemets n’y sont pas fermés, ou une valeur est trop longue")
    return _grid(lines, file, sheet)


def _refused(file: str, reason: str) -> Finding:
    return form_workbook.NOT_A_SHEET_OF_TEXT.at(Place(file), raison=InFull(reason))


def _decoded(data: bytes) -> str | None:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _separator(text: str, sheet: Sheet) -> str | None:
    """Return what stands between the headings of the first line; None when it holds none of the sheet's."""
    first = text.partition("\n")[0]
    known = {heading.casefold() for heading in sheet.headings}

    def count(separator: str) -> int:
        return sum(cell.strip(' "\r').casefold() in known for cell in first.split(separator))

    best = max(_SEPARATORS, key=count)
    return best if count(best) > 1 else None


def _grid(lines: list[list[str]], file: str, sheet: Sheet) -> Grid:
    head, *others = lines
    plain = Grid(file, sheet.title, {rank: text.strip() for rank, text in enumerate(head, 1) if text.strip()}, ())
    rows: list[GridRow] = []
    found: list[Finding] = []
    for number, line in enumerate(others, 2):
        cells = {rank: text for rank, text in enumerate(line, 1) if text.strip()}
        if cells and len(line) != len(head):
            found.append(form_workbook.RAGGED_ROW.at(plain.place(number, 1), nombre=len(line), attendu=len(head)))
        elif cells:
            rows.append(GridRow(number, dict(cells), is_hidden=False))
    return Grid(file, sheet.title, plain.headings, tuple(rows), tuple(found))
