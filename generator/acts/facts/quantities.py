"""Amounts, counts and days, as facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from generator.acts.facts.fact import DetailedFact
from generator.acts.facts.gaps import Missing
from generator.model.budget import FundingStatus


class Writing(Enum):
    """How an amount is written."""

    FIGURES = auto()
    LETTERS = auto()
    FULL = auto()


class Money(DetailedFact):
    """An amount, its currency (ISO 4217), and what is missing when it cannot be written: a decimal too many."""

    amount: Decimal
    currency: str
    writing: Writing
    missing: Missing


class MoneyList(DetailedFact):
    """Amounts in several currencies, each written in full."""

    amounts: Sequence[tuple[Decimal, str]]
    missing: Missing


class RateTold(DetailedFact):
    """A dated, sourced rate: one unit of ``source`` is worth ``rate`` units of ``target``."""

    source: str
    target: str
    rate: Decimal
    day: date
    evidence: str


class CurrencyNamed(DetailedFact):
    """A currency by its name, in the plural: amounts are expressed in it."""

    currency: str


class FundingTold(DetailedFact):
    """Whether a resource is secured or only requested."""

    status: FundingStatus


class CountInLetters(DetailedFact):
    """A number in letters, which agrees with what it counts."""

    count: int
    feminine: bool = False


class RankInLetters(DetailedFact):
    """A rank in letters, from 1."""

    rank: int


class YearCount(DetailedFact):
    """A number of years."""

    years: int


class MonthCount(DetailedFact):
    """A number of months.

    Attributes:
        months: how many.
        after_of: whether it follows « de ».
    """

    months: int
    after_of: bool = False


class NightCount(DetailedFact):
    """A number of nights; none is printed as nothing."""

    nights: int


class Dated(DetailedFact):
    """A day."""

    day: date


class DueOn(DetailedFact):
    """A day on which something is due."""

    day: date


class DueBefore(DetailedFact):
    """A day before which something is due."""

    day: date


class LastingUntil(DetailedFact):
    """The last day of what lasts."""

    day: date


class Spanning(DetailedFact):
    """A period, both days included; the last is not before the first."""

    start: date
    end: date


def money(amount: Decimal | None, currency: str | None, writing: Writing, missing: Missing) -> Money | Missing:
    """Return an amount, or what is missing when it has no value or no currency."""
    return missing if amount is None or currency is None else Money(amount, currency, writing, missing)


def dated(day: date | None, missing: Missing) -> Dated | Missing:
    """Return a day, or what is missing."""
    return Dated(day) if day else missing


def spanning(start: date | None, end: date | None, missing: Missing) -> Spanning | Missing:
    """Return a period, or what is missing when a day is unknown or the end precedes the start."""
    return missing if start is None or end is None or end < start else Spanning(start, end)
