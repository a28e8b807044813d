"""Persons who sign, and acts cited, in French."""

from datetime import date

import pytest

from generator.acts.facts.powers import DelegatedBy, Office, PersonName, SidePart, SignatureName, VisaCited, VoteCited
from generator.acts.facts.texts_of_law import TextOfLaw
from generator.acts.wordings import french_powers as french
from generator.french import Gender
from generator.model.persons import Civility

DAY = date(2017, 3, 27)


def test_a_person_is_named_in_a_sentence_and_under_a_signature() -> None:
    assert french.person_name(PersonName(Civility.MADAM, "Claire", "Gabarit")) == "Madame Claire Gabarit"
    assert french.signature_name(SignatureName("Zoé", "Étienne")) == "Zoé ÉTIENNE"


@pytest.mark.parametrize(
    ("office", "words"),
    [
        (Office("Maire", Gender.FEMININE, None), "la Maire"),
        (Office("Maire", Gender.MASCULINE, None), "le Maire"),
        (Office("Adjointe déléguée", Gender.FEMININE, None), "l’Adjointe déléguée"),
        (Office("Maire", Gender.FEMININE, "le Maire"), "le Maire"),
        (Office(None, Gender.FEMININE, "la Présidente"), "la Présidente"),
        (Office("Maire", Gender.FEMININE, None, opening=True), "La Maire"),
        (Office("Adjoint", Gender.MASCULINE, None, opening=True), "L’Adjoint"),
    ],
)
def test_an_office_has_the_article_of_the_person_unless_the_holder_chose_one(office: Office, words: str) -> None:
    assert french.office(office) == words
    assert "/" not in words


@pytest.mark.parametrize(("act", "cited"), [("arrêté", "de l’arrêté"), ("pouvoir", "du pouvoir")])
def test_a_delegation_names_its_act_by_number_and_day(act: str, cited: str) -> None:
    words = french.delegated_by(DelegatedBy(act, "2016-12", DAY))
    assert words == f"par délégation, en vertu {cited} n° 2016-12 du 27\u00a0mars 2017"


def test_a_vote_is_cited_after_its_article_or_after_of() -> None:
    vote = VoteCited("délibération", "12", "conseil municipal", DAY)
    end = "n° 12 du conseil municipal en date du 27\u00a0mars 2017"
    assert french.vote_cited(vote) == f"la délibération {end}"
    after_of = VoteCited("délibération", "12", "conseil municipal", DAY, after_of=True)
    assert french.vote_cited(after_of) == f"de la délibération {end}"


def test_a_vote_without_a_number_and_of_an_assembly_agrees() -> None:
    vote = VoteCited("vote", None, "assemblée générale", DAY, after_of=True)
    assert french.vote_cited(vote) == "du vote de l’assemblée générale en date du 27\u00a0mars 2017"


@pytest.mark.parametrize(("act", "participle"), [("délibération", "visée"), ("arrêté", "visé")])
def test_a_visa_agrees_with_the_act_that_bears_it(act: str, participle: str) -> None:
    visa = VisaCited(act, "le gouverneur", DAY)
    assert french.visa_cited(visa) == f"{participle} par le gouverneur le 27\u00a0mars 2017"


@pytest.mark.parametrize(
    ("count", "parts"),
    [
        (1, ["d’une part"]),
        (2, ["d’une part", "d’autre part"]),
        (3, ["de première part", "de deuxième part", "de troisième part"]),
    ],
)
def test_two_sides_are_one_part_and_the_other_more_are_numbered(count: int, parts: list[str]) -> None:
    assert [french.side_part(SidePart(index, count)) for index in range(count)] == parts


def test_a_text_of_law_is_cited_with_its_articles_if_it_has_any() -> None:
    assert french.text_of_law(TextOfLaw("la loi A", [])) == "la loi A"
    assert french.text_of_law(TextOfLaw("le code B", ["L. 1", "L. 2"])) == (
        "le code B, et notamment ses articles L. 1 et L. 2"
    )
