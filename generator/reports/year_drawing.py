"""The year as a drawing: a row for each action, or months in columns when there are too many actions.

Shapes and places carry the meaning, never colour alone. What a drawing shows stands as text with each action.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.french import long_date, period
from generator.reports.hypertext import attribute
from generator.reports.timeline_axis import (
    MONTHS_HEIGHT,
    WIDTH,
    Assemblies,
    TimelineAxis,
    last_day,
    today_drawn,
)
from generator.reports.year_dates import ActionDates, MonthCounts

ROWS_OF_A_PART: Final = 24
"""Rows of one drawing: what a page of A4 holds on its side, still to be read."""

_ROW: Final = 22
_SHORT_TITLE: Final = 34
_ISOLATED: Final = "\u2068{}\u2069"
"""A text from which the order of what follows it does not depend; ``bdi`` is unknown to drawings."""

_BARS: Final = 60
_MONTH_BLOCK: Final = 92

SPAN: Final = '<rect x="{x}" y="{y}" width="{width}" height="14" rx="2" fill="#dfe4ea" stroke="#43484f"/>'
MISSION: Final = '<rect x="{x}" y="{y}" width="{width}" height="6" fill="#0b4a8f"/>'
VOTE: Final = '<circle cx="{x}" cy="{y}" r="5" fill="#fff" stroke="#1a1d21" stroke-width="2"/>'
SIGNATURE: Final = '<path d="M{x} {y}l6 7 -6 7 -6 -7z" fill="#1a1d21"/>'


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is drawn around the rows of a year.

    Attributes:
        year: its name.
        axis: the months shown.
        assemblies: the sessions.
        names: the names of parties, by identifier.
        day: the day of the report.
    """

    year: str
    axis: TimelineAxis
    assemblies: Assemblies
    names: Mapping[str, str]
    day: date

    def by_action(self, dated: Sequence[ActionDates]) -> Iterator[str]:
        """Draw actions row by row, in parts that a page can hold."""
        count = -(-len(dated) // ROWS_OF_A_PART)
        for part in range(count):
            rows = dated[part * ROWS_OF_A_PART : (part + 1) * ROWS_OF_A_PART]
            told = f", {part + 1} sur {count}" if count > 1 else ""
            title = f"Frise de l’année {self.year}{told} : de {rows[0].number} à {rows[-1].number}"
            yield from self._drawing(f"frise-{part + 1}", title, _ROW * len(rows), self._rows(rows))

    def by_month(self, months: MonthCounts) -> Iterator[str]:
        """Draw how much happens in each month."""
        blocks = {
            "Actions en cours": months.under_way,
            "Votes": months.votes,
            "Signatures": months.signatures,
            "Départs en mission": months.departures,
        }
        title = f"L’année {self.year} mois par mois"
        drawn = (
            line
            for rank, (name, counts) in enumerate(blocks.items())
            for line in self._block(
                name, [counts[month] for month in self.axis.months], self._top + _MONTH_BLOCK * rank
            )
        )
        yield from self._drawing("frise-mois", title, _MONTH_BLOCK * len(blocks), drawn)

    @property
    def _top(self) -> int:
        return MONTHS_HEIGHT + self.assemblies.height + 4

    def _drawing(self, identifier: str, title: str, height: int, inside: Iterator[str]) -> Iterator[str]:
        bottom = self._top + height
        yield (
            f'<div class="large" role="region" tabindex="0" aria-label="{attribute(title)}">'
            f'<svg viewBox="0 0 {WIDTH} {bottom + 4}" role="img" aria-labelledby="{identifier}">'
            f'<title id="{identifier}">{attribute(title)}. Les mêmes dates sont écrites avec chaque action.</title>\n'
        )
        yield from self.axis.months_drawn(bottom)
        yield from self.assemblies.drawn(self.axis, bottom)
        yield today_drawn(self.axis, self.day, MONTHS_HEIGHT, bottom)
        yield from inside
        yield "</svg></div>\n"

    def _rows(self, rows: Sequence[ActionDates]) -> Iterator[str]:
        for rank, dates in enumerate(rows):
            yield from self._row(dates, self._top + _ROW * rank)

    def _row(self, dates: ActionDates, top: int) -> Iterator[str]:
        """Draw an action: its span, the missions inside, the votes and signatures over them."""
        title = _ISOLATED.format(attribute(_shortened(dates.title)))
        yield f'<path d="M0 {top}H{WIDTH}" stroke="#e3e6ea"/>'
        yield f'<text x="0" y="{top + 16}" font-size="12"><tspan font-weight="bold">{attribute(dates.number)}</tspan> '
        yield f"{title}</text>\n"
        if dates.span:
            yield self._bar(SPAN, *dates.span, top + 4, f"{dates.number} : {period(*dates.span)}")
        for mission in dates.missions:
            told = f"Mission {mission.mission} : {period(mission.first, mission.last)}"
            yield self._bar(MISSION, mission.first, mission.last, top + 8, told)
        for vote in dates.votes:
            number = f" n°\u00a0{vote.number}" if vote.number else ""
            told = f"Vote{number} : {self._name(vote.party)}, {long_date(vote.day)}"
            yield self._mark(VOTE, vote.day, top + 11, told)
        for body, day in dates.signatures:
            yield self._mark(SIGNATURE, day, top + 4, f"Signature : {self._name(body)}, {long_date(day)}")

    def _bar(self, shape: str, first: date, last: date, top: int, told: str) -> str:
        if last < self.axis.first or first > self.axis.last:
            return ""
        left = self.axis.x(first)
        width = round(max(self.axis.end_of(last) - left, 3), 1)
        return f"<g><title>{attribute(told)}</title>{shape.format(x=left, y=top, width=width)}</g>"

    def _mark(self, shape: str, day: date, top: int, told: str) -> str:
        if day not in self.axis:
            return ""
        return f"<g><title>{attribute(told)}</title>{shape.format(x=self.axis.x(day), y=top)}</g>"

    def _name(self, identifier: str) -> str:
        return self.names.get(identifier, identifier)

    def _block(self, name: str, counts: Sequence[int], top: int) -> Iterator[str]:
        """Draw a bar for each month, with its figure over it."""
        bottom, most = top + _MONTH_BLOCK - 6, max([1, *counts])
        yield f'<path d="M0 {bottom}H{WIDTH}" stroke="#43484f"/>'
        yield f'<text x="0" y="{bottom - 6}" font-size="13" font-weight="bold">{attribute(name)}</text>\n'
        for month, count in zip(self.axis.months, counts, strict=True):
            left, right = self.axis.x(date(*month, 1)) + 4, self.axis.end_of(last_day(month)) - 4
            height = round(_BARS * count / most, 1)
            if count:
                yield (
                    f'<rect x="{left}" y="{bottom - height}" width="{round(right - left, 1)}" height="{height}" '
                    f'fill="#dfe4ea" stroke="#43484f"/>'
                    f'<text x="{left}" y="{bottom - height - 4}" font-size="12">{count}</text>'
                )


def _shortened(title: str) -> str:
    return title if len(title) <= _SHORT_TITLE else f"{title[: _SHORT_TITLE - 1].rstrip()}…"
