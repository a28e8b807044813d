"""Names in French: forms, enumerations, agreement, places in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.acts.facts.namings import (
    Agreement,
    AgreementWithAct,
    ClausePlace,
    Form,
    Formed,
    Noun,
    NounList,
    Opening,
    TextList,
)
from generator.acts.wordings.french_namings import (
    after_of,
    agreement,
    agreement_with_act,
    clause_place,
    formed,
    gender_of,
    noun_list,
    opening,
    text_list,
)
from generator.convention import Locator
from generator.french import Gender
from generator.model.persons import Forms


def noun(text: str, **keys: object) -> Noun:
    return Noun(text, Forms.model_validate(keys))


VALMONT = noun("Ville de Valmont", article="la", genre="feminin")
FRIENDS = noun("Amis de Valmont", article="les", pluriel="oui")
ASSOCIATION = noun("association Rivages", article="l’", genre="feminin")
HARBOUR = noun("Hâvre", de="du Havre", a="au Havre")


@pytest.mark.parametrize(
    ("name", "form", "words"),
    [
        (VALMONT, Form.PLAIN, "Ville de Valmont"),
        (VALMONT, Form.THE, "la Ville de Valmont"),
        (VALMONT, Form.OPENING_THE, "La Ville de Valmont"),
        (VALMONT, Form.OF, "de la Ville de Valmont"),
        (VALMONT, Form.TO, "à la Ville de Valmont"),
        (FRIENDS, Form.THE, "les Amis de Valmont"),
        (FRIENDS, Form.OF, "des Amis de Valmont"),
        (FRIENDS, Form.TO, "aux Amis de Valmont"),
        (ASSOCIATION, Form.THE, "l’association Rivages"),
        (ASSOCIATION, Form.OPENING, "Association Rivages"),
        (ASSOCIATION, Form.OPENING_THE, "L’association Rivages"),
        (ASSOCIATION, Form.OF, "de l’association Rivages"),
        (HARBOUR, Form.OF, "du Havre"),
        (HARBOUR, Form.TO, "au Havre"),
        (Noun("Essaouira"), Form.THE, "Essaouira"),
        (Noun("Essaouira"), Form.OF, "d’Essaouira"),
    ],
)
def test_a_name_takes_the_form_that_a_sentence_needs(name: Noun, form: Form, words: str) -> None:
    assert formed(Formed(name, form)) == words


def test_the_article_that_the_data_give_decides_of_elision() -> None:
    assert after_of(noun("Hôtel de ville", article="l'")) == "de l’Hôtel de ville"
    assert after_of(noun("Hôtel de ville", article="le")) == "du Hôtel de ville"


def test_names_are_listed_in_one_form() -> None:
    assert noun_list(NounList([VALMONT, FRIENDS, ASSOCIATION], Form.OF)) == (
        "de la Ville de Valmont, des Amis de Valmont et de l’association Rivages"
    )
    assert noun_list(NounList([VALMONT], Form.THE)) == "la Ville de Valmont"


def test_a_list_of_nothing_is_printed_as_nothing() -> None:
    assert noun_list(NounList([], Form.THE)) == ""
    assert text_list(TextList(())) == ""
    assert text_list(TextList(("4", "8"))) == "4 et 8"


@pytest.mark.parametrize(("gender", "ending"), [(Gender.FEMININE, "e"), (Gender.MASCULINE, "")])
def test_a_participle_takes_an_e_in_the_feminine_alone(gender: Gender, ending: str) -> None:
    assert agreement(Agreement(gender)) == ending


@pytest.mark.parametrize(
    ("act", "gender"),
    [
        ("délibération", Gender.FEMININE),
        ("décision du Bureau", Gender.FEMININE),
        ("assemblée générale", Gender.FEMININE),
        ("arrêté", Gender.MASCULINE),
        ("vote du conseil d’administration", Gender.MASCULINE),
        ("conseil municipal", Gender.MASCULINE),
    ],
)
def test_the_gender_of_an_act_is_read_off_its_first_word(act: str, gender: Gender) -> None:
    assert gender_of(act) is gender
    assert agreement_with_act(AgreementWithAct(act)) == agreement(Agreement(gender))


@given(st.text(min_size=1, max_size=20))
def test_only_the_first_letter_of_an_opening_changes(text: str) -> None:
    assert opening(Opening(text)) == text[:1].upper() + text[1:]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({"article": 1}, "article\u00a01er"),
        ({"article": 4, "paragraphe": 2}, "article\u00a04"),
        ({"passage": "preambule"}, "exposé du préambule"),
        ({"passage": "cloture"}, "énoncé final"),
        ({"passage": "comparution"}, "énoncé des parties"),
        ({"passage": "titre"}, "énoncé"),
        ({"article": 0}, "énoncé"),
    ],
)
def test_a_clause_is_named_by_its_place_with_a_vowel_first(place: dict[str, object], words: str) -> None:
    assert clause_place(ClausePlace(Locator.model_validate(place))) == words
    assert words[0] in "aeé"
