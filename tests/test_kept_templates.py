"""Compiled templates kept between runs: served for the very files that they came from, and read from nobody else."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.kept_templates import KeptTemplates
from generator.rendering import compile_template
from generator.shelf import Shelf
from generator.workspace import Workspace, own_cache
from tests.support.word import document
from tests.support.workspaces import copy_shipped

SOURCES = {"a/modele.docx": b"1", "a/document.yaml": b"2"}


def kept_in(folder: Path) -> KeptTemplates:
    kept = KeptTemplates(folder)
    kept.put(SOURCES, compile_template(document("{{ a }}")))
    return kept


def test_a_template_is_served_for_the_very_files_that_it_came_from(tmp_path: Path) -> None:
    kept = kept_in(tmp_path / "cache")
    served = kept.get(SOURCES)
    assert served is not None
    assert served.render({"a": "x"}) == compile_template(document("{{ a }}")).render({"a": "x"})


@pytest.mark.parametrize(
    "sources",
    [SOURCES | {"a/modele.docx": b"3"}, SOURCES | {"clauses/c.docx": b""}, {"b/modele.docx": b"1"}, {}],
    ids=["changed", "one more", "another", "none"],
)
def test_no_template_is_served_for_other_files(sources: dict[str, bytes], tmp_path: Path) -> None:
    assert kept_in(tmp_path / "cache").get(sources) is None


class Trap:
    """What runs code when it is read back."""

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (f"{os.environ['PIEGE']}/ouvert",)


def set_trap(file: Path) -> None:
    file.write_bytes(pickle.dumps(Trap()))


def by_group(file: Path) -> None:
    set_trap(file)
    file.chmod(0o620)


def by_all(file: Path) -> None:
    set_trap(file)
    file.chmod(0o602)


def in_open_folder(file: Path) -> None:
    set_trap(file)
    file.parent.chmod(0o777)


def by_link(file: Path) -> None:
    elsewhere = file.parent.with_name("ailleurs")
    file.rename(elsewhere)
    set_trap(elsewhere)
    file.symlink_to(elsewhere)


def in_linked_folder(file: Path) -> None:
    set_trap(file)
    file.parent.rename(file.parent.with_name("ailleurs"))
    file.parent.symlink_to(file.parent.with_name("ailleurs"))


@pytest.mark.parametrize("laid", [by_group, by_all, in_open_folder, by_link, in_linked_folder])
def test_what_another_could_have_written_never_runs(
    laid: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIEGE", str(tmp_path))
    kept = kept_in(tmp_path / "cache")
    (file,) = (tmp_path / "cache").iterdir()
    laid(file)
    assert kept.get(SOURCES) is None
    assert not (tmp_path / "ouvert").exists()


def test_what_another_user_owns_never_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIEGE", str(tmp_path))
    kept = kept_in(tmp_path / "cache")
    (file,) = (tmp_path / "cache").iterdir()
    set_trap(file)
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    assert kept.get(SOURCES) is None
    assert not (tmp_path / "ouvert").exists()


def test_a_damaged_file_is_replaced(tmp_path: Path) -> None:
    kept = kept_in(tmp_path / "cache")
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(file.read_bytes()[:100])
    assert kept.get(SOURCES) is None
    kept.put(SOURCES, compile_template(document("{{ a }}")))
    assert kept.get(SOURCES) is not None


def test_where_nothing_can_be_kept_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "fichier").touch()
    assert kept_in(tmp_path / "fichier" / "cache").get(SOURCES) is None


def test_the_folder_stays_small(tmp_path: Path) -> None:
    kept, template = KeptTemplates(tmp_path / "cache"), compile_template(document("{{ a }}"))
    for rank in range(70):
        kept.put({"modele.docx": bytes([rank])}, template)
    assert len(list((tmp_path / "cache").iterdir())) == 64
    assert kept.get({"modele.docx": b"\x00"}) is None
    assert kept.get({"modele.docx": bytes([69])}) is not None


def test_documents_are_the_same_from_a_template_that_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace(copy_shipped(tmp_path), tmp_path / "cache")
    first = Shelf.of(workspace)
    made = first.sources(first.kinds)
    monkeypatch.setattr("generator.shelf.compile_template", None)
    again = Shelf.of(workspace)
    assert again.sources(again.kinds) == made


@pytest.mark.parametrize("name", ["modele.docx", "document.yaml", "../clauses/nouvelle.docx"])
def test_a_kind_that_somebody_edited_is_compiled_and_judged_anew(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(copy_shipped(tmp_path), tmp_path / "cache")
    Shelf.of(workspace).template_findings("ordre_de_mission")
    file = workspace.kind("ordre_de_mission") / name
    file.parent.mkdir(exist_ok=True)
    with file.open("ab") as edited:
        edited.write(b"\n")
    compiled: list[Path] = []
    monkeypatch.setattr("generator.shelf.compile_template", lambda path, **_: compiled.append(path) or sound)
    sound = compile_template(workspace.kind("ordre_de_mission") / "modele.docx", clauses=workspace.clauses)
    Shelf.of(workspace).template_findings("ordre_de_mission")
    assert compiled == [workspace.kind("ordre_de_mission") / "modele.docx"]


def test_what_stands_among_the_clauses_and_cannot_be_read_bars_nothing(tmp_path: Path) -> None:
    workspace = Workspace(copy_shipped(tmp_path), tmp_path / "cache")
    workspace.clauses.mkdir(exist_ok=True)
    (workspace.clauses / "dossier.docx").mkdir()
    (workspace.clauses / "nulle part.docx").symlink_to(tmp_path / "rien")
    assert Shelf.of(workspace).template_findings("ordre_de_mission") == ()


@pytest.mark.parametrize(("given", "expected"), [("/x", Path("/x/parafe")), ("x", None), ("", None)])
def test_the_cache_is_where_the_user_keeps_caches(
    given: str, expected: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", given)
    monkeypatch.setenv("HOME", "/moi")
    assert own_cache() == (expected or Path("/moi/.cache/parafe"))
    monkeypatch.delattr(os, "geteuid")
    assert own_cache() is None
