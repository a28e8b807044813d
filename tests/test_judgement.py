"""What is found of an action, by its form and by the rules together: nothing twice, nothing of a value left out."""

from pathlib import Path

from generator.findings import Finding
from generator.judgement import findings_of_case, findings_of_framework
from generator.load import load_case, load_events, load_framework, load_rule_settings
from generator.workspace import Workspace
from tests.support.workspaces import edit

ACTION = Path("inputs/2017/2017-03.yaml")
IDENTIFIER = "dijon-chefchaouen-2016"
FRAMEWORK = Path(f"inputs/conventions/{IDENTIFIER}.yaml")
SETTINGS = Path("inputs/regles.yaml")
UNANSWERED = "reglages:\n  - {regle: CC013, effet: erreur, date: 2017-01-09, motif: essai}"
DAY = ("signature", "date")


def found_in_the_action(workspace: Path) -> list[Finding]:
    return list(findings_of_case(load_case(workspace / ACTION, Workspace(workspace)), final=True))


def found_in_the_framework(workspace: Path) -> list[Finding]:
    known = Workspace(workspace)
    framework, events = load_framework(IDENTIFIER, known), load_events(IDENTIFIER, known)
    return list(findings_of_framework(framework, events, load_rule_settings(known)))


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def test_a_day_that_cannot_be_read_is_not_also_called_unknown(workspace: Path) -> None:
    edit(workspace / ACTION, "date: 2017-04-20", "date: 20 avril")
    assert [finding.code for finding in found_in_the_action(workspace) if finding.path == DAY] == ["FO041"]


def test_a_day_left_empty_is_called_unknown(workspace: Path) -> None:
    edit(workspace / ACTION, "date: 2017-04-20", "date:")
    assert [finding.code for finding in found_in_the_action(workspace) if finding.path == DAY] == ["CO005"]


def test_faults_of_form_come_even_when_nothing_else_can_be_judged(workspace: Path) -> None:
    (workspace / FRAMEWORK).write_text("[", encoding="utf-8")
    assert {code[:2] for code in codes(found_in_the_action(workspace))} == {"FO"}
    assert {code[:2] for code in codes(found_in_the_framework(workspace))} == {"FO"}


def test_an_action_is_judged_with_its_framework_and_the_weight_of_the_rules(workspace: Path) -> None:
    edit(workspace / FRAMEWORK, "cofinancement: {article: 4,", "cofinancement: {article: 40,")
    edit(workspace / SETTINGS, "reglages:", UNANSWERED)
    assert {"CC070", "CO095"} <= codes(found_in_the_action(workspace))
    assert {"CC070", "CO095"} <= codes(found_in_the_framework(workspace))


def test_findings_come_in_the_order_of_their_places(workspace: Path) -> None:
    edit(workspace / ACTION, "date: 2017-04-20", "date: 20 avril")
    places = [(finding.place.file, finding.place.line) for finding in found_in_the_action(workspace)]
    assert len(places) > 1
    assert places == sorted(places)
