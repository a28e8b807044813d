"""What deserves attention in a year: only what the data tell, one sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from generator.acts.facts.yearly import (
    AxisLeftOut,
    BudgetUnbalanced,
    BudgetUnknown,
    CreditsExceeded,
    FundingAwaited,
    NothingMeasured,
    SignedBeforeVote,
)
from generator.acts.views.year.year_names import YearNames
from generator.acts.views.year.year_sums import ZERO, CurrencySums, brought_to, sums_by_currency
from generator.case.year import ActionExtract, YearRecord

WatchPoint: TypeAlias = (
    FundingAwaited
    | BudgetUnknown
    | BudgetUnbalanced
    | CreditsExceeded
    | NothingMeasured
    | SignedBeforeVote
    | AxisLeftOut
)


def watch_points(record: YearRecord, names: YearNames) -> tuple[WatchPoint, ...]:
    """Return what deserves attention: money first, then signatures, measures and axes."""
    return (*_money(record, names), *_signatures(record, names), *_measures(record), *_axes(record))


def _money(record: YearRecord, names: YearNames) -> Iterator[WatchPoint]:
    for action in record.governed:
        yield from _awaited(action, names)
    unknown = tuple(action.number for action in record.governed if _is_unknown(action))
    if unknown:
        yield BudgetUnknown(unknown)
    for action in record.governed:
        spent, received = action.expenses, action.resources
        if action.currency and spent is not None and received is not None and spent != received:
            yield BudgetUnbalanced(action.number, spent, received, action.currency)
    for sums in sums_by_currency(record, names):
        yield from _exceeded(record, sums, names)


def _awaited(action: ActionExtract, names: YearNames) -> Iterator[WatchPoint]:
    for each in brought_to(action, names):
        if each.is_requested and each.value and action.currency:
            yield FundingAwaited(action.number, each.noun, each.value, action.currency)


def _is_unknown(action: ActionExtract) -> bool:
    return action.expenses is None or any(line.value is None for line in action.contributions)


def _exceeded(record: YearRecord, sums: CurrencySums, names: YearNames) -> Iterator[WatchPoint]:
    for contributor, own in sums.resources.by_contributor():
        voted = _voted(record, contributor.key, sums.currency) if contributor.is_party else None
        brought = own.total(is_cash=True)
        if voted is not None and brought > voted:
            yield CreditsExceeded(names.parties[contributor.key], brought, voted, sums.currency)


def _voted(record: YearRecord, party: str, currency: str) -> Decimal | None:
    """Return the credits that a party's assembly voted in a currency; None when none is known."""
    listed = record.programme.voted_credits if record.programme else ()
    amounts = [each.amount for each in listed if each.party == party and each.currency == currency and each.amount]
    return sum(amounts, ZERO) if amounts else None


def _signatures(record: YearRecord, names: YearNames) -> Iterator[WatchPoint]:
    for action in record.governed:
        days = {planned.body: planned.day for planned in action.signatures}
        votes = {vote.party: vote.day for vote in action.votes}
        for party, noun in names.parties.items():
            signed, voted = days.get(party), votes.get(party)
            if signed and voted and signed < voted:
                yield SignedBeforeVote(action.number, noun, signed, voted)


def _measures(record: YearRecord) -> Iterator[WatchPoint]:
    unmeasured = tuple(action.number for action in record.governed if not action.indicators)
    if unmeasured:
        yield NothingMeasured(unmeasured)


def _axes(record: YearRecord) -> Iterator[WatchPoint]:
    served = {action.axis for action in record.governed}
    for axis in record.framework.axes:
        if axis.id not in served:
            yield AxisLeftOut(axis.label)
