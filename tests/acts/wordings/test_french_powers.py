"""Persons who sign, and acts cited, in French."""

from datetime import date

import pytest

from generator.acts.facts.namings import Noun
from generator.acts.facts.powers import (
    DelegatedBy,
    DelegationAct,
    DelegationReceived,
    Office,
    OfficeOf,
    PersonName,
    SidePart,
    SignatureName,
    SignedFor,
    VisaCited,
    VoteCited,
)
from generator.acts.facts.texts_of_law import ClausesCited, TextOfLaw
from generator.acts.wordings import french_powers as french
from generator.convention import Locator
from generator.french import Gender
from generator.model.persons import Civility, Forms

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
    words = french.delegated_by(DelegatedBy(DelegationAct(act, "2016-12", DAY)))
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


@pytest.mark.parametrize(
    ("act", "cited"), [("arrêté", "l’arrêté"), ("pouvoir", "le pouvoir"), ("décision", "la décision")]
)
def test_an_act_of_delegation_is_cited_alone_or_by_who_received_it(act: str, cited: str) -> None:
    delegation = DelegationAct(act, "12", DAY)
    assert french.delegation_act(delegation) == f"{cited} n° 12 du 27\u00a0mars 2017"
    received = french.delegation_received(DelegationReceived(delegation))
    assert received == f"ayant reçu délégation par {act} n° 12 du 27\u00a0mars 2017"


@pytest.mark.parametrize(
    ("title", "gender", "words"),
    [
        ("Directrice générale", Gender.MASCULINE, "la Directrice générale"),
        ("Directeur général", Gender.FEMININE, "le Directeur général"),
        ("Présidente", Gender.MASCULINE, "la Présidente"),
        ("Adjointe au maire", Gender.MASCULINE, "l’Adjointe au maire"),
        ("Conseiller délégué", Gender.FEMININE, "le Conseiller délégué"),
        ("Maire", Gender.FEMININE, "la Maire"),
        ("Maire", Gender.MASCULINE, "le Maire"),
        ("Secrétaire général", Gender.MASCULINE, "le Secrétaire général"),
    ],
)
def test_the_article_of_a_title_is_that_of_its_own_gender_before_that_of_its_holder(
    title: str, gender: Gender, words: str
) -> None:
    assert french.office(Office(title, gender, None)) == words


DEPARTMENT = Noun("Département de Haute-Brume", Forms.model_validate({"article": "le"}))
REGION = Noun("Région Essai", Forms.model_validate({"article": "la", "genre": "feminin"}))
CITY = Noun("Ville de Lormeau", Forms.model_validate({"article": "la", "genre": "feminin"}))


@pytest.mark.parametrize(
    ("title", "body", "words"),
    [
        ("Maire", CITY, "La Maire d’Orgeval"),
        ("Maire d’Orgeval", CITY, "La Maire d’Orgeval"),
        ("Directrice générale", CITY, "La Directrice générale de la Ville de Lormeau"),
        ("Présidente du conseil départemental", DEPARTMENT, "La Présidente du conseil départemental de Haute-Brume"),
        ("Présidente", DEPARTMENT, "La Présidente du Département de Haute-Brume"),
        ("Présidente du conseil régional", REGION, "La Présidente du conseil régional de la Région Essai"),
    ],
)
def test_an_act_is_headed_by_who_takes_it(title: str, body: Noun, words: str) -> None:
    assert french.office_of(OfficeOf(Office(title, Gender.FEMININE, None), body, Noun("Orgeval"))) == words


def test_who_signs_in_another_s_name_says_so_before_the_own_office() -> None:
    mayor = Office("Maire", Gender.FEMININE, "la Maire")
    director = Office("Directrice générale des services", Gender.FEMININE, None)
    assert french.signed_for(SignedFor(mayor, director)) == (
        "Pour la Maire et par délégation, la Directrice générale des services"
    )


@pytest.mark.parametrize(
    ("articles", "words"),
    [
        (["4"], "son article 4"),
        (["4", "5"], "ses articles 4 et 5"),
        (["4", "5", "7"], "ses articles 4, 5 et 7"),
        (["1"], "son article 1er"),
        (["4", None], "son article 4 et son énoncé final"),
    ],
)
def test_articles_of_one_text_are_listed_under_one_word(articles: list[str | None], words: str) -> None:
    places = [Locator.model_validate({"article": rank} if rank else {"passage": "cloture"}) for rank in articles]
    assert french.clauses_cited(ClausesCited(places)) == words


@pytest.mark.parametrize(
    ("articles", "cited"),
    [
        (["D. 123-19"], "son article D. 123-19"),
        (["L. 1115-1 à L. 1115-7"], "ses articles L. 1115-1 à L. 1115-7"),
        (["L. 1", "L. 2", "L. 3"], "ses articles L. 1, L. 2 et L. 3"),
    ],
)
def test_a_text_of_law_has_one_article_or_several(articles: list[str], cited: str) -> None:
    assert french.text_of_law(TextOfLaw("le code", articles)) == f"le code, et notamment {cited}"
