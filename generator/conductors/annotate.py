"""Findings written where they are found: in a copy of the workbook that was checked, or apart from it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.findings import Finding, Place
from generator.forms.workbook.annotated_workbook import annotated
from generator.messages import outputs
from generator.outcome import Outcome
from generator.publish import write_new
from generator.workspace import Workspace


def write_annotated(
    source: Path, target: Path, findings: Sequence[Finding], workspace: Workspace
) -> tuple[Outcome, bool]:
    """Write the findings of a workbook into a copy of it; nothing that is there is replaced.

    Args:
        source: the workbook, which stays as it is.
        target: the copy.
        findings: whatever was found.
        workspace: where they stand.

    Returns:
        What was written, and whether it holds the findings alone, a copy being unable to keep all of the workbook.

    Raises:
        OSError: the disk refused.
    """
    copy = annotated(source.read_bytes(), findings)
    if write_new(target, copy.data):
        return Outcome(target, produced=(target,)), copy.is_separate
    taken = outputs.ALREADY_THERE.at(Place(workspace.name_of(target)))
    return Outcome(target, (taken,), done=False), copy.is_separate
