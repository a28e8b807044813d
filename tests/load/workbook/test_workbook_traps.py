"""What is no workbook, or is made to take all time or all memory: it is told, and never opened."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.load.workbook import load_workbook, read_workbook
from tests.support.reading import plain
from tests.support.sample_workbooks import sample

FILE = "programme.xlsx"


def _archive(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(sample())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_part(change: Callable[[bytes], bytes], name: str = "xl/worksheets/sheet6.xml") -> bytes:
    parts = _parts()
    parts[name] = change(parts[name])
    return _archive(parts)


def _merging(reference: bytes) -> Callable[[bytes], bytes]:
    merged = b'<mergeCells count="1"><mergeCell ref="' + reference + b'"/></mergeCells>'
    return lambda part: part.replace(b"</sheetData>", b"</sheetData>" + merged)


TRAPS = {
    "texte": (b"numero: 2018-01\n", "FO070", "fichier .xlsx"),
    "ancien format": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "FO070", "chiffré"),
    "vide": (b"", "FO070", "fichier .xlsx"),
    "tronqué": (sample()[: len(sample()) // 2], "FO070", "abîmé"),
    "autre archive": (_archive({"mimetype": b"application/vnd.oasis"}), "FO070", "manque une partie"),
    "sans feuilles": (_archive({"xl/workbook.xml": b"<workbook/>"}), "FO070", ""),
    "feuille abîmée": (_with_part(lambda part: part[: len(part) // 2]), "FO070", "abîmé"),
    "bombe": (_archive({**_parts(), "xl/media/a.bin": b"\0" * 61_000_000}), "FO071", "60 Mo"),
    "cellules sans fin": (_with_part(lambda part: part + b"<c/>" * 2_000_001), "FO071", "trop de cellules"),
    "mille parties": (_archive({**_parts(), **{f"a{n}": b"" for n in range(1000)}}), "FO071", "parties"),
    "entités": (_with_part(lambda part: b'<!DOCTYPE a [<!ENTITY b "c">]>' + part), "FO071", "entités"),
    "entités ailleurs": (_archive({**_parts(), "a.bin": b"<!DOCTYPE a>"}), "FO071", "entités"),
    "UTF-16": (_with_part(lambda part: part.decode().encode("utf-16")), "FO071", "UTF-8"),
    "EBCDIC": (_with_part(lambda part: b'<?xml version="1.0" encoding="cp500"?>' + part), "FO071", "UTF-8"),
    "fusion sans fin": (_with_part(_merging(b"A1:XFD1048576")), "FO071", "A1:XFD1048576"),
    "fusion de colonnes": (_with_part(_merging(b"A:XFD")), "FO071", "A:XFD"),
    "fusion déguisée": (_with_part(_merging(b"&#65;1:XFD1048576")), "FO071", "&#65;1"),
}


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_told_and_not_opened(name: str) -> None:
    data, code, words = TRAPS[name]
    loaded = read_workbook(data, FILE)
    (finding,) = loaded.findings
    assert finding.code == code
    assert words in plain(finding.message)
    assert loaded.actions == {}
    assert loaded.programme.value is None


def test_a_workbook_that_is_not_there_is_told(tmp_path: Path) -> None:
    (finding,) = load_workbook(tmp_path / "rien.xlsx", FILE).findings
    assert finding.code == "FO001"


@given(st.integers(0, len(sample()) - 1), st.integers(0, 255))
@settings(max_examples=60, phases=[Phase.generate])
def test_a_flipped_byte_never_raises(position: int, byte: int) -> None:
    data = bytearray(sample())
    data[position] = byte
    loaded = read_workbook(bytes(data), FILE)
    assert loaded.findings or loaded.programme.value is not None


@given(st.sampled_from(sorted(_parts())), st.data())
@settings(max_examples=60, phases=[Phase.generate])
def test_a_spoilt_part_never_raises(name: str, data: st.DataObject) -> None:
    part = _parts()[name]
    position = data.draw(st.integers(0, len(part)))
    length = data.draw(st.integers(0, 40))
    loaded = read_workbook(_with_part(lambda old: old[:position] + old[position + length :], name), FILE)
    assert loaded.findings or loaded.programme.value is not None
