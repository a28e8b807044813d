"""What a year's actions bring together: amounts by currency, by contributor and by axis.

An amount that is not known, or that no rate converts, is left out of the sum, which then says that it is partial.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.acts.facts.namings import Noun
from generator.acts.views.year.year_names import YearNames
from generator.case.year import ActionExtract, YearRecord
from generator.model.budget import FundingStatus, Nature

ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Brought:
    """A contribution to an action, in the reference currency of its budget.

    Attributes:
        action: the action.
        key: what tells the contributor from others: a party's identifier, else the name without its case.
        noun: the contributor's name.
        is_party: whether it is a party to the framework convention.
        is_cash: whether it is money, not a valued contribution in kind.
        is_requested: whether it is only applied for.
        value: the amount; None when it is not known in that currency.
    """

    action: ActionExtract
    key: str
    noun: Noun
    is_party: bool
    is_cash: bool
    is_requested: bool
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Sums:
    """Contributions added up; what is not known counts for nothing."""

    brought: tuple[Brought, ...]

    def total(self, *, is_cash: bool | None = None, is_requested: bool | None = None) -> Decimal:
        """Return the sum of the contributions that are as asked."""
        return sum(
            (
                each.value
                for each in self.brought
                if each.value is not None
                and is_cash in {None, each.is_cash}
                and is_requested in {None, each.is_requested}
            ),
            ZERO,
        )

    @property
    def is_partial(self) -> bool:
        """Whether one of them is not known."""
        return any(each.value is None for each in self.brought)

    def by_contributor(self) -> Iterator[tuple[Brought, Sums]]:
        """Iterate over the contributors: the parties in their order, then others as they come; each with its sums."""
        by_key: dict[str, list[Brought]] = {}
        for each in self.brought:
            by_key.setdefault(each.key, []).append(each)
        for own in by_key.values():
            yield own[0], Sums(tuple(own))


@dataclass(frozen=True, slots=True)
class CurrencySums:
    """What the actions whose budgets are in one currency spend and receive.

    Attributes:
        currency: the currency (ISO 4217).
        actions: the actions.
        resources: what is brought to them.
    """

    currency: str
    actions: tuple[ActionExtract, ...]
    resources: Sums

    @property
    def expenses(self) -> Decimal:
        """The sum of their expenses, as far as these are known."""
        return sum((action.expenses for action in self.actions if action.expenses is not None), ZERO)

    @property
    def is_partial(self) -> bool:
        """Whether an expense or a resource is not known."""
        return self.resources.is_partial or any(action.expenses is None for action in self.actions)


def brought_to(action: ActionExtract, names: YearNames) -> tuple[Brought, ...]:
    """Return what is brought to an action, the parties' contributions first."""
    found = [
        Brought(
            action,
            line.origin if line.origin in names.parties else names.of_body(action, line.origin).text.casefold(),
            names.of_body(action, line.origin),
            line.origin in names.parties,
            line.nature == Nature.CASH.value,
            line.status == FundingStatus.REQUESTED.value,
            line.value,
        )
        for line in action.contributions
    ]
    ranks = {identifier: rank for rank, identifier in enumerate(names.parties)}
    return tuple(sorted(found, key=lambda each: ranks.get(each.key, len(ranks))))


def sums_by_currency(record: YearRecord, names: YearNames) -> tuple[CurrencySums, ...]:
    """Return the sums of a year, for each currency of its budgets, in the order of the actions."""
    currencies = dict.fromkeys(action.currency for action in record.governed if action.currency)
    return tuple(
        _sums(currency, [action for action in record.governed if action.currency == currency], names)
        for currency in currencies
    )


def _sums(currency: str, actions: Iterable[ActionExtract], names: YearNames) -> CurrencySums:
    kept = tuple(actions)
    found = [each for action in kept for each in brought_to(action, names)]
    ranks = {identifier: rank for rank, identifier in enumerate(names.parties)}
    found.sort(key=lambda each: ranks.get(each.key, len(ranks)))
    return CurrencySums(currency, kept, Sums(tuple(found)))
