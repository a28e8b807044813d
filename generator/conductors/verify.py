"""Signature packages that were published: whether they are intact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.outcome import Outcome
from generator.package import verify


def verify_packages(folders: Sequence[Path]) -> Iterator[Outcome]:
    """Compare packages with their manifests; an intact one is told as done."""
    for folder in folders:
        found = tuple(verify(folder))
        yield Outcome(folder, found, done=not found)
