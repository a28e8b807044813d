"""What a copy of a workbook lacks: the library that makes the copy keeps what it knows, and drops the rest in silence.

What the library knows (lists, widths, protection, cells…) is read from both and compared. What it does not know is
counted in the parts themselves: text boxes, form controls, extensions.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook as OpenedWorkbook
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet as OpenedSheet

_TAG: Final = re.compile(rb"<(?:\w+:)?([A-Za-z]\w*)")
_COUNTED: Final = re.compile(r"xl/(?:worksheets|drawings)/[^/]+\.xml")
_CONTROL: Final = re.compile(rb"ObjectType=[\"'](\w+)")
"""What an old drawing holds: notes, which are comments, and form controls."""

_CARRIED: Final = re.compile(
    r"\[Content_Types\]\.xml|.*\.rels|docProps/.*|xl/(?:workbook|styles|sharedStrings|calcChain|metadata)\.xml"
    r"|xl/(?:worksheets|theme)/[^/]+\.xml|xl/(?:comments/?|drawings/)[^/]*|xl/printerSettings/.*"
)
"""Parts whose content the library writes again under names of its own, or that nobody misses."""

_KNOWN_TAGS: Final = frozenset(
    {b"c", b"v", b"f", b"is", b"t", b"r", b"rPr", b"row", b"col", b"cols", b"legacyDrawing", b"phoneticPr"}
    | {
        b"ignoredErrors",
        b"ignoredError",
        b"sheetData",
        b"dimension",
        b"sheetView",
        b"sheetViews",
        b"selection",
        b"pane",
    }
    | {b"drawing", b"wsDr", b"headerFooter", b"oddHeader", b"oddFooter"}
)
"""What is compared through the library, or may be written otherwise."""


def losses(before: bytes, after: bytes, first: OpenedWorkbook, second: OpenedWorkbook) -> list[str]:
    """Return what a copy lacks, in words for whoever mends this program; nothing when it lacks nothing.

    Args:
        before: the workbook.
        after: its copy.
        first: the workbook, opened.
        second: the copy, opened; it may have a sheet more.
    """
    return [*_lost_parts(before, after), *_lost_tags(before, after), *_lost_settings(first, second)]


def _lost_parts(before: bytes, after: bytes) -> Iterator[str]:
    kept = Counter(map(_folder, _parts(after)))
    for folder, count in Counter(map(_folder, _parts(before))).items():
        if kept[folder] < count:
            yield f"part: {folder}"


def _folder(name: str) -> str:
    """Where a part stands: the library numbers parts again."""
    return name.rpartition("/")[0] if "/" in name else name


def _parts(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [name for name in archive.namelist() if not _CARRIED.fullmatch(name)]


def _lost_tags(before: bytes, after: bytes) -> Iterator[str]:
    kept = _tags(after)
    for tag, count in _tags(before).items():
        if kept[tag] < count:
            yield f"tag: {tag.decode()}"


def _tags(data: bytes) -> Counter[bytes]:
    found: Counter[bytes] = Counter()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if _COUNTED.fullmatch(name):
                found.update(tag for tag in _TAG.findall(archive.read(name)) if tag not in _KNOWN_TAGS)
            elif name.endswith(".vml"):
                found.update(control for control in _CONTROL.findall(archive.read(name)) if control != b"Note")
    return found


def _lost_settings(first: OpenedWorkbook, second: OpenedWorkbook) -> Iterator[str]:
    if sorted(first.defined_names) != sorted(second.defined_names):
        yield "names"
    for sheet in first.worksheets:
        if sheet.title not in second.sheetnames:
            yield f"sheet: {sheet.title}"
            continue
        other = _settings(second[sheet.title])
        for name, value in _settings(sheet).items():
            if other[name] != value:
                yield f"{name}: {sheet.title}"


def _settings(sheet: OpenedSheet) -> Mapping[str, object]:
    """Return what the library knows of a sheet, comments and colours apart, which annotating changes."""
    cells = [cell for cell in sheet._cells.values() if isinstance(cell, Cell)]  # noqa: SLF001 - only those that exist
    return {
        "validations": sorted(repr(rule) for rule in sheet.data_validations.dataValidation),
        "widths": {key: (one.width, one.hidden, one.min, one.max) for key, one in sheet.column_dimensions.items()},
        "heights": {
            key: (one.height, one.hidden) for key, one in sheet.row_dimensions.items() if one.height or one.hidden
        },
        "protection": repr(sheet.protection),
        "panes": sheet.freeze_panes,
        "merged": sorted(merged.coord for merged in sheet.merged_cells.ranges),
        "filter": sheet.auto_filter.ref,
        "conditions": sorted((str(one.sqref), len(one.rules)) for one in sheet.conditional_formatting),
        "state": sheet.sheet_state,
        "headers": [_words(line) for line in (sheet.oddHeader, sheet.oddFooter)],
        "cells": {
            cell.coordinate: (
                str(cell.value),
                cell.number_format,
                cell.protection.locked,
                cell.font.b,
                cell.quotePrefix,
            )
            for cell in cells
            if cell.value is not None
        },
        "comments": sum(cell.comment is not None for cell in cells if cell.value is not None and cell.row == 1),
    }


def _words(line: HeaderFooterItem | None) -> tuple[str | None, ...]:
    return (line.left.text, line.center.text, line.right.text) if line else ()
