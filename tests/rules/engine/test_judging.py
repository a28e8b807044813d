"""The engine: stamps, severities, stages, waivers, order, and what every rule owes its reader."""

import ast
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.case.records import Case, Source
from generator.convention import CLAUSES, Framework
from generator.findings import Finding, Place, Severity, by_place
from generator.load import load_framework
from generator.model import Action, Law
from generator.model.kind import Stage
from generator.model.references import ProcedureStep
from generator.rules import CASE_RULES, RULES, AnyRule, barring, check, explain
from generator.rules.engine import citations as cite
from generator.rules.engine.problem import Problem
from generator.workspace import Workspace
from tests.support.places import ROOT
from tests.support.rule_cases import base_case, case_with, shipped_law

MODULES = sorted((ROOT / "generator" / "rules").rglob("*.py"))
WAIVER = {"decide_par": "Madame la Maire", "date": "2025-04-01", "motif": "accord des parties"}

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
every_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)


def found(case: Case, code: str, *, final: bool = True) -> list[Finding]:
    return [finding for finding in check(case, final=final) if finding.code == code]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


# What every rule owes its reader


def test_no_code_is_given_twice() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))


@every_rule
def test_a_code_is_a_family_and_a_serial_number(rule: AnyRule) -> None:
    assert re.fullmatch(r"(CC|CG|CV|OM|BU|CO)\d{3}", rule.code)


@every_rule
def test_a_docstring_says_what_is_asked_what_is_refused_and_what_is_admitted(rule: AnyRule) -> None:
    manual = rule.manual
    assert manual.summary.endswith(".")
    assert "\n" not in manual.summary
    for part in (manual.refused, manual.admitted):
        assert part.endswith(".")
    headings = re.findall(r"^\s*(\w+) : ", rule.find.__doc__ or "", re.MULTILINE)
    assert headings == ["Refusé", "Admis"]


@every_rule
def test_an_error_bars_a_stage_and_a_warning_none(rule: AnyRule) -> None:
    assert (rule.final is Severity.ERROR) == bool(rule.bars)


@every_rule
def test_a_final_act_is_never_judged_more_lightly_than_a_draft(rule: AnyRule) -> None:
    weights = [Severity.WARNING, Severity.ERROR]
    assert weights.index(rule.draft) <= weights.index(rule.final)


@every_rule
def test_a_clause_or_a_statute_that_is_cited_exists(rule: AnyRule) -> None:
    if isinstance(rule.cites, cite.Framework):
        assert rule.cites.clause in CLAUSES
    if isinstance(rule.cites, cite.Statute):
        assert rule.cites.key in {text.reference for text in shipped_law().statutes}


@every_module
def test_no_figure_of_a_text_stands_in_a_rule(path: Path) -> None:
    for node in _constants(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node.value, int) and not isinstance(node.value, bool):
            assert node.value in {0, 1, 2, 100}, f"{path.name}:{node.lineno}: {node.value}"
        if isinstance(node.value, str):
            assert not re.search(r"\d", node.value), f"{path.name}:{node.lineno}: {node.value}"


@every_module
def test_a_key_is_never_written_with_its_value(path: Path) -> None:
    """What is typeset gets a no-break space before a colon: nobody could copy it into a file."""
    for node in _constants(ast.parse(path.read_text(encoding="utf-8"))):
        assert not re.search(r"« ?[a-z_.]+: ", str(node.value)), f"{path.name}:{node.lineno}: {node.value}"


@every_module
def test_no_city_and_no_person_stands_in_a_rule(path: Path) -> None:
    source = path.read_text(encoding="utf-8").casefold()
    for name in _names_in_frameworks():
        assert name.casefold() not in source


def _constants(tree: ast.Module) -> list[ast.Constant]:
    """Return the constants that are neither a manual, nor a rule's code, nor a statute's key, nor an input's key."""
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node):
            skipped.add(node.body[0].value)  # type: ignore[attr-defined]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"rule", "Statute"}:
            skipped.update(node.args)
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in skipped]
    keys = _statute_keys() | {"cas_l_1115_5"}
    return [node for node in found if node.value not in keys and "« cas_l_1115_5 »" not in str(node.value)]


def _statute_keys() -> set[str]:
    return {text.reference for text in shipped_law().statutes}


def _names_in_frameworks() -> set[str]:
    workspace = Workspace(ROOT)
    frameworks = [load_framework(identifier, workspace).value for identifier in workspace.framework_ids()]
    frameworks.append(base_case().framework)
    names: set[str] = set()
    for framework in frameworks:
        assert framework is not None
        for party in framework.parties:
            signatory = party.signatory.surname if party.signatory else None
            names |= {name for name in (party.id, party.place.name, party.country.name, signatory) if name}
    return names


# Stamps


def test_a_finding_has_the_code_severity_place_and_path_of_what_is_wrong() -> None:
    case = case_with(action={"axe": "culture"})
    (finding,) = found(case, "CC030")
    assert finding.severity is Severity.ERROR
    assert finding.path == ("axe",)
    assert finding.place == case.places[Source.ACTION][("axe",)]
    assert finding.fix


def test_a_framework_rule_quotes_the_signed_words_at_their_place() -> None:
    (finding,) = found(case_with(action={"indicateurs": ""}), "CC050")
    assert finding.citation == (
        "article 5, paragraphe 1 de l’accord de jumelage : « Les projets sont évalués chaque année, selon des "
        "indicateurs définis en commun. »"
    )


def test_a_statute_rule_gives_the_title_and_sentence_of_the_version_in_force() -> None:
    recent = found(case_with(action={"objet": ""}), "CG030")
    old = found(case_with(action={"objet": "", "signature.date": "2021-08-05"}), "CG030")
    assert plain(recent[0].citation).startswith("article L. 1115-1 du code général des collectivités territoriales : ")
    assert "Agenda 2030" in recent[0].citation
    assert "Agenda 2030" not in old[0].citation


def test_a_rule_on_procedures_cites_the_law_of_the_party_at_stake() -> None:
    (visa,) = found(case_with(action={"deliberations[1].visa": ""}), "CG016")
    (publication,) = found(case_with(action={"deliberations[0].publication": ""}), "CG015")
    assert plain(visa.citation).startswith("article 118 de la loi organique n° 113-14")
    assert plain(publication.citation).startswith("article L. 2131-1 du code général")


def test_a_rule_on_signatories_quotes_the_designation_of_the_party_at_stake() -> None:
    (finding,) = found(case_with(action={"signataires[1].titre": ""}), "CC001")
    assert "et la Commune de Tazerout (Maroc)" in finding.citation


@pytest.mark.parametrize("clause", sorted(base_case().framework.clauses))
def test_a_framework_without_a_clause_is_not_judged_by_it(clause: str) -> None:
    without = {name: place for name, place in base_case().framework.clauses.items() if name != clause}
    case = _with_framework(clauses=without)
    for rule in CASE_RULES:
        if rule.cites == cite.Framework(clause):
            assert not rule.cites.applies(case)


def test_a_framework_without_designation_is_not_judged_by_it() -> None:
    framework = base_case().framework
    parties = tuple(party.model_copy(update={"clause": None}) for party in framework.parties)
    case = _with_framework(clauses={}, parties=parties)
    assert not cite.Designation().applies(case)
    assert cite.Designation().words(case) == cite.Designation().label


def test_without_law_no_statute_and_no_procedure_is_cited() -> None:
    case = replace(base_case(), law=Law())
    assert not cite.Statute("CGCT L. 1115-1").applies(case)
    assert not cite.PartyLaw(ProcedureStep.VOTE).applies(case)
    assert cite.Statute("CGCT L. 1115-1").words(case) == "CGCT L. 1115-1"
    assert cite.PartyLaw(ProcedureStep.VOTE).words(case) == cite.PartyLaw(ProcedureStep.VOTE).label


def test_a_problem_of_another_day_reads_the_statute_of_that_day() -> None:
    problem = Problem((), "", "", day=base_case().action.calendar.start and _day("2021-08-05"))
    assert "Agenda 2030" not in cite.Statute("CGCT L. 1115-1").words(base_case(), problem)


def test_messages_are_typeset_and_signed_words_are_not() -> None:
    (finding,) = found(case_with(action={"signature.date": "2025-03-25"}), "CG012")
    assert "25\u00a0mars 2025" in finding.message
    framework = base_case().framework
    plain = _with_text(framework, "Indicateurs : d'usage")
    (quoted,) = found(replace(case_with(action={"indicateurs": ""}), framework=plain), "CC050")
    assert "Indicateurs : d'usage" in quoted.citation


# Severities, order, stages


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


# Waivers


def test_a_waiver_lists_what_it_sets_aside_and_bars_no_more() -> None:
    case = case_with(action={"indicateurs": "", "derogations": [{"regle": "CC050", **WAIVER}]})
    (finding,) = check(case, final=True)
    assert finding.severity is Severity.WAIVED
    assert plain(finding.message) == (
        "Aucun indicateur n’est défini. Dérogation du 1er avril 2025 (Madame la Maire) : accord des parties"
    )
    assert not any(barring([finding], stage) for stage in Stage)


def test_a_waiver_also_lifts_a_warning() -> None:
    case = case_with(action={"odd": "", "derogations": [{"regle": "CG031", **WAIVER}]})
    assert [finding.severity for finding in check(case, final=True)] == [Severity.WAIVED]


def test_what_is_waived_heads_the_findings() -> None:
    case = case_with(action={"odd": "", "indicateurs": "", "derogations": [{"regle": "CC050", **WAIVER}]})
    findings = check(case, final=True)
    assert [finding.code for finding in findings] == ["CC050", "CG031"]
    assert findings[0].place.order > findings[1].place.order


@pytest.mark.parametrize("missing", sorted(WAIVER))
def test_an_incomplete_waiver_lifts_nothing(missing: str) -> None:
    waiver = {"regle": "CC050", **WAIVER, missing: ""}
    findings = check(case_with(action={"indicateurs": "", "derogations": [waiver]}), final=True)
    assert {finding.code: finding.severity for finding in findings} == {
        "CC050": Severity.ERROR,
        "CO091": Severity.WARNING,
    }


def test_what_no_waiver_lifts_stays_an_error() -> None:
    case = case_with(action={"axe": "culture", "derogations": [{"regle": "CC030", **WAIVER}]})
    findings = check(case, final=True)
    assert {finding.code: finding.severity for finding in findings} == {
        "CC030": Severity.ERROR,
        "CO092": Severity.WARNING,
    }


def test_an_unknown_rule_is_guessed_at() -> None:
    case = case_with(action={"derogations": [{"regle": "CC50", **WAIVER}]})
    (finding,) = check(case, final=True)
    assert "Vouliez-vous dire «\u00a0CC050\u00a0»" in finding.fix


# Explanations


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


def _day(text: str) -> Any:
    return case_with(action={"calendrier.debut": text}).action.calendar.start


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
