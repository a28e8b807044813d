"""The kept copies of the texts that assemblies approved, with their data: judged by the gate of the vote."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from pydantic import ValidationError

from generator.artifacts import KeptText
from generator.model import Action
from generator.model.approvals import Deliberation
from generator.model.substance import FORMAT, SubstanceFile
from generator.workspace import DATA_SUFFIX, Workspace

MOST_BYTES = 20_000_000
"""An agreement weighs some tens of kilobytes; beyond this size a kept copy is not read."""


def load_kept_texts(action: Action, workspace: Workspace) -> tuple[KeptText, ...]:
    """Read the kept copy that each deliberation names, from the workspace's root, and the data beside it.

    A copy that cannot be read (missing, outside the workspace, too big, a folder) has no content. Of a party that is
    listed twice the last deliberation counts, as in :meth:`Case.deliberation`: its assembly voted again.
    """
    last = {vote.party: rank for rank, vote in enumerate(action.deliberations)}
    kept = (_kept_text(rank, action, workspace) for rank in last.values())
    return tuple(text for text in kept if text is not None)


def kept_files(action: Action, workspace: Workspace) -> tuple[str, ...]:
    """Return the workspace paths of all that :func:`load_kept_texts` may look at: what is named, and what was kept."""
    named = (vote.approved_text.file for vote in action.deliberations if vote.approved_text)
    files = [name for file in named if file for name in (file, _beside(file)) if name]
    folder = workspace.root / "votes" / action.number
    return (*files, *(workspace.name_of(path) for path in sorted(folder.rglob("*")) if path.is_file()))


def read_substance(data: bytes) -> SubstanceFile | None:
    """Read the file of a substance; None when it is not one, or of a format to come."""
    try:
        read = SubstanceFile.model_validate_json(data, by_alias=True, by_name=False)
    except ValidationError:
        return None
    return read if read.format == FORMAT else None


def read_copy(path: Path) -> bytes | None:
    """Read a file that may be anything; None when it is no file, too big for an agreement, or the disk refuses."""
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= MOST_BYTES else None
    except OSError:
        return None


def _kept_text(rank: int, action: Action, workspace: Workspace) -> KeptText | None:
    vote = action.deliberations[rank]
    approved = vote.approved_text
    if approved is None or approved.file is None:
        unnamed = _kept_unnamed(vote, action, workspace)
        if approved is None and unnamed is None:
            return None
        return KeptText(rank, vote.party, None, None, None, unnamed=unnamed)
    data_file = _beside(approved.file)
    data = _content(data_file, workspace) if data_file else None
    read = read_substance(data) if data is not None else None
    return KeptText(
        rank,
        vote.party,
        approved.file,
        approved.digest,
        _content(approved.file, workspace),
        data_file,
        approved.data_digest,
        data,
        read.substance if read else None,
        read.document if read else None,
    )


def _kept_unnamed(vote: Deliberation, action: Action, workspace: Workspace) -> str | None:
    """Return the copy that was kept on the day of a vote, in spite of a form that does not say so."""
    if vote.day is None:
        return None
    copies = sorted(workspace.votes(action.number, vote.party, vote.day).glob("*.docx"))
    return workspace.name_of(copies[0]) if copies else None


def _beside(file: str) -> str | None:
    """Return the path of the data beside a copy; None when the path names no file (« . »)."""
    path = PurePosixPath(file)
    return path.with_suffix(DATA_SUFFIX).as_posix() if path.name else None


def _content(name: str, workspace: Workspace) -> bytes | None:
    pure = PurePosixPath(name.replace("\\", "/"))
    return None if pure.is_absolute() or ".." in pure.parts else read_copy(workspace.root / pure)
