"""How a workspace weighs rules: what its settings change, what they cannot, and where they are told."""

import json
from pathlib import Path

import pytest

from generator.case.records import Case
from generator.cli import run
from generator.findings import Severity
from generator.load import load_case, load_rule_settings
from generator.model.kind import Stage
from generator.rules import barring, check, effective_settings
from generator.workspace import Workspace
from tests.support.places import ROOT
from tests.support.rule_cases import case_with

ACTION = Path("inputs/2017/2017-01.yaml")
FILE = Path("inputs/regles.yaml")
NO_REPORT = {"evaluation.communication_assemblees": ""}
NO_OBJECT = {"objet": ""}
UNBALANCED = {"budget.ressources[0].montant": "6000.01"}


def setting(code: str, effect: str, **changes: str) -> dict[str, list[dict[str, str]]]:
    entry = {"regle": code, "effet": effect, "decide_par": "la directrice", "date": "2025-01-06", "motif": "essai"}
    return {"reglages": [entry | changes]}


def severities(case: Case, code: str) -> list[Severity]:
    return [finding.severity for finding in check(case, final=True) if finding.code == code]


@pytest.mark.parametrize(
    ("code", "effect", "changes", "expected"),
    [
        ("CC053", "erreur", NO_REPORT, [Severity.ERROR]),
        ("CC053", "avertissement", NO_REPORT, [Severity.WARNING]),
        ("CC053", "arretee", NO_REPORT, []),
        ("CG030", "avertissement", NO_OBJECT, [Severity.WARNING]),
        ("CG030", "arretee", NO_OBJECT, []),
        ("BU001", "avertissement", UNBALANCED, [Severity.ERROR]),
        ("BU001", "arretee", UNBALANCED, [Severity.ERROR]),
    ],
)
def test_a_setting_weighs_a_rule_that_may_be_set_aside(
    code: str, effect: str, changes: dict[str, str], expected: list[Severity]
) -> None:
    assert severities(case_with(action=changes, regles=setting(code, effect)), code) == expected


@pytest.mark.parametrize("missing", ["decide_par", "date", "motif"])
def test_a_setting_that_nobody_answers_for_has_no_effect(missing: str) -> None:
    case = case_with(action=NO_OBJECT, regles=setting("CG030", "arretee", **{missing: ""}))
    assert severities(case, "CG030") == [Severity.ERROR]


def test_the_first_of_two_settings_stands_alone() -> None:
    both = setting("CG030", "avertissement")["reglages"] + setting("CG030", "arretee")["reglages"]
    assert severities(case_with(action=NO_OBJECT, regles={"reglages": both}), "CG030") == [Severity.WARNING]


def test_a_message_says_who_weighed_it_when_its_weight_changed() -> None:
    account = "Réglage de l’espace de travail, décision du 6\u00a0janvier 2025 (la directrice)\u00a0: essai"
    raised = check(case_with(action=NO_REPORT, regles=setting("CC053", "erreur")), final=True)
    same = check(case_with(action=NO_REPORT, regles=setting("CC053", "avertissement")), final=True)
    assert [account in finding.message for finding in (*raised, *same)] == [True, False]


def test_a_warning_raised_to_an_error_bars_every_act_until_it_is_waived() -> None:
    raised = {"action": NO_REPORT, "regles": setting("CC053", "erreur")}
    assert barring(check(case_with(**raised), final=True), Stage.BEFORE_DEPARTURE)
    waiver = {"regle": "CC053", "decide_par": "le maire", "date": "2025-02-03", "motif": "essai"}
    waived = check(case_with(**{**raised, "action": NO_REPORT | {"derogations": [waiver]}}), final=True)
    assert [finding.severity for finding in waived] == [Severity.WAIVED]


@pytest.fixture
def settled(workspace: Path) -> Path:
    """The shipped workspace, where one rule is raised and one is switched off."""
    entries = [*setting("CC053", "erreur")["reglages"], *setting("OM034", "arretee")["reglages"]]
    FILE.write_text(json.dumps({"reglages": entries}), encoding="utf-8")
    return workspace


@pytest.mark.usefixtures("settled")
def test_the_file_is_read_with_its_places_and_kept_among_the_sources() -> None:
    loaded = load_case(ACTION, Workspace(Path()))
    assert loaded.case is not None
    assert set(effective_settings(loaded.case.settings)) == {"CC053", "OM034"}
    assert FILE.as_posix() in loaded.sources


@pytest.mark.usefixtures("workspace")
def test_a_workspace_needs_no_settings() -> None:
    FILE.unlink()
    assert load_rule_settings(Workspace(Path())) is None
    assert load_case(ACTION, Workspace(Path())).is_complete


@pytest.mark.usefixtures("workspace")
def test_a_fault_of_form_is_told_at_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    FILE.write_text("reglages:\n  - regle: CC053\n    effet: arrêtée\n", encoding="utf-8")
    assert run(["check", str(ACTION), "--quiet"]) == 1
    assert "inputs/regles.yaml:3:12" in capsys.readouterr().err


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("target", [str(ACTION), "inputs/conventions"])
def test_a_fault_of_settings_is_told_whatever_is_checked(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    FILE.write_text("reglages:\n  - {regle: CC0053, effet: erreur}\n", encoding="utf-8")
    assert run(["check", target, "--quiet"]) == 1
    assert "CO094" in capsys.readouterr().err


@pytest.mark.usefixtures("settled")
def test_explain_tells_the_setting_of_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "CC053"]) == 0
    assert "Dans cet espace de travail : une erreur, décision du 6\u00a0janvier 2025" in capsys.readouterr().out
    assert run(["explain", "OM034"]) == 0
    assert "Dans cet espace de travail : arrêtée" in capsys.readouterr().out
    assert run(["explain", "CC050"]) == 0
    assert "espace de travail" not in capsys.readouterr().out


def test_the_shipped_form_sets_nothing() -> None:
    loaded = load_rule_settings(Workspace(ROOT))
    assert loaded is not None
    assert loaded.findings == ()
    assert loaded.value is not None
    assert loaded.value.settings == ()
