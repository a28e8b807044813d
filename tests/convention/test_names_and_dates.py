"""A name is declined by its own forms, and a text applies from its first to its last day."""

from datetime import date

import pytest

from generator.french import of, the, to
from generator.model.action import AssociatedBody
from generator.model.persons import Forms, Person
from generator.model.references import InForce
from tests.support.rule_cases import base_case


@pytest.mark.parametrize(
    ("name", "forms", "words"),
    [
        ("Ville de Valmont", {"article": "la", "genre": "feminin"}, ("la {}", "de la {}", "à la {}")),
        ("Département d’essai", {"article": "le"}, ("le {}", "du {}", "au {}")),
        ("association Essai", {"article": "l’", "genre": "feminin"}, ("l’{}", "de l’{}", "à l’{}")),
        ("association Essai", {"article": "l'", "genre": "feminin"}, ("l’{}", "de l’{}", "à l’{}")),
        ("hôpital Essai", {"article": "le"}, ("le {}", "du {}", "au {}")),
        ("Amis de Valmont", {"article": "les", "pluriel": "oui"}, ("les {}", "des {}", "aux {}")),
        ("Valmont", {}, ("{}", "de {}", "à {}")),
        ("Le Mans", {"de": "du Mans", "a": "au Mans"}, ("{}", "du Mans", "au Mans")),
    ],
)
def test_a_name_is_declined_by_the_forms_that_its_own_data_give(
    name: str, forms: dict[str, str], words: tuple[str, str, str]
) -> None:
    noun = Forms.model_validate(forms).noun(name)
    assert (the(noun), of(noun), to(noun)) == tuple(part.format(name) for part in words)


def test_a_party_a_framework_and_an_associated_body_are_declined() -> None:
    case = base_case()
    assert the(case.parties[0].noun) == "la Ville de Valmont"
    assert of(case.framework.noun) == "de l’accord de jumelage"
    assert the(case.action.associated_bodies[0].noun) == "l’association Source vive"


def test_an_associated_body_goes_by_its_identifier_until_its_name_is_known() -> None:
    assert the(AssociatedBody.model_validate({"id": "source-vive"}).noun) == "source-vive"


def test_two_entries_are_of_one_person_however_their_letters_are_cased() -> None:
    one = Person.model_validate({"prenom": "Nadia", "nom": "MESURE"})
    other = Person.model_validate({"civilite": "Madame", "prenom": "nadia", "nom": "Mesure"})
    assert one.identity == other.identity
    assert Person().identity == ("", "")


@pytest.mark.parametrize(
    ("day", "applies"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2020, 1, 2), True),
        (date(2021, 6, 29), True),
        (date(2021, 6, 30), True),
        (date(2021, 7, 1), False),
        (None, True),
    ],
)
def test_a_text_applies_from_its_first_day_to_its_last(day: date | None, applies: bool) -> None:
    in_force = InForce.model_validate({"du": "2020-01-01", "au": "2021-06-30"})
    assert in_force.covers(day) is applies


def test_an_open_period_has_no_end() -> None:
    assert InForce().covers(date(1884, 4, 5))
    assert InForce().covers(date.max)
