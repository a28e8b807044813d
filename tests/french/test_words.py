"""Elision, articles, agreement and enumerations: what the golden table does not show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.french import (
    Gender,
    Name,
    agree,
    allows_elision,
    capitalized,
    common_gender,
    elide,
    enumerate_and,
    enumerate_or,
    in_country,
    number_alone,
    of,
    plain_words,
    the,
    title_alone,
    title_as_said,
    to,
    without_article,
)

NAMES = st.builds(Name, text=st.text(), gender=st.sampled_from(Gender), plural=st.booleans(), definite=st.booleans())


def test_the_forms_that_data_gives_prevail() -> None:
    israel = Name("Israël", of="de l’État d’Israël", to="à l’État d’Israël", within="en Israël")
    assert [of(israel), to(israel), in_country(israel)] == [
        "de l’État d’Israël",
        "à l’État d’Israël",
        "en Israël",
    ]


def test_two_spellings_of_one_name_have_the_same_plain_words() -> None:
    assert plain_words("L’Aéroport de FÈS-Saïss (1er_hall)") == ("l", "aeroport", "de", "fes", "saiss", "1er", "hall")
    assert plain_words(" – ") == ()


def test_the_elision_that_data_forbids_is_not_made() -> None:
    assert of(Name("Hammamet", elides=False)) == "de Hammamet"
    assert of(Name("Herse", gender=Gender.FEMININE, definite=True, elides=False)) == "de la Herse"


def test_the_elision_that_data_asks_for_is_made() -> None:
    assert of(Name("Ouarzazate", elides=True)) == "d’Ouarzazate"
    assert the(Name("Hameau", definite=True, elides=True)) == "l’Hameau"


def test_an_article_of_the_name_is_not_contracted_when_the_form_is_given() -> None:
    assert of(Name("Le Mans Université", of="de Le Mans Université")) == "de Le Mans Université"


@given(NAMES)
def test_a_name_keeps_its_words_after_any_preposition(name: Name) -> None:
    own_words = name.text.partition(" ")[2] if name.text.lower().startswith(("le ", "les ")) else name.text
    for form in (the(name), of(name), to(name), in_country(name)):
        assert form.endswith(own_words)


@given(st.text(), st.text())
def test_elision_only_joins(word: str, following: str) -> None:
    assert elide(word, following) in (f"{word} {following}", f"{word[:-1]}’{following}")


@pytest.mark.parametrize("text", ["", " ", "«", "12", "_", "العربية", "Wé"])
def test_what_does_not_begin_with_a_vowel_forbids_elision(text: str) -> None:
    assert not allows_elision(text)


def test_an_accent_written_apart_is_still_a_vowel() -> None:
    assert allows_elision("E\u0301vreux")


@pytest.mark.parametrize(
    ("genders", "expected"),
    [
        ([], Gender.MASCULINE),
        ([Gender.FEMININE], Gender.FEMININE),
        ([Gender.FEMININE, Gender.FEMININE], Gender.FEMININE),
        ([Gender.FEMININE, Gender.MASCULINE], Gender.MASCULINE),
    ],
)
def test_a_group_is_feminine_when_all_are(genders: list[Gender], expected: Gender) -> None:
    assert common_gender(genders) is expected


@given(st.text())
def test_the_masculine_singular_is_the_word_itself(word: str) -> None:
    assert agree(word, Gender.MASCULINE) == word


def test_an_enumeration_of_nothing_is_refused() -> None:
    for enumerate_items in (enumerate_and, enumerate_or):
        with pytest.raises(ValueError, match="au moins un terme"):
            enumerate_items([])


def test_a_capital_keeps_its_accent_and_the_rest_its_case() -> None:
    assert capitalized("école de Dijon") == "École de Dijon"
    assert capitalized("") == ""


@pytest.mark.parametrize(
    ("typed", "alone", "said"),
    [
        ("Madame le Maire", "Maire", "le Maire"),
        ("Le Maire", "Maire", "le Maire"),
        ("la Présidente du conseil", "Présidente du conseil", "la Présidente du conseil"),
        ("L’Adjoint", "Adjoint", "l’Adjoint"),
        ("M. le Directeur", "Directeur", "le Directeur"),
        ("Monsieur Loyal", "Loyal", None),
        ("Maire", "Maire", None),
        ("Laborantine", "Laborantine", None),
    ],
)
def test_a_title_is_read_without_its_civility_and_its_article(typed: str, alone: str, said: str | None) -> None:
    assert title_alone(typed) == alone
    assert title_as_said(typed) == said


@pytest.mark.parametrize(
    ("typed", "alone"),
    [
        ("n° DM-12", "DM-12"),
        ("N°12", "12"),
        ("no. 4", "4"),
        ("arrêté A-4", "A-4"),
        ("délibération n° 7", "7"),
        ("Nord-3", "Nord-3"),
        ("n°", "n°"),
    ],
)
def test_a_number_is_read_without_its_sign(typed: str, alone: str) -> None:
    assert number_alone(typed) == alone


@pytest.mark.parametrize(
    ("typed", "article", "alone"),
    [
        ("Les Amis de Valmont", "les", "Amis de Valmont"),
        ("L'Atelier", "l’", "Atelier"),
        ("la commission permanente", None, "commission permanente"),
        ("Le Mans Tourisme", "l’", "Le Mans Tourisme"),
        ("Lesage", "les", "Lesage"),
    ],
)
def test_a_name_is_read_without_the_article_that_is_put_before_it(typed: str, article: str | None, alone: str) -> None:
    assert without_article(typed, article) == alone
