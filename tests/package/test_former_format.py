"""Packages whose sources stand in a folder, as those of the first format: they are still read."""

import shutil
from pathlib import Path

import pytest

from generator.package.provenance import origin_of, sources_of
from generator.package.verification import verify
from tests.support.places import TESTS

FORMER = TESTS / "package" / "format-1"
FORM = "inputs/2017/2017-01.yaml"


@pytest.fixture
def former(tmp_path: Path) -> Path:
    """A package that the first format’s own program made."""
    return Path(shutil.copytree(FORMER, tmp_path / "dossier-v1"))


def test_a_package_of_the_first_format_verifies(former: Path) -> None:
    assert verify(former) == []


def test_its_sources_are_those_of_its_folder(former: Path) -> None:
    held = sources_of(former)
    assert sorted(held) == [FORM, "inputs/conventions/valmont.yaml", "templates/page_de_garde/document.yaml"]
    assert held[FORM] == (former / "sources" / FORM).read_bytes()
    origin = origin_of(former)
    assert (origin.form, origin.is_told, origin.program) == (FORM, True, "parafe 1.0")


def test_a_source_of_its_folder_changed_missing_or_extra_is_told(former: Path) -> None:
    (former / "sources" / FORM).write_bytes(b"numero: 2017-02\n")
    (former / "sources/inputs/conventions/valmont.yaml").unlink()
    (former / "sources/note.txt").write_bytes(b"")
    start = f"{former.as_posix()}/sources/"
    assert {(finding.code, finding.place.file.removeprefix(start)) for finding in verify(former)} == {
        ("DO004", FORM),
        ("DO005", "inputs/conventions/valmont.yaml"),
        ("DO006", "inputs/conventions"),
        ("DO006", "note.txt"),
    }


def test_an_archive_beside_the_folder_is_one_file_too_many(former: Path) -> None:
    (former / "sources.zip").write_bytes(b"PK")
    assert [(finding.code, Path(finding.place.file).name) for finding in verify(former)] == [("DO006", "sources.zip")]
