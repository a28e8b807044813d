"""What a whole year tells, as facts: what its charts show, and what deserves attention."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from generator.acts.facts.fact import DetailedFact, DrawnFact
from generator.acts.facts.namings import Noun


class BudgetByAxis(DrawnFact):
    """A chart: what is brought to the actions of each axis, and by whom.

    Attributes:
        currency: the currency of the amounts.
        axes: the axes, by their signed words.
        parties: the parties to the framework convention.
        amounts: for each party, what it brings to each axis.
        others: what co-funders and associated bodies bring to each axis.
    """

    currency: str
    axes: Sequence[str]
    parties: Sequence[Noun]
    amounts: Sequence[Sequence[Decimal]]
    others: Sequence[Decimal]


class BudgetByContributor(DrawnFact):
    """A chart: what each contributor brings to the year.

    Attributes:
        currency: the currency of the amounts.
        contributors: those who bring something.
        cash: what each brings in money.
        in_kind: what each brings in kind, by its value.
    """

    currency: str
    contributors: Sequence[Noun]
    cash: Sequence[Decimal]
    in_kind: Sequence[Decimal]


class PlannedAndSpent(DrawnFact):
    """A chart: what was planned and what was spent, by axis.

    Attributes:
        currency: the currency of the amounts.
        axes: the axes, by their signed words.
        planned: the expenses planned for each.
        spent: what was spent for each.
    """

    currency: str
    axes: Sequence[str]
    planned: Sequence[Decimal]
    spent: Sequence[Decimal]


class PlannedAndSpentByYear(DrawnFact):
    """A chart: what was planned and what was spent, by year.

    Attributes:
        currency: the currency of the amounts.
        years: the years, in order.
        planned: the expenses planned for each.
        spent: what was spent in each, as far as it is known.
    """

    currency: str
    years: Sequence[str]
    planned: Sequence[Decimal]
    spent: Sequence[Decimal]


class FundingAwaited(DetailedFact):
    """A contribution that is only applied for: the action may have to do without."""

    action: str
    contributor: Noun
    amount: Decimal
    currency: str


class BudgetUnknown(DetailedFact):
    """Actions of which an amount is not known: the sums of the year leave it out."""

    actions: Sequence[str]


class BudgetUnbalanced(DetailedFact):
    """An action whose expenses and resources differ."""

    action: str
    expenses: Decimal
    resources: Decimal
    currency: str


class CreditsExceeded(DetailedFact):
    """A party that brings more money than its assembly voted for the year."""

    party: Noun
    brought: Decimal
    voted: Decimal
    currency: str


class NothingMeasured(DetailedFact):
    """Actions without any indicator: nobody will be able to say what they gave."""

    actions: Sequence[str]


class SignedBeforeVote(DetailedFact):
    """An agreement that a party means to sign before its assembly approves it."""

    action: str
    party: Noun
    signature: date
    vote: date


class AxisLeftOut(DetailedFact):
    """An axis that no action of the year belongs to."""

    axis: str


class ActionsTold(DetailedFact):
    """How many actions there are, in letters: « une action », « six actions »; « aucune action »."""

    count: int


class TravellersTold(DetailedFact):
    """How many travel, and in which quality: « 3 voyageurs : 1 élu, 2 agents »."""

    elected: int
    officers: int
    others: int


class GapTold(DetailedFact):
    """How far what was measured is from what was meant; both as they were typed."""

    target: str
    actual: str


class ShareTold(DetailedFact):
    """A part of a whole, in hundredths; the whole is not zero."""

    part: Decimal
    whole: Decimal


class MeasuredTold(DetailedFact):
    """How many of the indicators were measured."""

    measured: int
    count: int
