"""Amounts and days, as facts: what is not known is missing, never nil."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.quantities import Dated, Money, Spanning, Writing, dated, money, spanning

MISSING = Missing(Gap.PAYMENT)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_an_amount_of_nothing_is_an_amount() -> None:
    assert money(Decimal("0.00"), "EUR", Writing.FULL, MISSING) == Money(Decimal("0.00"), "EUR", Writing.FULL, MISSING)


def test_an_amount_without_value_or_currency_is_missing() -> None:
    assert money(None, "EUR", Writing.FULL, MISSING) is MISSING
    assert money(Decimal(1), None, Writing.FULL, MISSING) is MISSING


def test_a_day_that_is_not_known_is_missing() -> None:
    assert dated(date(2017, 3, 1), MISSING) == Dated(date(2017, 3, 1))
    assert dated(None, MISSING) is MISSING


@given(DAYS, DAYS)
def test_a_period_never_ends_before_it_starts(start: date, end: date) -> None:
    assert spanning(start, end, MISSING) == (Spanning(start, end) if start <= end else MISSING)


def test_a_period_of_which_one_day_is_unknown_is_missing() -> None:
    day = date(2017, 3, 1)
    assert spanning(None, day, MISSING) is MISSING
    assert spanning(day, None, MISSING) is MISSING
