"""The timeline: what each party has done, what is missing or late, and by when the next step must be taken."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from generator.case.records import Case
from generator.case.tracks import Sitting, State, Step, Track
from generator.cli import run
from generator.load import load_case
from generator.model.approvals import ActTransmission, Deliberation
from generator.model.programme import Programme
from generator.timeline import timeline_of
from generator.workspace import Workspace
from tests.support.places import ROOT


@cache
def example() -> Case:
    case = load_case(ROOT / "inputs/2017/2017-03.yaml", Workspace(ROOT)).case
    assert case is not None
    return case


def with_votes(case: Case, *votes: Deliberation) -> Case:
    return replace(case, action=case.action.model_copy(update={"deliberations": votes}))


def track(case: Case, name: str) -> Track:
    return next(found for found in timeline_of(case) if found.name == name)


def labels(found: Track) -> list[str]:
    return [step.label for step in found.steps]


def test_each_party_follows_its_own_law_then_signs() -> None:
    assert labels(track(example(), "Ville de Dijon")) == [
        "Vote de la délibération",
        "Transmission de la délibération",
        "Publication de la délibération",
        "Signature",
    ]
    assert labels(track(example(), "Ville de Chefchaouen")) == [
        "Vote de la délibération",
        "Visa de la délibération",
        "Signature",
    ]


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2017, 3, 26), State.PLANNED), (date(2017, 3, 27), State.DONE), (date(2017, 3, 28), State.DONE)],
)
def test_a_vote_is_planned_until_its_day_and_done_from_then_on(today: date, state: State) -> None:
    assert track(example(), "Ville de Dijon").steps[0].state(today) is state


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2017, 4, 18), State.MISSING), (date(2017, 4, 19), State.MISSING), (date(2017, 4, 20), State.LATE)],
)
def test_a_transmission_is_due_on_the_eve_of_the_signature(today: date, state: State) -> None:
    votes = [vote.model_copy(update={"transmission": None}) for vote in example().action.deliberations]
    found = track(with_votes(example(), *votes), "Ville de Dijon")
    step = found.next_step(today)
    assert step is not None
    assert step.label == "Transmission de la délibération"
    assert step.due_on(today) == date(2017, 4, 19)
    assert step.state(today) is state


def test_a_missing_vote_is_due_at_the_next_session_of_its_assembly() -> None:
    today = date(2017, 3, 1)
    found = track(with_votes(example()), "Ville de Dijon")
    step = found.next_step(today)
    assert step is not None
    assert step.label == "Vote de la délibération"
    programme = example().programme
    assert programme is not None
    sessions = sorted(session.day for session in programme.sessions if session.party == "dijon" and session.day)
    assert step.due_on(today) == next(day for day in sessions if day >= today)


def test_a_missing_vote_says_which_session_it_awaits_and_by_when_to_file() -> None:
    vote, early, late = track(with_votes(example()), "Ville de Dijon").steps[0], date(2017, 3, 1), date(2017, 3, 28)
    assert vote.reference_on(early) == "séance du 27\u00a0mars 2017, dépôt au plus tard le 24\u00a0février 2017"
    assert vote.reference_on(late) == "aucune séance d’ici là ; la prochaine : 26\u00a0juin 2017"
    assert vote.due_on(late) == date(2017, 4, 19)


def in_force(today: date, **sent: object) -> State:
    action = example().action.model_copy(update={"transmission": ActTransmission.model_validate(sent)})
    step = track(replace(example(), action=action), "Après la signature").steps[0]
    assert step.label == "Transmission de l’acte signé : entrée en vigueur"
    return step.state(today)


def test_an_act_is_not_in_force_because_its_transmission_was_planned() -> None:
    planned = {"date_prevue": "2017-04-24"}
    assert in_force(date(2017, 4, 24), **planned) is State.PLANNED
    assert in_force(date(2017, 4, 25), **planned) is State.LATE
    assert in_force(date(2017, 4, 25), **planned, faite={"date": "2017-04-25"}) is State.LATE
    proved = {"date": "2017-04-25", "accuse_reception": "AR-1"}
    assert in_force(date(2017, 4, 25), **planned, faite=proved) is State.DONE


@pytest.mark.parametrize("label", ["Premier versement", "Rapport d’évaluation annuelle"])
def test_what_was_planned_lapses_without_being_done(label: str) -> None:
    states = [
        step.state(today)
        for today in (date(2017, 1, 1), date(2026, 1, 1))
        for step in track(example(), "Après la signature").steps
        if step.label == label
    ]
    assert states == [State.PLANNED, State.LAPSED]


def sent_on(day: str) -> Case:
    """Return the example with its act transmitted that day: the proof that all signed it."""
    sent = ActTransmission.model_validate({"faite": {"date": day, "accuse_reception": "AR-1"}})
    return replace(example(), action=example().action.model_copy(update={"transmission": sent}))


def test_a_signature_is_done_once_the_act_that_all_signed_was_transmitted() -> None:
    today = date(2017, 4, 24)
    assert track(example(), "Ville de Dijon").steps[-1].state(today) is State.LAPSED
    for name in ("Ville de Dijon", "Ville de Chefchaouen"):
        assert track(sent_on("2017-04-24"), name).steps[-1].state(today) is State.DONE
    assert track(sent_on("2017-04-19"), "Ville de Dijon").steps[-1].state(today) is State.LAPSED


def test_a_signature_that_was_planned_lapses_and_is_late_when_what_must_precede_it_is_missing() -> None:
    today = date(2017, 4, 21)
    assert track(example(), "Ville de Dijon").steps[-1].state(today) is State.LAPSED
    votes = [vote.model_copy(update={"transmission": None}) for vote in example().action.deliberations]
    signature = track(with_votes(example(), *votes), "Ville de Dijon").steps[-1]
    assert (signature.label, signature.state(today)) == ("Signature", State.LATE)


@pytest.mark.parametrize(
    ("voted", "state"),
    [
        (date(2017, 4, 19), State.LAPSED),
        (date(2017, 4, 20), State.LAPSED),
        (date(2017, 4, 21), State.LATE),
    ],
    ids=["on the eve of the signature", "on the day", "on the day after"],
)
def test_a_signature_is_not_late_when_the_visa_is_of_its_day_at_the_latest(voted: date, state: State) -> None:
    """The example's signature is planned on 20 April 2017; the vote of its other party needs a visa alone."""
    home, abroad = example().action.deliberations
    assert abroad.visa is not None
    seen = abroad.model_copy(update={"visa": abroad.visa.model_copy(update={"day": voted})})
    signature = track(with_votes(example(), home, seen), "Ville de Chefchaouen").steps[-1]
    assert (signature.label, signature.state(date(2017, 4, 22))) == ("Signature", state)


@pytest.mark.parametrize(
    ("voted", "state"),
    [
        (date(2017, 4, 19), State.LAPSED),
        (date(2017, 4, 20), State.LAPSED),
        (date(2017, 4, 21), State.LATE),
    ],
    ids=["on the eve of the signature", "on the day", "on the day after"],
)
def test_a_signature_is_not_late_when_the_vote_is_of_its_day_at_the_latest(voted: date, state: State) -> None:
    home, abroad = example().action.deliberations
    vote = abroad.model_copy(update={"day": voted})
    signature = track(with_votes(example(), home, vote), "Ville de Chefchaouen").steps[-1]
    assert (signature.label, signature.state(date(2017, 4, 22))) == ("Signature", state)


TODAY = date(2025, 6, 15)
YESTERDAY, TOMORROW = date(2025, 6, 14), date(2025, 6, 16)


@pytest.mark.parametrize(
    ("step", "state"),
    [
        (Step("", day=YESTERDAY), State.DONE),
        (Step("", day=TODAY), State.DONE),
        (Step("", day=TOMORROW), State.PLANNED),
        (Step("", planned=YESTERDAY), State.LAPSED),
        (Step("", planned=TODAY), State.PLANNED),
        (Step("", planned=TOMORROW), State.PLANNED),
        (Step("", planned=YESTERDAY, due=TOMORROW), State.LATE),
        (Step("", planned=TODAY, due=YESTERDAY), State.PLANNED),
        (Step("", planned=TOMORROW, due=YESTERDAY), State.PLANNED),
        (Step("", due=YESTERDAY), State.LATE),
        (Step("", due=TODAY), State.MISSING),
        (Step("", due=TOMORROW), State.MISSING),
        (Step(""), State.MISSING),
    ],
)
def test_a_step_stands_by_the_day_before_the_day_and_the_day_after(step: Step, state: State) -> None:
    assert step.state(TODAY) is state


def test_the_next_step_is_the_first_that_is_neither_done_nor_planned() -> None:
    done, planned, late = Step("fait", day=TODAY), Step("prévu", planned=TOMORROW), Step("dû", due=YESTERDAY)
    assert Track("", (done, planned, late)).next_step(TODAY) is late
    assert Track("", (done, planned)).next_step(TODAY) is None


def with_sessions(*days: date) -> Case:
    """Return the example before any vote, its first party's assembly sitting on these days."""
    sessions = [{"partie": "dijon", "date": day.isoformat()} for day in days]
    programme = {"annee": "2017", "convention": "dijon-chefchaouen-2016", "seances": sessions}
    return replace(with_votes(example()), programme=Programme.model_validate(programme))


@pytest.mark.parametrize(
    ("session", "due", "reference"),
    [
        (date(2017, 4, 18), date(2017, 4, 18), "séance du 18\u00a0avril 2017"),
        (date(2017, 4, 19), date(2017, 4, 19), "séance du 19\u00a0avril 2017"),
        (date(2017, 4, 20), date(2017, 4, 19), "aucune séance d’ici là ; la prochaine : 20\u00a0avril 2017"),
    ],
    ids=["two days before the signature", "on its eve", "on its day"],
)
def test_a_session_is_awaited_until_the_eve_of_the_signature(session: date, due: date, reference: str) -> None:
    vote, today = track(with_sessions(session), "Ville de Dijon").steps[0], date(2017, 4, 1)
    assert (vote.due_on(today), vote.reference_on(today)) == (due, reference)


@pytest.mark.parametrize(
    ("today", "awaited"),
    [
        (date(2017, 3, 26), date(2017, 3, 27)),
        (date(2017, 3, 27), date(2017, 3, 27)),
        (date(2017, 3, 28), date(2017, 4, 10)),
    ],
    ids=["on the eve of a session", "on its day", "on the day after"],
)
def test_the_next_session_is_that_of_today_or_a_later_one(today: date, awaited: date) -> None:
    sessions = with_sessions(date(2017, 4, 10), date(2017, 3, 27))
    assert track(sessions, "Ville de Dijon").steps[0].due_on(today) == awaited


def test_a_session_without_a_day_is_not_awaited() -> None:
    programme = {"annee": "2017", "convention": "dijon-chefchaouen-2016", "seances": [{"partie": "dijon"}]}
    case = replace(with_votes(example()), programme=Programme.model_validate(programme))
    vote, today = track(case, "Ville de Dijon").steps[0], date(2017, 4, 1)
    assert (vote.due_on(today), vote.reference_on(today)) == (date(2017, 4, 19), "")


def test_what_is_done_shows_its_number_or_its_receipt() -> None:
    home, abroad = example().action.deliberations
    assert home.transmission is not None
    steps = track(example(), "Ville de Dijon").steps
    assert [step.reference for step in steps] == [home.number, home.transmission.receipt, "", ""]
    assert abroad.visa is not None
    steps = track(example(), "Ville de Chefchaouen").steps
    assert [step.reference for step in steps] == [abroad.number, abroad.visa.number, ""]


def test_a_transmission_of_the_act_shows_its_receipt_once() -> None:
    sent = ActTransmission.model_validate({"faite": {"date": "2017-04-24", "accuse_reception": "AR-1"}})
    action = example().action.model_copy(update={"transmission": sent})
    steps = track(replace(example(), action=action), "Après la signature").steps
    transmissions = [step for step in steps if step.label.startswith("Transmission")]
    assert [(step.day, step.reference) for step in transmissions] == [(date(2017, 4, 24), "AR-1")]


def test_the_number_of_a_vote_without_a_day_is_shown_rather_than_a_session() -> None:
    numbered = Deliberation.model_validate({"partie": "dijon", "numero": "D-1"})
    case = with_votes(with_sessions(date(2017, 4, 10)), numbered)
    vote, today = track(case, "Ville de Dijon").steps[0], date(2017, 4, 1)
    assert (vote.reference_on(today), vote.due_on(today)) == ("D-1", date(2017, 4, 10))


def test_an_approval_under_a_suspensive_clause_follows_the_signature_without_being_late() -> None:
    today = date(2017, 4, 21)
    signature = example().action.signature.model_copy(update={"later_approvals": ("chefchaouen",)})
    action = example().action.model_copy(update={"deliberations": (), "signature": signature})
    found = track(replace(example(), action=action), "Ville de Chefchaouen")
    assert labels(found) == ["Signature", "Vote de la délibération", "Visa de la délibération"]
    assert [step.state(today) for step in found.steps] == [State.LAPSED, State.MISSING, State.MISSING]
    assert [step.due_on(today) for step in found.steps[1:]] == [None, None]


def test_a_party_that_must_transmit_its_vote_signs_after_it_whatever_clause_is_written() -> None:
    signature = example().action.signature.model_copy(update={"later_approvals": ("dijon",)})
    action = example().action.model_copy(update={"signature": signature})
    found = track(replace(example(), action=action), "Ville de Dijon")
    assert labels(found)[-1] == "Signature"


def test_without_a_session_before_the_signature_the_vote_is_due_on_its_eve() -> None:
    today = date(2017, 4, 15)
    step = track(replace(with_votes(example()), programme=None), "Ville de Dijon").next_step(today)
    assert step is not None
    assert step.due_on(today) == date(2017, 4, 19)


def test_what_follows_the_signature_is_in_order_and_starts_with_the_entry_into_force() -> None:
    found = track(example(), "Après la signature")
    assert found.steps[0].label.startswith("Transmission de l’acte signé")
    days = [day for step in found.steps[1:] if (day := step.day or step.planned)]
    assert days == sorted(days)


def test_an_empty_action_has_a_timeline_of_missing_steps() -> None:
    bare = replace(example(), action=type(example().action).model_validate({"numero": "2017-03", "convention": "x"}))
    tracks = timeline_of(bare)
    assert all(step.state(date(2017, 3, 15)) is State.MISSING for found in tracks[:2] for step in found.steps[:1])


def test_a_session_tells_when_an_approval_that_follows_the_signature_may_come_without_making_it_due() -> None:
    sessions = [{"partie": "chefchaouen", "date": "2017-05-04"}]
    programme = Programme.model_validate({"annee": "2017", "convention": "dijon-chefchaouen-2016", "seances": sessions})
    signature = example().action.signature.model_copy(update={"later_approvals": ("chefchaouen",)})
    action = example().action.model_copy(update={"deliberations": (), "signature": signature})
    case = replace(example(), action=action, programme=programme)
    vote, today = track(case, "Ville de Chefchaouen").steps[1], date(2017, 4, 21)
    assert (vote.due_on(today), vote.reference_on(today)) == (None, "séance du 4\u00a0mai 2017")


def test_a_timeline_kept_as_plain_data_is_the_same_at_any_date() -> None:
    for case in (example(), with_votes(example()), with_sessions(date(2017, 4, 10), date(2017, 3, 27))):
        tracks = timeline_of(case)
        kept = json.loads(json.dumps([found.as_json() for found in tracks]))
        assert tuple(map(Track.from_json, kept)) == tracks


def test_a_step_kept_holds_every_value_of_it() -> None:
    days = [date(2017, 1, rank) for rank in range(1, 6)]
    whole = Step(
        "Vote", days[0], days[1], days[2], "D-1", (Sitting(days[3], days[4]), Sitting(days[4])), is_bound=False
    )
    assert Step.from_json(whole.as_json()) == whole
    assert Step("Vote").as_json() == {"etape": "Vote"}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"partie": "A"},
        {"partie": "A", "etapes": 3},
        {"partie": "A", "etapes": [{}]},
        {"partie": "A", "etapes": [{"etape": "Vote", "jour": "hier"}]},
        {"partie": "A", "etapes": [{"etape": "Vote", "seances": [["2017-01-01"]]}]},
        {"partie": "A", "etapes": [{"etape": "Vote", "seances": 3}]},
        {"partie": "A", "etapes": [{"etape": "Vote", "jour": 3}]},
        {"partie": "A", "etapes": [3]},
    ],
)
def test_plain_data_that_are_no_track_are_told(data: Mapping[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Track.from_json(data)


def test_the_command_shows_it_on_the_day_given(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(ROOT / "inputs/2017/2017-03.yaml")
    assert run(["check", path, "--timeline", "--date", "2017-03-27", "--quiet"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  Ville de Dijon" in lines
    assert any(line.split()[0] == "fait" and "Vote de la délibération" in line for line in lines)
    assert run(["check", path, "--timeline", "--date", "hier"]) == 2
    assert "AAAA-MM-JJ" in capsys.readouterr().err
