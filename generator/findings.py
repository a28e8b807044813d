"""Places and findings: what is wrong, where, why, and how to mend it.

Floor 0. Errors are values: every step adds to one list and only the command line prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

Path = tuple[str | int, ...]
"""Where a value stands inside an input: keys and indices, e.g. ``("budget", "depenses", 2, "montant")``."""


class Severity(StrEnum):
    """How much a finding weighs. The value is the word that users read."""

    ERROR = "erreur"
    WARNING = "avertissement"
    WAIVED = "dérogation"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Place:
    """A position in an input file: line and column (from 1), or sheet and cell of a workbook."""

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        """``file:line:col``, ``file:sheet!cell``, or ``file`` alone."""
        if self.cell is not None:
            return f"{self.file}:{self.sheet}!{self.cell}"
        if self.line is not None:
            return f"{self.file}:{self.line}:{self.column}"
        return self.file

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by file, then by position in the file."""
        return (self.file, self.line or 0, self.column or 0, self.sheet or "", _cell_order(self.cell or ""))


def _cell_order(cell: str) -> str:
    """Return what sorts cells as they are read: row after row, B before AA."""
    letters = cell.rstrip("0123456789")
    return f"{cell[len(letters) :]:>7}{letters:>3}"


def dotted(path: Path) -> str:
    """Write a path as users read it: ``budget.depenses[2].montant`` (indices from 0)."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


class Mark(Protocol):
    """Where a parser found a value: line and column, from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


def place_of(file: str, mark: Mark | None) -> Place:
    """Return a parser's mark as people count lines and columns; the file alone where there is none."""
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


class PlacesOfMarks(Mapping[Path, Place]):
    """The places of an input's values, each made when it is asked for: a form has thousands, a finding needs one."""

    def __init__(self, file: str, marks: Mapping[Path, Mark | None]) -> None:
        self._file = file
        self.marks = marks

    def __getitem__(self, path: Path) -> Place:
        """Return the place of a value.

        Raises:
            KeyError: nothing stands at that path.
        """
        return place_of(self._file, self.marks[path])

    def __iter__(self) -> Iterator[Path]:
        """Iterate over the paths."""
        return iter(self.marks)

    def __len__(self) -> int:
        """Count the paths."""
        return len(self.marks)


@dataclass(frozen=True)
class Places:
    """Where each value of one input stands; a path without a place takes its nearest ancestor's."""

    file: str
    by_path: Mapping[Path, Place] = field(default_factory=lambda: MappingProxyType({}))

    def __getstate__(self) -> dict[str, object]:
        """Return what crosses to another process: the places themselves, where what keeps them cannot cross."""
        stays = isinstance(self.by_path, MappingProxyType | PlacesOfMarks)
        return {"file": self.file, "by_path": dict(self.by_path) if stays else self.by_path}

    def __getitem__(self, path: Path) -> Place:
        """Return the place of ``path``, of its nearest known ancestor, or of the whole file."""
        for length in range(len(path), -1, -1):
            place = self.by_path.get(path[:length])
            if place is not None:
                return place
        return Place(self.file)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in an input, a template, or an output.

    Attributes:
        code: family and serial number, e.g. ``CC012``; never reused.
        severity: error, warning, waived, or mere information.
        message: what is wrong, in plain French, naming the values at stake.
        place: where the value stands.
        path: the value's path inside its input.
        fix: how to mend it, in French.
        citation: the text at stake and its own words, or an empty string when no text is at stake.
    """

    code: str
    severity: Severity
    message: str
    place: Place
    path: Path = ()
    fix: str = ""
    citation: str = ""

    @property
    def is_waived(self) -> bool:
        """Whether somebody answers for what was found."""
        return self.severity is Severity.WAIVED

    def as_json(self) -> dict[str, str | int | None]:
        """Return the JSON form that the command line's contract fixes."""
        position: dict[str, str | int | None] = (
            {"sheet": self.place.sheet, "cell": self.place.cell}
            if self.place.cell is not None
            else {"line": self.place.line, "column": self.place.column}
        )
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": self.place.file,
            **position,
            "path": dotted(self.path),
            "message": self.message,
            "fix": self.fix,
            "citation": self.citation,
        }


def by_place(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings as a reader meets them: what is waived first, then by file, line, column and code.

    A Word file has no lines: its findings come in reading order, and stay in it.
    """
    return sorted(findings, key=_rank)


def _rank(finding: Finding) -> tuple[bool, object, str, str]:
    told = ("", "") if finding.place.file.endswith(".docx") else (finding.code, finding.message)
    return (not finding.is_waived, finding.place.order, *told)


def errors(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Keep the findings that forbid something."""
    return (finding for finding in findings if finding.severity is Severity.ERROR)
