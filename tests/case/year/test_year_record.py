"""A year of actions: its year, the day of its law, what was approved the year before."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.case.year import YearRecord
from tests.support.rule_cases import base_year, year_with

LAST_YEAR = {"numero": "2024-01", "deliberations[0].numero": "D-4"}


def year_after(**changes: Any) -> YearRecord:
    """Make the year, whose first action was taken up from last year's."""
    return year_with(former=[LAST_YEAR | changes])


def test_the_year_is_the_programme_s_or_that_of_all_numbers() -> None:
    alone = replace(base_year(), programme=None)
    assert (base_year().year, alone.year) == (2025, 2025)
    (first, second) = alone.actions
    assert replace(alone, actions=(first, replace(second, number="2026-02"))).year is None
    assert replace(alone, actions=(replace(first, number="essai"),)).year is None


def test_the_law_is_that_of_the_last_agreement_whose_day_is_known() -> None:
    (first, second) = base_year().actions
    later = replace(first, act_day=date(2025, 9, 1))
    assert replace(base_year(), actions=(later, second)).act_day == date(2025, 9, 1)
    assert replace(base_year(), actions=(later, replace(second, act_day=None))).act_day == date(2025, 9, 1)
    assert replace(base_year(), actions=()).act_day is None


def test_an_action_of_another_framework_is_not_governed() -> None:
    (first, second) = base_year().actions
    year = replace(base_year(), actions=(first, replace(second, framework="ailleurs")))
    assert year.governed == (first,)


def test_a_vote_of_last_year_is_known_by_party_number_and_day() -> None:
    year = year_after()
    vote = year.actions[0].votes[0]
    assert year.approved_before(vote) == year.former[0]
    assert year.approved_before(replace(vote, number="d 4")) == year.former[0]
    for other in (replace(vote, number="D-5"), replace(vote, day=date(2025, 3, 25)), replace(vote, party="tazerout")):
        assert year.approved_before(other) is None


@pytest.mark.parametrize("missing", ["numero", "date"])
def test_a_vote_without_number_or_day_is_no_vote_of_last_year(missing: str) -> None:
    year = year_with({f"deliberations[0].{missing}": ""}, former=[LAST_YEAR | {f"deliberations[0].{missing}": ""}])
    assert year.approved_before(year.actions[0].votes[0]) is None


def test_a_vote_on_a_programme_may_serve_for_several_years() -> None:
    year = year_after(**{"deliberations[0].approuve": "programme_annuel"})
    assert year.approved_before(year.actions[0].votes[0]) is None
