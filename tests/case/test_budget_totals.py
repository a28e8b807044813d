"""Sums of budget lines, in the reference currency."""

from decimal import Decimal

from generator.case.budget_totals import to_the_cent, total_of
from tests.support.rule_cases import base_case, case_with


def test_lines_of_two_currencies_are_added_at_the_stated_rate() -> None:
    budget = base_case().action.budget
    assert total_of(budget, budget.expenses) == total_of(budget, budget.resources) == Decimal("11000.00")


def test_no_line_makes_nought_and_a_line_without_value_makes_the_sum_unknown() -> None:
    budget = case_with(action={"budget.depenses[0].montant": ""}).action.budget
    assert total_of(budget, ()) == 0
    assert total_of(budget, budget.expenses[1:]) == Decimal("5000.00")
    assert total_of(budget, budget.expenses) is None


def test_a_computed_amount_is_rounded_to_the_cent_half_to_even() -> None:
    halves = [Decimal(amount) for amount in ("0.005", "0.015", "0.0150001")]
    assert [to_the_cent(amount) for amount in halves] == [Decimal("0.00"), Decimal("0.02"), Decimal("0.02")]
