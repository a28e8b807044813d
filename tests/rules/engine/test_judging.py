"""The engine: stamps, severities, stages, order, explanations."""

from dataclasses import replace
from typing import Any

import pytest

from generator.case.records import Case, Source
from generator.convention import Framework
from generator.findings import Finding, Place, Severity, by_place
from generator.model import Action
from generator.model.kind import Stage
from generator.rules import RULES, AnyRule, barring, check, explain
from tests.support.rule_cases import base_case, case_with

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def found(case: Case, code: str, *, final: bool = True) -> list[Finding]:
    return [finding for finding in check(case, final=final) if finding.code == code]


def test_a_finding_has_the_code_severity_place_and_path_of_what_is_wrong() -> None:
    case = case_with(action={"axe": "culture"})
    (finding,) = found(case, "CC030")
    assert finding.severity is Severity.ERROR
    assert finding.path == ("axe",)
    assert finding.place == case.places[Source.ACTION][("axe",)]
    assert finding.fix


def test_messages_are_typeset_and_signed_words_are_not() -> None:
    (finding,) = found(case_with(action={"signature.date": "2025-03-25"}), "CG012")
    assert "25\u00a0mars 2025" in finding.message
    framework = base_case().framework
    plain = _with_text(framework, "Indicateurs : d'usage")
    (quoted,) = found(replace(case_with(action={"indicateurs": ""}), framework=plain), "CC050")
    assert "Indicateurs : d'usage" in quoted.citation


def test_what_a_draft_may_lack_is_an_error_in_a_final_act() -> None:
    case = case_with(action={"deliberations[0].publication": ""})
    assert [finding.severity for finding in found(case, "CG015", final=False)] == [Severity.WARNING]
    assert [finding.severity for finding in found(case, "CG015", final=True)] == [Severity.ERROR]


def test_all_findings_come_in_one_run_sorted_by_place() -> None:
    case = case_with(
        action={"axe": "culture", "objet": "", "indicateurs": "", "exemplaires": "", "deliberations": ""},
        evenements={"signature.date": ""},
    )
    findings = check(case, final=True)
    assert len({finding.code for finding in findings}) >= 6
    assert findings == by_place(findings)


def test_an_empty_action_is_judged_without_failing() -> None:
    empty = Action.model_validate({"numero": "2025-02", "convention": "valmont-tazerout"})
    codes = {finding.code for finding in check(replace(base_case(), action=empty), final=True)}
    assert {"CC001", "CC012", "CC031", "CC050", "CC060", "CG010", "CG030", "CO005", "CO007", "CO010"} <= codes


@pytest.mark.parametrize(
    ("changes", "barred"),
    [
        ({"axe": "culture"}, {Stage.BEFORE_VOTE, Stage.SIGNATURE}),
        ({"deliberations[0].publication": ""}, {Stage.SIGNATURE}),
        ({"missions[0].transport_international.payeur": "tazerout"}, {Stage.BEFORE_DEPARTURE, Stage.SIGNATURE}),
        ({"missions[0].voyageurs[0].prenom": ""}, {Stage.BEFORE_DEPARTURE}),
        ({"missions[0].trajets[0].classe": ""}, {Stage.BEFORE_VOTE, Stage.BEFORE_DEPARTURE, Stage.SIGNATURE}),
        ({"lieu_de_culte": "oui"}, set()),
    ],
)
def test_an_error_bars_its_own_stages_alone(changes: dict[str, str], barred: set[Stage]) -> None:
    findings = check(case_with(action=changes), final=True)
    assert findings
    assert {stage for stage in Stage if barring(findings, stage)} == barred


def test_a_finding_of_another_step_bars_nothing_here() -> None:
    foreign = Finding("FO001", Severity.ERROR, "illisible", Place("action.yaml"))
    assert not any(barring([foreign], stage) for stage in Stage)


def test_a_rule_is_explained_with_the_words_of_its_source() -> None:
    explanation = explain("CC050", base_case())
    assert explanation is not None
    assert "Les projets sont évalués chaque année" in explanation.citation
    assert explanation.applies
    assert explanation.bars == (Stage.BEFORE_VOTE, Stage.SIGNATURE)


@every_rule
def test_a_rule_is_explained_without_a_case(rule: AnyRule) -> None:
    explanation = explain(rule.code)
    assert explanation is not None
    assert explanation.manual == rule.manual
    assert explanation.citation
    assert explanation.applies is None


def test_an_unknown_code_has_no_explanation() -> None:
    assert explain("CC999") is None


def test_a_rule_whose_source_the_framework_lacks_says_so() -> None:
    explanation = explain("CC050", _with_framework(clauses={}))
    assert explanation is not None
    assert explanation.applies is False


def _with_framework(**changes: Any) -> Case:
    case = base_case()
    return replace(case, framework=case.framework.model_copy(update=changes))


def _with_text(framework: Framework, paragraph: str) -> Framework:
    """Return the framework where the clause on indicators has other words."""
    article = framework.text.article(5)
    assert article is not None
    other = article.model_copy(
        update={"paragraphs": tuple(old.model_copy(update={"words": paragraph}) for old in article.paragraphs)}
    )
    articles = tuple(other if one.number == other.number else one for one in framework.text.articles)
    return framework.model_copy(update={"text": framework.text.model_copy(update={"articles": articles})})
