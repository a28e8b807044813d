"""The timeline: what each party has done, what is missing or late, and by when the next step must be taken."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from generator.case.records import Case
from generator.cli import run
from generator.load import load_case
from generator.model.approvals import ActTransmission, Deliberation
from generator.timeline import State, Track, timeline_of
from generator.workspace import Workspace
from tests.support.places import ROOT


@cache
def example() -> Case:
    case = load_case(ROOT / "inputs/2017/2017-03.yaml", Workspace(ROOT)).case
    assert case is not None
    return case


def with_votes(case: Case, *votes: Deliberation) -> Case:
    return replace(case, action=case.action.model_copy(update={"deliberations": votes}))


def track(case: Case, name: str, today: date) -> Track:
    return next(found for found in timeline_of(case, today) if found.name == name)


def labels(found: Track) -> list[str]:
    return [step.label for step in found.steps]


def test_each_party_follows_its_own_law_then_signs() -> None:
    today = date(2017, 3, 15)
    assert labels(track(example(), "Ville de Dijon", today)) == [
        "Vote de la délibération",
        "Transmission de la délibération",
        "Publication de la délibération",
        "Signature",
    ]
    assert labels(track(example(), "Ville de Chefchaouen", today)) == [
        "Vote de la délibération",
        "Visa de la délibération",
        "Signature",
    ]


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2017, 3, 26), State.PLANNED), (date(2017, 3, 27), State.DONE), (date(2017, 3, 28), State.DONE)],
)
def test_a_vote_is_planned_until_its_day_and_done_from_then_on(today: date, state: State) -> None:
    assert track(example(), "Ville de Dijon", today).steps[0].state(today) is state


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2017, 4, 18), State.MISSING), (date(2017, 4, 19), State.MISSING), (date(2017, 4, 20), State.LATE)],
)
def test_a_transmission_is_due_on_the_eve_of_the_signature(today: date, state: State) -> None:
    votes = [vote.model_copy(update={"transmission": None}) for vote in example().action.deliberations]
    found = track(with_votes(example(), *votes), "Ville de Dijon", today)
    step = found.next_step(today)
    assert step is not None
    assert step.label == "Transmission de la délibération"
    assert step.due == date(2017, 4, 19)
    assert step.state(today) is state


def test_a_missing_vote_is_due_at_the_next_session_of_its_assembly() -> None:
    today = date(2017, 3, 1)
    found = track(with_votes(example()), "Ville de Dijon", today)
    step = found.next_step(today)
    assert step is not None
    assert step.label == "Vote de la délibération"
    programme = example().programme
    assert programme is not None
    sessions = sorted(session.day for session in programme.sessions if session.party == "dijon" and session.day)
    assert step.due == next(day for day in sessions if day >= today)


def test_a_missing_vote_says_which_session_it_awaits_and_by_when_to_file() -> None:
    early = track(with_votes(example()), "Ville de Dijon", date(2017, 3, 1)).steps[0]
    assert early.reference == "séance du 27\u00a0mars 2017, dépôt au plus tard le 24\u00a0février 2017"
    late = track(with_votes(example()), "Ville de Dijon", date(2017, 3, 28)).steps[0]
    assert late.reference == "aucune séance d’ici là ; la prochaine : 26\u00a0juin 2017"
    assert late.due == date(2017, 4, 19)


def in_force(today: date, **sent: object) -> State:
    action = example().action.model_copy(update={"transmission": ActTransmission.model_validate(sent)})
    step = track(replace(example(), action=action), "Après la signature", today).steps[0]
    assert step.label == "Transmission de l’acte signé : entrée en vigueur"
    return step.state(today)


def test_an_act_is_not_in_force_because_its_transmission_was_planned() -> None:
    planned = {"date_prevue": "2017-04-24"}
    assert in_force(date(2017, 4, 24), **planned) is State.PLANNED
    assert in_force(date(2017, 4, 25), **planned) is State.LATE
    assert in_force(date(2017, 4, 25), **planned, faite={"date": "2017-04-25"}) is State.DONE


@pytest.mark.parametrize("label", ["Premier versement", "Rapport d’évaluation annuelle"])
def test_what_was_planned_lapses_without_being_done(label: str) -> None:
    states = [
        step.state(today)
        for today in (date(2017, 1, 1), date(2026, 1, 1))
        for step in track(example(), "Après la signature", today).steps
        if step.label == label
    ]
    assert states == [State.PLANNED, State.LAPSED]


def test_a_signature_is_not_done_when_what_must_precede_it_is_not() -> None:
    today = date(2017, 4, 21)
    assert track(example(), "Ville de Dijon", today).steps[-1].state(today) is State.DONE
    votes = [vote.model_copy(update={"transmission": None}) for vote in example().action.deliberations]
    signature = track(with_votes(example(), *votes), "Ville de Dijon", today).steps[-1]
    assert (signature.label, signature.state(today)) == ("Signature", State.LATE)


def test_an_approval_under_a_suspensive_clause_follows_the_signature_without_being_late() -> None:
    today = date(2017, 4, 21)
    signature = example().action.signature.model_copy(update={"later_approvals": ("chefchaouen",)})
    action = example().action.model_copy(update={"deliberations": (), "signature": signature})
    found = track(replace(example(), action=action), "Ville de Chefchaouen", today)
    assert labels(found) == ["Signature", "Vote de la délibération", "Visa de la délibération"]
    assert [step.state(today) for step in found.steps] == [State.DONE, State.MISSING, State.MISSING]


def test_without_a_session_before_the_signature_the_vote_is_due_on_its_eve() -> None:
    today = date(2017, 4, 15)
    step = track(replace(with_votes(example()), programme=None), "Ville de Dijon", today).next_step(today)
    assert step is not None
    assert step.due == date(2017, 4, 19)


def test_what_follows_the_signature_is_in_order_and_starts_with_the_entry_into_force() -> None:
    found = track(example(), "Après la signature", date(2017, 3, 15))
    assert found.steps[0].label.startswith("Transmission de l’acte signé")
    days = [day for step in found.steps[1:] if (day := step.day or step.planned)]
    assert days == sorted(days)


def test_an_empty_action_has_a_timeline_of_missing_steps() -> None:
    bare = replace(example(), action=type(example().action).model_validate({"numero": "2017-03", "convention": "x"}))
    tracks = timeline_of(bare, date(2017, 3, 15))
    assert all(step.state(date(2017, 3, 15)) is State.MISSING for found in tracks[:2] for step in found.steps[:1])


def test_the_command_shows_it_on_the_day_given(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(ROOT / "inputs/2017/2017-03.yaml")
    assert run(["check", path, "--timeline", "--date", "2017-03-27", "--quiet"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  Ville de Dijon" in lines
    assert any(line.split()[0] == "fait" and "Vote de la délibération" in line for line in lines)
    assert run(["check", path, "--timeline", "--date", "hier"]) == 2
    assert "AAAA-MM-JJ" in capsys.readouterr().err
