"""Persons who sign, as templates see them."""

import pytest

from generator.acts.facts.gaps import OrdersOf, Unnamed
from generator.acts.facts.namings import Noun
from generator.acts.views.signer_views import full_name, order_signatory_view, person_view, signatory_view
from generator.artifacts import Blank
from generator.model.action import OrderSignatory
from generator.model.persons import Forms, Person, Signatory
from tests.acts.examples import in_french

VALMONT = Noun("Ville de Valmont", Forms.model_validate({"article": "la", "genre": "feminin"}))
CLAIRE = {"civilite": "Madame", "prenom": "Claire", "nom": "Gabarit", "titre": "Maire"}


def signatory(**keys: object) -> Signatory:
    return Signatory.model_validate({"partie": "valmont", **CLAIRE, **keys})


def test_a_signatory_is_told_for_sentences_and_for_the_block() -> None:
    assert in_french(signatory_view(signatory(), VALMONT)) == {
        "civilite": "Madame",
        "prenom": "Claire",
        "nom": "Gabarit",
        "nom_complet": "Madame Claire Gabarit",
        "nom_signature": "Claire GABARIT",
        "titre": "Maire",
        "titre_avec_article": "la Maire",
        "Titre_avec_article": "La Maire",
        "e": "e",
        "delegation": False,
    }


def test_a_title_with_its_article_prevails_even_alone() -> None:
    person = signatory(titre=None, titre_avec_article="le Maire")
    context = in_french(signatory_view(person, VALMONT))
    assert (context["titre_avec_article"], context["Titre_avec_article"]) == ("le Maire", "Le Maire")
    assert context["titre"] == Blank("fonction du signataire de la Ville de Valmont")


def test_a_body_without_a_signatory_has_blanks_that_name_it() -> None:
    context = in_french(signatory_view(None, VALMONT))
    assert context["nom_complet"] == Blank("signataire de la Ville de Valmont")
    assert context["civilite"] == Blank("civilité du signataire de la Ville de Valmont")
    assert context["Titre_avec_article"] == Blank("fonction du signataire de la Ville de Valmont")
    assert context["e"] == ""
    assert context["delegation"] is False


def test_a_delegation_is_cited_once_number_and_day_are_known() -> None:
    person = signatory(delegation={"numero": "12", "date": "2016-05-03", "qualite": "adjointe déléguée"})
    delegation = in_french(signatory_view(person, VALMONT))["delegation"]
    assert delegation == {
        "texte": "par délégation, en vertu de l’arrêté n°\u00a012 du 3\u00a0mai\u00a02016",
        "acte": "l’arrêté n°\u00a012 du 3\u00a0mai\u00a02016",
        "recue": "ayant reçu délégation par arrêté n°\u00a012 du 3\u00a0mai\u00a02016",
        "nature": "arrêté",
        "numero": "12",
        "date": "3\u00a0mai\u00a02016",
        "qualite": "adjointe déléguée",
    }


@pytest.mark.parametrize("known", [{"numero": "12"}, {"date": "2016-05-03"}, {}])
def test_a_delegation_of_which_something_is_unknown_is_blank(known: dict[str, str]) -> None:
    view = signatory_view(signatory(delegation={"nature": "arrêté", **known}), VALMONT).delegation
    assert view is not None
    assert in_french(view)["texte"] == Blank("numéro et date de l’acte de délégation de la Ville de Valmont")


def test_who_signs_orders_is_asked_for_the_orders_and_the_delegation_for_the_body() -> None:
    person = OrderSignatory.model_validate({"partie": "valmont", "delegation_numero": "7"})
    context = in_french(order_signatory_view(person, OrdersOf(VALMONT)))
    assert context["nom"] == Blank("nom du signataire des ordres de mission de la Ville de Valmont")
    assert isinstance(context["delegation"], dict)
    assert context["delegation"]["date"] == Blank("date de la délégation de la Ville de Valmont")


def test_who_signs_orders_without_a_delegation_holds_the_power() -> None:
    person = OrderSignatory.model_validate({"partie": "valmont", **CLAIRE})
    assert order_signatory_view(person, OrdersOf(VALMONT)).delegation is None
    assert order_signatory_view(None, OrdersOf(VALMONT)).delegation is None


@pytest.mark.parametrize("lacking", ["civilite", "prenom", "nom"])
def test_a_name_of_which_something_lacks_is_no_name(lacking: str) -> None:
    person = Person.model_validate(CLAIRE | {lacking: None})
    assert full_name(person) is None
    assert in_french(person_view(person, Unnamed.TRAVELLER))["nom_complet"] == Blank("signataire du voyageur")
