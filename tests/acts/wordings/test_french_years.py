"""A year in French: counts, gaps and shares, and what charts say to those who do not see them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.acts.facts.namings import Noun
from generator.acts.facts.yearly import (
    ActionsTold,
    BudgetByAxis,
    BudgetByContributor,
    BudgetUnknown,
    GapTold,
    MeasuredTold,
    ShareTold,
    TravellersTold,
)
from generator.acts.wordings.french_wording import in_french
from generator.artifacts import Chart


@pytest.mark.parametrize(
    ("target", "actual", "words"),
    [
        ("10", "12", "+2"),
        ("4 000", "3\u202f988,5", "−11,5"),
        ("85 %", "85%", "0\u202f%"),
        ("-2", "−3", "−1"),
        ("4", "trois", ""),
        ("85 %", "85", ""),
        ("3.000", "3000", ""),
        ("au moins 3", "4", ""),
    ],
)
def test_a_gap_is_told_between_numbers_of_one_unit(target: str, actual: str, words: str) -> None:
    assert in_french(GapTold(target, actual)) == words


@pytest.mark.parametrize(("count", "words"), [(0, "aucune action"), (1, "une action"), (2, "deux actions")])
def test_actions_are_counted_in_letters(count: int, words: str) -> None:
    assert in_french(ActionsTold(count)) == words


@pytest.mark.parametrize(
    ("roles", "words"),
    [
        ((1, 2, 0), "1 élu et 2 agents"),
        ((2, 0, 1), "2 élus et 1 tiers"),
        ((0, 0, 0), ""),
        ((1, 1, 3), "1 élu, 1 agent et 3 tiers"),
    ],
)
def test_travellers_are_counted_by_their_quality(roles: tuple[int, int, int], words: str) -> None:
    assert in_french(TravellersTold(*roles)) == words


def test_a_share_is_rounded_to_the_unit() -> None:
    assert in_french(ShareTold(Decimal(2), Decimal(3))) == "67\u202f%"


def test_measures_agree_with_their_number() -> None:
    assert in_french(MeasuredTold(1, 3)) == "1 indicateur sur 3"
    assert in_french(MeasuredTold(2, 3)) == "2 indicateurs sur 3"


def test_one_action_and_several_are_named() -> None:
    one, two = (str(in_french(BudgetUnknown(numbers))) for numbers in (("1",), ("1", "2")))
    assert one.startswith("Action n° 1 : ")
    assert two.startswith("Actions n° 1 et 2 : ")


def chart(words: object) -> Chart:
    assert isinstance(words, Chart)
    return words


def test_others_are_drawn_together_where_there_are_some() -> None:
    one = (Noun("Ville de Valmont"),)
    alone = chart(in_french(BudgetByAxis("MAD", ("Culture",), one, ((Decimal(5),),), (Decimal(0),))))
    helped = chart(in_french(BudgetByAxis("EUR", ("Culture",), one, ((Decimal(5),),), (Decimal(2),))))
    assert [series.name for series in alone.series] == ["Ville de Valmont"]
    assert [series.name for series in helped.series] == ["Ville de Valmont", "Cofinanceurs et organismes associés"]
    assert (alone.unit, helped.unit) == ("MAD", "€")
    assert helped.description == "Graphique : budget prévisionnel par axe. Culture : 7,00\u00a0€."


def test_contributions_in_kind_are_drawn_apart_where_there_are_some() -> None:
    cash = chart(in_french(BudgetByContributor("EUR", (Noun("le ministère"),), (Decimal(5),), (Decimal(0),))))
    both = chart(in_french(BudgetByContributor("EUR", (Noun("le ministère"),), (Decimal(5),), (Decimal(1),))))
    assert (len(cash.series), len(both.series)) == (1, 2)
    assert both.categories == ("Le ministère",)
    assert both.description.endswith("Le ministère : 6,00\u00a0€.")
