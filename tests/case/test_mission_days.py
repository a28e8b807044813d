"""Missions that share a day: first and last days count, and a day that is not known is no day."""

import pytest

from generator.case.mission_days import overlapping
from generator.model.missions import Mission


def missions(*days: tuple[str, str]) -> list[Mission]:
    return [Mission.model_validate({"id": "M", "debut": first, "fin": last}) for first, last in days]


@pytest.mark.parametrize(
    ("departure", "found"),
    [("2025-05-15", [0, 1]), ("2025-05-16", [0, 1]), ("2025-05-17", [])],
    ids=["the eve of the return", "the day of the return", "the day after"],
)
def test_two_missions_meet_until_the_day_of_the_return(departure: str, found: list[int]) -> None:
    first, second = ("2025-05-12", "2025-05-16"), (departure, "2025-05-20")
    assert overlapping(missions(first, second)) == found
    assert overlapping(missions(second, first)) == found


def test_a_long_mission_meets_each_that_falls_within_it() -> None:
    long, within, last_day = ("2025-05-01", "2025-05-31"), ("2025-05-05", "2025-05-06"), ("2025-05-31", "2025-06-02")
    alone = ("2025-06-03", "2025-06-03")
    assert overlapping(missions(within, alone, long, last_day)) == [0, 2, 3]


def test_of_missions_that_end_together_each_is_found() -> None:
    assert overlapping(missions(("2025-05-01", "2025-05-09"), ("2025-05-03", "2025-05-09"))) == [0, 1]


@pytest.mark.parametrize("days", [("", ""), ("2025-05-12", ""), ("", "2025-05-16")])
def test_a_mission_whose_days_are_not_known_meets_none(days: tuple[str, str]) -> None:
    known = ("2025-05-12", "2025-05-16")
    assert overlapping(missions(known, days)) == []
    assert overlapping(missions(known, days, known)) == [0, 2]


def test_no_mission_meets_itself() -> None:
    assert overlapping(missions(("2025-05-12", "2025-05-16"))) == overlapping([]) == []
