"""The timeline of a year with its legend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.french import enumerate_and, long_date
from generator.reports.hypertext import said, written
from generator.reports.sheet_sums import DRAWN_AT_MOST, YearSums
from generator.reports.timeline_axis import Assemblies, TimelineAxis, dash
from generator.reports.year_dates import axis_of
from generator.reports.year_drawing import MISSION, SIGNATURE, SPAN, VOTE, Timeline
from generator.reports.year_sheet import YearSheet

_SHAPES: Final = (
    (SPAN.format(x=1, y=2, width=42), "durée de l’action"),
    (MISSION.format(x=1, y=6, width=42), "mission"),
    (VOTE.format(x=22, y=9), "vote d’une assemblée"),
    (SIGNATURE.format(x=22, y=2), "signature prévue"),
)
_TODAY: Final = '<path d="M22 0V18" stroke="#1a1d21" stroke-width="2.5"/>'


def timeline_section(sheet: YearSheet, sums: YearSums) -> Iterator[str]:
    """Write the timeline of a year: action by action, or month by month when there are too many."""
    assemblies = Assemblies.of(sheet.sessions, sheet.parties)
    timeline = Timeline(sheet.year, TimelineAxis(_months(sheet, sums)), assemblies, sheet.parties, sheet.day)
    if not sums.is_drawn_by_action:
        told = f"Au-delà de {DRAWN_AT_MOST} actions, la frise compte ce qui a lieu chaque mois."
        yield f"<p>{said(told)}</p>\n"
    yield from _legend(timeline, is_by_action=sums.is_drawn_by_action)
    yield from timeline.by_action(sums.dated) if sums.is_drawn_by_action else timeline.by_month(sums.months)
    if any(day not in timeline.axis for dates in sums.dated for day in dates.days):
        first, last = long_date(timeline.axis.first), long_date(timeline.axis.last)
        yield f"<p>{said(f'La frise va du {first} au {last} ; des dates plus lointaines n’y sont pas.')}</p>\n"


def _months(sheet: YearSheet, sums: YearSums) -> tuple[tuple[int, int], ...]:
    days = [day for dates in sums.dated for day in dates.days]
    return axis_of(int(sheet.year), [*days, *(session.day for session in sheet.sessions)])


def _legend(timeline: Timeline, *, is_by_action: bool) -> Iterator[str]:
    yield '<ul class="legende">\n'
    for shape, name in _SHAPES if is_by_action else ():
        yield _entry(shape, said(name))
    if timeline.day in timeline.axis:
        yield _entry(_TODAY, said(f"jour du compte rendu, {long_date(timeline.day)}"))
    for rank, (party, name) in enumerate(timeline.assemblies.names.items(), 1):
        line = f'<path d="M22 0V18" stroke="#43484f" stroke-width="1.5" stroke-dasharray="{dash(rank)}"/>'
        days = enumerate_and(timeline.assemblies.days(party))
        yield _entry(line, f"<strong>{rank}</strong> {said('séance :')} {written(name)} – {written(days)}")
    yield "</ul>\n"


def _entry(shape: str, text: str) -> str:
    return f'<li><svg viewBox="0 0 44 18" aria-hidden="true">{shape}</svg>{text}</li>\n'
