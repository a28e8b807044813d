"""Subsidies that an act grants, and what the law asks for them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.case.private_subsidies import (
    citations,
    granted_bodies,
    has_text_for,
    home_subsidies,
    instalments_of,
    money_passes,
    needs_an_agreement,
    occasions,
    other_payments,
    payments_to,
    report_delay,
)
from generator.case.records import Case
from generator.model import Law
from generator.model.action import AssociatedBody
from generator.model.budget import CoFunder, Payment
from generator.model.references import Occasion
from tests.acts.examples import example, with_action

ACT_DAY = example().act_day or date.min
EVE, MORROW = ACT_DAY - timedelta(days=1), ACT_DAY + timedelta(days=1)
RIVAGES = {"id": "rivages", "nature": "association", "signataire": True}


def granted(payer: str = "dijon", amount: str = "500", **keys: object) -> tuple[Case, AssociatedBody]:
    subsidy = {"payeur": payer, "montant": amount}
    body = AssociatedBody.model_validate({**RIVAGES, "subvention": subsidy, **keys})
    return with_action(example(), associated_bodies=(body,), payments=()), body


def test_a_subsidy_to_a_body_that_signs_is_granted_by_the_act() -> None:
    case, body = granted()
    assert granted_bodies(case) == (body,)
    assert granted_bodies(granted(signataire=False)[0]) == ()
    own = {"payeur": "dijon", "convention_propre": "n° 12"}
    assert granted_bodies(granted(subvention=own)[0]) == ()
    assert granted_bodies(granted(subvention=None)[0]) == ()


def test_the_subsidies_that_the_law_of_the_payer_has_in_view_are_those_of_home_parties() -> None:
    assert [body.id for _, body, _ in home_subsidies(granted()[0])] == ["rivages"]
    assert list(home_subsidies(granted(payer="chefchaouen")[0])) == []


def test_the_law_of_the_payer_has_private_bodies_alone_in_view() -> None:
    assert occasions(*granted())
    assert not occasions(*granted(payer="chefchaouen"))
    assert not occasions(*granted(nature="organisme_public"))
    assert len(occasions(*granted(nature="entreprise"))) < len(occasions(*granted()))


def test_nothing_is_cited_without_law() -> None:
    case, body = granted()
    assert citations(case, occasions(case, body))
    bare = replace(case, law=Law())
    assert report_delay(bare) is None
    assert citations(bare, occasions(case, body)) == ()


def test_the_report_is_due_within_the_delay_that_the_law_sets() -> None:
    assert report_delay(granted()[0]) == 6


def with_text(case: Case, **keys: object) -> Case:
    """Return the case under one text alone, which it cites for subsidies to private bodies."""
    text = {"cle": "loi", "titre": "loi", "visa": "la loi", "vise_pour": "subvention_privee"} | keys
    procedures = case.law.procedures
    return replace(case, law=Law.model_validate({"textes": [text]}).model_copy(update={"procedures": procedures}))


@pytest.mark.parametrize(
    ("in_force", "is_cited"),
    [
        ({"au": EVE}, False),
        ({"au": ACT_DAY}, True),
        ({"du": ACT_DAY}, True),
        ({"du": MORROW}, False),
    ],
    ids=["until the eve", "until the day", "from the day", "from the day after"],
)
def test_the_texts_are_those_in_force_on_the_act_s_day(in_force: dict[str, date], is_cited: bool) -> None:
    case, body = granted()
    found = with_text(case, en_vigueur={key: day.isoformat() for key, day in in_force.items()})
    assert citations(found, occasions(case, body)) == (("la loi",) if is_cited else ())
    assert has_text_for(found, Occasion.PRIVATE_SUBSIDY) is is_cited


def test_a_text_is_cited_on_its_own_occasion_alone() -> None:
    case, body = granted()
    other = with_text(case, vise_pour="subvention_a_une_association")
    assert citations(other, occasions(case, body)) == ("la loi",)
    assert citations(other, frozenset({Occasion.PRIVATE_SUBSIDY})) == ()
    assert not has_text_for(other, Occasion.PRIVATE_SUBSIDY)


def test_a_text_without_the_words_that_cite_it_is_not_cited() -> None:
    case, body = granted()
    unworded = with_text(case, visa="")
    assert citations(unworded, occasions(case, body)) == ()
    assert has_text_for(unworded, Occasion.PRIVATE_SUBSIDY)


@pytest.mark.parametrize(("amount", "asked"), [("22999.99", False), ("23000.00", False), ("23000.01", True)])
def test_a_subsidy_above_the_amount_of_the_law_needs_an_agreement(amount: str, asked: bool) -> None:
    assert needs_an_agreement(*granted(amount=amount)) == asked


def test_no_agreement_is_needed_where_the_law_does_not_compare_an_amount() -> None:
    assert not needs_an_agreement(*granted(subvention=None))
    assert not needs_an_agreement(*granted(amount="23000.01", nature="organisme_public"))
    assert not needs_an_agreement(*granted(amount=""))
    case, body = granted(amount="23000.01")
    assert not needs_an_agreement(with_text(case), body)


@pytest.mark.parametrize(
    "payee", ["rivages", "l’Association", "L'association", "Rives et\u00a0rivages", "RIVES ET RIVAGES"]
)
def test_a_payment_is_to_a_body_however_it_names_it(payee: str) -> None:
    case, body = granted(nom="les Rives et rivages", designation="l’Association")
    to_others = [Payment.model_validate({"payeur": "dijon", "beneficiaire": name}) for name in ("les prestataires", "")]
    own = Payment.model_validate({"payeur": "dijon", "beneficiaire": payee})
    assert payments_to(with_action(case, payments=(*to_others, own)), body) == [(2, own)]


def test_a_payment_to_nobody_is_not_to_a_body_without_a_name() -> None:
    case, body = granted()
    unnamed = Payment.model_validate({"payeur": "dijon"})
    assert payments_to(with_action(case, payments=(unnamed,)), body) == []


def test_the_instalments_of_a_subsidy_are_told_apart_from_other_payments() -> None:
    case, body = granted()
    to = [("dijon", "rivages"), ("chefchaouen", "rivages"), ("dijon", "les prestataires")]
    payments = tuple(Payment.model_validate({"payeur": payer, "beneficiaire": payee}) for payer, payee in to)
    case = with_action(case, payments=payments)
    assert instalments_of(case, body) == payments[:1]
    assert other_payments(case) == payments[1:]
    unsubsidised = with_action(case, associated_bodies=(body.model_copy(update={"subsidy": None}),))
    assert other_payments(unsubsidised) == payments


def test_money_passes_where_one_who_signs_pays_another() -> None:
    assert money_passes(granted()[0])
    assert not money_passes(granted(signataire=False)[0])
    case = with_action(example(), associated_bodies=(), co_funders=())
    for payee, passes in (("chefchaouen", True), ("dijon", False), ("les prestataires", False)):
        payment = Payment.model_validate({"payeur": "dijon", "beneficiaire": payee})
        assert money_passes(with_action(case, payments=(payment,))) == passes


@pytest.mark.parametrize(
    ("received_by", "spent_by", "passes"),
    [
        ("dijon", "chefchaouen", True),
        ("dijon", "dijon", False),
        ("dijon", "", False),
        ("", "chefchaouen", False),
        ("dijon", "rivages", False),
    ],
)
def test_money_passes_where_a_co_funding_is_handed_on(received_by: str, spent_by: str, passes: bool) -> None:
    funder = CoFunder.model_validate({"id": "etat", "recu_par": received_by, "depense_par": spent_by})
    case = with_action(example(), associated_bodies=(), payments=(), co_funders=(funder,))
    assert money_passes(case) is passes
