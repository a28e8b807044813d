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


@pytest.mark.parametrize(
    ("lines", "is_asked"),
    [
        ([], False),
        ([{"montant": "0.00"}], False),
        ([{"montant": ""}], False),
        ([{"montant": "0.01"}], True),
        ([{"nature": "valorisation", "montant": "700.00"}], False),
        ([{"nature": "valorisation", "montant": "700.00"}, {"montant": "0.01"}], True),
        ([{"nature": "valorisation", "montant": "700.00", "imputation": "chapitre 011"}], True),
    ],
)
def test_credits_are_asked_of_who_brings_cash_or_names_a_budget_line(
    lines: list[dict[str, str]], is_asked: bool
) -> None:
    case = case_with(action={"budget.ressources": [{"origine": HOME.id, **line} for line in lines]})
    found = [prior.body for prior in prior_steps(case) if prior.kind is Prior.CREDITS]
    assert found == ([HOME.id] if is_asked else [])


def test_credits_have_the_first_budget_line_that_is_named_and_the_day_of_the_signature() -> None:
    lines = [
        {"origine": HOME.id, "montant": "1.00", "imputation": line} for line in ("", "chapitre 65", "chapitre 011")
    ]
    credits_ = step(case_with(action={"budget.ressources": lines}), Prior.CREDITS, HOME.id)
    assert (credits_.reference, credits_.due) == ("chapitre 65", SIGNATURE)


# The decision of an associated body


def body(name: str = "source-vive", **keys: str) -> dict[str, object]:
    return {"id": name, "signataire": "oui", "decision": "délibération n° 4", "decision_date": "2025-04-14"} | keys


@pytest.mark.parametrize(
    ("keys", "is_proved"),
    [({}, True), ({"decision_date": ""}, False), ({"decision": ""}, False)],
    ids=["cited with its day", "without its day", "without its citation"],
)
def test_a_decision_is_proved_once_it_is_cited_with_its_day(keys: dict[str, str], is_proved: bool) -> None:
    case = case_with(action={"organismes_associes": [body(**keys)]})
    assert step(case, Prior.DECISION, "source-vive").is_proved is is_proved
    assert is_ready_to_sign(case, "source-vive") is is_proved


@around_the_signature
def test_a_body_is_ready_when_it_decided_on_the_day_of_the_signature_at_the_latest(day: date, is_ready: bool) -> None:
    case = case_with(action={"organismes_associes": [body(decision_date=day.isoformat())]})
    assert is_ready_to_sign(case, "source-vive") is is_ready


def test_a_body_is_ready_whatever_another_has_decided() -> None:
    case = case_with(action={"organismes_associes": [body(), body("metropole", decision="")]})
    assert is_ready_to_sign(case, "source-vive")
    assert not is_ready_to_sign(case, "metropole")


# The power to sign


def power(changes: dict[str, object], party: str = HOME.id, **others: dict[str, object]) -> PriorStep:
    return step(case_with(action=changes, **others), Prior.POWER, party)


def test_who_signs_by_a_known_mandate_has_the_power_since_its_first_day() -> None:
    found = power({})
    assert found.mandate is not None
    assert (found.mandate.surname, found.day, found.due) == ("Hypothèse", date(2020, 7, 1), SIGNATURE)
    assert found.is_proved


@pytest.mark.parametrize("changes", [{"signataires": []}, {"signataires[0].titre": ""}], ids=["nobody", "no title"])
def test_nobody_who_is_not_identified_has_a_power(changes: dict[str, object]) -> None:
    found = power(changes)
    assert (found.mandate, found.day, found.is_proved) == (None, None, False)


@pytest.mark.parametrize(
    ("lacking", "is_proved"),
    [({}, True), ({"numero": ""}, False), ({"date": ""}, False)],
    ids=["whole", "without its number", "without its day"],
)
def test_a_delegation_is_proved_by_its_number_and_its_day(lacking: dict[str, str], is_proved: bool) -> None:
    found = power({"signataires[0].delegation": {"numero": "A-1", "date": "2024-01-08"} | lacking})
    assert (found.mandate, found.is_proved) == (None, is_proved)


@pytest.mark.parametrize(
    ("term", "is_proved"),
    [
        ({"du": "2020-07-01", "au": EVE.isoformat()}, False),
        ({"du": "2020-07-01", "au": SIGNATURE.isoformat()}, True),
        ({"du": SIGNATURE.isoformat()}, True),
        ({"du": MORROW.isoformat()}, False),
    ],
    ids=["until the eve", "until the day", "from the day", "from the day after"],
)
def test_a_mandate_counts_on_the_days_that_it_covers(term: dict[str, str], is_proved: bool) -> None:
    mandate = {"partie": "valmont", "prenom": "Jeanne", "nom": "Hypothèse", **term}
    assert power({}, evenements={"mandats": [mandate]}).is_proved is is_proved


@pytest.mark.parametrize(
    "other",
    [{"partie": "tazerout"}, {"prenom": "Jean"}, {"nom": "Thèse"}],
    ids=["another party", "another given name", "another surname"],
)
def test_the_mandate_of_another_gives_no_power(other: dict[str, str]) -> None:
    mandate = {"partie": "valmont", "prenom": "JEANNE", "nom": "hypothèse", "du": "2020-07-01"}
    assert power({}, evenements={"mandats": [mandate]}).is_proved
    found = power({}, evenements={"mandats": [mandate | other]})
    assert (found.mandate, found.is_proved) == (None, False)


def test_a_mandate_whose_first_day_is_not_known_proves_no_power() -> None:
    found = power({}, evenements={"mandats[0].du": ""})
    assert found.mandate is not None
    assert not found.is_proved


def test_without_a_day_of_signature_the_mandate_is_that_of_the_act_s_day() -> None:
    assert power({"signature.date": ""}).is_proved
    assert not power({"signature.date": "", "calendrier.debut": ""}).is_proved


def test_without_events_no_mandate_is_known() -> None:
    found = step(replace(base_case(), events=None), Prior.POWER, HOME.id)
    assert (found.mandate, found.is_proved) == (None, False)


# The framework and the co-fundings


@pytest.mark.parametrize(
    ("day", "is_proved"),
    [
        ("2023-03-09", False),
        ("2023-03-10", True),
        ("2023-03-11", True),
        ("2027-03-08", True),
        ("2027-03-09", True),
        ("2027-03-10", False),
    ],
)
def test_the_framework_is_in_force_from_its_first_day_to_its_last(day: str, is_proved: bool) -> None:
    found = step(case_with(action={"signature.date": day}), Prior.FRAMEWORK)
    assert (found.is_proved, found.day) == (is_proved, date(2023, 3, 10))


def test_an_act_without_a_day_is_under_a_framework_that_is_signed() -> None:
    undated = {"signature.date": "", "calendrier.debut": ""}
    assert step(case_with(action=undated), Prior.FRAMEWORK).is_proved
    assert not step(replace(case_with(action=undated), events=None), Prior.FRAMEWORK).is_proved


def test_a_framework_is_proved_by_its_signature_and_by_its_term() -> None:
    from_a_day = {"duree.a_compter_de": "date", "duree.debut": "2023-03-10"}
    assert step(case_with(convention=from_a_day), Prior.FRAMEWORK).is_proved
    assert not step(case_with(convention=from_a_day, evenements={"signature.date": ""}), Prior.FRAMEWORK).is_proved
    assert not step(case_with(convention={"duree.annees": ""}), Prior.FRAMEWORK).is_proved


@pytest.mark.parametrize(
    ("lines", "is_proved"),
    [
        ([], False),
        ([{"justificatif": "notification du 15 janvier 2025"}], True),
        ([{"justificatif": "notification"}], False),
        ([{}], False),
        ([{"justificatif": "notification du 15 janvier 2025", "statut": "sollicite"}], False),
        ([{}, {"justificatif": "notification du 15 janvier 2025"}], True),
        ([{"statut": "sollicite"}, {"justificatif": "notification du 15 janvier 2025"}], False),
    ],
)
def test_a_co_funding_is_proved_once_all_its_lines_are_secured_and_one_cites_a_dated_act(
    lines: list[dict[str, str]], is_proved: bool
) -> None:
    case = case_with(action={"budget.ressources": [{"origine": "ministere", **line} for line in lines]})
    found = step(case, Prior.CO_FUNDING)
    assert (found.is_proved, found.bars) == (is_proved, False)


# Who may sign


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


def signature_on(today: date, changes: dict[str, object], party: str = HOME.name) -> State:
    tracks = {track.name: track for track in timeline_of(case_with(action=changes))}
    (signature,) = [step for step in tracks[party].steps if step.label == "Signature"]
    return signature.state(today)


@pytest.mark.parametrize(
    ("sent", "state"), [(EVE, State.LAPSED), (SIGNATURE, State.DONE), (MORROW, State.DONE)], ids=str
)
def test_a_signature_is_done_when_the_act_was_sent_on_its_day_at_the_earliest(sent: date, state: State) -> None:
    done = {"transmission.faite": {"date": sent.isoformat(), "accuse_reception": "AR-9"}}
    assert signature_on(date(2025, 4, 20), done) is state


def test_a_signature_whose_day_is_not_known_is_not_done_once_the_act_was_sent() -> None:
    done = {"transmission.faite": {"date": "2025-04-18", "accuse_reception": "AR-9"}, "signature.date": ""}
    assert signature_on(date(2025, 4, 20), done) is State.MISSING
