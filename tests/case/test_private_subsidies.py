"""Subsidies that an act grants, and what the law asks for them."""

from dataclasses import replace

import pytest

from generator.case.private_subsidies import (
    citations,
    granted_bodies,
    instalments_of,
    money_passes,
    needs_an_agreement,
    occasions,
    other_payments,
    report_delay,
)
from generator.case.records import Case
from generator.model import Law
from generator.model.action import AssociatedBody
from generator.model.budget import Payment
from tests.acts.examples import example, with_action

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


@pytest.mark.parametrize(("amount", "asked"), [("23000.00", False), ("23000.01", True)])
def test_a_subsidy_above_the_amount_of_the_law_needs_an_agreement(amount: str, asked: bool) -> None:
    assert needs_an_agreement(*granted(amount=amount)) == asked


def test_the_instalments_of_a_subsidy_are_told_apart_from_other_payments() -> None:
    case, body = granted()
    to = [("dijon", "rivages"), ("chefchaouen", "rivages"), ("dijon", "les prestataires")]
    payments = tuple(Payment.model_validate({"payeur": payer, "beneficiaire": payee}) for payer, payee in to)
    case = with_action(case, payments=payments)
    assert instalments_of(case, body) == payments[:1]
    assert other_payments(case) == payments[1:]


def test_money_passes_where_one_who_signs_pays_another() -> None:
    assert money_passes(granted()[0])
    assert not money_passes(granted(signataire=False)[0])
    case = with_action(example(), associated_bodies=(), co_funders=())
    for payee, passes in (("chefchaouen", True), ("dijon", False), ("les prestataires", False)):
        payment = Payment.model_validate({"payeur": "dijon", "beneficiaire": payee})
        assert money_passes(with_action(case, payments=(payment,))) == passes
