"""Numbers and dates: what the golden table does not show."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from generator.french import (
    article_number,
    cardinal,
    day_count_words,
    decimal_number,
    is_plural,
    long_date,
    ordinal,
    percent,
    period,
)


@pytest.mark.parametrize(
    ("write", "number", "message"),
    [
        (cardinal, -1, "ne s’écrit pas en lettres"),
        (cardinal, 10**12, "ne s’écrit pas en lettres"),
        (ordinal, 0, "ne s’écrit pas en lettres"),
        (ordinal, 10**6, "ne s’écrit pas en lettres"),
        (article_number, 0, "à partir de 1"),
        (day_count_words, -1, "ne s’écrit pas en lettres"),
    ],
)
def test_a_number_out_of_range_is_refused(write: Callable[[int], str], number: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        write(number)


GROUPS = (0, 1, 2, 17, 21, 70, 71, 80, 81, 91, 99, 100, 101, 180, 200, 280, 300, 999)


@pytest.mark.parametrize("unit", [10**6, 10**9])
@pytest.mark.parametrize("great", GROUPS)
def test_words_are_those_of_num2words_where_groups_meet(unit: int, great: int) -> None:
    for thousands in GROUPS:
        for rest in GROUPS:
            number = great * unit + thousands * 1000 + rest
            assert cardinal(number) == num2words(number, lang="fr")


@given(st.integers(0, 10**12 - 1))
def test_words_are_those_of_num2words(number: int) -> None:
    assert cardinal(number) == num2words(number, lang="fr")


@pytest.mark.parametrize("write", [decimal_number, percent])
@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_refused(write: Callable[[Decimal], str], number: str) -> None:
    with pytest.raises(ValueError, match="n’est pas un nombre"):
        write(Decimal(number))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
def test_a_decimal_number_is_written_exactly(number: Decimal) -> None:
    written = decimal_number(number).replace("\u202f", "").replace(",", ".").replace("−", "-")
    assert Decimal(written) == number


@pytest.mark.parametrize(
    ("quantity", "plural"), [(0, False), (1, False), (Decimal("1.99"), False), (2, True), (-1, False), (-2, True)]
)
def test_the_plural_begins_at_two(quantity: Decimal, plural: bool) -> None:
    assert is_plural(quantity) is plural


@given(st.dates())
def test_a_date_never_parts_the_day_from_its_month(day: date) -> None:
    number, month_and_year = long_date(day).split("\u00a0")
    assert number == ("1er" if day.day == 1 else str(day.day))
    assert month_and_year.endswith(f" {day.year}")


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="finit le 1er\u00a0mars 2017, avant son début, le 2\u00a0mars 2017"):
        period(date(2017, 3, 2), date(2017, 3, 1))
