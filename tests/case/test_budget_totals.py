"""Sums of budget lines, in the reference currency."""

from decimal import Decimal

import pytest

from generator.case.budget_totals import in_currency, in_currency_exactly, to_the_cent, total_of
from generator.model.budget import Budget
from tests.support.rule_cases import base_case, case_with


def test_lines_of_two_currencies_are_added_at_the_stated_rate() -> None:
    budget = base_case().action.budget
    assert total_of(budget, budget.expenses) == total_of(budget, budget.resources) == Decimal("11000.00")


@pytest.mark.parametrize("lacking", ["taux", "date", "source"])
def test_a_rate_that_is_not_dated_or_not_sourced_adds_nothing(lacking: str) -> None:
    budget = case_with(action={f"budget.taux_de_change[0].{lacking}": ""}).action.budget
    assert total_of(budget, budget.expenses) is None


def test_a_rate_serves_in_both_directions() -> None:
    rates = [{"de": "EUR", "vers": "MAD", "taux": "10", "date": "2025-01-02", "source": "banque"}]
    lines = [{"montant": "500.00", "devise": "MAD"}]
    budget = Budget.model_validate({"devise": "EUR", "depenses": lines, "taux_de_change": rates})
    assert total_of(budget, budget.expenses) == Decimal("50.00")


def test_no_line_makes_nought_and_a_line_without_value_makes_the_sum_unknown() -> None:
    budget = case_with(action={"budget.depenses[0].montant": ""}).action.budget
    assert total_of(budget, ()) == 0
    assert total_of(budget, budget.expenses[1:]) == Decimal("5000.00")
    assert total_of(budget, budget.expenses) is None


def test_a_computed_amount_is_rounded_to_the_cent_half_to_even() -> None:
    halves = [Decimal(amount) for amount in ("0.005", "0.015", "0.0150001")]
    assert [to_the_cent(amount) for amount in halves] == [Decimal("0.00"), Decimal("0.02"), Decimal("0.02")]


def test_an_amount_is_converted_to_the_cent_and_stays_as_typed_in_its_own_currency() -> None:
    budget = base_case().action.budget
    assert in_currency(budget, Decimal("1.006"), "EUR", "MAD") == Decimal("10.86")
    assert in_currency_exactly(budget, Decimal("1.006"), "EUR", "MAD") == Decimal("10.8648")
    assert in_currency(budget, Decimal("1.006"), "EUR", "EUR") == Decimal("1.006")
    assert in_currency_exactly(budget, Decimal("1.006"), "EUR", "EUR") == Decimal("1.006")


@pytest.mark.parametrize(
    ("amount", "currency", "wanted"),
    [
        (None, "EUR", "MAD"),
        (None, "EUR", "EUR"),
        (Decimal(1), None, "EUR"),
        (Decimal(1), "EUR", None),
        (Decimal(1), None, None),
        (Decimal(1), "EUR", "USD"),
    ],
)
def test_what_is_unknown_is_not_converted(amount: Decimal | None, currency: str | None, wanted: str | None) -> None:
    budget = base_case().action.budget
    assert in_currency(budget, amount, currency, wanted) is None
    assert in_currency_exactly(budget, amount, currency, wanted) is None
