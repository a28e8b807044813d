"""What all the actions of a year come to, in one pass: counts, money, what they share, when things happen.

Amounts of two currencies are never added. Memory does not grow with the number of actions, but for what is drawn action
by action, which has a limit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from generator.case.year import ActionExtract
from generator.findings import Finding, Severity
from generator.model.budget import Nature
from generator.reports.year_dates import ActionDates, MonthCounts, dates_of
from generator.reports.year_sheet import SheetRow, YearSheet

DRAWN_AT_MOST: Final = 240
"""Actions that a timeline draws one by one; a longer year is drawn by month."""

_SHARED_AT_MOST: Final = 1000
"""Findings told once for several actions; more than that are told with each action."""

OTHERS = ""
"""The origin of what is brought or spent by others than the parties."""


@dataclass(slots=True)
class AxisSum:
    """What the actions of an axis plan in one currency, and have spent."""

    actions: int = 0
    planned: Decimal = Decimal(0)
    spent: Decimal | None = None


@dataclass(slots=True)
class PartySum:
    """What a party brings in one currency, in cash and in kind, and has spent."""

    cash: Decimal = Decimal(0)
    in_kind: Decimal = Decimal(0)
    spent: Decimal | None = None


@dataclass(slots=True)
class YearSums:
    """What a year comes to.

    Attributes:
        actions: how many there are.
        refused: those of which what was asked could not be made.
        severities: findings by severity, those that actions share counted once.
        shared: findings outside the actions' own forms, with the number of actions that have each.
        axes: by axis and currency; an empty axis for actions that have none.
        parties: by party and currency; ``OTHERS`` for bodies and co-funders.
        untold: actions whose expenses cannot be added up.
        without_amount: contributions whose amount is not known.
        is_spent_known: whether an action tells what was spent.
        dated: the dates of each action, until there are too many to be drawn one by one.
        months: how much happens in each month.
    """

    actions: int = 0
    refused: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    shared: dict[Finding, int] = field(default_factory=dict)
    axes: dict[tuple[str, str], AxisSum] = field(default_factory=dict)
    parties: dict[tuple[str, str], PartySum] = field(default_factory=dict)
    untold: int = 0
    without_amount: int = 0
    is_spent_known: bool = False
    dated: list[ActionDates] = field(default_factory=list)
    months: MonthCounts = field(default_factory=MonthCounts)

    @property
    def is_drawn_by_action(self) -> bool:
        """Whether the timeline has one row for each action."""
        return self.actions <= DRAWN_AT_MOST

    def own(self, row: SheetRow) -> list[Finding]:
        """Return the findings that are told with an action itself."""
        return [finding for finding in row.findings if finding not in self.shared]


def sums_of(sheet: YearSheet) -> YearSums:
    """Go once through the actions of a year, and add up."""
    sums = YearSums()
    sums.severities.update(finding.severity for finding in sheet.findings)
    for row in sheet.rows():
        sums.actions += 1
        sums.refused += not row.done
        _count_findings(sums, row)
        extract = row.extract
        if extract is not None:
            _add_axis(sums, extract)
            _add_parties(sums, extract, sheet.parties)
            _keep_dates(sums, dates_of(row.number, extract))
    return sums


def _count_findings(sums: YearSums, row: SheetRow) -> None:
    for finding in dict.fromkeys(row.findings):
        if finding in sums.shared:
            sums.shared[finding] += 1
            continue
        if not row.is_own(finding) and len(sums.shared) < _SHARED_AT_MOST:
            sums.shared[finding] = 1
        sums.severities[finding.severity] += 1


def _keep_dates(sums: YearSums, dates: ActionDates) -> None:
    sums.months.add(dates)
    if len(sums.dated) <= DRAWN_AT_MOST:
        sums.dated.append(dates)


def _add_axis(sums: YearSums, extract: ActionExtract) -> None:
    """Add an action to its axis; what was spent in a currency that no rate converts stands in its own line."""
    axis, currency = extract.axis or "", extract.currency or ""
    total = sums.axes.setdefault((axis, currency), AxisSum())
    total.actions += 1
    total.planned += extract.expenses or 0
    sums.untold += extract.expenses is None
    for line in extract.spent:
        sums.is_spent_known = True
        value, unit = (line.amount, line.currency or "") if line.value is None else (line.value, currency)
        if value is not None:
            own = sums.axes.setdefault((axis, unit), AxisSum())
            own.spent = (own.spent or Decimal(0)) + value


def _add_parties(sums: YearSums, extract: ActionExtract, parties: Iterable[str]) -> None:
    """Add what each party brings and has spent, in the currency in which it was typed."""
    for line in extract.contributions:
        if line.amount is None:
            sums.without_amount += 1
            continue
        total = _party(sums, line.origin, line.currency, parties)
        if line.nature == Nature.CASH:
            total.cash += line.amount
        else:
            total.in_kind += line.amount
    for spent in extract.spent:
        if spent.amount is not None:
            total = _party(sums, spent.payer or OTHERS, spent.currency, parties)
            total.spent = (total.spent or Decimal(0)) + spent.amount


def _party(sums: YearSums, origin: str, currency: str | None, parties: Iterable[str]) -> PartySum:
    return sums.parties.setdefault((origin if origin in parties else OTHERS, currency or ""), PartySum())
