"""A mission order, as its template sees it."""

from dataclasses import replace
from typing import Any

import pytest

from generator.acts.views.body_views import contracting_bodies
from generator.acts.views.journey_views import mission_view
from generator.acts.views.order_views import advance_view, officer_view, order_view
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.case.orders_issued import order_recipients
from generator.case.records import Case
from generator.model.action import OrderSignatory
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
    view = mission_view(case, mission, {employer.identifier: employer.noun})
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
def test_an_allowance_that_no_table_in_force_gives_is_blank(rate: dict[str, Any]) -> None:
    assert words_of(with_rate(**rate), **HUNGRY) == Blank("indemnité journalière du pays de destination (M1)")
