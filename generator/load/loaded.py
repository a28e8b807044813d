"""What loading one input gives: a value or none, where everything stands, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.findings import Finding, Path, Places

T = TypeVar("T")

MOST_FAULTS = 200
"""Findings shown for one file."""


@dataclass(frozen=True)
class Loaded(Generic[T]):
    """One input, read.

    Attributes:
        value: the whole input; None as soon as there is one error.
        partial: the input without its faulty values, so that rules can still judge the rest; the value itself when
            nothing is wrong, None when nothing can be made of the file.
        places: where each value of ``partial`` stands.
        findings: what is wrong, by place.
        sources: the bytes of every file read, by the name that findings give it.
        left_out: paths that ``partial`` lacks though the file gives them; an item left out of a list takes an index
            past the end.
    """

    value: T | None
    partial: T | None
    places: Places
    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, bytes] = field(default_factory=dict)
    left_out: frozenset[Path] = frozenset()

    def is_uncertain(self, path: Path) -> bool:
        """Whether a judgement on ``path`` would rest on something left out: above it, below it, or itself."""
        return rests_on(path, self.left_out)


def rests_on(path: Path, left_out: Iterable[Path]) -> bool:
    """Whether a judgement on ``path`` would rest on something left out: above it, below it, or itself."""
    return any(_one_holds_the_other(path, missing) for missing in left_out)


def _one_holds_the_other(one: Path, other: Path) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]
