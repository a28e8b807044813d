"""Who contracts, as facts: where a body sits, who represents it, by what power, and the short name that it has then."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.acts.facts.fact import DetailedFact
from generator.acts.facts.namings import Noun
from generator.acts.facts.powers import DelegationReceived, PersonName, SidePart, VoteCited
from generator.acts.facts.quantities import Money, MoneyList
from generator.acts.facts.typed_texts import FreeText


class Situated(DetailedFact):
    """Where a body has its seat.

    Attributes:
        seat: the address; None when only the town is known.
        town: the town.
        country: the country, which the address may say itself; empty when it is not asked.
    """

    seat: str | None
    town: Noun | None
    country: str


class RepresentedBy(DetailedFact):
    """Who represents a body.

    Attributes:
        body: the body.
        person: who it is.
        title: in what quality.
        delegation: what delegated the power to sign, if anything.
    """

    body: Noun
    person: PersonName
    title: str
    delegation: DelegationReceived | None


class CarryingOut(DetailedFact):
    """The person carries out what an assembly decided, or acts under it where no law makes an assembly vote."""

    vote: VoteCited
    is_executed: bool


class ActingUnder(DetailedFact):
    """The person acts under a decision of the body's own."""

    decision: FreeText


class SubjectToApproval(DetailedFact):
    """The person signs before the assembly approves."""


class CalledAfter(DetailedFact):
    """The short name of a body, which the act uses from then on."""

    body: Noun
    short: Noun


class Closing(DetailedFact):
    """What ends the presentation of a body: its side of the act, and a comma or a full stop."""

    part: SidePart | None
    is_last: bool


class HandedTo(DetailedFact):
    """Who receives the money of a co-funder, and who spends it."""

    receiver: Noun | None
    spender: Noun


class SpentByItself(DetailedFact):
    """A co-funder spends its money itself."""


class PaidBy(DetailedFact):
    """Who pays an expense; each with its part where several do."""

    shares: Sequence[tuple[Noun, Decimal]]
    currency: str


class CommitmentTold(DetailedFact):
    """What a body commits.

    Attributes:
        full: the amount, in its own currency.
        indicative: its value in the currency of the budget, where that is another.
        parts: what is in cash, then in kind; in kind alone where nothing is in cash; empty where all is in cash.
    """

    full: MoneyList
    indicative: Money | None
    parts: Sequence[Money]


class StatusTold(DetailedFact):
    """Whether the money of a co-funder is secured, in the sentence of an act."""

    is_requested: bool


class InKindAlone(DetailedFact):
    """A co-funder brings no money, and is paid by nobody."""


class TypedFigure(DetailedFact):
    """What was typed where a figure is meant: « 3000 », « 85 % », « aucun »."""

    text: str
