"""The kept copies of what assemblies approved: read inside the workspace, within a size, in the format of today."""

import os
from pathlib import Path

import pytest

from generator.artifacts import KeptText
from generator.load import load_case
from generator.load.kept import MOST_BYTES, load_kept_texts, read_substance
from generator.model import Action
from generator.workspace import Workspace
from tests.support.workspaces import edit

DATA = '{{"format":{},"sha256":"ab","substance":{{"action":"2017-01","convention":"x"}}}}'


def kept(root: Path, file: str) -> KeptText:
    approved = {"fichier": file, "sha256": "ab" * 32}
    votes = [{"partie": "tazerout"}, {"partie": "valmont", "texte_approuve": approved}]
    action = Action.model_validate({"numero": "2017-01", "convention": "x", "deliberations": votes})
    (found,) = load_kept_texts(action, Workspace(root))
    return found


def test_a_copy_is_read_with_the_data_beside_it_and_the_deliberation_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "voté.docx").write_bytes(b"acte")
    (tmp_path / "voté.donnees.json").write_text(DATA.format(1), encoding="utf-8")
    found = kept(tmp_path, "voté.docx")
    assert (found.rank, found.party, found.content) == (1, "valmont", b"acte")
    assert found.substance is not None
    assert (found.substance.action, found.described) == ("2017-01", "ab")


@pytest.mark.parametrize("name", ["{outside}", "../{name}", "votes/../../{name}", "..\\{name}"])
def test_nothing_is_read_outside_the_workspace(name: str, tmp_path: Path) -> None:
    root, outside = tmp_path / "espace", tmp_path / "ailleurs.docx"
    (root / "votes").mkdir(parents=True)
    outside.write_bytes(b"secret")
    assert kept(root, name.format(outside=outside, name=outside.name)).content is None


@pytest.mark.parametrize(("size", "is_read"), [(MOST_BYTES, True), (MOST_BYTES + 1, False)])
def test_a_copy_is_read_up_to_a_size(size: int, *, is_read: bool, tmp_path: Path) -> None:
    (tmp_path / "a.docx").touch()
    os.truncate(tmp_path / "a.docx", size)
    assert (kept(tmp_path, "a.docx").content is not None) is is_read


def test_a_folder_or_nothing_has_no_content(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    assert kept(tmp_path, "a.docx").content is None
    assert kept(tmp_path, "b.docx").content is None


@pytest.mark.parametrize(("text", "is_read"), [(DATA.format(1), True), (DATA.format(2), False), ("{}", False)])
def test_data_are_read_in_the_format_of_today_alone(text: str, *, is_read: bool) -> None:
    assert (read_substance(text.encode()) is not None) is is_read


def test_what_was_voted_is_among_the_sources_of_the_act(workspace: Path) -> None:
    form = workspace / "inputs/2017/2017-03.yaml"
    edit(form, "  - partie: dijon\n    organe", "  - partie: dijon\n    texte_approuve: {fichier: a.docx}\n    organe")
    (workspace / "a.docx").write_bytes(b"acte")
    assert load_case(form, Workspace(workspace)).sources["a.docx"] == b"acte"
