"""What the law of each party asks: steps, checks, transmission, a later approval."""

from dataclasses import replace

import pytest

from generator.case.party_law import (
    approves_later,
    asks_for,
    decides_by_delegation,
    transmits_the_act,
    transmitting_parties,
    vote_text,
)
from generator.case.records import Case
from generator.convention import Party
from generator.model import Law
from generator.model.references import ProcedureStep, VoteCheck
from tests.support.rule_cases import base_case, case_with

HOME, ABROAD = base_case().parties


@pytest.mark.parametrize(
    ("step", "at_home", "abroad"),
    [
        (ProcedureStep.VOTE, True, True),
        (ProcedureStep.TRANSMISSION, True, False),
        (ProcedureStep.PUBLICATION, True, False),
        (ProcedureStep.VISA, False, True),
    ],
)
def test_each_party_s_law_asks_for_its_own_steps(step: ProcedureStep, at_home: bool, abroad: bool) -> None:
    assert asks_for(base_case(), HOME, step) is at_home
    assert asks_for(base_case(), ABROAD, step) is abroad


@pytest.mark.parametrize("check", VoteCheck)
def test_a_vote_is_checked_where_the_party_s_law_says_so(check: VoteCheck) -> None:
    assert vote_text(base_case(), HOME, check)
    assert not vote_text(base_case(), ABROAD, check)


def test_the_act_enters_into_force_by_the_transmission_of_the_parties_whose_law_says_so() -> None:
    assert transmitting_parties(base_case()) == (HOME,)
    assert transmits_the_act(base_case(), HOME)
    assert not transmits_the_act(base_case(), ABROAD)
    assert not transmits_the_act(base_case(), None)


@pytest.mark.parametrize("party", [HOME, ABROAD], ids=lambda party: party.id)
def test_a_party_whose_law_is_unknown_is_asked_for_nothing(party: Party) -> None:
    case = replace(base_case(), law=Law())
    assert not any(asks_for(case, party, step) for step in ProcedureStep)
    assert not any(vote_text(case, party, check) for check in VoteCheck)
    assert transmitting_parties(case) == ()


def approving_later(*parties: str) -> Case:
    return case_with(action={"signature.approbations_posterieures": list(parties)})


def test_an_approval_follows_the_signature_only_where_it_is_planned_and_the_law_allows_it() -> None:
    case = approving_later("valmont", "tazerout")
    assert approves_later(case, ABROAD)
    assert not approves_later(case, HOME)
    assert not approves_later(approving_later("valmont"), ABROAD)


def of_population(habitants: str) -> Case:
    return case_with(convention={"parties[0].habitants": habitants})


def text_of(case: Case, check: VoteCheck) -> str | None:
    return vote_text(case, case.parties[0], check)


def test_a_small_authority_follows_the_text_for_small_ones_and_is_asked_for_no_note() -> None:
    small, threshold, unknown = of_population("3499"), of_population("3500"), base_case()
    assert text_of(small, VoteCheck.NOTICE) == "CGCT L. 2121-11"
    assert text_of(small, VoteCheck.SUMMARY_NOTE) is None
    assert text_of(small, VoteCheck.QUORUM) == "CGCT L. 2121-17"
    assert {text_of(case, VoteCheck.NOTICE) for case in (threshold, unknown)} == {"CGCT L. 2121-12"}
    assert text_of(threshold, VoteCheck.SUMMARY_NOTE) == "CGCT L. 2121-12"


def test_without_a_text_for_small_authorities_or_a_threshold_all_follow_one() -> None:
    case = of_population("10")
    procedure = next(each for each in case.law.procedures if each.vote_texts.small_notice)
    texts = procedure.vote_texts.model_copy(update={"small_notice": None})
    alone = case.law.model_copy(update={"procedures": (procedure.model_copy(update={"vote_texts": texts}),)})
    assert text_of(replace(case, law=alone), VoteCheck.NOTICE) == "CGCT L. 2121-12"
    statutes = tuple(text for text in case.law.statutes if text.reference != "CGCT L. 2121-12")
    unset = case.law.model_copy(update={"statutes": statutes})
    assert text_of(replace(case, law=unset), VoteCheck.NOTICE) == "CGCT L. 2121-12"
    nameless = procedure.vote_texts.model_copy(update={"notice": None})
    no_text = case.law.model_copy(update={"procedures": (procedure.model_copy(update={"vote_texts": nameless}),)})
    assert text_of(replace(case, law=no_text), VoteCheck.NOTICE) is None


def test_a_body_decides_by_delegation_where_the_law_of_the_party_knows_such_a_delegate() -> None:
    case = case_with(convention={"parties[0].nature": "departement"})
    home, abroad = case.parties
    assert decides_by_delegation(case, home, "Commission permanente du conseil départemental")
    assert not decides_by_delegation(case, home, "conseil départemental")
    assert not decides_by_delegation(case, home, None)
    assert not decides_by_delegation(case, abroad, "commission permanente")
    assert not decides_by_delegation(replace(case, law=Law()), home, "commission permanente")


def test_a_check_that_the_law_does_not_make_stands_on_no_text() -> None:
    case = base_case()
    procedure = next(each for each in case.law.procedures if each.vote_texts.quorum)
    unchecked = procedure.model_copy(update={"vote_checks": (VoteCheck.NOTICE,)})
    law = case.law.model_copy(update={"procedures": (unchecked,)})
    assert text_of(replace(case, law=law), VoteCheck.QUORUM) is None
    assert text_of(replace(case, law=law), VoteCheck.NOTICE)
