"""What an act settles, taken from its case: who is bound, by what, for how much; what is not known is not settled."""

from decimal import Decimal

import pytest

from generator.acts.substance_of_case import substance_of
from generator.case.records import Case
from generator.model.action import AssociatedBody, Commitment
from generator.model.budget import Budget, Payment
from generator.model.missions import Mission
from generator.model.persons import Signatory
from generator.model.substance import SettledAmount, SettledMission, SettledParty
from tests.acts.examples import example, party, with_action, with_framework


def bound(case: Case, identifier: str = "dijon") -> SettledParty:
    (found,) = (settled for settled in substance_of(case).parties if settled.id == identifier)
    return found


def bringing(*lines: dict[str, str]) -> Case:
    resources = [{"origine": "dijon", **line} for line in lines]
    return with_action(example(), budget=Budget.model_validate({"devise": "EUR", "ressources": resources}))


def settled(amount: str | None, currency: str = "EUR") -> SettledAmount:
    return SettledAmount(amount=None if amount is None else Decimal(amount), currency=currency)


def journey(**keys: object) -> SettledMission:
    mission = {"id": "M9", "partie_en_deplacement": "dijon", "partie_accueillante": "chefchaouen", **keys}
    (found,) = substance_of(with_action(example(), missions=(Mission.model_validate(mission),))).missions
    return found


def test_parties_come_in_the_order_of_the_text_then_the_bodies_that_sign() -> None:
    body = AssociatedBody.model_validate({"id": "rivages", "signataire": "oui"})
    case = with_action(example(), associated_bodies=(body,))
    assert [settled.id for settled in substance_of(case).parties] == [*case.framework.party_order, "rivages"]
    assert substance_of(case).bodies == ()
    assert bound(case, "rivages").side == "rivages"


def test_a_body_that_does_not_sign_is_bound_by_nothing_but_is_named_with_its_subsidy() -> None:
    subsidy = {"payeur": "dijon", "montant": "12000.00"}
    body = AssociatedBody.model_validate({"id": "rivages", "obligations": ["former"], "subvention": subsidy})
    case = with_action(example(), associated_bodies=(body,))
    assert "rivages" not in {settled.id for settled in substance_of(case).parties}
    (named,) = substance_of(case).bodies
    assert named.subsidy is not None
    assert (named.subsidy.payer, named.subsidy.amount, named.duties) == ("dijon", Decimal("12000.00"), ("former",))


def test_parties_of_one_side_are_settled_as_such() -> None:
    case = with_framework(example(), parties=(party(cote="nord"),), party_order=("valmont",))
    assert bound(case, "valmont").side == "nord"


def test_the_duties_are_those_that_the_act_prints() -> None:
    commitments = (Commitment.model_validate({"partie": "dijon", "obligations": ["animer", "former"]}),)
    assert bound(with_action(example(), commitments=commitments)).duties == ("animer", "former")


@pytest.mark.parametrize(("delegation", "by_delegation"), [({}, False), ({"delegation": {"numero": "3"}}, True)])
def test_the_quality_of_who_signs_says_whether_it_is_delegated(
    delegation: dict[str, object], *, by_delegation: bool
) -> None:
    person = Signatory.model_validate({"partie": "dijon", "titre": "Maire", **delegation})
    found = bound(with_action(example(), signatories=(person,)))
    assert (found.quality, found.by_delegation) == ("Maire", by_delegation)


def test_money_and_what_is_brought_in_kind_are_two_commitments() -> None:
    found = bound(bringing({"montant": "100.00"}, {"montant": "25.50"}, {"montant": "7.00", "nature": "valorisation"}))
    assert (found.cash, found.in_kind) == ((settled("125.50"),), (settled("7.00"),))


def test_a_commitment_is_added_in_its_own_currency() -> None:
    found = bound(bringing({"montant": "100.00"}, {"montant": "500.00", "devise": "MAD"}, {"montant": "1.00"}))
    assert found.cash == (settled("101.00"), settled("500.00", "MAD"))


@pytest.mark.parametrize("lines", [({"montant": "100.00"}, {}), ({}, {"montant": "100.00"})], ids=["last", "first"])
def test_one_unknown_amount_leaves_the_commitment_unsettled(lines: tuple[dict[str, str], ...]) -> None:
    assert bound(bringing(*lines)).cash == (settled(None),)


def test_a_payment_is_in_its_own_currency_else_in_that_of_the_budget() -> None:
    payments = [
        Payment.model_validate({"payeur": "dijon", "montant": "1.00", **own}) for own in ({}, {"devise": "MAD"})
    ]
    budget = Budget.model_validate({"devise": "EUR"})
    case = with_action(example(), budget=budget, payments=tuple(payments))
    assert [payment.currency for payment in substance_of(case).payments] == ["EUR", "MAD"]


def test_a_cost_is_borne_by_the_party_that_the_framework_designates() -> None:
    (cost,) = journey(sejour={"payeur": "dijon", "montant": "10.00", "devise": "MAD"}).costs
    assert (cost.label, cost.payer, cost.amount, cost.currency) == ("séjour", "chefchaouen", Decimal("10.00"), "MAD")


def test_costs_of_one_category_are_told_apart() -> None:
    costs = journey(escales=[{"lieu": "Tanger"}, {}], autres_frais=[{"libelle": "visas"}]).costs
    assert [cost.label for cost in costs] == ["escale 1 (Tanger, nuits : 0)", "escale 2 (nuits : 0)", "frais 1 (visas)"]
    assert {cost.currency for cost in costs} == {None}


def test_a_mission_is_settled_by_its_days_and_the_number_of_those_who_travel() -> None:
    legs = [{"depart": "2017-05-16"}, {"depart": "2017-05-20"}]
    found = journey(trajets=legs, voyageurs=[{"qualite": "agent"}, {"qualite": "tiers"}])
    assert (str(found.start), str(found.end), len(found.travellers)) == ("2017-05-16", "2017-05-20", 2)


def test_what_is_not_known_is_not_settled() -> None:
    case = with_action(example(), title=None, object=None, signatories=(), effective_day=None)
    found = substance_of(case)
    assert (found.title, found.object, found.effective_day) == (None, None, None)
    assert (bound(case).quality, bound(case).by_delegation) == (None, False)
