"""What must precede the signature, and what must follow it, as templates see them."""

from dataclasses import replace
from typing import Any

import pytest

from generator.acts.views.body_views import contracting_bodies
from generator.acts.views.prerequisite_views import following_step_views, prerequisites
from generator.case.records import Case
from generator.model.action import AssociatedBody, Evaluation
from generator.model.approvals import Deliberation, Signature
from generator.model.budget import Budget, CoFunder, Payment
from generator.model.missions import Mission
from generator.model.persons import Signatory
from tests.acts.examples import example, in_french, with_action

Row = dict[str, Any]


def rows(case: Case, *, bars: bool | None = None) -> list[Row]:
    """The rows of both lists, or of one."""
    wanted = [True, False] if bars is None else [bars]
    bodies = contracting_bodies(case)
    return [dict(in_french(view)) for one in wanted for view in prerequisites(case, bodies, bars=one)]


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


def test_a_step_is_done_once_its_day_and_its_number_are_known() -> None:
    vote = "Vote de la délibération"
    assert row(voted(numero="12", date="2017-03-27"), vote) == {
        "partie": "Ville de Dijon",
        "etape": vote,
        "reference": "n°\u00a012",
        "date": "27\u00a0mars\u00a02017",
        "fait": True,
        "etat": "fait",
    }
    unnumbered = row(voted(date="2017-03-27", organe="conseil municipal"), vote)
    assert (unnumbered["reference"], unnumbered["fait"]) == ("Conseil municipal", False)
    undated = row(voted(numero="12"), vote)
    assert (undated["reference"], undated["date"], undated["fait"]) == ("n°\u00a012", "", False)
    assert undated["etat"] == "à faire par la Ville de Dijon, au plus tard le 19\u00a0avril\u00a02017"


def test_a_bureau_decides() -> None:
    assert row(voted(nature="décision du Bureau"), "Décision du Bureau")["fait"] is False


def test_a_vote_is_transmitted_and_published_where_the_law_asks_for_it() -> None:
    case = voted(transmission={"date": "2017-03-30", "accuse_reception": "AR-1"}, publication="2017-03-31")
    sent = row(case, "Transmission de la délibération au contrôle de légalité")
    assert (sent["reference"], sent["date"], sent["fait"]) == ("AR-1", "30\u00a0mars\u00a02017", True)
    published = row(case, "Publication de la délibération")
    assert (published["reference"], published["date"]) == ("", "31\u00a0mars\u00a02017")
    numbered = row(voted(numero="12", publication="2017-03-31"), "Publication de la délibération")
    assert (numbered["reference"], numbered["fait"]) == ("n°\u00a012", True)
    unproved = row(voted(transmission={"date": "2017-03-30"}), sent["etape"])
    assert (unproved["date"], unproved["fait"]) == ("30\u00a0mars\u00a02017", False)
    assert row(voted(), "Publication de la délibération")["fait"] is False


def test_a_visa_is_a_step_where_the_law_asks_for_it() -> None:
    visa = {"autorite": "le gouverneur", "numero": "V-1", "date": "2017-04-03"}
    vote = Deliberation.model_validate({"partie": "chefchaouen", "visa": visa})
    case = with_action(example(), deliberations=(vote,))
    step = "Visa de la délibération par l’autorité de tutelle"
    found = row(case, step, "Ville de Chefchaouen")
    assert (found["reference"], found["date"], found["fait"]) == ("V-1", "3\u00a0avril\u00a02017", True)
    awaited = row(with_action(case, deliberations=()), step, "Ville de Chefchaouen")
    assert (awaited["fait"], awaited["etat"]) == (
        False,
        "à faire par le gouverneur, au plus tard le 20\u00a0avril\u00a02017",
    )


@pytest.mark.parametrize(
    ("person", "reference", "day", "done"),
    [
        ({}, "Maire", "", False),
        ({"prenom": "Hélène", "nom": "Fictive"}, "Maire, mandat en cours", "1er\u00a0juillet\u00a02016", True),
        ({"titre": None}, "", "", False),
        (
            {"delegation": {"numero": "7", "date": "2016-05-03"}},
            "arrêté n°\u00a07",
            "3\u00a0mai\u00a02016",
            True,
        ),
        ({"delegation": {"date": "2016-05-03"}}, "arrêté", "3\u00a0mai\u00a02016", False),
        ({"delegation": {"numero": "7"}}, "arrêté n°\u00a07", "", False),
        ({"delegation": {"nature": "pouvoir"}}, "pouvoir", "", False),
    ],
)
def test_a_signatory_needs_a_known_mandate_or_a_numbered_and_dated_delegation(
    person: Row, reference: str, day: str, done: bool
) -> None:
    found = row(signing(**person), "Signataire et pouvoir de signer")
    assert (found["reference"], found["date"], found["fait"]) == (reference, day, done)


def with_lines(*lines: Row, **changes: Any) -> Case:
    return with_action(example(), budget=Budget.model_validate({"devise": "EUR", "ressources": lines}), **changes)


def test_credits_are_asked_for_cash_alone_and_a_budget_line_is_no_proof_of_them() -> None:
    step = "Crédits inscrits au budget"
    assert row(with_lines({"origine": "dijon", "montant": "10"}), step)["fait"] is False
    found = row(with_lines({"origine": "dijon", "montant": "10", "imputation": "chapitre 65"}), step)
    assert (found["reference"], found["fait"]) == ("chapitre 65", False)
    in_kind = with_lines({"origine": "dijon", "montant": "10", "nature": "valorisation"})
    assert step not in {one["etape"] for one in rows(in_kind)}


def test_a_body_that_signs_must_have_decided() -> None:
    def signing_body(**keys: str) -> Case:
        body = AssociatedBody.model_validate({"id": "rivages", "signataire": "oui", **keys})
        return with_action(example(), associated_bodies=(body,))

    step = "Décision autorisant la signature"
    assert row(signing_body(), step, "Rivages")["fait"] is False
    undated = row(signing_body(nom="Rivages", decision="décision du bureau"), step, "Rivages")
    assert (undated["reference"], undated["fait"]) == ("décision du bureau", False)
    decided = row(signing_body(nom="Rivages", decision="décision du 3 mai 2017"), step, "Rivages")
    assert (decided["date"], decided["fait"]) == ("3\u00a0mai\u00a02017", True)


def test_the_framework_must_be_in_force() -> None:
    step = "Convention de partenariat signée et en vigueur"
    found = row(example(), step, "Ensemble des parties")
    assert (found["reference"], found["fait"]) == ("jusqu’au 13\u00a0juin\u00a02021", True)
    assert found["date"] == "14\u00a0juin\u00a02016"
    late = with_action(example(), signature=Signature.model_validate({"date": "2021-06-14"}))
    assert row(late, step, "Ensemble des parties")["fait"] is False
    unsigned = row(replace(example(), events=None), step, "Ensemble des parties")
    assert (unsigned["reference"], unsigned["fait"]) == ("", False)


@pytest.mark.parametrize(
    ("lines", "done"),
    [
        ([], False),
        ([("acquis", "notification du 3 mai 2017")], True),
        ([("acquis", "notification")], False),
        ([("acquis", None)], False),
        ([("acquis", "notification du 3 mai 2017"), ("sollicite", None)], False),
    ],
)
def test_a_co_funding_counts_once_a_dated_act_secures_all_of_it(
    lines: list[tuple[str, str | None]], done: bool
) -> None:
    funder = CoFunder.model_validate({"id": "ministere", "nom": "le ministère"})
    resources = [
        {"origine": "ministere", "montant": "10", "statut": status, "justificatif": proof} for status, proof in lines
    ]
    case = with_lines(*resources, co_funders=(funder,))
    (found,) = [one for one in rows(case, bars=False) if one["etape"] == "Cofinancement notifié\u00a0: le ministère"]
    assert found["fait"] is done
    assert found["etat"] == ("fait" if done else "à faire par le cofinanceur")


def test_what_may_follow_the_signature_is_not_among_what_bars_it() -> None:
    later = Signature.model_validate({"date": "2017-04-20", "approbations_posterieures": ["chefchaouen"]})
    case = with_action(example(), signature=later)
    apart = [one["etape"] for one in rows(case, bars=False)]
    assert apart == ["Vote de la délibération", "Visa de la délibération par l’autorité de tutelle"]
    assert not [
        one for one in rows(case, bars=True) if one["partie"] == "Ville de Chefchaouen" and one["etape"] in apart
    ]


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
    assert (
        steps["Mission M2\u00a0: ordres de mission et mandats remis aux voyageurs"] == "avant le 16\u00a0mai\u00a02017"
    )
    assert steps["Rapport d’évaluation annuelle"] == "à fixer"
    due = with_action(case, evaluation=Evaluation.model_validate({"rapport": "2018-03-01"}))
    assert after(due)["Rapport d’évaluation annuelle"] == "1er\u00a0mars\u00a02018"


def test_a_first_payment_never_comes_before_the_act_is_in_force() -> None:
    payments = (Payment.model_validate({"payeur": "dijon"}),)
    case = with_action(example(), payments=payments)
    assert after(case)["Premier versement"] == "après l’entrée en vigueur, jamais avant"
