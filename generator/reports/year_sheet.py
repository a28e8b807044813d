"""What a report is made of: a year, and a way to go through its actions as often as the report needs.

An action's data are read when they are asked for: a year of ten thousand is never held in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from generator.case.tracks import LateStep, Track, late_steps
from generator.case.year import ActionExtract
from generator.findings import Finding

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SheetSession:
    """A session of the assembly of a party, by the party's identifier."""

    party: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One action of the year, as it was last made.

    Attributes:
        number: the action's.
        done: whether what was asked was done.
        findings: what was found.
        outputs: what was written, as paths from the year's output folder, with ``/``.
        extract_data: what the year keeps of it, as ``ActionExtract.as_json`` gives it; None when its form gives none.
        track_data: the steps of each party, as ``Track.as_json`` gives them.
    """

    number: str
    done: bool = True
    findings: tuple[Finding, ...] = ()
    outputs: tuple[str, ...] = ()
    extract_data: Data | None = None
    track_data: tuple[Data, ...] = ()

    @property
    def extract(self) -> ActionExtract | None:
        """What the year keeps of it, read now; None when there is nothing, or nothing that this version reads."""
        try:
            return ActionExtract.from_json(self.extract_data) if self.extract_data is not None else None
        except ValueError:
            return None

    @property
    def title(self) -> str:
        """Its title, or an empty string."""
        title = self.extract_data.get("title") if self.extract_data is not None else None
        return title if isinstance(title, str) else ""

    def is_own(self, finding: Finding) -> bool:
        """Whether a finding stands in the form of this action, rather than in a file that actions share.

        The form of a year that is a workbook is that of each of its actions.
        """
        form = self.extract_data.get("file") if self.extract_data is not None else None
        return finding.place.file == form or PurePosixPath(finding.place.file).stem == self.number

    def late_steps(self, day: date) -> Iterator[LateStep]:
        """Return the steps that are late on a day, party by party."""
        return late_steps(self._tracks(), day)

    def _tracks(self) -> tuple[Track, ...]:
        try:
            return tuple(map(Track.from_json, self.track_data))
        except ValueError:
            return ()


@dataclass(frozen=True, kw_only=True)
class YearSheet:
    """A year as its report shows it.

    Attributes:
        year: the year, as its folder is named.
        framework_title: the title of the framework convention.
        mode: what was made: ``projets`` or ``dossiers``.
        day: the day of the report, by which steps are late.
        rows: goes through the actions, in their order; it is called several times.
        axes: the titles of the axes, by identifier, in the order of the framework.
        parties: the names of the parties, by identifier, in the order of the framework.
        sessions: the sessions of the assemblies.
        findings: what the rules of the year found.
        documents: the documents of the year itself, as paths from the year's output folder.
    """

    year: str
    framework_title: str
    mode: str
    day: date
    rows: Callable[[], Iterable[SheetRow]]
    axes: Mapping[str, str] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)
    sessions: tuple[SheetSession, ...] = ()
    findings: tuple[Finding, ...] = ()
    documents: tuple[str, ...] = ()
