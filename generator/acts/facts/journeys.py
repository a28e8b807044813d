"""Travel, as facts: who goes where, in what capacity, and who bears what."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.acts.facts.fact import DetailedFact
from generator.acts.facts.powers import PersonName
from generator.acts.facts.quantities import Money
from generator.convention import CostRule
from generator.french import Gender
from generator.model.missions import CostCategory
from generator.model.persons import TravellerRole


class Capacity(DetailedFact):
    """In what capacity somebody travels."""

    role: TravellerRole
    gender: Gender


class PersonList(DetailedFact):
    """Persons, named in one sentence; there is at least one."""

    persons: Sequence[PersonName]


class Headcount(DetailedFact):
    """How many travel in each capacity, without their names; there is at least one."""

    travellers: Sequence[Capacity]


class PlacesAndStops(DetailedFact):
    """Where a mission takes place, and where it stops on its way; there is at least one place."""

    places: Sequence[str]
    stops: Sequence[str]


class CostBearing(DetailedFact):
    """Who bears a category of costs; never left free."""

    rule: CostRule


class NoAllowance(DetailedFact):
    """No daily allowance is due: the host provides lodging and meals."""


class AllowanceDue(DetailedFact):
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


class AllowanceAtRateInForce(DetailedFact):
    """The daily allowance that is due at a rate of which no table is given, and the share that it is of the full one.

    Attributes:
        share: from 0, excluded, to 1.
    """

    share: Decimal


class CostNamed(DetailedFact):
    """A cost of a journey, by what it pays for.

    Attributes:
        category: what it pays for.
        place: where, for a stay or a stopover.
        nights: how many it pays for; for a transport, how many are spent aboard.
        is_lodging_provided: whether the host lodges for nothing.
        meals: how many meals the host gives each day.
        label: what somebody called it, for other costs.
        note: what somebody added.
    """

    category: CostCategory
    place: str | None = None
    nights: int = 0
    is_lodging_provided: bool = False
    meals: int = 0
    label: str | None = None
    note: str | None = None


class ShareOfCost(DetailedFact):
    """The share of one traveller in the cost of a journey, all paying alike.

    Attributes:
        cost: what all cost together.
        travellers: how many they are, one at least.
    """

    cost: Money
    travellers: int


class SharedAmong(DetailedFact):
    """That costs are shared among travellers; there are two at least."""

    travellers: int


class AdvanceAsked(DetailedFact):
    """An advance on the allowance, in hundredths of it."""

    percent: int
