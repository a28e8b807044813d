"""What must be settled before a signature, what proves it, who may sign when; and one case told twice, alike."""

from dataclasses import replace
from datetime import date

import pytest

from generator.case.party_steps import latest_day
from generator.case.prior_steps import Prior, PriorStep, is_ready_to_sign, party_approvals, prior_steps
from generator.case.records import Case
from generator.case.tracks import State
from generator.model import Law
from generator.model.references import ProcedureStep
from generator.timeline import timeline_of
from tests.support.rule_cases import base_case, case_with, shipped_law

HOME, ABROAD = base_case().parties
EVE, SIGNATURE, MORROW = date(2025, 4, 14), date(2025, 4, 15), date(2025, 4, 16)
around_the_signature = pytest.mark.parametrize(
    ("day", "is_ready"), [(EVE, True), (SIGNATURE, True), (MORROW, False)], ids=["the eve", "the day", "the day after"]
)


def law_asking_for_a_vote() -> Law:
    """Return the law where the first party owes a vote alone."""
    others = tuple(procedure for procedure in shipped_law().procedures if procedure.country != "FR")
    own = Law.model_validate({"procedures": [{"pays": "FR", "etapes": ["vote"]}]}).procedures
    return shipped_law().model_copy(update={"procedures": (*own, *others)})


def step(case: Case, kind: Prior, body: str | None = None) -> PriorStep:
    (found,) = [prior for prior in prior_steps(case) if prior.kind is kind and prior.body == body]
    return found


def approval(case: Case, wanted: ProcedureStep, rank: int = 0) -> PriorStep:
    steps = party_approvals(case, case.parties[rank])
    (found,) = [prior for prior in steps if prior.approval and prior.approval.step is wanted]
    return found


@pytest.mark.parametrize(
    ("key", "wanted", "rank"),
    [
        ("deliberations[0].numero", ProcedureStep.VOTE, 0),
        ("deliberations[0].transmission.accuse_reception", ProcedureStep.TRANSMISSION, 0),
        ("deliberations[1].visa.numero", ProcedureStep.VISA, 1),
    ],
)
def test_a_dated_step_is_proved_by_its_reference_alone(key: str, wanted: ProcedureStep, rank: int) -> None:
    assert approval(base_case(), wanted, rank).is_proved
    unproved = approval(case_with(action={key: ""}), wanted, rank)
    assert unproved.day is not None
    assert not unproved.is_proved


def test_a_reference_without_its_day_proves_nothing() -> None:
    assert not approval(case_with(action={"deliberations[0].date": ""}), ProcedureStep.VOTE).is_proved


def test_what_the_law_does_not_number_is_proved_by_its_day() -> None:
    case = replace(case_with(action={"deliberations[0].numero": ""}), law=law_asking_for_a_vote())
    assert approval(case, ProcedureStep.VOTE).is_proved


def test_a_step_is_due_on_the_last_day_that_leaves_no_doubt() -> None:
    for prior in party_approvals(base_case(), HOME):
        assert prior.approval is not None
        assert prior.due == latest_day(base_case(), HOME, prior.approval.step)


def test_an_approval_that_follows_the_signature_does_not_bar_it() -> None:
    later = case_with(action={"signature.approbations_posterieures": ["tazerout"]})
    assert {prior.bars for prior in party_approvals(later, ABROAD)} == {False}
    assert {prior.bars for prior in party_approvals(later, HOME)} == {True}


def test_credits_are_never_proved_by_a_budget_line() -> None:
    for body in (HOME.id, ABROAD.id):
        credited = [prior for prior in prior_steps(base_case()) if (prior.kind, prior.body) == (Prior.CREDITS, body)]
        assert [prior.is_proved for prior in credited] == [False] * len(credited)


@around_the_signature
def test_a_party_is_ready_when_its_vote_is_of_the_day_of_the_signature_at_the_latest(day: date, is_ready: bool) -> None:
    changes = {"deliberations[0]": {"partie": "valmont", "numero": "D-4", "date": day.isoformat()}}
    case = replace(case_with(action=changes), law=law_asking_for_a_vote())
    assert is_ready_to_sign(case, HOME.id) is is_ready


@around_the_signature
@pytest.mark.parametrize("key", ["transmission.date", "publication"])
def test_a_party_is_ready_when_its_vote_is_enforceable_that_day(key: str, day: date, is_ready: bool) -> None:
    case = case_with(action={f"deliberations[0].{key}": day.isoformat()})
    assert is_ready_to_sign(case, HOME.id) is is_ready


@around_the_signature
def test_a_party_is_ready_when_its_visa_is_given_that_day(day: date, is_ready: bool) -> None:
    assert is_ready_to_sign(case_with(action={"deliberations[1].visa.date": day.isoformat()}), ABROAD.id) is is_ready


def test_one_step_that_is_missing_holds_the_signature_back() -> None:
    assert is_ready_to_sign(base_case(), HOME.id)
    assert not is_ready_to_sign(case_with(action={"deliberations[0].publication": ""}), HOME.id)


def test_a_signature_without_a_day_is_never_ready() -> None:
    assert not is_ready_to_sign(case_with(action={"signature.date": ""}), HOME.id)


def test_a_party_that_approves_later_is_ready_on_any_day_that_is_planned() -> None:
    later = {"signature.approbations_posterieures": ["tazerout"], "deliberations": ""}
    assert is_ready_to_sign(case_with(action=later), ABROAD.id)
    assert not is_ready_to_sign(case_with(action=later), HOME.id)
    assert not is_ready_to_sign(case_with(action=later | {"signature.date": ""}), ABROAD.id)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"deliberations": ""},
        {"deliberations[0].date": "2025-04-20"},
        {"deliberations[0].numero": ""},
        {"deliberations[0].transmission.accuse_reception": ""},
        {"deliberations[0].publication": ""},
        {"deliberations[1].visa": ""},
        {"deliberations[1].visa.date": "2025-04-16"},
        {"signature.date": ""},
        {"signature.approbations_posterieures": ["tazerout"], "deliberations[1].visa": ""},
        {"transmission.faite": {"date": "2025-04-18", "accuse_reception": "AR-9"}},
    ],
)
@pytest.mark.parametrize("today", [date(2025, 1, 1), EVE, SIGNATURE, date(2030, 1, 1)], ids=str)
def test_the_timeline_says_done_of_what_the_papers_say_done_once_its_day_has_come(
    changes: dict[str, object], today: date
) -> None:
    case = case_with(action=changes)
    tracks = {track.name: track for track in timeline_of(case)}
    for party in case.parties:
        told = [step.state(today) for step in tracks[party.name].steps if step.label != "Signature"]
        proved = [(prior.is_proved, prior.day) for prior in party_approvals(case, party)]
        assert [state is State.DONE for state in told] == [
            is_proved and day is not None and day <= today for is_proved, day in proved
        ]


@pytest.mark.parametrize("today", [EVE, SIGNATURE, date(2030, 1, 1)], ids=str)
def test_a_planned_date_is_never_done(today: date) -> None:
    """All that the base plans, its signature included, without the receipt that proves the act was sent."""
    case = case_with(action={"transmission.faite": "", "deliberations": ""})
    states = {step.state(today) for track in timeline_of(case) for step in track.steps}
    assert State.DONE not in states
