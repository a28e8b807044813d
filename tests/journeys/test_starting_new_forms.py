"""``parafe new``, ``parafe schema`` and ``parafe init``: what somebody starts a year, or a convention, with."""

import json
from pathlib import Path

import pytest

from generator.cli import run


def test_the_command_starts_from_an_old_file_and_leaves_it_untouched(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = workspace / "inputs/2017/2017-01.yaml"
    before = old.read_bytes()
    assert run(["new", "action", "2018", "--from", str(old)]) == 0
    assert capsys.readouterr().out == "inputs/2018/2018-01.yaml\ninputs/2018/programme.yaml\n"
    assert old.read_bytes() == before


@pytest.mark.usefixtures("workspace")
def test_the_command_refuses_a_year_a_file_and_a_name_that_cannot_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "action", "18"]) == 1
    assert run(["new", "action", "2018", "--from", "inputs/2017/rien.yaml"]) == 1
    assert run(["new", "convention", "../ailleurs"]) == 1
    assert run(["new", "convention", "dijon-chefchaouen-2016"]) == 1
    error = capsys.readouterr().err
    assert "n’est pas une année" in error
    assert "FO001" in error
    assert "n’est pas un identifiant" in error
    assert "existe déjà" in error
    assert not Path("inputs/2018").exists()


def test_a_new_convention_comes_with_its_events(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "convention", "valmont-tazerout-2020"]) == 0
    paths = capsys.readouterr().out.splitlines()
    assert [Path(path).name for path in paths] == [
        "valmont-tazerout-2020.yaml",
        "valmont-tazerout-2020.evenements.yaml",
    ]
    assert all((workspace / path).is_file() for path in paths)


def test_the_schema_command_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "programme"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Programme annuel"
    assert run(["schema", "inconnu"]) == 2
    assert "action, convention, evenements" in capsys.readouterr().err


def test_a_fresh_workspace_passes_its_own_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "cooperation"]) == 0
    monkeypatch.chdir(tmp_path / "cooperation")
    capsys.readouterr()
    assert run(["check", "inputs/2017"]) == 0
    assert "erreur]" not in capsys.readouterr().err
    assert run(["new", "action", "2018"]) == 0
    assert capsys.readouterr().out == "inputs/2018/2018-01.yaml\ninputs/2018/programme.yaml\n"
