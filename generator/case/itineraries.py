"""What the legs of a mission make together: their order, where the nights are spent, from where to where they lead.

Places are typed freely: « Tanger » and « Tanger (aéroport) » are one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.case.records import Case
from generator.french import kept_by_text, plain_words
from generator.model.missions import Leg, Mission


@dataclass(frozen=True, slots=True)
class Halt:
    """One night or more spent somewhere between two legs; nights spent in a train or a plane are no halt.

    Attributes:
        rank: the rank of the leg that arrives there.
        place: where, as that leg says.
        first: the day of arrival.
        last: the day on which the next leg leaves.
    """

    rank: int
    place: str | None
    first: date
    last: date

    @property
    def nights(self) -> int:
        """How many nights are spent there; one at least."""
        return (self.last - self.first).days


@kept_by_text
def is_same_place(one: str | None, other: str | None) -> bool:
    """Whether two names may be those of one place: the words of one stand together in the other.

    A name that is not known contradicts none.
    """
    shorter, longer = sorted((plain_words(name or "") for name in (one, other)), key=len)
    return not shorter or f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def legs_out_of_order(mission: Mission) -> tuple[tuple[int, int], ...]:
    """Return the ranks of each leg that leaves before another, listed before it, arrives; that one's rank first."""
    found = []
    before, arrival = 0, date.min
    for rank, leg in enumerate(mission.legs):
        if (leg.departure or date.max) < arrival:
            found.append((before, rank))
        if leg.last_day is not None:
            before, arrival = rank, leg.last_day
    return tuple(found)


def legs_not_chained(mission: Mission) -> tuple[int, ...]:
    """Return the ranks of the legs that start elsewhere than where the former one ends."""
    following = enumerate(pairwise(mission.legs), start=1)
    return tuple(rank for rank, (one, other) in following if not is_same_place(one.destination, other.origin))


def returns_home(mission: Mission) -> bool:
    """Whether the last leg ends where the first one starts; a mission without legs leaves nobody anywhere."""
    return not mission.legs or is_same_place(mission.legs[0].origin, mission.legs[-1].destination)


def nights_away(mission: Mission) -> int | None:
    """Count the nights between departure and return; None as long as the legs leave a doubt on one of the two.

    They do when a day is not known, when they do not follow one another, or lead nobody home. Typed days leave none.
    """
    if mission.start is None or mission.end is None or mission.end < mission.start:
        return None
    typed = mission.first_day is not None and mission.last_day is not None
    told = returns_home(mission) and not legs_out_of_order(mission) and all(map(_is_dated, mission.legs))
    return (mission.end - mission.start).days if typed or told else None


def _is_dated(leg: Leg) -> bool:
    return leg.departure is not None and (leg.arrival is None or leg.departure <= leg.arrival)


def halts(mission: Mission) -> tuple[Halt, ...]:
    """Return the nights between legs; none as long as a day is not known, or the legs are out of order."""
    if legs_out_of_order(mission) or not all(map(_is_dated, mission.legs)):
        return ()
    found = []
    for rank, (one, other) in enumerate(pairwise(mission.legs)):
        first, last = one.last_day or date.max, other.departure or date.min
        if first < last:
            found.append(Halt(rank, one.destination, first, last))
    return tuple(found)


def is_host_place(case: Case, mission: Mission, place: str | None) -> bool:
    """Whether a place is one where the mission is carried out: its own places, its stay's, the host's town."""
    host = case.framework.party(mission.host_party)
    stay = mission.stay.place if mission.stay else None
    named = (*mission.places, stay, host.place.name if host else None)
    return any(is_same_place(place, name) for name in named if name)


def ways(case: Case, mission: Mission) -> tuple[tuple[Leg, ...], tuple[Leg, ...]]:
    """Part the legs into those that lead to a place of the mission, and those that lead home from there.

    What lies between two places of the mission belongs to neither.
    """
    legs = mission.legs
    there = next((rank for rank, leg in enumerate(legs) if is_host_place(case, mission, leg.destination)), None)
    back = next((rank for rank in reversed(range(len(legs))) if is_host_place(case, mission, legs[rank].origin)), None)
    return (legs[: there + 1] if there is not None else (), legs[back:] if back is not None else ())
