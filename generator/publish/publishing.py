"""Writing to ``output/``: all or nothing, and never over somebody's work.

A file is written under a temporary name, flushed to the disk, then renamed. A ledger in each folder remembers the hash
of what parafe wrote there: a file that no longer has it was edited by hand.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from itertools import chain, count
from pathlib import Path

from generator.artifacts import Document
from generator.canonical_json import canonical, digest_of
from generator.findings import Finding, Place
from generator.messages import outputs
from generator.messages.message import InFull
from generator.publish.whole_files import (
    flush_folder,
    folder_in_the_making,
    holds,
    sweep,
    write_and_flush,
    write_file,
    write_new,
)
from generator.workspace import DATA_SUFFIX

LEDGER = ".parafe.json"
_SUFFIX = ".docx"


def publish_documents(
    documents: Sequence[Document], folder: Path, *, overwrite: bool = False, complete: bool = False
) -> tuple[dict[Path, str], list[Finding]]:
    """Write documents one by one into a folder.

    Args:
        documents: what to write.
        folder: where, e.g. ``output/2017/2017-01/projets``.
        overwrite: replace a file that was edited by hand, keeping a copy of it.
        complete: whether these are all the documents of the folder; what parafe wrote there before and nobody edited
            is then removed when it is no longer planned.

    Returns:
        The paths written (or already right) with the SHA-256 of each, and a finding for each file edited by hand.

    Raises:
        OSError: the disk refused.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = sweep(folder)  # asked once: most folders are new, and each question to the system costs
    ledger = _read_ledger(folder) if LEDGER in there else {}
    written: dict[Path, str] = {}
    findings: list[Finding] = []
    for document in documents:
        path = folder / f"{document.name}{_SUFFIX}"
        if path.name in there and _edited_by_hand(path, ledger, document.content):
            if not overwrite:
                findings.append(outputs.EDITED_BY_HAND.at(Place(path.as_posix())))
                continue
            findings.append(outputs.COPY_KEPT.at(Place(path.as_posix()), copie=InFull(_keep_copy(path).name)))
        for name, content in document.files.items():
            if not (name in there and holds(folder / name, content)):
                write_file(folder / name, content)
            ledger[name] = written[folder / name] = digest_of(content)
    if complete:
        findings += _retire(folder, ledger, {name for document in documents for name in document.files})
    write_file(folder / LEDGER, canonical(ledger))
    flush_folder(folder)
    return written, findings


def remove_drafts(folder: Path, digests: Mapping[str, str]) -> list[Path]:
    """Remove drafts that nobody edited, and the folders that are then empty.

    Args:
        folder: the year's.
        digests: path of each from that folder → the SHA-256 that it was written with.

    Returns:
        The paths of those that were edited by hand, which stay.
    """
    left = []
    for path, digest in ((folder / name, digest) for name, digest in digests.items()):
        if path.is_file() and digest_of(path.read_bytes()) != digest:
            left.append(path)
        else:
            path.unlink(missing_ok=True)
    for drafts in {(folder / name).parent for name in digests}:
        if drafts.is_dir() and all(path.name == LEDGER for path in drafts.iterdir()):
            (drafts / LEDGER).unlink(missing_ok=True)
            drafts.rmdir()
            with contextlib.suppress(OSError):  # something else of the action is there
                drafts.parent.rmdir()
    return left


def publish_finals(documents: Sequence[Document], folder: Path) -> list[Path]:
    """Write final documents, none of which is ever replaced: what changed stands beside, as « …-v2 », « …-v3 ».

    Args:
        documents: what to write.
        folder: where, e.g. ``output/2017/2017-01/definitifs``.

    Returns:
        The path of each: a new one, or that of its last version when it is still the same to the byte.

    Raises:
        OSError: the disk refused.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sweep(folder)
    return [_next_version(document, folder) for document in documents]


def keep_voted(files: Mapping[str, bytes], folder: Path) -> bool:
    """Keep what an assembly approved, as a folder that is never replaced.

    Args:
        files: name → bytes.
        folder: e.g. ``votes/2017-01/valmont-2017-03-27``.

    Returns:
        Whether this draft and its data, and no others, are now in the folder; False when others were kept there
        before. What a system leaves in folders (.DS_Store, Thumbs.db) is neither.

    Raises:
        OSError: the disk refused; nothing was kept.
    """
    if folder.exists():
        there = (path for path in folder.iterdir() if path.suffix in {_SUFFIX, Path(DATA_SUFFIX).suffix})
        return {path.name: path.read_bytes() for path in there if path.is_file()} == dict(files)
    with folder_in_the_making(folder.parent) as draft:
        for name, content in files.items():
            write_and_flush(draft / name, content)
        draft.rename(folder)
    flush_folder(folder.parent)
    return True


def _next_version(document: Document, folder: Path) -> Path:
    """Write a document under its first free name, unless the last of its versions is this very document."""
    paths = (folder / f"{document.name}{version}{_SUFFIX}" for version in chain([""], map("-v{}".format, count(2))))
    last: Path | None = None
    for path in paths:
        if not path.exists():
            if last is not None and holds(last, document.content):
                return last
            if write_new(path, document.content):  # another process may take the name first
                return path
        last = path
    raise AssertionError(document.name)  # versions have no end


def _edited_by_hand(path: Path, ledger: dict[str, str], planned: bytes | None = None) -> bool:
    if not path.exists():
        return False
    found = path.read_bytes()
    return found != planned and digest_of(found) != ledger.get(path.name)


def _keep_copy(path: Path) -> Path:
    rank = 1
    while (copy := path.with_name(f"{path.stem}-modifie-{rank}{path.suffix}")).exists():
        rank += 1
    path.rename(copy)
    return copy


def _retire(folder: Path, ledger: dict[str, str], planned: set[str]) -> list[Finding]:
    findings = []
    for name in sorted(set(ledger) - planned):
        path = folder / name
        if _edited_by_hand(path, ledger):
            findings.append(outputs.NO_LONGER_PLANNED.at(Place(path.as_posix())))
        else:
            path.unlink(missing_ok=True)
        del ledger[name]
    return findings


def _read_ledger(folder: Path) -> dict[str, str]:
    try:
        ledger = json.loads((folder / LEDGER).read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(ledger, dict):
        return {}
    return {str(name): str(digest) for name, digest in ledger.items()}
