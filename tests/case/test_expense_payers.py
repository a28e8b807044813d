"""Who pays each expense: told by its line, by its mission, or by sums that leave one answer only."""

from decimal import Decimal
from typing import Any

import pytest

from generator.case.expense_payers import Share, means, only_way, payers_of_expenses, slack
from generator.case.records import Case
from generator.model.budget import Nature
from tests.support.rule_cases import base_case, case_with

EXACTLY = Decimal(0)


def told(case: Case, rank: int) -> list[tuple[str, str]]:
    return [(share.payer, str(share.amount)) for share in payers_of_expenses(case)[rank]]


def insured(*amounts: str, line: str, label: str = "Assurances", **more: str) -> Case:
    """The base with a line of insurance, and what each of its two missions costs to insure."""
    return case_with(
        action={
            "budget.depenses[6]": {"libelle": label, "categorie": "assurance", "montant": line, **more},
            "missions[0].assurance": {"payeur": "valmont", "montant": amounts[0]},
            "missions[1].assurance": {"payeur": "tazerout", "montant": amounts[1]},
        }
    )


def test_what_a_body_may_spend_is_what_it_brings_and_receives_less_what_it_grants() -> None:
    case = base_case()
    assert means(case) == {"valmont": Decimal(2800), "tazerout": Decimal(2200), "source-vive": Decimal(6000)}
    assert means(case, Nature.IN_KIND) == {"valmont": Decimal(700)}
    assert means(case, Nature.CASH) == {
        "valmont": Decimal(2100),
        "tazerout": Decimal(2200),
        "source-vive": Decimal(6000),
    }


def test_whoever_spends_a_co_funding_need_not_be_who_receives_it() -> None:
    found = means(case_with(action={"cofinanceurs[0].depense_par": "source-vive"}))
    assert found is not None
    assert (found["valmont"], found["source-vive"]) == (Decimal(700), Decimal(8100))


def test_what_a_co_funder_brings_in_kind_it_spends_itself() -> None:
    found = means(case_with(action={"budget.ressources[3].nature": "valorisation", "cofinanceurs[0].recu_par": ""}))
    assert found is not None
    assert found["ministere"] == Decimal(2100)


@pytest.mark.parametrize(
    "unknown",
    [
        {"cofinanceurs[0].recu_par": ""},
        {"budget.ressources[0].montant": ""},
        {"organismes_associes[0].subvention.montant": ""},
        {"budget.taux_de_change": []},
        {"budget.devise": ""},
    ],
)
def test_means_are_unknown_while_an_amount_a_rate_or_a_spender_is(unknown: dict[str, Any]) -> None:
    assert means(case_with(action=unknown)) is None


def test_the_payer_that_a_line_names_prevails() -> None:
    assert told(case_with(action={"budget.depenses[1].payeur": "tazerout"}), 1) == [("tazerout", "1200.00")]


def test_a_line_of_travel_is_paid_by_whoever_bears_that_cost_of_the_mission_that_it_names() -> None:
    assert [told(base_case(), rank)[0][0] for rank in (1, 2, 3, 4)] == ["valmont", "tazerout", "tazerout", "valmont"]


def test_the_framework_tells_who_bears_a_cost_that_the_mission_does_not_give() -> None:
    case = case_with(action={"missions[0].sejour": "", "missions[0].transport_international": ""})
    assert [told(case, rank)[0][0] for rank in (1, 2)] == ["valmont", "tazerout"]


def test_a_line_that_names_no_mission_pays_the_costs_of_all() -> None:
    assert told(insured("120", "90", line="210"), 6) == [("valmont", "120"), ("tazerout", "90")]


def test_a_line_that_names_a_mission_pays_its_costs_alone() -> None:
    assert told(insured("120", "90", line="210", label="Assurance, mission m2"), 6) == [("tazerout", "210")]
    assert told(insured("120", "90", line="90", label="Assurance M2026"), 6) == [("tazerout", "90")]


def test_a_line_that_names_no_mission_may_equal_the_cost_of_one() -> None:
    assert told(insured("120", "90", line="120"), 6) == [("valmont", "120")]
    assert told(insured("90", "90", line="90"), 6) == []


def test_costs_that_cannot_be_compared_tell_nothing() -> None:
    assert told(insured("120", "", line="210"), 6) == []
    assert told(insured("120", "90", line="210", devise="MAD"), 6) == []
    assert told(insured("120", "90", line=""), 6) == []


def test_a_cost_that_nobody_bears_leaves_its_line_untold() -> None:
    action = {
        "budget.depenses[6]": {"libelle": "Assurances", "categorie": "assurance", "montant": "210"},
        "missions[0].assurance": {"payeur": "valmont", "montant": "120"},
        "missions[1].assurance": {"payeur": "", "montant": "90"},
    }
    assert told(case_with(action=action), 6) == []


def test_a_cost_that_the_framework_lays_on_a_party_counts_once() -> None:
    action = {
        "budget.depenses[6]": {"libelle": "Séjours", "categorie": "sejour", "montant": "1900.00"},
        "missions[0].sejour": {"montant": "1000.00"},
        "missions[1].sejour": {"montant": "900.00"},
    }
    assert told(case_with(action=action), 6) == [("tazerout", "1000.00"), ("valmont", "900.00")]


def test_a_line_without_an_amount_has_no_share() -> None:
    assert told(case_with(action={"budget.depenses[0].montant": ""}), 0) == []


def test_a_stop_and_its_plural_are_one_category() -> None:
    stop = {"libelle": "Nuit d’étape", "categorie": "escale", "montant": "70"}
    case = case_with(
        action={"budget.depenses[6]": stop, "missions[0].escales": [{"payeur": "valmont", "montant": "70"}]}
    )
    assert told(case, 6) == [("valmont", "70")]


def test_sums_that_agree_in_one_way_tell_who_pays_the_rest() -> None:
    case = case_with(action={"budget.depenses[0].payeur": "", "budget.depenses[5].payeur": ""})
    assert told(case, 0) == [("source-vive", "6000.00")]
    assert told(case, 5) == [("valmont", "700.00")]


def test_a_slip_of_a_tenth_of_the_smallest_line_leaves_the_answer_as_it_is() -> None:
    case = case_with(action={"budget.depenses[0].payeur": "", "budget.depenses[0].montant": "5500.00"})
    assert told(case, 0) == [("source-vive", "5500.00")]
    case = case_with(action={"budget.depenses[0].payeur": "", "budget.depenses[0].montant": "5400.00"})
    assert told(case, 0) == []


def test_the_one_line_that_takes_all_is_paid_by_all_who_have_something_left() -> None:
    changes = {"organismes_associes[0].subvention.montant": "4500.00", "budget.depenses[0].payeur": ""}
    assert told(case_with(action=changes), 0) == [("valmont", "1500.00"), ("source-vive", "4500.00")]
    assert told(case_with(action=changes | {"budget.depenses[0].devise": "MAD"}), 0) == []


@pytest.mark.parametrize(
    ("amount", "is_told"),
    [
        ("5999.98", False),
        ("5999.985", True),
        ("5999.99", True),
        ("6000.01", True),
        ("6000.015", True),
        ("6000.016", False),
        ("6000.02", False),
    ],
)
def test_the_one_line_takes_all_to_what_three_conversions_round(amount: str, is_told: bool) -> None:
    changes = {"organismes_associes[0].subvention.montant": "4500.00", "budget.depenses[0].payeur": ""}
    shares = [("valmont", "1500.00"), ("source-vive", "4500.00")]
    assert told(case_with(action=changes | {"budget.depenses[0].montant": amount}), 0) == (shares if is_told else [])


@pytest.mark.parametrize(("paid", "is_told"), [("0.014", True), ("0.015", True), ("0.016", False)])
def test_a_body_that_lacks_no_more_than_roundings_pays_nothing_of_the_one_line(paid: str, is_told: bool) -> None:
    changes = {
        "organismes_associes[0].subvention.montant": "4500.00",
        "budget.depenses[0].payeur": "",
        "budget.depenses[0].montant": "5999.985",
        "budget.depenses[6]": {"libelle": "Timbres", "montant": paid, "payeur": "tazerout"},
    }
    shares = [("valmont", "1500.00"), ("source-vive", "4500.00")]
    assert told(case_with(action=changes), 0) == (shares if is_told else [])


def test_one_of_several_lines_does_not_take_all() -> None:
    changes = {
        "organismes_associes[0].subvention.montant": "4500.00",
        "budget.depenses[0].payeur": "",
        "budget.depenses[6]": {"libelle": "Imprévus", "montant": "500.00"},
    }
    assert told(case_with(action=changes), 0) == told(case_with(action=changes), 6) == []


def test_the_one_line_that_one_body_can_pay_is_its_own_to_the_cent_that_another_has_left() -> None:
    changes = {
        "budget.ressources[0].montant": "6000.01",
        "budget.depenses[0].payeur": "",
        "budget.depenses[0].montant": "6000.01",
    }
    assert told(case_with(action=changes), 0) == [("source-vive", "6000.01")]


def test_nobody_pays_more_than_all_by_taking_from_another() -> None:
    changes = {"organismes_associes[0].subvention.montant": "9000.00", "budget.depenses[0].payeur": ""}
    assert told(case_with(action=changes), 0) == []


def test_nothing_is_shared_out_while_means_are_unknown() -> None:
    case = case_with(action={"budget.depenses[0].payeur": "", "cofinanceurs[0].recu_par": ""})
    assert told(case, 0) == []
    assert told(case, 1) == [("valmont", "1200.00")]


def test_there_is_a_way_when_each_spends_all_that_it_has() -> None:
    amounts = [Decimal(amount) for amount in (900, 6500, 400, 1800)]
    assert only_way(amounts, {"a": Decimal(9200), "b": Decimal(400)}, EXACTLY) == ("a", "a", "b", "a")
    assert only_way(amounts, {"a": Decimal(9200), "b": Decimal("400.01")}, EXACTLY) is None
    assert only_way(amounts, {"a": Decimal(9200), "b": Decimal("400.01")}, Decimal("0.01")) == ("a", "a", "b", "a")
    assert only_way([], {"a": EXACTLY}, EXACTLY) == ()


def test_two_ways_are_no_answer() -> None:
    assert only_way([Decimal(5), Decimal(5)], {"a": Decimal(5), "b": Decimal(5)}, EXACTLY) is None


def test_ways_in_which_a_body_would_overspend_are_not_looked_at() -> None:
    amounts = [Decimal(amount) for amount in range(1, 13)]
    assert only_way(amounts, {"a": Decimal(78), "b": EXACTLY}, EXACTLY) == ("a",) * 12


def test_two_thousand_ways_side_by_side_are_still_looked_at() -> None:
    """These fifteen amounts leave 2,000 ways at most at one time, and one at the end."""
    listed = 4951, 4679, 4496, 4410, 4185, 4005, 3804, 3784, 3511, 3498, 2849, 2832, 2793, 2760, 2654
    found = only_way([Decimal(amount) for amount in listed], {"a": Decimal(32300), "b": Decimal(22911)}, EXACTLY)
    assert found == tuple("abaabbababaaaba")


def test_one_way_more_than_two_thousand_is_one_too_many() -> None:
    """These leave 2,001 ways at most at one time, and one at the end, which nobody looks for."""
    listed = 4989, 4759, 4629, 4517, 4464, 4292, 3970, 3613, 3496, 3371, 3160, 2749, 2703, 2669, 2532
    left = {"a": Decimal(32179), "b": Decimal(23734)}
    assert only_way([Decimal(amount) for amount in listed], left, EXACTLY) is None


def test_too_many_ways_are_no_answer() -> None:
    amounts = [Decimal(2**rank) for rank in range(40)]
    assert only_way(amounts, {"a": Decimal(2**40), "b": Decimal(2**40)}, Decimal(2**40)) is None


def test_roundings_are_those_of_the_amounts_that_a_body_converts() -> None:
    case = base_case()
    shares = payers_of_expenses(case)
    assert slack(case, "valmont", shares) == 0
    assert slack(case, "tazerout", shares) == Decimal("0.015")
    assert slack(case, "tazerout") == Decimal("0.005")


def test_a_share_is_what_one_body_pays_of_a_line() -> None:
    assert payers_of_expenses(base_case())[0] == (Share("source-vive", Decimal("6000.00")),)
