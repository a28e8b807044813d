"""``parafe check`` on a framework convention: the framework itself is judged, with its events, without any action."""

from pathlib import Path

import pytest

from generator.cli import run
from tests.support.workspaces import edit

FRAMEWORK = "inputs/conventions/dijon-chefchaouen-2016.yaml"
EVENTS = "inputs/conventions/dijon-chefchaouen-2016.evenements.yaml"
ACTION = "inputs/2017/2017-01.yaml"


def line_of(path: str, words: str) -> int:
    return next(
        rank for rank, line in enumerate(Path(path).read_text(encoding="utf-8").split("\n"), 1) if words in line
    )


@pytest.mark.usefixtures("workspace")
def test_the_shipped_framework_has_nothing_to_mend(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", FRAMEWORK]) == 0
    assert "aucun constat" in capsys.readouterr().err


@pytest.mark.usefixtures("workspace")
def test_a_clause_that_cites_no_place_is_refused_at_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    edit(Path(FRAMEWORK), "cofinancement: {article: 4, paragraphe: 2}", "cofinancement: {article: 4, paragraphe: 9}")
    assert run(["check", FRAMEWORK, "--format", "json"]) == 1
    out = capsys.readouterr().out
    assert '"CC070"' in out
    assert f'"line": {line_of(FRAMEWORK, "cofinancement: {article")}' in out


@pytest.mark.usefixtures("workspace")
def test_events_are_judged_with_their_framework_at_their_own_line(capsys: pytest.CaptureFixture[str]) -> None:
    edit(Path(EVENTS), "renouvellements: []", "renouvellements:\n  - annees:")
    assert run(["check", FRAMEWORK, "--format", "json"]) == 1
    out = capsys.readouterr().out
    assert '"CO043"' in out
    assert EVENTS in out


@pytest.mark.usefixtures("workspace")
def test_a_value_left_out_for_its_form_is_not_judged_again(capsys: pytest.CaptureFixture[str]) -> None:
    edit(Path(FRAMEWORK), "  annees: 5", "  annees: cinq")
    assert run(["check", FRAMEWORK, "--format", "json"]) == 1
    out = capsys.readouterr().out
    assert '"FO044"' in out
    assert '"CO042"' not in out


@pytest.mark.usefixtures("workspace")
def test_an_error_of_the_framework_bars_the_final_act(capsys: pytest.CaptureFixture[str]) -> None:
    edit(Path(FRAMEWORK), "ordre_des_signatures: [chefchaouen, dijon]", "ordre_des_signatures: [chefchaouen]")
    assert run(["generate", ACTION, "--final"]) == 1
    assert "CO040" in "".join(capsys.readouterr())
