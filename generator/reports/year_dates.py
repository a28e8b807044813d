"""When things happen in a year: the dates of each action, and how many in each month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date
from typing import Final

from generator.case.year import ActionExtract

_MONTHS: Final = 12
_MONTHS_OF_AN_ACTION: Final = 240
"""An action that is said to last longer was typed wrongly: it is counted no further."""

Month = tuple[int, int]
"""A year and the number of a month."""


@dataclass(frozen=True, slots=True)
class DatedVote:
    """A vote: the identifier of the party, the day, the number or an empty string."""

    party: str
    day: date
    number: str


@dataclass(frozen=True, slots=True)
class DatedMission:
    """A mission: its identifier and its days."""

    mission: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ActionDates:
    """The dates of an action.

    Attributes:
        number: the action's.
        title: its title, or an empty string.
        span: its first and its last day; None when they are not known.
        votes: the votes that it cites.
        signatures: identifier of who signs, and the day on which it means to.
        missions: its missions.
    """

    number: str
    title: str
    span: tuple[date, date] | None
    votes: tuple[DatedVote, ...]
    signatures: tuple[tuple[str, date], ...]
    missions: tuple[DatedMission, ...]

    @property
    def days(self) -> Iterator[date]:
        """Every day that it names."""
        yield from self.span or ()
        yield from (vote.day for vote in self.votes)
        yield from (day for _, day in self.signatures)
        for mission in self.missions:
            yield from (mission.first, mission.last)


def dates_of(number: str, extract: ActionExtract) -> ActionDates:
    """Take from an extract the dates that a timeline shows; a mission of several persons stands once."""
    missions = {
        DatedMission(journey.mission, journey.first, max(journey.last or journey.first, journey.first)): None
        for journey in extract.journeys
        if journey.first is not None
    }
    span = (extract.start, extract.end) if extract.start and extract.end and extract.start <= extract.end else None
    return ActionDates(
        number,
        extract.title or "",
        span,
        tuple(DatedVote(vote.party, vote.day, vote.number or "") for vote in extract.votes if vote.day),
        tuple((signature.body, signature.day) for signature in extract.signatures),
        tuple(missions),
    )


@dataclass(slots=True)
class MonthCounts:
    """How many actions are under way, how many votes, signatures and departures there are, in each month."""

    under_way: Counter[Month] = field(default_factory=Counter)
    votes: Counter[Month] = field(default_factory=Counter)
    signatures: Counter[Month] = field(default_factory=Counter)
    departures: Counter[Month] = field(default_factory=Counter)

    def add(self, dates: ActionDates) -> None:
        """Count the dates of one action."""
        if dates.span:
            self.under_way.update(months_between(*dates.span))
        self.votes.update(month_of(vote.day) for vote in dates.votes)
        self.signatures.update(month_of(day) for _, day in dates.signatures)
        self.departures.update(month_of(mission.first) for mission in dates.missions)


def month_of(day: date) -> Month:
    """Return the month of a day."""
    return day.year, day.month


def months_between(first: date, last: date) -> Iterator[Month]:
    """Yield the months from one day to another, both included."""
    start = first.year * _MONTHS + first.month - 1
    end = last.year * _MONTHS + last.month - 1
    return _months(range(start, min(end, start + _MONTHS_OF_AN_ACTION) + 1))


def axis_of(year: int, days: Iterable[date]) -> tuple[Month, ...]:
    """Return the months that a timeline shows: those of the year, and up to a year before and after it where needed."""
    first = max(year, MINYEAR) * _MONTHS
    last = first + _MONTHS - 1
    ranks = [day.year * _MONTHS + day.month - 1 for day in days]
    start = max(min([first, *ranks]), first - _MONTHS, MINYEAR * _MONTHS)
    end = min(max([last, *ranks]), last + _MONTHS, MAXYEAR * _MONTHS + _MONTHS - 1)
    return tuple(_months(range(start, end + 1)))


def _months(ranks: Iterable[int]) -> Iterator[Month]:
    return ((rank // _MONTHS, rank % _MONTHS + 1) for rank in ranks)
