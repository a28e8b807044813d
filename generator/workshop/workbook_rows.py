"""The actions that a workbook names, each with a digest of what the workbook says of it and of its programme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.canonical_json import canonical, digest_of
from generator.findings import dotted
from generator.load import Loaded, load_workbook
from generator.workspace import Workspace


def rows_of_workbook(workbook: Path, workspace: Workspace) -> Mapping[str, str]:
    """Read a workbook: number of each action → digest of what it says of it, cells included.

    Args:
        workbook: its file.
        workspace: where it stands.
    """
    read = load_workbook(workbook, workspace.name_of(workbook))
    programme = _told(read.programme)
    return {number: digest_of(canonical([programme, _told(action)])) for number, action in read.actions.items()}


def _told(loaded: Loaded[Any]) -> list[object]:
    """Return a value with the cells that it stands in, and what is wrong with it, as plain data."""
    value = loaded.partial.model_dump(mode="json", by_alias=True) if loaded.partial is not None else None
    cells = {dotted(path): str(place) for path, place in loaded.places.by_path.items()}
    return [value, cells, [finding.as_json() for finding in loaded.findings]]
