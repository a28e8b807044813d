"""Logos: pictures of the two formats that Word reads, by the identifier of the body whose they are."""

from pathlib import Path

import pytest

from generator.load import load_logos
from generator.workspace import Workspace
from tests.support.docxtpl_values import picture

PNG = picture().getvalue()
FRAME = b"\xff\xc0\x00\x11\x08\x00\x0a\x00\x14" + b"\x00" * 10
HEAD = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00H\x00H\x00\x00"
JPEG = HEAD + FRAME


def put(root: Path, name: str, content: bytes) -> Workspace:
    folder = root / "inputs" / "logos"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return Workspace(root)


def test_a_workspace_without_logos_has_none(tmp_path: Path) -> None:
    loaded = load_logos(Workspace(tmp_path))
    assert (loaded.value, loaded.findings, loaded.sources) == ({}, (), {})


@pytest.mark.parametrize(("name", "content"), [("valmont.png", PNG), ("Valmont.JPG", JPEG), ("valmont.jpeg", JPEG)])
def test_a_logo_is_known_by_the_identifier_of_its_body_and_kept_among_the_sources(
    tmp_path: Path, name: str, content: bytes
) -> None:
    loaded = load_logos(put(tmp_path, name, content))
    assert loaded.value == {"valmont": content}
    assert loaded.sources == {f"inputs/logos/{name}": content}


def test_what_is_no_picture_by_its_name_is_not_read(tmp_path: Path) -> None:
    assert load_logos(put(tmp_path, "lisez-moi.txt", b"")).value == {}


@pytest.mark.parametrize(
    "content",
    [
        b"GIF89a",
        PNG[:20],
        PNG[:40],
        PNG[:16] + b"\x00" * 8 + PNG[24:],
        b"\xff\xd8\xff",
        HEAD,
        HEAD + FRAME[:6],
        HEAD + b"\x00" * 40,
        HEAD.replace(b"JFIF", b"Adob") + FRAME,
        HEAD + FRAME.replace(b"\x00\x0a\x00\x14", b"\x00" * 4),
    ],
)
def test_a_file_that_is_no_picture_or_was_cut_short_is_told_beside_those_that_are(
    tmp_path: Path, content: bytes
) -> None:
    put(tmp_path, "valmont.png", PNG)
    loaded = load_logos(put(tmp_path, "assif.png", content))
    assert loaded.value is None
    assert loaded.partial == {"valmont": PNG}
    assert [(found.code, found.place.file) for found in loaded.findings] == [("FO058", "inputs/logos/assif.png")]
