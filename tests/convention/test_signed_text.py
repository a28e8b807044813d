"""The signed text as data: word for word, and every parameter at its place."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from generator.convention import CLAUSES, Events, Framework, Locator
from generator.load import load_framework
from generator.workspace import Workspace
from tests.support.places import ROOT, SIGNED_TEXTS
from tests.support.workspaces import copy_other_framework

FOLDER = ROOT / "inputs" / "conventions"
SIGNED_WORDS = (SIGNED_TEXTS / "convention-dijon-chefchaouen-2016.txt").read_text().split()


def loaded(name: str) -> object:
    return yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only


FRAMEWORK = Framework.model_validate(loaded("dijon-chefchaouen-2016.yaml"))
EVENTS = Events.model_validate(loaded("dijon-chefchaouen-2016.evenements.yaml"))


def words_at(place: Locator | None) -> str:
    assert place is not None
    words = FRAMEWORK.text.words_at(place)
    assert words is not None, f"the text has no {place}"
    return words


def test_every_word_is_the_signed_one_in_reading_order() -> None:
    assert " ".join(FRAMEWORK.text.in_reading_order()).split() == SIGNED_WORDS


def test_only_spaces_of_the_layout_are_folded() -> None:
    assert all(paragraph == " ".join(paragraph.split()) for paragraph in FRAMEWORK.text.in_reading_order())


@pytest.mark.parametrize(
    "fault",
    [
        "pourra fera l’objet",
        "relations d’amitiés",
        "l'action internationale",
        "Echanges d’expériences",
        "Education et jeunesse",
        "Fait à , le , en six exemplaires.",
    ],
)
def test_a_fault_of_the_signed_text_is_not_corrected(fault: str) -> None:
    assert any(fault in paragraph for paragraph in FRAMEWORK.text.in_reading_order())


@pytest.mark.parametrize("clause", FRAMEWORK.clauses)
def test_every_clause_has_its_place_in_the_text(clause: str) -> None:
    assert words_at(FRAMEWORK.clauses[clause])


def test_the_clauses_are_those_that_rules_cite() -> None:
    assert set(FRAMEWORK.clauses) == set(CLAUSES)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("parties", "Mohamed Sefiani"),
        ("deliberations", "21 mars 2016"),
        ("competence_internationale", "conventions avec des collectivités locales étrangères"),
        ("objet", "a pour objet"),
        ("axes", "Les axes d'orientations"),
        ("periode_des_axes", "2016 – 2020"),
        ("organismes_associes", "associer des institutions ou organismes"),
        ("complementarite", "complémentarité"),
        ("societe_civile", "société civile"),
        ("budget_par_action", "arrêté d'un commun accord"),
        ("convention_specifique", "convention spécifique"),
        ("participation", "participation financière"),
        ("cofinancement", "cofinancements extérieurs"),
        ("frais_de_deplacement", "coûts partagés"),
        ("transport_international", "transport international assurés par le partenaire se déplaçant"),
        ("sejour", "pris en charge par le partenaire accueillant"),
        ("deplacements", "déplacements d’élus et de techniciens"),
        ("mobilisation_des_agents", "mobilisation des agents"),
        ("obligations_employeur", "par la collectivité employeuse"),
        ("evaluation_annuelle", "évaluation annuelle"),
        ("indicateurs", "indicateurs définis en commun"),
        ("communication_aux_assemblees", "communication aux instances délibérantes"),
        ("evaluation_avant_renouvellement", "avant le renouvellement"),
        ("duree", "cinq ans à compter de sa signature"),
        ("renouvellement", "renouvelable par délibération"),
        ("exemplaires", "en six exemplaires"),
        ("signataires", "François REBSAMEN"),
    ],
)
def test_a_clause_quotes_the_words_that_found_it(clause: str, words: str) -> None:
    assert words in (FRAMEWORK.quote(clause) or "")


def test_a_sentence_is_told_from_its_neighbours() -> None:
    assert FRAMEWORK.quote("evaluation_avant_renouvellement") == (
        "Une évaluation de l’ensemble du programme sera également réalisée avant le renouvellement de l’accord-cadre."
    )


def test_a_passage_without_a_paragraph_is_all_its_words() -> None:
    signatories = FRAMEWORK.quote("signataires") or ""
    assert signatories.index("Mohamed SEFIANI") < signatories.index("François REBSAMEN")


@pytest.mark.parametrize(
    "place",
    [
        {"article": 8},
        {"article": 8, "paragraphe": 1},
        {"article": 4, "paragraphe": 0},
        {"article": 4, "paragraphe": 4},
        {"article": 4, "paragraphe": 1, "phrase": 0},
        {"article": 4, "paragraphe": 1, "phrase": 3},
        {"passage": "annexe"},
        {"passage": "cloture", "paragraphe": 6},
        {},
    ],
)
def test_a_place_that_the_text_does_not_have_has_no_words(place: dict[str, object]) -> None:
    assert FRAMEWORK.text.words_at(Locator.model_validate(place)) is None


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ({"article": 2}, "article 2"),
        ({"article": 4, "paragraphe": 1, "phrase": 2}, "article 4, paragraphe 1"),
        ({"passage": "preambule", "paragraphe": 3}, "préambule, paragraphe 3"),
        ({"passage": "cloture"}, "formule finale"),
    ],
)
def test_a_place_is_named_as_a_citation_names_it(place: dict[str, object], name: str) -> None:
    assert str(Locator.model_validate(place)) == name


def test_the_parties_stand_where_the_text_names_them() -> None:
    for party in FRAMEWORK.parties:
        words = words_at(party.clause)
        assert party.place.name in words
        assert party.country.name in words
        assert party.signatory is not None
        assert f"{party.signatory.given_name} {party.signatory.surname}" in words


def test_the_order_of_the_parties_is_not_the_order_of_the_signatures() -> None:
    assert FRAMEWORK.party_order == ("dijon", "chefchaouen")
    assert FRAMEWORK.signature_order == ("chefchaouen", "dijon")
    opening = words_at(FRAMEWORK.clauses["parties"])
    assert opening.index("Dijon") < opening.index("Chefchaouen")
    closing = words_at(FRAMEWORK.clauses["signataires"])
    assert closing.index("Chefchaouen") < closing.index("Dijon")


def test_the_text_cites_one_deliberation_alone() -> None:
    dijon, chefchaouen = FRAMEWORK.parties
    assert dijon.deliberation is not None
    assert dijon.deliberation.body is not None
    assert dijon.deliberation.body in words_at(dijon.clause)
    assert chefchaouen.deliberation is None
    assert "délibération" not in words_at(chefchaouen.clause)


def test_the_axes_are_quoted_from_their_first_words_in_the_order_of_the_text() -> None:
    assert len(FRAMEWORK.axes) == 5
    assert all(words_at(axis.clause).startswith(axis.label) for axis in FRAMEWORK.axes)
    ranks = [axis.clause.paragraph or 0 for axis in FRAMEWORK.axes]
    assert all(before < after for before, after in pairwise(ranks))


def test_each_axis_of_the_text_is_an_axis_of_the_framework() -> None:
    article = FRAMEWORK.text.article(2)
    assert article is not None
    told = [paragraph.axis for paragraph in article.paragraphs if paragraph.axis]
    assert told == [axis.id for axis in FRAMEWORK.axes]


def test_the_events_are_an_example_and_say_so() -> None:
    assert EVENTS.example
    assert EVENTS.framework == FRAMEWORK.id
    first_line = (FOLDER / "dijon-chefchaouen-2016.evenements.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert "EXEMPLE" in first_line


def test_the_example_s_events_name_the_parties_of_the_framework() -> None:
    named = {vote.party for vote in EVENTS.deliberations} | {holder.party for holder in EVENTS.mandates}
    assert named == {party.id for party in FRAMEWORK.parties}


def test_parties_of_one_side_have_one_interest_and_a_party_alone_its_own(tmp_path: Path) -> None:
    workspace = Workspace(copy_other_framework("quatre-parties", tmp_path))
    framework = load_framework("lormeau-imouzane-2024", workspace).value
    assert framework is not None
    assert len({party.interest for party in framework.parties}) == len({party.side for party in framework.parties}) == 2
    alone = framework.parties[0].model_copy(update={"side": None})
    assert alone.interest == alone.id
