"""What the law of each party asks: steps, checks, transmission, a later approval."""

from dataclasses import replace

import pytest

from generator.case.party_law import (
    approves_later,
    asks_for,
    checks_vote,
    transmits_the_act,
    transmitting_parties,
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
    assert checks_vote(base_case(), HOME, check)
    assert not checks_vote(base_case(), ABROAD, check)


def test_the_act_enters_into_force_by_the_transmission_of_the_parties_whose_law_says_so() -> None:
    assert transmitting_parties(base_case()) == (HOME,)
    assert transmits_the_act(base_case(), HOME)
    assert not transmits_the_act(base_case(), ABROAD)
    assert not transmits_the_act(base_case(), None)


@pytest.mark.parametrize("party", [HOME, ABROAD], ids=lambda party: party.id)
def test_a_party_whose_law_is_unknown_is_asked_for_nothing(party: Party) -> None:
    case = replace(base_case(), law=Law())
    assert not any(asks_for(case, party, step) for step in ProcedureStep)
    assert not any(checks_vote(case, party, check) for check in VoteCheck)
    assert transmitting_parties(case) == ()


def approving_later(*parties: str) -> Case:
    return case_with(action={"signature.approbations_posterieures": list(parties)})


def test_an_approval_follows_the_signature_only_where_it_is_planned_and_the_law_allows_it() -> None:
    case = approving_later("valmont", "tazerout")
    assert approves_later(case, ABROAD)
    assert not approves_later(case, HOME)
    assert not approves_later(approving_later("valmont"), ABROAD)
