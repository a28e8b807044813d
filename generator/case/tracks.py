"""A timeline as values: tracks of steps, and where each step stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """Where a step stands on a day. The value is the word that users read."""

    DONE = "fait"
    PLANNED = "prévu"
    MISSING = "à faire"
    LATE = "en retard"
    LAPSED = "échu"


@dataclass(frozen=True, slots=True)
class Step:
    """One step, and where it stands.

    Attributes:
        label: what is done.
        day: when it was done, or will be done for certain.
        planned: when it is meant to be done; that day once past, nothing proves that it was.
        due: by when it must be done; without it, what is planned lapses and is never late.
        reference: the number of an act, a receipt, or what else helps.
    """

    label: str
    day: date | None = None
    planned: date | None = None
    due: date | None = None
    reference: str = ""

    @property
    def deadline(self) -> date | None:
        """By when the step is awaited: the day planned, else the last one that fits."""
        return self.planned or self.due

    def state(self, today: date) -> State:
        """Tell where the step stands on a day."""
        if self.day is not None:
            return State.DONE if self.day <= today else State.PLANNED
        if self.planned is not None and (self.planned >= today or self.due is None):
            return State.PLANNED if self.planned >= today else State.LAPSED
        return State.LATE if self.deadline is not None and self.deadline < today else State.MISSING


@dataclass(frozen=True, slots=True)
class Track:
    """The steps of one party, or those that are common to all, in order."""

    name: str
    steps: tuple[Step, ...]

    def next_step(self, today: date) -> Step | None:
        """Return the first step that is neither done nor planned; None when nothing is left to settle."""
        return next((step for step in self.steps if step.state(today) in {State.MISSING, State.LATE}), None)
