"""What a rule yields: a place in an input, what is wrong there, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.case.records import Source
from generator.findings import Path, Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a rule refuses. The engine adds code, citation, severity and place.

    Attributes:
        path: the value's path inside its input; a missing value has the path that it should have.
        message: what is wrong, in French, naming the values at stake.
        fix: which key to fill and how, in French.
        source: the input that ``path`` belongs to.
        party: the party whose own law or designation is cited, for a citation that depends on the party.
        day: the day on which a statute is read, when it is not the act's.
        place: where the value stands, for a rule that judges several actions: ``path`` is then inside that one.
    """

    path: Path
    message: str
    fix: str
    source: Source = Source.ACTION
    party: str | None = None
    day: date | None = None
    place: Place | None = None
