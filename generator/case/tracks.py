"""A timeline as values: tracks of steps, and where each step stands on a day.

They hold whatever the day may choose from, so that what was kept of a timeline is read at any date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Self

from generator.french import long_date


class State(StrEnum):
    """Where a step stands on a day. The value is the word that users read."""

    DONE = "fait"
    PLANNED = "prévu"
    MISSING = "à faire"
    LATE = "en retard"
    LAPSED = "échu"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session of an assembly, at which a step may be taken.

    Attributes:
        day: when the assembly sits.
        filing: the last day on which a draft is filed; None when the programme does not tell.
    """

    day: date
    filing: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step, and where it stands.

    Attributes:
        label: what is done.
        day: when it was done, or will be done for certain.
        planned: when it is meant to be done; that day once past, nothing proves that it was.
        due: by when it must be done; without it, what is planned lapses and is never late.
        reference: the number of an act, a receipt, or what else helps.
        sittings: the sessions at which it may be taken, in order; the next one is that of the day asked for.
        is_bound: whether the next session, held in time, is the last day of the step.
    """

    label: str
    day: date | None = None
    planned: date | None = None
    due: date | None = None
    reference: str = ""
    sittings: tuple[Sitting, ...] = ()
    is_bound: bool = True

    def due_on(self, today: date) -> date | None:
        """Return by when the step must be done, as it is seen on a day: at the next session, where it is in time."""
        sitting = self._next_sitting(today)
        return sitting.day if sitting and self.is_bound and self._is_in_time(sitting) else self.due

    def deadline(self, today: date) -> date | None:
        """Return by when the step is awaited: the day planned, else the last one that fits."""
        return self.planned or self.due_on(today)

    def reference_on(self, today: date) -> str:
        """Return the step's number or receipt; of a vote to come, the session that it awaits on a day."""
        sitting = self._next_sitting(today)
        if self.reference or sitting is None:
            return self.reference
        if not self._is_in_time(sitting):
            return f"aucune séance d’ici là ; la prochaine : {long_date(sitting.day)}"
        filing = f", dépôt au plus tard le {long_date(sitting.filing)}" if sitting.filing else ""
        return f"séance du {long_date(sitting.day)}{filing}"

    def state(self, today: date) -> State:
        """Tell where the step stands on a day."""
        if self.day is not None:
            return State.DONE if self.day <= today else State.PLANNED
        if self.planned is not None and (self.planned >= today or self.due_on(today) is None):
            return State.PLANNED if self.planned >= today else State.LAPSED
        deadline = self.deadline(today)
        return State.LATE if deadline is not None and deadline < today else State.MISSING

    def _next_sitting(self, today: date) -> Sitting | None:
        return next((sitting for sitting in self.sittings if sitting.day >= today), None)

    def _is_in_time(self, sitting: Sitting) -> bool:
        return self.due is None or sitting.day <= self.due

    def as_json(self) -> dict[str, Any]:
        """Return the step as plain data; what is empty has no key."""
        data = {
            "etape": self.label,
            "jour": _written(self.day),
            "prevu": _written(self.planned),
            "limite": _written(self.due),
            "reference": self.reference,
            "seances": [[_written(sitting.day), _written(sitting.filing)] for sitting in self.sittings],
            "sans_terme": not self.is_bound,
        }
        return {key: value for key, value in data.items() if value}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Make a step of the plain data that :meth:`as_json` gave.

        Raises:
            ValueError: the data are not those of a step.
        """
        try:
            return cls(
                label=data["etape"],
                day=_read(data.get("jour")),
                planned=_read(data.get("prevu")),
                due=_read(data.get("limite")),
                reference=data.get("reference", ""),
                sittings=tuple(
                    Sitting(date.fromisoformat(day), _read(filing)) for day, filing in data.get("seances", ())
                ),
                is_bound=not data.get("sans_terme", False),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"not a step: {error}") from error


@dataclass(frozen=True, slots=True)
class Track:
    """The steps of one party, or those that are common to all, in order."""

    name: str
    steps: tuple[Step, ...]

    def next_step(self, today: date) -> Step | None:
        """Return the first step that is neither done nor planned; None when nothing is left to settle."""
        return next((step for step in self.steps if step.state(today) in {State.MISSING, State.LATE}), None)

    def as_json(self) -> dict[str, Any]:
        """Return the track as plain data."""
        return {"partie": self.name, "etapes": [step.as_json() for step in self.steps]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Make a track of the plain data that :meth:`as_json` gave.

        Raises:
            ValueError: the data are not those of a track.
        """
        try:
            return cls(str(data["partie"]), tuple(map(Step.from_json, data["etapes"])))
        except (KeyError, TypeError) as error:
            raise ValueError(f"not a track: {error}") from error


@dataclass(frozen=True, slots=True)
class LateStep:
    """A step that is late on a day.

    Attributes:
        party: the name of who owes it.
        label: what is to be done.
        deadline: by when it was awaited.
        reference: what helps to find it, or an empty string.
    """

    party: str
    label: str
    deadline: date
    reference: str


def late_steps(tracks: Iterable[Track], today: date) -> Iterator[LateStep]:
    """Yield the steps that are late on a day, party by party."""
    for track in tracks:
        for step in track.steps:
            deadline = step.deadline(today) if step.state(today) is State.LATE else None
            if deadline is not None:
                yield LateStep(track.name, step.label, deadline, step.reference_on(today))


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""


def _read(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
