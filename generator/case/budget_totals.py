"""Sums of budget lines, in the budget's reference currency."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.model.budget import Budget, Expense, Resource

Line = Expense | Resource


def total_of(budget: Budget, lines: Iterable[Line]) -> Decimal | None:
    """Add lines in the reference currency; None when one of them has no value there: an unknown is no nought."""
    values = [budget.in_reference(line) for line in lines]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


def in_currency(budget: Budget, amount: Decimal | None, currency: str | None, wanted: str | None) -> Decimal | None:
    """Convert an amount at the budget's rates, to the cent; None when it is unknown, or no rate allows it.

    An amount that is not converted stays as it was typed.
    """
    exact = in_currency_exactly(budget, amount, currency, wanted)
    return exact if exact is None or currency == wanted else to_the_cent(exact)


def in_currency_exactly(
    budget: Budget, amount: Decimal | None, currency: str | None, wanted: str | None
) -> Decimal | None:
    """Convert an amount at the budget's rates, without rounding; None when it is unknown, or no rate allows it.

    Two currencies that are not known are not the same.
    """
    if amount is None or currency is None:
        return None
    if currency == wanted:
        return amount
    rate = budget.rate_between(currency, wanted) if wanted else None
    return None if rate is None else amount * rate


def to_the_cent(amount: Decimal) -> Decimal:
    """Round a computed amount to the cent, half to even, as conversions of the budget are."""
    return round(amount, 2)
