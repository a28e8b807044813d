"""``parafe templates vars`` and ``text``, and the page that the first writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import run
from tests.support.places import VARIABLES_PAGE

pytestmark = pytest.mark.usefixtures("workspace")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["templates", *arguments]) == 0
    return capsys.readouterr().out


def test_the_page_of_variables_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    """To write it anew: ``parafe templates vars --format markdown > docs/variables.md``."""
    assert VARIABLES_PAGE.read_text(encoding="utf-8") == printed(capsys, "vars", "--format", "markdown")


def test_a_variable_has_its_type_meaning_example_and_uses(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "vars", "ordre_de_mission").splitlines()
    assert (
        "action.intitule  (texte)  intitulé  ex. « Espace de producteurs de Chefchaouen à Dijon »"
        "  [ordre_de_mission (Mission)]"
    ) in lines
    assert not [line for line in lines if line.startswith("exemplaire.")]


def test_without_a_kind_every_kind_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    [line] = [line for line in printed(capsys, "vars").splitlines() if line.startswith("empreinte ")]
    assert "[page_de_garde (" in line


def test_a_kind_made_by_hand_in_a_workspace_has_its_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    kind = Path("templates/memo")
    kind.mkdir()
    text = "intitule: Mémo\netape: signature\npour: action\nsi: [cofinanceurs]\narticles: [{id: rappel}]\n"
    (kind / "document.yaml").write_text(text, encoding="utf-8")
    lines = printed(capsys, "vars", "memo").splitlines()
    assert [line.split("  ")[0] for line in lines if line.startswith("art.")] == ["art.rappel"]


def test_an_unknown_kind_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "vars", "contrat"]) == 1
    assert "MO001" in (told := capsys.readouterr().err)
    assert "contrat" in told
    assert "ordre_de_mission" in told


def test_the_static_text_of_a_template_is_given_part_by_part(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "text", "liste_prealables").splitlines()
    assert lines[0] == "[corps]"
    assert "… / –" in lines
    assert "[en-tête 1]" in lines
    assert not [line for line in lines if "{" in line or line == "…"]


def test_what_is_no_template_has_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    Path("rien.docx").write_bytes(b"rien")
    assert run(["templates", "text", "rien.docx"]) == 1
    assert "TP001" in capsys.readouterr().err
    assert run(["templates", "text", "contrat"]) == 1
    assert "MO008" in capsys.readouterr().err
