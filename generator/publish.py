"""Writing to ``output/``: all or nothing, and never over somebody's work.

A file is written under a temporary name, flushed to the disk, then renamed; a package is a folder that appears by one
rename and is never replaced. A ledger in each folder remembers the hash of what parafe wrote there: a file that no
longer has it was edited by hand.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.artifacts import Document, Package
from generator.canonical_json import canonical, digest_of
from generator.findings import Finding, Place
from generator.messages import outputs
from generator.messages.message import InFull
from generator.workspace import DATA_SUFFIX

LEDGER = ".parafe.json"
_LEFTOVER = ".parafe-tmp-"
_LEFTOVER_AGE = 3600.0
_SUFFIX = ".docx"


def publish_documents(
    documents: Sequence[Document], folder: Path, *, overwrite: bool = False, complete: bool = False
) -> tuple[list[Path], list[Finding]]:
    """Write documents one by one into a folder.

    Args:
        documents: what to write.
        folder: where, e.g. ``output/2017/2017-01/projets``.
        overwrite: replace a file that was edited by hand, keeping a copy of it.
        complete: whether these are all the documents of the folder; what parafe wrote there before and nobody edited
            is then removed when it is no longer planned.

    Returns:
        The paths written (or already right), and a finding for each file that was edited by hand.

    Raises:
        OSError: the disk refused.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = _sweep(folder)  # asked once: most folders are new, and each question to the system costs
    ledger = _read_ledger(folder) if LEDGER in there else {}
    written: list[Path] = []
    findings: list[Finding] = []
    for document in documents:
        path = folder / f"{document.name}{_SUFFIX}"
        if path.name in there and _edited_by_hand(path, ledger, document.content):
            if not overwrite:
                findings.append(outputs.EDITED_BY_HAND.at(Place(path.as_posix())))
                continue
            findings.append(outputs.COPY_KEPT.at(Place(path.as_posix()), copie=InFull(_keep_copy(path).name)))
        for name, content in document.files.items():
            if not (name in there and _holds(folder / name, content)):
                _write_file(folder / name, content)
            ledger[name] = digest_of(content)
            written.append(folder / name)
    if complete:
        findings += _retire(folder, ledger, {name for document in documents for name in document.files})
    _write_file(folder / LEDGER, canonical(ledger))
    _flush_folder(folder)
    return written, findings


def publish_package(package: Package, folder: Path) -> Path:
    """Publish a package as the next ``dossier-v<n>`` of a folder, by one rename.

    Args:
        package: its files.
        folder: the action's folder, e.g. ``output/2017/2017-01``.

    Returns:
        The package's folder.

    Raises:
        OSError: the disk refused; nothing was published.
    """
    with _folder_in_the_making(folder) as draft:
        for name, content in package.files.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_and_flush(path, content)
        return _rename_to_next(draft, folder)


def write_new(path: Path, content: bytes) -> bool:
    """Write a file that must not exist yet, whoever else writes at the same time.

    Args:
        path: where; its folder is made when needed.
        content: the whole file.

    Returns:
        Whether it was written; False when something is already there, which stays as it is.

    Raises:
        OSError: the disk refused; nothing stays under that name.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = _written_aside(path, content)
    try:
        path.hardlink_to(draft)  # unlike a rename, it refuses a name that is taken
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    _flush_folder(path.parent)
    return True


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, unless it is there.

    Raises:
        OSError: the disk refused, or a file has that name.
    """
    path.mkdir(parents=True, exist_ok=True)


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
    with _folder_in_the_making(folder.parent) as draft:
        for name, content in files.items():
            _write_and_flush(draft / name, content)
        draft.rename(folder)
    _flush_folder(folder.parent)
    return True


@contextlib.contextmanager
def _folder_in_the_making(parent: Path) -> Iterator[Path]:
    """Give a folder to fill and then rename; if that fails, nothing of it stays."""
    parent.mkdir(parents=True, exist_ok=True)
    _sweep(parent)
    draft = parent / _leftover_name()
    draft.mkdir()
    try:
        yield draft
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def _rename_to_next(draft: Path, folder: Path) -> Path:
    """Give a finished folder the next free number; another process may take it first."""
    number = 1
    while True:
        target = folder / f"dossier-v{number}"
        if not target.exists():
            try:
                draft.rename(target)
            except FileExistsError:
                pass
            except OSError:
                if not target.exists():
                    raise
            else:
                _flush_folder(folder)
                return target
        number += 1


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


def _write_file(path: Path, content: bytes) -> None:
    """Write a whole file or nothing: temporary name, flush, rename."""
    draft = _written_aside(path, content)
    try:
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _written_aside(path: Path, content: bytes) -> Path:
    """Write a whole file beside its final name and flush it; nothing stays when that fails."""
    draft = path.with_name(_leftover_name())
    try:
        _write_and_flush(draft, content)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _leftover_name() -> str:
    """Return a name that nobody else writes under; what is made by name has the rights that the user's system gives."""
    return f"{_LEFTOVER}{uuid.uuid4().hex}"


def _write_and_flush(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Flush a folder's entries to the disk, where the system allows it."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(folder: Path) -> set[str]:
    """Remove what a killed run left behind; what is recent may belong to a run that goes on. Return the names there."""
    limit = time.time() - _LEFTOVER_AGE
    names = {path.name for path in folder.iterdir()}
    for leftover in (folder / name for name in names if name.startswith(_LEFTOVER)):
        with contextlib.suppress(FileNotFoundError):  # renamed meanwhile by the run that owns it
            if leftover.stat().st_mtime < limit:
                _remove(leftover)
    return names


def _remove(leftover: Path) -> None:
    if leftover.is_dir():
        shutil.rmtree(leftover, ignore_errors=True)
    else:
        leftover.unlink()
