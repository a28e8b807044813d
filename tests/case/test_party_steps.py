"""The approval of each party: its steps in the order of its law, what proves them, by when each is due."""

from dataclasses import replace
from datetime import date

import pytest

from generator.case.party_steps import ApprovalStep, approval_steps, latest_day, step_of
from generator.case.records import Case
from generator.model import Law
from generator.model.approvals import Deliberation
from generator.model.references import ProcedureStep
from tests.support.rule_cases import base_case, case_with, shipped_law

HOME, ABROAD = base_case().parties
EVE, SIGNATURE = date(2025, 4, 14), date(2025, 4, 15)


def with_law_of_home(*steps: str) -> Case:
    """Return the base where the first party's law asks for these steps."""
    others = tuple(procedure for procedure in shipped_law().procedures if procedure.country != "FR")
    own = Law.model_validate({"procedures": [{"pays": "FR", "etapes": list(steps)}]}).procedures
    return replace(base_case(), law=shipped_law().model_copy(update={"procedures": (*own, *others)}))


def test_each_party_s_steps_are_those_of_its_law_in_its_order_with_what_proves_them() -> None:
    assert approval_steps(base_case(), HOME) == (
        ApprovalStep(ProcedureStep.VOTE, date(2025, 3, 24), "D-4"),
        ApprovalStep(ProcedureStep.TRANSMISSION, date(2025, 3, 26), "ESSAI-2"),
        ApprovalStep(ProcedureStep.PUBLICATION, date(2025, 3, 27)),
    )
    assert approval_steps(base_case(), ABROAD) == (
        ApprovalStep(ProcedureStep.VOTE, date(2025, 2, 6), "D-5"),
        ApprovalStep(ProcedureStep.VISA, date(2025, 2, 20), "V-1"),
    )


def test_an_approval_has_a_vote_even_where_no_law_speaks_of_it() -> None:
    vote = ApprovalStep(ProcedureStep.VOTE, date(2025, 3, 24), "D-4")
    assert approval_steps(replace(base_case(), law=Law()), HOME) == (vote,)
    assert [taken.step for taken in approval_steps(with_law_of_home("publication"), HOME)] == [
        ProcedureStep.VOTE,
        ProcedureStep.PUBLICATION,
    ]


def test_a_law_may_put_a_step_before_the_vote() -> None:
    steps = [taken.step for taken in approval_steps(with_law_of_home("visa", "vote"), HOME)]
    assert steps == [ProcedureStep.VISA, ProcedureStep.VOTE]


def test_without_a_deliberation_no_step_is_taken() -> None:
    steps = approval_steps(case_with(action={"deliberations": ""}), HOME)
    assert [(taken.day, taken.reference) for taken in steps] == [(None, None)] * 3


@pytest.mark.parametrize("step", ProcedureStep)
def test_an_empty_deliberation_proves_no_step(step: ProcedureStep) -> None:
    assert step_of(Deliberation.model_validate({"partie": "valmont"}), step) == ApprovalStep(step)


@pytest.mark.parametrize("step", [ProcedureStep.VOTE, ProcedureStep.TRANSMISSION, ProcedureStep.PUBLICATION])
def test_a_step_leaves_no_doubt_until_the_eve_of_the_signature(step: ProcedureStep) -> None:
    assert latest_day(base_case(), HOME, step) == EVE


def test_a_visa_leaves_no_doubt_until_the_day_of_the_signature() -> None:
    assert latest_day(base_case(), ABROAD, ProcedureStep.VISA) == SIGNATURE


@pytest.mark.parametrize("step", ProcedureStep)
def test_nothing_is_due_before_an_unknown_signature_or_one_that_comes_first(step: ProcedureStep) -> None:
    assert latest_day(case_with(action={"signature.date": ""}), HOME, step) is None
    later = case_with(action={"signature.approbations_posterieures": ["tazerout"]})
    assert latest_day(later, ABROAD, step) is None
