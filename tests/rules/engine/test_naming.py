"""How messages name bodies, persons, amounts and periods."""

from datetime import date
from decimal import Decimal

import pytest

from generator.model.persons import Person
from generator.rules.engine.naming import (
    capitalized_sentence,
    did_you_mean,
    money,
    of_framework,
    of_party,
    on_one_line,
    person_name,
    span,
    the_body,
    the_framework,
    the_party,
)
from tests.support.rule_cases import base_case

EVE, DAY = date(2025, 3, 1), date(2025, 3, 2)


def test_a_party_and_a_framework_are_named_with_their_article() -> None:
    case = base_case()
    assert (the_party(case.parties[0]), of_party(case.parties[0])) == ("la Ville de Valmont", "de la Ville de Valmont")
    assert (the_framework(case), of_framework(case)) == ("l’accord de jumelage", "de l’accord de jumelage")


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("tazerout", "la Commune de Tazerout"),
        ("source-vive", "l’association Source vive"),
        ("ministere", "le ministère d’essai"),
        ("nulle-part", "« nulle-part »"),
        (None, "« None »"),
    ],
)
def test_whoever_an_identifier_designates_is_named(identifier: str | None, name: str) -> None:
    assert the_body(base_case(), identifier) == name


def test_a_person_is_named_by_what_is_known() -> None:
    whole = Person.model_validate({"civilite": "Madame", "prenom": "Claire", "nom": "Gabarit"})
    assert person_name(whole) == "Madame Claire Gabarit"
    assert person_name(Person.model_validate({"nom": "Gabarit"})) == "Gabarit"
    assert person_name(Person()) == "une personne"


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        ("12500", "EUR", "12\u202f500,00\u00a0€"),
        ("0.001", "EUR", "0,001 EUR"),
        ("3.50", None, "3,50"),
    ],
)
def test_an_amount_is_written_in_its_currency_else_as_it_was_typed(
    amount: str, currency: str | None, words: str
) -> None:
    assert money(Decimal(amount), currency) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (EVE, DAY, "du 1er au 2 mars 2025"),
        (DAY, DAY, "du 2 mars 2025"),
        (DAY, EVE, "du 2 mars 2025 au 1er mars 2025"),
        (DAY, None, "à partir du 2 mars 2025"),
        (None, DAY, "jusqu’au 2 mars 2025"),
        (None, None, "dates inconnues"),
    ],
)
def test_a_period_is_told_whatever_is_known_of_it(start: date | None, end: date | None, words: str) -> None:
    assert span(start, end).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("word", "known", "advice"),
    [
        ("valmon", ["valmont", "tazerout"], "Vouliez-vous dire « valmont » ?"),
        ("x", ["valmont", "tazerout"], "Valeurs admises : valmont, tazerout."),
        ("x", [], "Valeurs admises : aucune."),
    ],
)
def test_an_unknown_word_is_guessed_at_else_the_known_ones_are_listed(word: str, known: list[str], advice: str) -> None:
    assert did_you_mean(word, known) == advice


def test_a_sentence_starts_with_a_capital_and_a_quotation_stays_on_one_line() -> None:
    assert capitalized_sentence("état") == "État"
    assert on_one_line("les mots\n  du texte\u00a0: signés") == "les mots du texte\u00a0: signés"
