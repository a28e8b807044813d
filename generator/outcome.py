"""What one run gave: what was found, what was written, whether what was asked was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.case.tracks import Track
from generator.findings import Finding


@dataclass(frozen=True)
class Outcome:
    """What one file's run gave.

    Attributes:
        path: the file of an action, a framework convention or a programme.
        findings: everything found, by place.
        produced: what was written.
        done: whether what was asked was done (a draft is done even when errors stand).
        digests: the SHA-256 of each file of it, a package being a folder.
        timeline: the steps of each party, when they were asked for.
    """

    path: Path
    findings: tuple[Finding, ...] = ()
    produced: tuple[Path, ...] = ()
    done: bool = True
    timeline: tuple[Track, ...] = ()
    digests: Mapping[Path, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a run has to do, told before it begins.

    Attributes:
        total: actions of the year.
        unchanged: those that stand as they were made.
    """

    total: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class YearEnd:
    """How a run ended.

    Attributes:
        total: actions of the year.
        unchanged: those that stood as they were made, or refused.
        refused: those of which nothing could be made, in this run or in the last.
        findings: what the year's own rules found, and what concerns no action that is left.
        produced: the documents of the year itself, and its report.
        done: whether all that was asked was done.
    """

    total: int
    unchanged: int
    refused: int
    findings: tuple[Finding, ...] = ()
    produced: tuple[Path, ...] = ()
    done: bool = True
