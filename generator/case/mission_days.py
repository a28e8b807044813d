"""Days of missions that meet: nobody is in two places on one day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.model.missions import Mission


def overlapping(missions: Sequence[Mission]) -> list[int]:
    """Return the ranks, ascending, of the missions that share a day with another; first and last days count.

    One whose days are not known shares none. The cost is that of sorting them.
    """
    days = [(one.start, one.end, rank) for rank, one in enumerate(missions) if one.start and one.end]
    found: set[int] = set()
    last, until = -1, date.min
    for start, end, rank in sorted(days):
        if start <= until:  # whoever returns on a day is not free on it
            found |= {last, rank}
        if end >= until:
            last, until = rank, end
    return sorted(found)
