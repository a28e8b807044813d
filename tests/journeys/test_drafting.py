"""``parafe generate``: drafts of an action or of a year, made again as the form goes on."""

import shutil
from pathlib import Path

import pytest

from generator.cli import run
from tests.support.workspaces import NUMBERS, Made, edit


def test_drafts_are_written_and_their_paths_printed(example_year: Made) -> None:
    assert example_year.codes[0] == 0
    paths = example_year.printed[0]
    assert {f"output/2017/{number}/projets/convention_specifique.docx" for number in NUMBERS} <= set(paths)
    assert all((example_year.root / path).is_file() for path in paths)


def test_one_bad_action_stops_no_other(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(workspace / "inputs/2017/2017-02.yaml", "numero:", "numro:")
    assert run(["generate", "inputs/2017"]) == 1
    captured = capsys.readouterr()
    made = {path.split("/")[2] for path in captured.out.splitlines()}
    assert made == {"2017-01", "2017-03", "2017-04", "2017-05", "2017-06"}
    assert "vouliez-vous dire « numero »" in captured.err


def test_a_draft_edited_by_hand_is_left_and_said(
    example_year: Made, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = Path("output/2017/2017-01/projets")
    shutil.copytree(example_year.root / drafts, workspace / drafts)
    draft = drafts / "convention_specifique.docx"
    draft.write_bytes(draft.read_bytes() + b"\0")
    edited = draft.read_bytes()
    assert run(["generate", "inputs/2017/2017-01.yaml"]) == 1
    assert draft.read_bytes() == edited
    assert "PU001" in capsys.readouterr().err
    assert run(["generate", "inputs/2017/2017-01.yaml", "--overwrite"]) == 0
    assert draft.read_bytes() != edited
    assert draft.with_name("convention_specifique-modifie-1.docx").read_bytes() == edited


@pytest.mark.usefixtures("workspace")
def test_an_unknown_kind_is_refused_with_those_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017/2017-01.yaml", "--only", "ordre_mission"]) == 1
    error = capsys.readouterr().err
    assert "MO001" in error
    assert "ordre_de_mission" in error


@pytest.mark.usefixtures("workspace")
def test_the_framework_is_printed_only_when_asked(example_year: Made, capsys: pytest.CaptureFixture[str]) -> None:
    assert not [path for path in example_year.printed[0] if "convention_cadre" in path]
    assert run(["generate", "inputs/2017/2017-01.yaml", "--only", "convention_cadre"]) == 0
    assert capsys.readouterr().out == "output/2017/2017-01/projets/convention_cadre.docx\n"


@pytest.mark.usefixtures("workspace")
def test_the_year_s_own_files_are_context_and_are_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017/*.yaml", "--only", "convention_specifique"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 6


def test_a_mission_order_that_nobody_needs_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = workspace / "inputs/2017/2017-06.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("qualite: agent", "qualite: elu"), encoding="utf-8")
    run(["generate", "inputs/2017/2017-06.yaml", "--only", "ordre_de_mission"])
    assert "MO005" in capsys.readouterr().err


def test_a_log_keeps_what_was_found_and_made(workspace: Path) -> None:
    log = workspace / "journal.txt"
    assert run(["check", "inputs/2017", "--log", str(log), "--quiet"]) == 0
    assert run(["generate", "inputs/2017/2017-03.yaml", "--log", str(log), "--quiet"]) == 0
    text = log.read_text(encoding="utf-8")
    assert "CC041" in text
    assert "output/2017/2017-03/projets/convention_specifique.docx" in text
