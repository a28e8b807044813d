"""Travel, as facts: who goes where, in what capacity, and who bears what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.acts.facts.fact import Fact
from generator.acts.facts.powers import PersonName
from generator.acts.facts.quantities import Money
from generator.convention import CostRule
from generator.french import Gender
from generator.model.persons import TravellerRole


@dataclass(frozen=True, slots=True)
class Capacity(Fact):
    """In what capacity somebody travels."""

    role: TravellerRole
    gender: Gender


@dataclass(frozen=True, slots=True)
class PersonList(Fact):
    """Persons, named in one sentence; there is at least one."""

    persons: Sequence[PersonName]


@dataclass(frozen=True, slots=True)
class Headcount(Fact):
    """How many travel in each capacity, without their names; there is at least one."""

    travellers: Sequence[Capacity]


@dataclass(frozen=True, slots=True)
class PlacesAndStops(Fact):
    """Where a mission takes place, and where it stops on its way; there is at least one place."""

    places: Sequence[str]
    stops: Sequence[str]


@dataclass(frozen=True, slots=True)
class CostBearing(Fact):
    """Who bears a category of costs; never left free."""

    rule: CostRule


@dataclass(frozen=True, slots=True)
class NoAllowance(Fact):
    """No daily allowance is due: the host provides lodging and meals."""


@dataclass(frozen=True, slots=True)
class AllowanceDue(Fact):
    """The daily allowance that is due, and the share that it is of the full one.

    Attributes:
        due: what is due for each day.
        full: the amount of the table in force.
        share: from 0, excluded, to 1.
        source: the table, if it says so.
    """

    due: Money
    full: Money
    share: Decimal
    source: str | None


@dataclass(frozen=True, slots=True)
class AdvanceAsked(Fact):
    """An advance on the allowance, in hundredths of it."""

    percent: int
