"""The timeline: what each party has done, what is missing or late, and by when the next step must be taken."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.case import Case
from generator.cli import run
from generator.load import Workspace, load_case
from generator.model.approvals import Deliberation
from generator.timeline import State, Track, timeline_of

ROOT = Path(__file__).parent.parent


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


def test_without_a_session_before_the_signature_the_vote_is_due_on_its_eve() -> None:
    today = date(2017, 4, 15)
    step = track(replace(with_votes(example()), programme=None), "Ville de Dijon", today).next_step(today)
    assert step is not None
    assert step.due == date(2017, 4, 19)


def test_what_follows_the_signature_is_in_order_and_starts_with_the_entry_into_force() -> None:
    found = track(example(), "Après la signature", date(2017, 3, 15))
    assert found.steps[0].label.startswith("Transmission de l’acte signé")
    days = [step.day for step in found.steps if step.day]
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
