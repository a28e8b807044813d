"""What must precede the signature, and what must follow it, as templates see them."""

from dataclasses import replace
from typing import Any

import pytest

from generator.acts.views.body_views import contracting_bodies
from generator.acts.views.prerequisite_views import following_step_views, prerequisites
from generator.case.records import Case
from generator.model.action import AssociatedBody, Evaluation
from generator.model.approvals import Deliberation
from generator.model.budget import Budget, CoFunder, Payment
from generator.model.missions import Mission
from generator.model.persons import Signatory
from tests.acts.examples import example, in_french, with_action

Row = dict[str, Any]


def rows(case: Case) -> list[Row]:
    return [dict(in_french(view)) for view in prerequisites(case)]


def row(case: Case, step: str, body: str = "Ville de Dijon") -> Row:
    (found,) = [one for one in rows(case) if one["etape"] == step and one["partie"] == body]
    return found


def voted(**keys: Any) -> Case:
    return with_action(example(), deliberations=(Deliberation.model_validate({"partie": "dijon", **keys}),))


def signing(**keys: Any) -> Case:
    claire = {"civilite": "Madame", "prenom": "Claire", "nom": "Gabarit", "titre": "Maire"}
    signatory = Signatory.model_validate({"partie": "dijon", **claire, **keys})
    return with_action(example(), signatories=(signatory,))


def after(case: Case) -> dict[object, object]:
    steps = [in_french(view) for view in following_step_views(case, contracting_bodies(case))]
    return {step["etape"]: step["echeance"] for step in steps}


def test_a_step_is_done_once_its_day_is_known() -> None:
    vote = "Vote de la délibération"
    assert row(voted(numero="12", date="2017-03-27"), vote) == {
        "partie": "Ville de Dijon",
        "etape": vote,
        "reference": "n°\u00a012",
        "date": "27\u00a0mars 2017",
        "fait": True,
    }
    undated = row(voted(numero="12"), vote)
    assert (undated["reference"], undated["date"], undated["fait"]) == ("n°\u00a012", "", False)


def test_a_bureau_decides() -> None:
    assert row(voted(nature="décision du Bureau"), "Décision du Bureau")["fait"] is False


def test_a_vote_is_transmitted_and_published_where_the_law_asks_for_it() -> None:
    case = voted(transmission={"date": "2017-03-30", "accuse_reception": "AR-1"}, publication="2017-03-31")
    sent = row(case, "Transmission de la délibération au contrôle de légalité")
    assert (sent["reference"], sent["date"], sent["fait"]) == ("AR-1", "30\u00a0mars 2017", True)
    published = row(case, "Publication de la délibération")
    assert (published["reference"], published["date"]) == ("", "31\u00a0mars 2017")
    assert row(voted(), "Publication de la délibération")["fait"] is False


def test_a_visa_is_a_step_where_the_law_asks_for_it() -> None:
    visa = {"autorite": "le gouverneur", "numero": "V-1", "date": "2017-04-03"}
    vote = Deliberation.model_validate({"partie": "chefchaouen", "visa": visa})
    case = with_action(example(), deliberations=(vote,))
    step = "Visa de la délibération par l’autorité de tutelle"
    found = row(case, step, "Ville de Chefchaouen")
    assert (found["reference"], found["date"], found["fait"]) == ("V-1", "3\u00a0avril 2017", True)
    assert row(with_action(case, deliberations=()), step, "Ville de Chefchaouen")["fait"] is False


@pytest.mark.parametrize(
    ("person", "reference", "day", "done"),
    [
        ({}, "Maire, en exercice", "", True),
        ({"titre": None}, "", "", False),
        (
            {"delegation": {"numero": "7", "date": "2016-05-03"}},
            "arrêté n°\u00a07",
            "3\u00a0mai 2016",
            True,
        ),
        ({"delegation": {"numero": "7"}}, "arrêté n°\u00a07", "", False),
        ({"delegation": {"nature": "pouvoir"}}, "pouvoir", "", False),
    ],
)
def test_a_signatory_needs_an_office_or_a_dated_delegation(person: Row, reference: str, day: str, done: bool) -> None:
    found = row(signing(**person), "Signataire et pouvoir de signer")
    assert (found["reference"], found["date"], found["fait"]) == (reference, day, done)


def with_lines(*lines: Row, **changes: Any) -> Case:
    return with_action(example(), budget=Budget.model_validate({"devise": "EUR", "ressources": lines}), **changes)


def test_credits_are_asked_for_cash_alone() -> None:
    step = "Crédits inscrits au budget"
    assert row(with_lines({"origine": "dijon", "montant": "10"}), step)["fait"] is False
    found = row(with_lines({"origine": "dijon", "montant": "10", "imputation": "chapitre 65"}), step)
    assert (found["reference"], found["fait"]) == ("chapitre 65", True)
    in_kind = with_lines({"origine": "dijon", "montant": "10", "nature": "valorisation"})
    assert step not in {one["etape"] for one in rows(in_kind)}


def test_a_body_that_signs_must_have_decided() -> None:
    def signing_body(**keys: str) -> Case:
        body = AssociatedBody.model_validate({"id": "rivages", "signataire": "oui", **keys})
        return with_action(example(), associated_bodies=(body,))

    step = "Décision autorisant la signature"
    assert row(signing_body(), step, "rivages")["fait"] is False
    decided = row(signing_body(nom="Rivages", decision="décision du 3 mai"), step, "Rivages")
    assert (decided["reference"], decided["fait"]) == ("décision du 3\u00a0mai", True)


def test_the_framework_must_be_in_force() -> None:
    step = "Convention de partenariat signée et en vigueur"
    found = row(example(), step, "Ensemble des parties")
    assert (found["reference"], found["fait"]) == ("jusqu’au 13\u00a0juin 2021", True)
    unsigned = row(replace(example(), events=None), step, "Ensemble des parties")
    assert (unsigned["reference"], unsigned["fait"]) == ("", False)


@pytest.mark.parametrize(("statuses", "done"), [([], False), (["acquis"], True), (["acquis", "sollicite"], False)])
def test_a_co_funding_counts_once_all_of_it_is_secured(statuses: list[str], done: bool) -> None:
    funder = CoFunder.model_validate({"id": "ministere", "nom": "le ministère"})
    lines = [{"origine": "ministere", "montant": "10", "statut": status} for status in statuses]
    case = with_lines(*lines, co_funders=(funder,))
    found = row(case, "Cofinancement notifié\u00a0: le ministère", "Ensemble des parties")
    assert found["fait"] is done


def test_the_act_enters_into_force_on_transmission_where_the_law_says_so() -> None:
    steps = after(example())
    assert steps["Entrée en vigueur de l’acte"] == "à la transmission"
    assert steps["Transmission de l’acte signé au préfet par la Ville de Dijon"] == (
        "aussitôt après la dernière signature"
    )


@pytest.mark.parametrize(
    ("senders", "moment"),
    [(0, "à la dernière signature"), (1, "à la transmission"), (2, "à la dernière transmission")],
)
def test_the_last_of_the_transmissions_counts(senders: int, moment: str) -> None:
    case = example()
    dijon = contracting_bodies(case)[0]
    steps = [in_french(view) for view in following_step_views(case, [dijon] * senders)]
    assert [step["echeance"] for step in steps if step["etape"] == "Entrée en vigueur de l’acte"] == [moment]


def test_what_follows_depends_on_what_the_action_plans() -> None:
    missions = (
        Mission.model_validate({"id": "M1"}),
        Mission.model_validate({"id": "M2", "trajets": [{"depart": "2017-05-16"}]}),
    )
    case = with_action(example(), missions=missions, payments=(), evaluation=None)
    steps = after(case)
    assert "Premier versement" not in steps
    assert steps["Mission M1\u00a0: ordres de mission et mandats remis aux voyageurs"] == "avant le départ"
    assert steps["Mission M2\u00a0: ordres de mission et mandats remis aux voyageurs"] == "avant le 16\u00a0mai 2017"
    assert steps["Rapport d’évaluation annuelle"] == "à fixer"
    due = with_action(case, evaluation=Evaluation.model_validate({"rapport": "2018-03-01"}))
    assert after(due)["Rapport d’évaluation annuelle"] == "1er\u00a0mars 2018"


def test_a_first_payment_never_comes_before_the_act_is_in_force() -> None:
    payments = (Payment.model_validate({"payeur": "dijon"}),)
    case = with_action(example(), payments=payments)
    assert after(case)["Premier versement"] == "après l’entrée en vigueur, jamais avant"
