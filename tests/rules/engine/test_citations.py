"""Citations: the source's own words, and a rule that has no source for a case does not apply."""

from dataclasses import replace
from typing import Any

import pytest

from generator.case.records import Case
from generator.findings import Finding
from generator.model import Law
from generator.model.references import ProcedureStep
from generator.rules import CASE_RULES, check
from generator.rules.engine import citations as cite
from generator.rules.engine.problem import Problem
from tests.support.rule_cases import base_case, case_with, plain


def found(case: Case, code: str, *, final: bool = True) -> list[Finding]:
    return [finding for finding in check(case, final=final) if finding.code == code]


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
        if rule.cites == cite.Clause(clause):
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


def _day(text: str) -> Any:
    return case_with(action={"calendrier.debut": text}).action.calendar.start


def _with_framework(**changes: Any) -> Case:
    case = base_case()
    return replace(case, framework=case.framework.model_copy(update=changes))
