"""Sums of budget lines, in the budget's reference currency."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.model.budget import Budget, Expense, Resource

Line = Expense | Resource


def total_of(budget: Budget, lines: Iterable[Line]) -> Decimal | None:
    """Add lines in the reference currency; None when one of them has no value there: an unknown is no nought."""
    values = [budget.in_reference(line) for line in lines]
    return None if None in values else sum((value for value in values if value is not None), Decimal(0))


def to_the_cent(amount: Decimal) -> Decimal:
    """Round a computed amount to the cent, half to even, as conversions of the budget are."""
    return round(amount, 2)
