"""The kept copies of the texts that assemblies approved, with their data: judged by the gate of the vote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from pydantic import ValidationError

from generator.artifacts import KeptText
from generator.model import Action
from generator.model.substance import SubstanceFile
from generator.workspace import DATA_SUFFIX, Workspace

MOST_BYTES = 20_000_000
"""An agreement weighs some tens of kilobytes; beyond this size a kept copy is not read."""


def load_kept_texts(action: Action, workspace: Workspace) -> tuple[KeptText, ...]:
    """Read the kept copy that each deliberation names, from the workspace's root, and the data beside it.

    A copy that cannot be read (missing, outside the workspace, too big, a folder) has no content.
    """
    return tuple(_kept_texts(action, workspace))


def read_substance(data: bytes) -> SubstanceFile | None:
    """Read the file of a substance; None when it is not one, or of a format to come."""
    try:
        read = SubstanceFile.model_validate_json(data, by_alias=True, by_name=False)
    except ValidationError:
        return None
    return read if read.format == 1 else None


def _kept_texts(action: Action, workspace: Workspace) -> Iterator[KeptText]:
    for rank, vote in enumerate(action.deliberations):
        approved = vote.approved_text
        if approved is None:
            continue
        data_file = PurePosixPath(approved.file).with_suffix(DATA_SUFFIX).as_posix() if approved.file else None
        data = _content(data_file, workspace) if data_file else None
        read = read_substance(data) if data is not None else None
        yield KeptText(
            rank,
            vote.party,
            approved.file,
            approved.digest,
            _content(approved.file, workspace) if approved.file else None,
            data_file,
            approved.data_digest,
            data,
            read.substance if read else None,
            read.document if read else None,
        )


def _content(name: str, workspace: Workspace) -> bytes | None:
    pure = PurePosixPath(name.replace("\\", "/"))
    if pure.is_absolute() or ".." in pure.parts:
        return None
    path = workspace.root / pure
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= MOST_BYTES else None
    except OSError:
        return None
