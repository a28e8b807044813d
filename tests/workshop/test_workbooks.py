"""A year in a workbook gives what its forms give; what is said of an action names its sheet and its cell."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from generator.cli import run
from generator.conductors.batch import BatchRequest
from tests.support.workspaces import NUMBERS, copy_shipped
from tests.workshop.sample_years import DAY, YEAR, run_year, tree_of

WORKBOOK = YEAR / "programme.xlsx"


@pytest.fixture
def in_workbook(workspace: Path, tmp_path: Path) -> Path:
    """The workspace, its year being in a workbook."""
    book = tmp_path / "programme.xlsx"
    assert run(["convert", str(workspace / YEAR), str(book), "--workspace", str(workspace)]) == 0
    for form in (workspace / YEAR).glob("*.yaml"):
        form.unlink()
    book.rename(workspace / WORKBOOK)
    return workspace


@pytest.fixture
def in_files(tmp_path: Path) -> Path:
    return copy_shipped(tmp_path / "fichiers")


def set_cell(root: Path, sheet: str, heading: str, old: str, new: str) -> str:
    """Change the first cell of a column that holds a value; return its name."""
    book = openpyxl.load_workbook(root / WORKBOOK)
    column = next(cell.column for cell in book[sheet][1] if cell.value == heading)
    cell = next(row[column - 1] for row in book[sheet].iter_rows(min_row=2) if row[column - 1].value == old)
    cell.value = new
    book.save(root / WORKBOOK)
    return f"{sheet}!{cell.coordinate}"


def documents(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree_of(root / "output").items() if name.endswith(".docx")}


@pytest.mark.parametrize("final", [False, True], ids=["drafts", "packages"])
def test_a_year_gives_equal_documents_from_its_folder_and_from_its_workbook(
    final: bool, in_workbook: Path, in_files: Path
) -> None:
    request = BatchRequest(DAY, final=final)
    assert run_year(in_workbook, request).made == run_year(in_files, request).made == list(NUMBERS)
    assert documents(in_workbook) == documents(in_files)
    assert run_year(in_workbook, request).made == []


def test_packages_of_a_workbook_are_intact_and_made_again(in_workbook: Path) -> None:
    run_year(in_workbook, BatchRequest(DAY, final=True))
    packages = sorted(str(path) for path in in_workbook.glob("output/2017/*/dossier-v1"))
    assert len(packages) == len(NUMBERS)
    assert run(["verify", *packages]) == 0


def test_a_cell_changed_concerns_its_action_alone(in_workbook: Path) -> None:
    run_year(in_workbook)
    set_cell(in_workbook, "Actions", "service_referent", "Direction de la culture", "Direction des musées")
    assert run_year(in_workbook).made == ["2017-03"]


def test_a_finding_names_the_cell_and_the_action(in_workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cell = set_cell(in_workbook, "Actions", "service_referent", "Direction de la culture", "XXX")
    run(["check", str(in_workbook / WORKBOOK), "--format", "json"])
    told = json.loads(capsys.readouterr().out)["findings"]
    here = [finding for finding in told if f"{finding.get('sheet')}!{finding.get('cell')}" == cell]
    assert here
    assert all("action 2017-03" in finding["message"] for finding in here)


def test_what_the_year_forbids_names_the_action_of_the_workbook(in_workbook: Path) -> None:
    set_cell(in_workbook, "Délibérations", "numero", "DM-2017-EX-042", "DM-2017-EX-041")
    run = run_year(in_workbook, BatchRequest(DAY, final=True))
    refused = [number for number, outcome in run.outcomes.items() if not outcome.done]
    assert set(refused) & {"2017-01", "2017-02"}
    assert len(list(in_workbook.glob("output/2017/*/dossier-v1"))) == len(NUMBERS) - len(refused)


def test_generating_takes_a_workbook_for_all_its_actions(in_workbook: Path, in_files: Path) -> None:
    for root in (in_workbook, in_files):
        assert run(["generate", str(root / YEAR), "--workspace", str(root), "--quiet"]) == 0
    assert documents(in_workbook) == documents(in_files)


def test_a_workbook_that_cannot_be_read_is_told(in_workbook: Path) -> None:
    (in_workbook / WORKBOOK).write_bytes(b"rien")
    run = run_year(in_workbook)
    assert not run.end.done
    assert [finding.code for outcome in run.outcomes.values() for finding in outcome.findings] == ["FO070"]


def test_a_workbook_without_actions_is_told(in_workbook: Path) -> None:
    book = openpyxl.load_workbook(in_workbook / WORKBOOK)
    for sheet in book.worksheets:
        if sheet.title not in {"Programme", "Séances", "Crédits"}:
            sheet.delete_rows(2, sheet.max_row)
    book.save(in_workbook / WORKBOOK)
    run = run_year(in_workbook)
    assert not run.end.done
    assert "FO100" in {finding.code for outcome in run.outcomes.values() for finding in outcome.findings}


def test_status_tells_the_actions_of_a_workbook(in_workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_year(in_workbook)
    capsys.readouterr()
    assert run(["status", str(in_workbook / YEAR), "--date", "2017-03-15"]) == 0
    told = capsys.readouterr().out
    assert told.count("projets à jour") == len(NUMBERS)


def test_forms_beside_a_workbook_are_refused(in_workbook: Path, in_files: Path) -> None:
    shutil.copy(in_files / YEAR / "2017-03.yaml", in_workbook / YEAR / "2017-03.yaml")
    run = run_year(in_workbook)
    assert "PU004" in {finding.code for finding in run.outcomes["2017-03"].findings}
    assert not (in_workbook / "output/2017/2017-03").exists()


def test_the_year_before_is_looked_at_and_never_written_to(in_workbook: Path, in_files: Path) -> None:
    """Last year in a workbook, never batched: this year’s run reads it, and leaves nothing beside its outputs."""
    (in_workbook / "inputs/2017").rename(in_workbook / "inputs/2016")
    shutil.copytree(in_files / YEAR, in_workbook / YEAR)
    first = run_year(in_workbook)
    assert sorted(path.name for path in (in_workbook / "output").iterdir()) == ["2017"]
    assert run_year(in_workbook).end.findings == first.end.findings
