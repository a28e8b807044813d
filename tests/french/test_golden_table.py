"""Every row of the table of hard cases, tests/french/golden.yaml."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
import yaml

from generator import french
from generator.french import Gender, Name
from tests.support.places import TESTS

GOLDEN: dict[str, Any] = yaml.safe_load((TESTS / "french" / "golden.yaml").read_text("utf-8"))
MAPPINGS: dict[str, Callable[[Any], str]] = {
    "nombres": french.cardinal,
    "nombres_au_feminin": lambda n: french.cardinal(n, feminine=True),
    "rangs": french.ordinal,
    "rangs_au_feminin": lambda n: french.ordinal(n, feminine=True),
    "numeros_d_article": french.article_number,
    "nombres_decimaux": lambda text: french.decimal_number(Decimal(text)),
    "pourcentages": lambda text: french.percent(Decimal(text)),
    "dates": french.long_date,
    "dates_avec_le_jour": french.weekday_date,
    "mois": french.month_year,
    "durees": french.day_count_words,
    "typographie": french.typeset,
}
TABLES = {
    "montants", "montants_sans_lettres", "periodes", "villes", "noms_avec_article", "pays",
    "elisions", "enumerations", "accords", "exposants",
}  # fmt: skip


def spaced(text: str) -> str:
    """Read the table's visible marks as the spaces that they stand for."""
    return text.replace("~", french.NO_BREAK_SPACE).replace("^", french.NARROW_NO_BREAK_SPACE)


def rows(table: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", GOLDEN[table], ids=str)


def test_every_table_is_read() -> None:
    assert set(GOLDEN) == set(MAPPINGS) | TABLES


@pytest.mark.parametrize(
    ("table", "given", "expected"),
    [(table, given, expected) for table in MAPPINGS for given, expected in GOLDEN[table].items()],
)
def test_what_is_given_is_written_as_the_table_says(table: str, given: Any, expected: str) -> None:
    assert MAPPINGS[table](given) == spaced(expected)


@rows("montants")
def test_an_amount_is_written_in_figures_and_in_words(row: list[str]) -> None:
    amount, currency, figures, words = Decimal(row[0]), row[1], spaced(row[2]), row[3]
    assert french.amount_in_figures(amount, currency) == figures
    assert french.amount_in_words(amount, currency) == words
    assert french.amount_in_full(amount, currency) == f"{figures} ({words})"


@rows("montants_sans_lettres")
def test_a_balance_or_a_foreign_amount_is_written_in_figures_only(row: list[str]) -> None:
    amount, currency, figures = Decimal(row[0]), row[1], spaced(row[2])
    assert french.amount_in_figures(amount, currency) == figures


@rows("periodes")
def test_a_period_does_not_repeat_what_its_days_share(row: tuple[date, date, str]) -> None:
    start, end, expected = row
    assert french.period(start, end) == spaced(expected)


@pytest.mark.parametrize(("city", "expected"), GOLDEN["villes"].items())
def test_a_city_follows_de_and_a(city: str, expected: list[str]) -> None:
    name = Name(city)
    assert [french.of(name), french.to(name)] == expected
    assert french.the(name) == city


@rows("noms_avec_article")
def test_a_body_takes_its_article(row: list[str]) -> None:
    text, gender, number, *expected = row
    name = Name(text, gender=Gender(gender), plural=number == "pluriel", definite=True)
    assert [french.the(name), french.of(name), french.to(name)] == expected


@rows("pays")
def test_a_country_is_a_place(row: list[str]) -> None:
    text, gender, number, article, expected = row
    name = Name(text, gender=Gender(gender), plural=number == "pluriel", definite=article == "avec article")
    assert french.in_country(name) == expected


@rows("elisions")
def test_a_word_is_elided_where_it_must_be(row: list[str]) -> None:
    word, following, expected = row
    assert french.elide(word, following) == expected


@rows("enumerations")
def test_an_enumeration_ends_with_its_conjunction(row: tuple[list[str], str, str]) -> None:
    items, with_and, with_or = row
    assert french.enumerate_and(items) == with_and
    assert french.enumerate_or(items) == with_or


@rows("accords")
def test_a_word_agrees_in_gender_and_number(row: list[str]) -> None:
    forms = [
        french.agree(row[0], gender, plural=plural)
        for plural, gender in product((False, True), (Gender.MASCULINE, Gender.FEMININE))
    ]
    assert forms == row


@rows("exposants")
def test_the_ending_of_an_ordinal_is_a_superscript(row: str) -> None:
    parts = french.ordinal_parts(row.replace("{", "").replace("}", ""))
    assert "".join(f"{{{part}}}" if raised else part for part, raised in parts) == row
