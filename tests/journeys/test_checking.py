"""``parafe check``: somebody types a form, and is told what is wrong, where, and how to mend it."""

import json
from pathlib import Path

import pytest

from generator.cli import run
from tests.support.reading import plain
from tests.support.workspaces import edit


def test_findings_are_one_a_line_with_file_line_column_code_and_severity(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(workspace / "inputs/2017/2017-01.yaml", "axe: developpement_economique", "axe: developement_economique")
    assert run(["check", "inputs/2017/2017-01.yaml"]) == 1
    lines = capsys.readouterr().err.splitlines()
    (line,) = [line for line in lines if "developement" in line]
    told = plain(line)
    assert told.startswith("inputs/2017/2017-01.yaml:13:6: CC030 [erreur] Axe inconnu « developement_economique ». ")


def test_json_findings_have_the_keys_of_the_contract(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(workspace / "inputs/2017/2017-01.yaml", "axe: developpement_economique", "axe: inconnu")
    assert run(["check", "inputs/2017/2017-01.yaml", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    keys = {"code", "severity", "file", "line", "column", "path", "message", "fix", "citation"}
    assert report["findings"]
    assert all(set(finding) == keys for finding in report["findings"])


@pytest.mark.usefixtures("workspace")
def test_a_file_that_does_not_exist_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "inputs/2017/2017-99.yaml"]) == 1
    assert "2017-99" in capsys.readouterr().err


def test_a_folder_without_actions_says_so(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "inputs/2030").mkdir()
    for command in ("generate", "check"):
        assert run([command, "inputs/2030"]) == 1
        assert "Aucune action" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "code"),
    [("2017-07.yml", "FO051"), ("programme.xlsx", "FO070"), ("~$programme.xlsx", None), ("notes.txt", None)],
)
def test_no_form_of_a_year_is_left_out_unseen_for_its_extension(
    name: str, code: str | None, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = (workspace / "inputs/2017/2017-01.yaml").read_bytes()  # under another name: FO051 tells that it was read
    (workspace / "inputs/2017" / name).write_bytes(b"PK\3\4" if name.endswith("xlsx") else content)
    assert run(["check", "inputs/2017", "--format", "json"]) == (1 if code else 0)
    found = {
        finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"] if finding["file"].endswith(name)
    }
    assert found if code else not found
    assert code is None or code in found  # a copy contradicts its model besides
