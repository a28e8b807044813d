"""The axis of a timeline: where a day stands, the months, the sessions of the assemblies, the day of the report."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.french import long_date, month_year
from generator.reports.hypertext import attribute
from generator.reports.year_dates import Month
from generator.reports.year_sheet import SheetSession

WIDTH: Final = 1180
LEFT: Final = 280
RIGHT: Final = 10
MONTHS_HEIGHT: Final = 20
LANE: Final = 14
"""The height of the lane in which an assembly's sessions bear their rank."""

_LANES: Final = 4
_FULL_NAME: Final = 66
_SHORT_NAME: Final = 34
"""The widths, in units of the drawing, that the name of a month asks for, in full and abridged; below, a letter."""

_ABRIDGED: Final = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.")

DASHES: Final = ("7 4", "2 3", "10 3 2 3", "1 6")
"""How the lines of each assembly are broken."""


@dataclass(frozen=True, slots=True)
class TimelineAxis:
    """Months side by side, in proportion to their days.

    Attributes:
        months: those shown, in order.
    """

    months: Sequence[Month]

    @property
    def first(self) -> date:
        """The first day shown."""
        return date(*self.months[0], 1)

    @property
    def last(self) -> date:
        """The last day shown."""
        return last_day(self.months[-1])

    def __contains__(self, day: date) -> bool:
        """Whether a day is shown."""
        return self.first <= day <= self.last

    def x(self, day: date) -> float:
        """Return where a day begins; a day out of the axis stands at its end."""
        width = WIDTH - LEFT - RIGHT
        days = (self.last - self.first).days + 1
        passed = min(max((day - self.first).days, 0), days)
        return round(LEFT + width * passed / days, 1)

    def end_of(self, day: date) -> float:
        """Return where a day ends."""
        return self.x(day + timedelta(1)) if day < self.last else self.x(self.last) + self._day

    @property
    def _day(self) -> float:
        return round((WIDTH - LEFT - RIGHT) / ((self.last - self.first).days + 1), 1)

    def months_drawn(self, bottom: float) -> Iterator[str]:
        """Draw the names of the months and the lines between them, down to the bottom of the drawing."""
        for month in self.months:
            day = date(*month, 1)
            left, right = self.x(day), self.end_of(last_day(month))
            yield f'<path d="M{left} 0V{bottom}" stroke="#c4c9d1"/>'
            name = _month_name(day, right - left)
            yield f'<text x="{round(left + 4, 1)}" y="14" font-size="12">{attribute(name)}</text>'


def last_day(month: Month) -> date:
    """Return the last day of a month."""
    year, rank = month
    return date(year, rank, monthrange(year, rank)[1])


def _month_name(day: date, width: float) -> str:
    """Return the name of a month as far as there is room for it; January tells its year."""
    full, abridged = month_year(day).split()[0], _ABRIDGED[day.month - 1]
    if width >= _FULL_NAME:
        return month_year(day) if day.month == 1 else full
    if day.month == 1:
        return str(day.year)
    return abridged if width >= _SHORT_NAME else abridged[0].upper()


@dataclass(frozen=True, slots=True)
class Assemblies:
    """The sessions of the assemblies, by the rank of their party.

    Attributes:
        names: the names of the parties that have sessions, by identifier, in order.
        sessions: their sessions, by day.
    """

    names: Mapping[str, str]
    sessions: Sequence[SheetSession]

    @classmethod
    def of(cls, sessions: Sequence[SheetSession], parties: Mapping[str, str]) -> Assemblies:
        """Rank the parties that have sessions, in the order of the framework."""
        sitting = {session.party for session in sessions}
        known = [identifier for identifier in parties if identifier in sitting]
        ranked = [*known, *sorted(sitting - set(known))]
        names = {identifier: parties.get(identifier, identifier) for identifier in ranked}
        return cls(names, sorted(sessions, key=lambda session: (session.day, ranked.index(session.party))))

    @property
    def height(self) -> int:
        """The height of the lanes that bear their ranks."""
        return LANE * min(len(self.names), _LANES)

    def rank(self, party: str) -> int:
        """Return the rank of a party, from 1."""
        return list(self.names).index(party) + 1

    def days(self, party: str) -> list[str]:
        """Return the days of a party's sessions, in full."""
        return [long_date(session.day) for session in self.sessions if session.party == party]

    def drawn(self, axis: TimelineAxis, bottom: float) -> Iterator[str]:
        """Draw a line for each session that the axis shows, with the rank of its party at the head."""
        for session in self.sessions:
            if session.day in axis:
                rank = self.rank(session.party)
                top = MONTHS_HEIGHT + LANE * min(rank, _LANES)
                name = attribute(f"Séance : {self.names[session.party]}, {long_date(session.day)}")
                x = axis.x(session.day)
                yield (
                    f"<g><title>{name}</title>"
                    f'<path d="M{x} {top}V{bottom}" stroke="#43484f" stroke-dasharray="{dash(rank)}"/>'
                    f'<text x="{x}" y="{top - 2}" font-size="11" text-anchor="middle">{rank}</text></g>'
                )


def dash(rank: int) -> str:
    """Return how the lines of an assembly are broken, by its rank."""
    return DASHES[(rank - 1) % len(DASHES)]


def today_drawn(axis: TimelineAxis, day: date, top: float, bottom: float) -> str:
    """Draw the day of the report, where the axis shows it."""
    if day not in axis:
        return ""
    x = axis.x(day)
    title = attribute(f"Jour du compte rendu : {long_date(day)}")
    return f'<g><title>{title}</title><path d="M{x} {top}V{bottom}" stroke="#1a1d21" stroke-width="2.5"/></g>'
