"""Who pays each expense: whoever its line names, else whoever missions and commitments leave no doubt about.

What each body may spend is what it brings, with the subsidies and the co-fundings that it receives, less the subsidies
that it pays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.case.budget_totals import in_currency_exactly, to_the_cent
from generator.case.cost_bearing import designated_payer, payer_of
from generator.case.records import Case
from generator.french import kept_by_text
from generator.model.budget import Expense, Nature, Resource
from generator.model.missions import CostCategory, Mission

_NOTHING, _HALF_A_CENT = Decimal(0), Decimal("0.005")
_CATEGORIES = {**{category.value: category for category in CostCategory}, "escale": CostCategory.STOPOVER}
_WORD = re.compile(r"[\w.-]+")
_NEARLY = Decimal("0.1")
"""The part of the smallest line by which sums nearly agree: no line could go elsewhere and agree as well."""

_MOST_WAYS = 2000
"""Ways of sharing out lines that are looked at side by side; beyond, people say who pays."""

Means = dict[str, Decimal]
"""Identifier of a body → what it may spend, in the reference currency, not rounded."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one body pays of an expense, in the currency of its line."""

    payer: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class _Borne:
    """A cost of a mission, and who bears it."""

    payer: str | None
    amount: Decimal | None = None
    currency: str | None = None


@lru_cache(maxsize=2)
def payers_of_expenses(case: Case) -> tuple[tuple[Share, ...], ...]:
    """Return the shares of each expense, in the order of the budget; none where it is not known who pays."""
    shares = [_told(case, line) for line in case.action.budget.expenses]
    for nature in Nature:
        _share_out_the_rest(case, nature, shares)
    return tuple(shares)


def means(case: Case, nature: Nature | None = None) -> Means | None:
    """Return what each body may spend, in cash, in kind, or both; None while an amount or a spender is unknown.

    What a co-funder brings in kind it spends itself.
    """
    found: defaultdict[str, Decimal] = defaultdict(Decimal)
    for spender, value, kind in _movements_in_reference(case):
        if spender is None or value is None:
            return None
        if nature in {None, kind}:
            found[spender] += value
    return dict(found)


def in_reference_exactly(case: Case, amount: Decimal | None, currency: str | None) -> Decimal | None:
    """Convert an amount to the reference currency without rounding; None when it or its rate is unknown."""
    budget = case.action.budget
    return in_currency_exactly(budget, amount, currency, budget.currency)


def slack(case: Case, body: str, shares: Sequence[tuple[Share, ...]] = ()) -> Decimal:
    """Return what roundings may leave between the sums of a body: half a cent for each amount that is converted.

    Args:
        case: the case.
        body: whose sums they are.
        shares: the shares of each expense, where what the body pays is among its sums.
    """
    budget = case.action.budget
    paid = zip(budget.expenses, shares, strict=False)
    currencies = [budget.currency_of(line) for line, found in paid if body in {share.payer for share in found}]
    currencies += [currency for spender, _, currency, _ in _movements(case) if spender == body]
    return _HALF_A_CENT * sum(currency != budget.currency for currency in currencies)


def only_way(amounts: Sequence[Decimal], left: Mapping[str, Decimal], within: Decimal) -> tuple[str, ...] | None:
    """Return the one way in which bodies can pay amounts with all that they have left; None without one, or with two.

    Args:
        amounts: what is to be paid, each by one body.
        left: what each body has left.
        within: how far the sums of a body may differ.
    """
    largest_first = sorted(range(len(amounts)), key=lambda rank: -amounts[rank])
    ways: list[tuple[dict[str, Decimal], tuple[str, ...]]] = [(dict(left), ())]
    for rank in largest_first:
        ways = [
            (rest | {payer: rest[payer] - amounts[rank]}, (*chosen, payer))
            for rest, chosen in ways
            for payer in rest
            if amounts[rank] <= rest[payer] + within
        ]
        if len(ways) > _MOST_WAYS:
            return None
    exact = [chosen for rest, chosen in ways if all(abs(amount) <= within for amount in rest.values())]
    if len(exact) != 1:
        return None
    by_rank = dict(zip(largest_first, exact[0], strict=True))
    return tuple(by_rank[rank] for rank in range(len(amounts)))


def _share_out_the_rest(case: Case, nature: Nature, shares: list[tuple[Share, ...]]) -> None:
    """Say who pays the lines that nothing tells of, where what each body has left allows one answer only."""
    budget, left = case.action.budget, means(case, nature)
    if left is None:
        return
    lines = [(rank, line) for rank, line in enumerate(budget.expenses) if line.nature is nature]
    for rank, line in lines:
        for share in shares[rank]:
            spent = in_reference_exactly(case, share.amount, budget.currency_of(line)) or _NOTHING
            left[share.payer] = left.get(share.payer, _NOTHING) - spent
    values = {rank: in_reference_exactly(case, line.amount, budget.currency_of(line)) for rank, line in lines}
    rest = {rank: value for rank, value in values.items() if value and not shares[rank]}
    for rank, found in _way_of_the_rest(case, rest, left):
        shares[rank] = found


def _way_of_the_rest(case: Case, rest: Mapping[int, Decimal], left: Means) -> Iterator[tuple[int, tuple[Share, ...]]]:
    """Yield the shares of the lines that are left: the sums agree, one line takes all, or they nearly agree.

    Where they nearly agree somebody made a slip: a rule tells it, with what each body pays and what it has.
    """
    if not rest:
        return
    amounts, expenses = tuple(rest.values()), case.action.budget.expenses
    way = only_way(amounts, left, _roundings(case))
    first = next(iter(rest))
    pooled = _pooled(case, expenses[first], rest[first], left) if way is None and len(rest) == 1 else ()
    if pooled:
        yield first, pooled
        return
    way = way or only_way(amounts, left, min(amounts) * _NEARLY)
    yield from ((rank, _whole(expenses[rank], payer)) for rank, payer in zip(rest, way or (), strict=False))


def _roundings(case: Case) -> Decimal:
    """Return what roundings may leave between all sums."""
    budget = case.action.budget
    lines: tuple[Expense | Resource, ...] = (*budget.expenses, *budget.resources)
    return _HALF_A_CENT * sum(budget.currency_of(line) != budget.currency for line in lines)


def _pooled(case: Case, line: Expense, value: Decimal, left: Means) -> tuple[Share, ...]:
    """Return the shares of the one line that takes all that several bodies have left, by its value.

    A body that lacks what roundings may leave pays nothing of it: no share is below nought.
    """
    budget, within = case.action.budget, _roundings(case)
    spends_all = abs(sum(left.values(), _NOTHING) - value) <= within
    overspent = any(amount < -within for amount in left.values())
    if budget.currency_of(line) != budget.currency or not spends_all or overspent:
        return ()
    return tuple(Share(payer, to_the_cent(amount)) for payer, amount in left.items() if to_the_cent(amount) > 0)


@lru_cache(maxsize=2)
def _movements_in_reference(case: Case) -> tuple[tuple[str | None, Decimal | None, Nature], ...]:
    return tuple(
        (spender, in_reference_exactly(case, amount, currency), nature)
        for spender, amount, currency, nature in _movements(case)
    )


def _movements(case: Case) -> Iterator[tuple[str | None, Decimal | None, str | None, Nature]]:
    """Yield what adds to the means of a body, or takes from them."""
    budget = case.action.budget
    for line in budget.resources:
        funder = case.co_funder(line.origin)
        spender = funder.spender if funder and line.nature is Nature.CASH else line.origin
        yield spender, line.amount, budget.currency_of(line), line.nature
    for body in case.action.associated_bodies:
        subsidy = body.subsidy
        if subsidy is not None:
            currency = subsidy.currency or budget.currency
            yield body.id, subsidy.amount, currency, Nature.CASH
            yield subsidy.payer, -subsidy.amount if subsidy.amount else subsidy.amount, currency, Nature.CASH


def _told(case: Case, line: Expense) -> tuple[Share, ...]:
    """Return who pays by what the line itself or its mission tells."""
    category = _CATEGORIES.get(line.category or "")
    if line.payer or category is None or line.amount is None:
        return _whole(line, line.payer)
    borne = [entry for mission in _missions_of(case, line) for entry in _borne(case, mission, category)]
    payers = {entry.payer for entry in borne}
    if len(payers) == 1:
        return _whole(line, *payers)
    return _shares_of_many(line, borne, case.action.budget.currency_of(line))


def _whole(line: Expense, payer: str | None) -> tuple[Share, ...]:
    return (Share(payer, line.amount),) if payer and line.amount is not None else ()


def _shares_of_many(line: Expense, borne: list[_Borne], currency: str | None) -> tuple[Share, ...]:
    """Return the shares of a line that pays costs of several bodies, or the payer of the one cost that it equals."""
    known: defaultdict[str, Decimal] = defaultdict(Decimal)
    equal: set[str] = set()
    for entry in borne:
        if entry.payer is None or entry.amount is None or entry.currency != currency:
            return ()
        known[entry.payer] += entry.amount
        if entry.amount == line.amount:
            equal.add(entry.payer)
    if sum(known.values(), _NOTHING) == line.amount:
        return tuple(Share(payer, amount) for payer, amount in known.items())
    return _whole(line, equal.pop()) if len(equal) == 1 else ()


def _missions_of(case: Case, line: Expense) -> tuple[Mission, ...]:
    """Return the missions that a line names, else all."""
    words = _words(line.label or "")
    named = tuple(mission for mission in case.action.missions if mission.id.casefold() in words)
    return named or case.action.missions


@kept_by_text
def _words(label: str) -> frozenset[str]:
    return frozenset(_WORD.findall(label.casefold()))


def _borne(case: Case, mission: Mission, category: CostCategory) -> Iterator[_Borne]:
    """Yield the costs of one category on a mission; where none is given, whoever the framework makes bear them."""
    costs = [cost for _, kind, cost in mission.costs if kind is category]
    for cost in costs:
        currency = cost.currency or case.action.budget.currency
        yield _Borne(payer_of(case.framework, mission, category, cost), cost.amount, currency)
    payer = designated_payer(case.framework, mission, category)
    if payer and not costs:
        yield _Borne(payer)
