"""The kept copies of the texts that assemblies approved: bytes only, judged by the comparison with the signed text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.artifacts import KeptText
from generator.model import Action
from generator.workspace import Workspace

MOST_BYTES = 20_000_000
"""An agreement weighs some tens of kilobytes; beyond this size a kept copy is not read."""


def load_kept_texts(action: Action, workspace: Workspace) -> tuple[KeptText, ...]:
    """Read the kept copy that each deliberation names, from the workspace's root.

    A copy that cannot be read (missing, outside the workspace, too big, a folder) has no content.
    """
    return tuple(_kept_texts(action, workspace))


def _kept_texts(action: Action, workspace: Workspace) -> Iterator[KeptText]:
    for rank, vote in enumerate(action.deliberations):
        approved = vote.approved_text
        if approved is not None:
            content = _content(approved.file, workspace) if approved.file else None
            yield KeptText(rank, vote.party, approved.file, approved.digest, content)


def _content(name: str, workspace: Workspace) -> bytes | None:
    pure = PurePosixPath(name.replace("\\", "/"))
    if pure.is_absolute() or ".." in pure.parts:
        return None
    path = workspace.root / pure
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= MOST_BYTES else None
    except OSError:
        return None
