"""Judging a year: its programme and what its actions give, together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.findings import Finding
from generator.workshop.bench import Bench


def year_findings(folder: Path, extracts: Iterable[Mapping[str, Any]], bench: Bench) -> tuple[Finding, ...]:  # noqa: ARG001
    """Judge a year by what its actions give.

    Args:
        folder: that of the year's inputs.
        extracts: what the rules of the year need of each action, as plain data.
        bench: where the year stands.
    """
    return ()
