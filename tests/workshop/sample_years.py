"""Years to make: copies of the shipped workspace, and what a run over one gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.conductors.batch import BatchRequest, Counted, YearEnd, batch
from generator.outcome import Outcome
from generator.spreading import Crew
from generator.workspace import Workspace

YEAR = Path("inputs/2017")
DAY = date(2017, 3, 15)


@dataclass(frozen=True)
class Run:
    """What a run over a year gave."""

    counted: Counted
    outcomes: Mapping[str, Outcome]
    end: YearEnd

    @property
    def made(self) -> list[str]:
        """The numbers of the actions that were made, or tried, in this run."""
        return list(self.outcomes)


def run_year(root: Path, request: BatchRequest | None = None, crew: Crew | None = None) -> Run:
    events = list(batch(root / YEAR, Workspace(root), request or BatchRequest(DAY), crew))
    outcomes = {event.path.stem: event for event in events if isinstance(event, Outcome)}
    (counted,) = (event for event in events if isinstance(event, Counted))
    (end,) = (event for event in events if isinstance(event, YearEnd))
    return Run(counted, outcomes, end)


def tree_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its name from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
