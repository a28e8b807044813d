"""A mission order, as its template sees it."""

from dataclasses import replace
from typing import Any

import pytest

from generator.acts.views.body_views import contracting_bodies
from generator.acts.views.journey_views import mission_view
from generator.acts.views.order_views import advance_view, officer_view, order_view
from generator.acts.views.shared_view import nouns_of
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.case.orders_issued import order_recipients
from generator.case.records import Case
from generator.convention import Locator
from generator.model.action import OrderSignatory
from generator.model.approvals import ActTransmission
from generator.model.persons import Traveller
from generator.model.references import AllowanceRate, Allowances
from tests.acts.examples import example, in_french, with_action

REDUCTIONS = example().allowances.reductions


def officer(**keys: Any) -> Traveller:
    return Traveller.model_validate({"qualite": "agent", **keys})


def told(case: Case, **stay: Any) -> Context:
    """The first order of a case, with another stay."""
    mission, traveller = order_recipients(case)[0]
    assert mission.stay is not None
    mission = mission.model_copy(update={"stay": mission.stay.model_copy(update=stay)})
    employer = contracting_bodies(case)[0]
    view = mission_view(case, mission, nouns_of(contracting_bodies(case)))
    return in_french(order_view(case, mission, view, traveller, employer))


def with_rate(**keys: Any) -> Case:
    rate = AllowanceRate.model_validate({"pays": "MA", **keys})
    return replace(example(), allowances=Allowances(indemnites=(rate,), reductions=REDUCTIONS))


def words_of(case: Case, **stay: Any) -> object:
    allowance = told(case, **stay)["indemnite"]
    assert isinstance(allowance, dict)
    return allowance["texte"]


RATE = {"devise": "EUR", "montant": "100", "source": "barème"}
FED, HUNGRY = {"lodging_provided": True, "meals_provided": 2}, {"lodging_provided": False, "meals_provided": 0}


def test_an_order_names_the_employer_and_who_signs_for_it() -> None:
    context = told(example())
    assert isinstance(context["employeur"], dict)
    assert context["employeur"]["id"] == "dijon"
    nobody = told(with_action(example(), order_signatories=()))["signataire"]
    assert isinstance(nobody, dict)
    assert nobody["nom"] == Blank("nom du signataire des ordres de mission de la Ville de Dijon")


def test_an_order_is_signed_by_whoever_signs_those_of_the_employer() -> None:
    people = [{"partie": "chefchaouen", "nom": "Autre"}, {"partie": "dijon", "nom": "Modèle"}]
    signatories = tuple(OrderSignatory.model_validate(person) for person in people)
    signatory = told(with_action(example(), order_signatories=signatories))["signataire"]
    assert isinstance(signatory, dict)
    assert signatory["nom"] == "Modèle"


def test_an_officer_of_whom_something_lacks_is_named_in_the_label() -> None:
    context = in_french(officer_view(officer(prenom="Claire", nom="Gabarit")))
    assert context["grade"] == Blank("grade (Claire Gabarit)")
    assert context["civilite"] == Blank("civilité du signataire de l’ordre")
    assert context["statut"] == ""
    assert in_french(officer_view(officer()))["grade"] == Blank("grade (l’agent)")


def test_an_officer_is_told_with_what_the_order_needs() -> None:
    context = in_french(officer_view(officer(civilite="Madame", grade="attachée", numero_ordre="OM-1")))
    assert (context["e"], context["grade"], context["numero_ordre"]) == ("e", "attachée", "OM-1")


@pytest.mark.parametrize("asked", [None, {}, {"avance_pourcentage": 0}])
def test_without_an_advance_nothing_is_told_of_it(asked: dict[str, int] | None) -> None:
    assert advance_view(officer(indemnite=asked)) is None


def test_an_advance_is_told_in_a_sentence() -> None:
    view = advance_view(officer(indemnite={"avance_pourcentage": 75}))
    assert view is not None
    assert in_french(view) == {"texte": "Une avance de 75\u202f% de l’indemnité est demandée."}


def test_a_full_allowance_is_due_to_who_is_neither_lodged_nor_fed() -> None:
    assert (
        words_of(with_rate(**RATE), **HUNGRY)
        == "Indemnité journalière de mission\u00a0: 100,00\u00a0€ par jour (barème)."
    )


def test_a_share_of_the_allowance_is_due_to_who_is_lodged() -> None:
    words = words_of(with_rate(**RATE), lodging_provided=True, meals_provided=0)
    assert words == (
        "Indemnité journalière de mission\u00a0: 35,00\u00a0€ par jour, soit 35\u202f% de 100,00\u00a0€ (barème)."
    )


def test_no_allowance_is_due_to_who_is_lodged_and_fed_whatever_the_table() -> None:
    assert str(words_of(with_rate(), **FED)).startswith("Aucune indemnité journalière n’est due")


def test_an_allowance_is_blank_while_the_stay_is_not_known() -> None:
    words = words_of(with_rate(**RATE), lodging_provided=None)
    assert words == Blank("hébergement et repas fournis ou non (M1)")


@pytest.mark.parametrize(
    "rate",
    [
        {"devise": "EUR"},
        {"montant": "100"},
        {**RATE, "pays": "FR"},
        {**RATE, "en_vigueur": {"du": "2099-01-01"}},
    ],
)
def test_an_allowance_that_no_table_in_force_gives_is_due_at_the_rate_of_the_departure(rate: dict[str, Any]) -> None:
    due = "Indemnité journalière de mission\u00a0: au taux en vigueur au jour du départ"
    assert words_of(with_rate(**rate), **HUNGRY) == f"{due}."
    reduced = words_of(with_rate(**rate), lodging_provided=True, meals_provided=1)
    assert reduced == f"{due}, réduit de 82,5\u202f%."


def test_an_order_is_given_by_the_authority_and_signed_in_its_name() -> None:
    context = told(example())
    assert context["autorite"] == "La Maire de Dijon"
    assert context["formule_signature"] == "Pour la Maire et par délégation, le Directeur général des services"


def test_an_authority_signs_in_its_own_name() -> None:
    mayor = OrderSignatory.model_validate({"partie": "dijon", "civilite": "Madame", "titre": "Maire"})
    context = told(with_action(example(), order_signatories=(mayor,)))
    assert (context["autorite"], context["formule_signature"]) == ("La Maire de Dijon", "La Maire")


def test_an_order_whose_authority_is_not_known_leaves_it_blank() -> None:
    missing = Blank("autorité au nom de laquelle sont signés les ordres de mission de la Ville de Dijon")
    context = told(with_action(example(), signatories=()))
    assert (context["autorite"], context["formule_signature"]) == (missing, missing)
    nobody = told(with_action(example(), order_signatories=()))
    assert nobody["autorite"] == missing
    assert nobody["formule_signature"] == Blank("fonction du signataire des ordres de mission de la Ville de Dijon")


def test_an_order_cites_the_texts_that_govern_the_officers_of_its_employer() -> None:
    context = told(example())
    visas = context["visas"]
    assert isinstance(visas, list)
    assert [str(text)[:28] for text in visas] == [
        "le décret n°\u00a02001-654 du 19\u00a0",
        "le décret n°\u00a02006-781 du 3\u00a0j",
    ]
    assert context["clauses_visees"] == "ses articles 4 et 5"


def test_clauses_are_cited_in_the_order_of_the_text_each_article_once() -> None:
    case = example()
    clauses = {
        "frais_de_deplacement": Locator.model_validate({"article": 7, "paragraphe": 1}),
        "obligations_employeur": Locator.model_validate({"article": 2}),
    }
    context = told(replace(case, framework=case.framework.model_copy(update={"clauses": clauses})))
    assert context["clauses_visees"] == "ses articles 2 et 7"
    one = {**clauses, "obligations_employeur": Locator.model_validate({"article": 7, "paragraphe": 2})}
    context = told(replace(case, framework=case.framework.model_copy(update={"clauses": one})))
    assert context["clauses_visees"] == "son article 7"
    context = told(replace(case, framework=case.framework.model_copy(update={"clauses": {}})))
    assert context["clauses_visees"] is False


@pytest.mark.parametrize(
    ("transmission", "day"),
    [({}, False), ({"faite": {}}, False), ({"faite": {"date": "2017-04-24"}}, "20\u00a0avril\u00a02017")],
)
def test_the_agreement_has_a_date_once_it_was_sent(transmission: dict[str, Any], day: object) -> None:
    sent = ActTransmission.model_validate(transmission)
    assert told(with_action(example(), transmission=sent))["date_convention"] == day


def test_each_cost_is_the_officer_s_share_of_the_mission_s() -> None:
    context = told(example())
    costs = context["frais_agent"]
    assert isinstance(costs, list)
    shown = [(cost["nature"], cost["payeur"]["nom"], cost["montant"]) for cost in costs]  # type: ignore[index,call-overload]
    assert shown[:2] == [
        ("Transport international\u00a0: trains entre Dijon et Paris compris", "Ville de Dijon", "430,00\u00a0€"),
        (
            "Séjour à Chefchaouen, 4 nuits (hébergement et deux repas par jour fournis)",
            "Ville de Chefchaouen",
            "3\u202f424,00\u00a0MAD",
        ),
    ]
    assert context["partage"] == "Chaque montant est la part de l’agent, un voyageur sur deux."


def test_an_order_names_the_country_where_a_party_of_it_is_known() -> None:
    assert told(example())["pays"] == "Maroc"
