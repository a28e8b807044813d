"""What was read of a form is kept: the next run gets the very same values, places and messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.kept_trees import KeptTrees
from generator.load.yaml_file import load_bytes
from generator.model import Action, Programme
from tests.support.places import OFFICERS, ROOT

FORMS = sorted([*(ROOT / "inputs/2017").glob("2017-*.yaml"), *OFFICERS.glob("*/*.yaml")])


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_kept_gives_what_the_form_gives(form: Path, tmp_path: Path) -> None:
    data, kept = form.read_bytes(), KeptTrees(tmp_path / "formulaires")
    read = load_bytes(data, form.name, Action)
    first, again = (load_bytes(data, form.name, Action, kept) for _ in range(2))
    for given in (first, again):
        assert (given.value, given.partial, given.findings, given.left_out) == (
            read.value,
            read.partial,
            read.findings,
            read.left_out,
        )
        assert dict(given.places.by_path) == dict(read.places.by_path)


def test_a_form_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, kept = FORMS[0].read_bytes(), KeptTrees(tmp_path)
    value = load_bytes(data, "a.yaml", Action, kept).value
    monkeypatch.setattr("generator.load.yaml_file.read_tree", None)
    assert load_bytes(data, "a.yaml", Action, kept).value == value


@pytest.mark.parametrize("spoilt", [b"", b"x", b"x\x9c", b"\x78\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_damaged_file_is_read_anew(spoilt: bytes, tmp_path: Path) -> None:
    data, kept = FORMS[0].read_bytes(), KeptTrees(tmp_path)
    read = load_bytes(data, "a.yaml", Action, kept)
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    file.write_bytes(spoilt)
    file.chmod(0o600)
    again = load_bytes(data, "a.yaml", Action, kept)
    assert again.value == read.value
    assert load_bytes(data, "a.yaml", Action, kept).value == read.value


def test_a_form_with_a_fault_is_not_kept(tmp_path: Path) -> None:
    load_bytes(b"annee: 2017\nannee: 2018\nconvention: a\n", "programme.yaml", Programme, KeptTrees(tmp_path))
    assert not list(tmp_path.iterdir())


def test_another_byte_is_another_form(tmp_path: Path) -> None:
    kept = KeptTrees(tmp_path)
    load_bytes(b"annee: 2017\nconvention: a\n", "programme.yaml", Programme, kept)
    other = load_bytes(b"annee: 2018\nconvention: a\n", "programme.yaml", Programme, kept).value
    assert other is not None
    assert other.year == 2018


def test_a_fault_of_a_value_is_told_at_its_place_from_what_was_kept(tmp_path: Path) -> None:
    data, kept = b"annee: 2017\nconvention: a\nseances:\n  - partie: b\n    date: hier\n    \n", KeptTrees(tmp_path)
    first, again = (load_bytes(data, "programme.yaml", Programme, kept) for _ in range(2))
    assert list(tmp_path.rglob("*/*"))
    assert first.findings
    assert again.findings == first.findings
