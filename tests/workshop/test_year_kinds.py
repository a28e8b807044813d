"""A document of the year that somebody asks for by its kind: from the folder of the year, draft or final."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import run
from tests.support.workspaces import edit
from tests.workshop.sample_years import YEAR

KINDS = ["programme_annuel", "rapport_evaluation_annuelle", "bilan_renouvellement"]
PLACE = Path("output/2017/programme")


def generate(root: Path, *options: str, what: Path = YEAR) -> int:
    return run(["generate", str(root / what), "--workspace", str(root), *options])


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_the_year_is_drafted_alone(kind: str, workspace: Path) -> None:
    assert generate(workspace, "--only", kind) == 0
    assert [path.name for path in (workspace / "output").rglob("*.docx")] == [f"{kind}.docx"]


def test_each_party_has_its_own_draft_deliberation(workspace: Path) -> None:
    assert generate(workspace, "--only", "projet_deliberation_annuelle") == 0
    assert len(list((workspace / PLACE / "projets").glob("*.docx"))) == 2


def test_a_kind_of_the_year_and_one_of_actions_are_asked_together(workspace: Path) -> None:
    assert generate(workspace, "--only", "programme_annuel", "--only", "ordre_de_mission") == 0
    made = {path.name.split("-")[0].removesuffix(".docx") for path in (workspace / "output").rglob("*.docx")}
    assert made == {"programme_annuel", "ordre_de_mission"}


def test_a_final_programme_is_never_replaced(workspace: Path) -> None:
    for _ in range(2):
        assert generate(workspace, "--final", "--only", "programme_annuel") == 0
    assert [path.name for path in (workspace / PLACE / "definitifs").iterdir()] == ["programme_annuel.docx"]
    edit(workspace / YEAR / "programme.yaml", "Faire des savoir-faire", "Faire des savoirs")
    assert generate(workspace, "--final", "--only", "programme_annuel") == 0
    assert len(list((workspace / PLACE / "definitifs").iterdir())) == 2


def test_a_year_in_fault_gives_no_final_programme(workspace: Path) -> None:
    edit(workspace / YEAR / "programme.yaml", "montant: 105840.00", "montant: 105940.00")
    assert generate(workspace, "--final", "--only", "programme_annuel") == 1
    assert not (workspace / PLACE).exists()
    assert generate(workspace, "--only", "programme_annuel") == 0


def test_a_form_that_cannot_be_read_forbids_the_documents_of_its_year(workspace: Path) -> None:
    edit(workspace / YEAR / "2017-02.yaml", "intitule: ", "intitulé: ")
    assert generate(workspace, "--only", "programme_annuel") == 1
    assert not (workspace / PLACE).exists()


def test_a_year_without_a_programme_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / YEAR / "programme.yaml").unlink()
    assert generate(workspace, "--only", "programme_annuel") == 1
    assert "MO010" in capsys.readouterr().err


def test_a_kind_of_the_year_is_not_made_of_one_action(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate(workspace, "--only", "programme_annuel", what=YEAR / "2017-01.yaml") == 0
    assert "MO009" in capsys.readouterr().err
    assert not (workspace / PLACE).exists()
