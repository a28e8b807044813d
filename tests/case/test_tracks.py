"""Which steps are late on a day, and by when they were awaited."""

from datetime import date

import pytest

from generator.case.tracks import LateStep, Step, Track, late_steps

DUE = date(2025, 6, 15)
EVE, MORROW = date(2025, 6, 14), date(2025, 6, 16)


@pytest.mark.parametrize(("today", "is_late"), [(EVE, False), (DUE, False), (MORROW, True)])
def test_a_step_is_late_from_the_day_after_the_last_one_that_fits(today: date, is_late: bool) -> None:
    tracks = (Track("Valmont", (Step("Visa", due=DUE, reference="V-1"),)),)
    assert list(late_steps(tracks, today)) == ([LateStep("Valmont", "Visa", DUE, "V-1")] if is_late else [])


def test_neither_what_is_done_nor_what_has_no_last_day_is_late() -> None:
    steps = Step("Vote", day=EVE, due=EVE), Step("Versement", planned=EVE), Step("Publication")
    assert list(late_steps((Track("Valmont", steps),), MORROW)) == []


def test_steps_are_late_party_by_party() -> None:
    late, lapsed = Step("Vote", due=EVE), Step("Versement", planned=EVE)
    found = late_steps((Track("Valmont", (lapsed, late)), Track("Tazerout", (late,))), MORROW)
    assert [(step.party, step.label) for step in found] == [("Valmont", "Vote"), ("Tazerout", "Vote")]
