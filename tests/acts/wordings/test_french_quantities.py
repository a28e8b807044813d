"""Amounts, counts and days in French."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.quantities import (
    CountInLetters,
    Dated,
    DueBefore,
    DueOn,
    FundingTold,
    LastingUntil,
    Money,
    MoneyList,
    MonthCount,
    NightCount,
    RankInLetters,
    RateTold,
    Spanning,
    Writing,
    YearCount,
)
from generator.acts.wordings import french_quantities as french
from generator.artifacts import Blank
from generator.model.budget import FundingStatus

MISSING = Missing(Gap.PAYMENT)
BLANK = Blank("montant du versement")
AMOUNTS = st.decimals(Decimal(0), Decimal(10**9), places=2)
MARCH_1 = date(2017, 3, 1)


def written(amount: str, currency: str, writing: Writing) -> object:
    return french.money(Money(Decimal(amount), currency, writing, MISSING))


def test_an_amount_is_written_in_figures_in_letters_or_in_both() -> None:
    assert written("12500", "EUR", Writing.FIGURES) == "12\u202f500,00\u00a0€"
    assert written("12500", "EUR", Writing.LETTERS) == "douze mille cinq cents euros"
    assert written("12500", "EUR", Writing.FULL) == "12\u202f500,00\u00a0€ (douze mille cinq cents euros)"


def test_an_amount_of_nothing_is_written_too() -> None:
    assert written("0.00", "EUR", Writing.FULL) == "0,00\u00a0€ (zéro euro)"


@pytest.mark.parametrize("writing", list(Writing))
def test_an_amount_that_cannot_be_written_is_blank(writing: Writing) -> None:
    assert written("10.123", "EUR", writing) == BLANK
    assert written("0.5", "XOF", writing) == BLANK


def test_a_currency_without_a_name_is_written_in_figures_alone() -> None:
    assert written("10", "JPY", Writing.FIGURES) == "10,00\u00a0JPY"
    assert written("10", "JPY", Writing.LETTERS) == BLANK
    assert written("10", "JPY", Writing.FULL) == BLANK


@given(AMOUNTS, st.sampled_from(["EUR", "MAD", "CHF"]))
def test_figures_and_letters_come_from_one_amount(amount: Decimal, currency: str) -> None:
    figures, letters, full = (french.money(Money(amount, currency, writing, MISSING)) for writing in Writing)
    assert full == f"{figures} ({letters})"


def test_amounts_in_several_currencies_are_listed_in_full() -> None:
    amounts = [(Decimal(100), "EUR"), (Decimal(1), "MAD")]
    assert french.money_list(MoneyList(amounts, MISSING)) == "100,00\u00a0€ (cent euros) et 1,00\u00a0MAD (un dirham)"


def test_one_amount_that_cannot_be_written_makes_the_list_blank() -> None:
    amounts = [(Decimal(100), "EUR"), (Decimal("0.001"), "EUR")]
    assert french.money_list(MoneyList(amounts, MISSING)) == BLANK


def test_a_rate_is_told_with_its_day_and_its_source() -> None:
    rate = RateTold("EUR", "MAD", Decimal("10.8600"), MARCH_1, "Bank Al-Maghrib")
    assert french.rate_told(rate) == "un euro pour 10,86 dirhams au 1er\u00a0mars 2017 (Bank Al-Maghrib)"


def test_a_resource_is_secured_or_requested() -> None:
    assert french.funding_told(FundingTold(FundingStatus.SECURED)) == "acquis"
    assert french.funding_told(FundingTold(FundingStatus.REQUESTED)) == "sollicité"


def test_numbers_in_letters_agree() -> None:
    assert french.count_in_letters(CountInLetters(1)) == "un"
    assert french.count_in_letters(CountInLetters(21, feminine=True)) == "vingt et une"
    assert [french.rank_in_letters(RankInLetters(rank)) for rank in (1, 2, 5)] == ["premier", "deuxième", "cinquième"]


@pytest.mark.parametrize(("count", "words"), [(1, "un an"), (2, "deux ans"), (5, "cinq ans")])
def test_years_take_an_s_from_two_on(count: int, words: str) -> None:
    assert french.year_count(YearCount(count)) == words


@pytest.mark.parametrize(("count", "words"), [(0, ""), (1, "1 nuit"), (2, "2 nuits"), (30, "30 nuits")])
def test_nights_are_counted_in_figures_and_none_is_nothing(count: int, words: str) -> None:
    assert french.night_count(NightCount(count)) == words


def test_months_never_change() -> None:
    assert [french.month_count(MonthCount(count)) for count in (1, 2)] == ["un mois", "deux mois"]


def test_a_day_is_written_in_full_after_what_it_is_for() -> None:
    assert french.dated(Dated(MARCH_1)) == "1er\u00a0mars 2017"
    assert french.due_on(DueOn(MARCH_1)) == "le 1er\u00a0mars 2017"
    assert french.due_before(DueBefore(MARCH_1)) == "avant le 1er\u00a0mars 2017"
    assert french.lasting_until(LastingUntil(MARCH_1)) == "jusqu’au 1er\u00a0mars 2017"


def test_a_period_says_once_what_its_days_share() -> None:
    assert french.spanning(Spanning(MARCH_1, date(2017, 3, 15))) == "du 1er au 15\u00a0mars 2017"
    assert french.spanning(Spanning(MARCH_1, MARCH_1)) == "le 1er\u00a0mars 2017"
