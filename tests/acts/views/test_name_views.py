"""Names, places and counts, as templates see them."""

from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Noun
from generator.acts.views.name_views import (
    agreed_name,
    count_view,
    gendered_name,
    missing_name,
    name_view,
    no_place,
    place_view,
)
from generator.artifacts import Blank
from generator.model.persons import Forms
from tests.acts.examples import in_french, party

VALMONT = Noun("Ville de Valmont", Forms.model_validate({"article": "la", "genre": "feminin"}))
NAMED = {
    "nom": "Ville de Valmont",
    "le": "la Ville de Valmont",
    "Le": "La Ville de Valmont",
    "de": "de la Ville de Valmont",
    "a": "à la Ville de Valmont",
}


def test_a_name_is_told_in_all_its_forms() -> None:
    assert in_french(name_view(VALMONT)) == NAMED
    assert in_french(agreed_name(VALMONT)) == NAMED | {"e": "e"}
    assert in_french(gendered_name(VALMONT)) == NAMED | {"genre": "feminin", "pluriel": False, "e": "e"}


def test_a_masculine_name_adds_nothing_to_a_participle() -> None:
    assert in_french(gendered_name(Noun("Conseil")))["e"] == ""


def test_a_plural_name_commands_the_plural() -> None:
    friends = in_french(gendered_name(Noun("Amis", Forms.model_validate({"article": "les", "pluriel": True}))))
    assert (friends["Le"], friends["a"], friends["e"], friends["pluriel"]) == ("Les Amis", "aux Amis", "s", True)


def test_a_name_that_is_not_known_is_blank_in_every_form() -> None:
    context = in_french(missing_name(Missing(Gap.HOST_PARTY, about="M1")))
    assert context == dict.fromkeys(NAMED, Blank("partie accueillante (M1)"))


def test_a_town_takes_the_forms_that_the_data_give_it() -> None:
    assert in_french(place_view(party(lieu={"nom": "Le Mans"}))) == {"nom": "Le Mans", "de": "du Mans", "a": "au Mans"}
    havre = party(lieu={"nom": "Havre", "de": "du Havre", "a": "au Havre"})
    assert in_french(place_view(havre)) == {"nom": "Havre", "de": "du Havre", "a": "au Havre"}


def test_a_body_without_a_town_leaves_nothing_to_fill_in() -> None:
    assert in_french(no_place()) == {"nom": "", "de": "", "a": ""}


def test_a_count_is_told_in_figures_and_in_letters() -> None:
    assert in_french(count_view(6)) == {"chiffres": "6", "lettres": "six"}
    blank = Blank("nombre d’exemplaires")
    assert in_french(count_view(None)) == {"chiffres": blank, "lettres": blank}
