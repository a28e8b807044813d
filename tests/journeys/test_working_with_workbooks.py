"""``parafe new workbook`` and ``parafe convert``: an officer works in a spreadsheet program instead of in forms."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook as open_xlsx

from generator.cli import run
from generator.load.workbook import load_workbook
from tests.support.sample_workbooks import changed


def test_a_year_begins_with_a_workbook_and_has_only_one(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "workbook", "2018", "--convention", "dijon-chefchaouen-2016"]) == 0
    assert capsys.readouterr().out == "inputs/2018/programme.xlsx\n"
    made = workspace / "inputs/2018/programme.xlsx"
    before = made.read_bytes()
    assert run(["new", "workbook", "2018"]) == 1
    assert "inputs/2018/programme.xlsx: ES001" in capsys.readouterr().err
    assert made.read_bytes() == before
    loaded = load_workbook(made, "programme.xlsx")
    assert loaded.findings == ()
    assert loaded.programme.value is not None


@pytest.mark.usefixtures("workspace")
def test_a_year_that_has_forms_gets_no_workbook_beside_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "workbook", "2017"]) == 1
    assert "inputs/2017/2017-01.yaml: ES001" in capsys.readouterr().err
    assert not Path("inputs/2017/programme.xlsx").exists()


@pytest.mark.usefixtures("workspace")
def test_a_year_and_a_convention_that_cannot_be_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "workbook", "18"]) == 1
    assert run(["new", "workbook", "2018", "--convention", "inconnue"]) == 1
    shown = capsys.readouterr().err
    assert "n’est pas une année" in shown
    assert "FO053" in shown
    assert not Path("inputs/2018").exists()


def test_a_year_goes_through_a_workbook_and_its_check_finds_the_same(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "inputs/2017/2017-03.yaml", "--final", "--quiet"]) == 0
    before = capsys.readouterr().err
    assert run(["convert", "inputs/2017", "p.xlsx"]) == 0
    assert capsys.readouterr().out == "p.xlsx\n"
    shutil.rmtree(workspace / "inputs/2017")
    assert run(["convert", "p.xlsx", "inputs/2017"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 7
    assert run(["check", "inputs/2017/2017-03.yaml", "--final", "--quiet"]) == 0
    after = capsys.readouterr().err
    assert [line.split(": ", 1)[1] for line in after.splitlines()] == [
        line.split(": ", 1)[1] for line in before.splitlines()
    ]


@pytest.mark.usefixtures("workspace")
def test_a_sheet_saved_as_text_comes_back_under_a_new_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", "inputs/2017", "p.xlsx"]) == 0
    Path("export.csv").write_bytes("action;ordre;langue;statut\r\n2017-01;;français;fait_foi\r\n".encode("cp1252"))
    assert run(["convert", "export.csv", "p.xlsx", "q.xlsx", "--sheet", "Langues"]) == 0
    assert capsys.readouterr().out == "p.xlsx\nq.xlsx\n"
    loaded = load_workbook(Path("q.xlsx"), "q.xlsx")
    assert [len(action.value.languages) for action in loaded.actions.values() if action.value] == [1, 0, 0, 0, 0, 0]


def test_what_a_check_finds_is_written_into_a_copy_of_the_workbook(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = workspace / "inputs/2018/programme.xlsx"
    book.parent.mkdir()
    book.write_bytes(changed(_spoil))
    before = book.read_bytes()
    assert run(["check", str(book), "--annotate", "relu.xlsx", "--quiet"]) == 1
    shown = capsys.readouterr()
    assert shown.out == "relu.xlsx\n"
    assert "inputs/2018/programme.xlsx:Budget dépenses!G3: FO078" in shown.err
    comment = open_xlsx(workspace / "relu.xlsx")["Budget dépenses"]["G3"].comment
    assert comment is not None
    assert "FO078" in comment.text
    assert book.read_bytes() == before
    assert run(["check", str(book), "--annotate", "relu.xlsx", "--quiet"]) == 1
    assert "relu.xlsx: ES001" in capsys.readouterr().err
    assert run(["check", str(book), "--annotate", "json.xlsx", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["produced"] == ["json.xlsx"]
    assert run(["check", "inputs/2017", "--annotate", "autre.xlsx"]) == 2
    assert "--annotate" in capsys.readouterr().err


def test_findings_stand_apart_from_a_workbook_that_a_copy_would_spoil(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with xlsxwriter.Workbook(workspace / "p.xlsx") as book:
        book.add_worksheet("Actions").insert_textbox(3, 3, "à ne pas perdre")
    assert run(["check", "p.xlsx", "--annotate", "constats.xlsx", "--quiet"]) == 1
    shown = capsys.readouterr()
    assert shown.out == "constats.xlsx\n"
    assert "un classeur à part" in shown.err
    assert open_xlsx(workspace / "constats.xlsx").sheetnames == ["Constats"]


def _spoil(book: Any) -> None:
    book["Budget dépenses"]["G3"] = "=1+1"


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.xlsx", "b.xlsx"],
        ["a.csv", "b.xlsx"],
        ["inputs/2017", "dossier"],
        ["rien", "b.xlsx"],
        ["a.xlsx", "dossier", "c.xlsx"],
        ["inputs/2017", "b.xlsx", "--sheet", "Langues"],
    ],
)
@pytest.mark.usefixtures("workspace")
def test_what_cannot_be_converted_is_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Donnez un classeur" in shown.err or "--sheet" in shown.err
