"""Opening a workbook that may be anything: what would take all memory or all time is refused before it is opened."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from openpyxl import load_workbook as open_xlsx
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.workbook import Workbook as OpenedWorkbook

from generator.findings import Finding, Place
from generator.messages import form_workbook

_MOST_MEMBERS: Final = 1_000
_MOST_BYTES: Final = 60_000_000
"""Once unpacked; a year of sixty actions is two millions."""

_MOST_MARKS: Final = 2_000_000
"""Signs « < » in all parts: each is something that memory must hold."""

_WIDEST_RANGE: Final = 100_000
"""Cells of one merged range or one link: the library makes each of them."""

_OLD_FORMAT: Final = b"\xd0\xcf\x11\xe0"
_ARCHIVE: Final = b"PK\x03\x04"
_MAIN_PART: Final = "xl/workbook.xml"
_DOCTYPE: Final = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")
_OTHER_ENCODING: Final = re.compile(
    rb"\xff\xfe|\xfe\xff|\0|<\0|\s*<\?xml[^>]*?encoding\s*=\s*[\"'](?!(?i:utf-8|us-ascii|ascii)[\"'])"
)
_SHEETS: Final = "xl/worksheets/"
_BLANK_CELL: Final = re.compile(rb"<c(?: [^<>]*)?/>")
_BLANK_ROW: Final = re.compile(rb"<row(?: [^<>]*)?(?:/>|></row>)")
_RANGES: Final = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref\s*=\s*[\"']([^\"']*)[\"']")
_PLAIN_RANGE: Final = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]{1,7}(:\$?[A-Z]{1,3}\$?[0-9]{1,7})?")


def open_workbook(data: bytes, file: str) -> OpenedWorkbook | Finding:
    """Open a workbook; ``file`` is its name in findings.

    Returns:
        The workbook, its formulas as they were typed, or the finding that says why there is none.
    """
    place = Place(file)
    if data.startswith(_OLD_FORMAT):
        return form_workbook.NOT_A_WORKBOOK.at(place, raison="il est chiffré, ou d’un ancien format (.xls)")
    if not data.startswith(_ARCHIVE):
        return form_workbook.NOT_A_WORKBOOK.at(place, raison="ce n’est pas un fichier .xlsx")
    try:
        parts = _parts(data)
        if isinstance(parts, str):
            return form_workbook.WORKBOOK_TOO_LARGE.at(place, raison=parts)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the library will not keep is of no use here
            return open_xlsx(_without_blank_cells(data, parts), keep_links=False)
    except KeyError:
        return form_workbook.NOT_A_WORKBOOK.at(place, raison="il lui manque une partie")
    except Exception:  # noqa: BLE001 - whatever a damaged part makes the library raise
        return form_workbook.NOT_A_WORKBOOK.at(place, raison="il est abîmé")


def _parts(data: bytes) -> dict[str, bytes] | str:
    """Unpack a workbook, or say in French why it must not be opened.

    Raises:
        KeyError: it has no main part.
        zipfile.BadZipFile: it is no archive.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        archive.getinfo(_MAIN_PART)
        members = archive.infolist()
        if len(members) > _MOST_MEMBERS:
            return f"{len(members)} parties"
        if sum(member.file_size for member in members) > _MOST_BYTES:
            return f"plus de {_MOST_BYTES // 1_000_000} Mo une fois ouvert"
        parts = {member.filename: archive.read(member) for member in members}
    if sum(content.count(b"<") for content in parts.values()) > _MOST_MARKS:
        return "trop de cellules"
    return next((danger for content in parts.values() if (danger := _danger(content)) is not None), parts)


def _danger(content: bytes) -> str | None:
    """Why a part must not be read, in French, whatever its name; None when it may be."""
    if _DOCTYPE.search(content):
        return "une partie définit des entités"
    if _OTHER_ENCODING.match(content):  # which would hide the rest from these checks
        return "une partie n’est pas codée en UTF-8"
    wide = next((found for found in _RANGES.findall(content) if _is_wide(found)), None)
    return None if wide is None else f"une fusion ou un lien couvre la plage {wide.decode(errors='replace')[:30]}"


def _without_blank_cells(data: bytes, parts: Mapping[str, bytes]) -> BytesIO:
    """Leave out cells that only have a look: LibreOffice saves a thousand rows of them a sheet."""
    lean = {name: _lean(content) if name.startswith(_SHEETS) else content for name, content in parts.items()}
    if lean == parts:
        return BytesIO(data)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in lean.items():
            archive.writestr(name, content)
    stream.seek(0)
    return stream


def _lean(content: bytes) -> bytes:
    """Return a sheet without its blank cells; one that may hold marks inside words is left as it is."""
    if b"<![CDATA[" in content or b"<!--" in content:
        return content
    return _BLANK_ROW.sub(b"", _BLANK_CELL.sub(b"", content))


def _is_wide(found: bytes) -> bool:
    reference = found.decode(errors="replace")
    if not _PLAIN_RANGE.fullmatch(reference):
        return True
    first_column, first_row, last_column, last_row = (side or 0 for side in range_boundaries(reference))
    return (last_column - first_column + 1) * (last_row - first_row + 1) > _WIDEST_RANGE
