"""Writing to ``output/``: all or nothing, and never over somebody's work.

A file is written under a temporary name, flushed to the disk, then renamed; a package is a folder that appears by one
rename and is never replaced. A ledger in each folder remembers the hash of what parafe wrote there: a file that no
longer has it was edited by hand.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from generator.artifacts import Document, Package
from generator.findings import Finding, Place
from generator.messages import outputs
from generator.messages.message import InFull

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
    _sweep(folder)
    ledger = _read_ledger(folder)
    written: list[Path] = []
    findings: list[Finding] = []
    for document in documents:
        path = folder / f"{document.name}{_SUFFIX}"
        if _edited_by_hand(path, ledger, document.digest):
            if not overwrite:
                findings.append(outputs.EDITED_BY_HAND.at(Place(path.as_posix())))
                continue
            findings.append(outputs.COPY_KEPT.at(Place(path.as_posix()), copie=InFull(_keep_copy(path).name)))
        _write_file(path, document.content)
        ledger[path.name] = document.digest
        written.append(path)
    if complete:
        findings += _retire(folder, ledger, {f"{document.name}{_SUFFIX}" for document in documents})
    _write_file(folder / LEDGER, json.dumps(ledger, indent=1, sort_keys=True).encode())
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
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    draft = Path(tempfile.mkdtemp(prefix=_LEFTOVER, dir=folder))
    try:
        for name, content in package.files.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_and_flush(path, content)
        draft.chmod(0o755)
        return _rename_to_next(draft, folder)
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


def _edited_by_hand(path: Path, ledger: dict[str, str], new_digest: str) -> bool:
    if not path.exists():
        return False
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return digest not in {ledger.get(path.name), new_digest}


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
        if _edited_by_hand(path, ledger, ""):
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
    """Write a whole file or nothing: temporary name, flush, rename, flush of the folder."""
    handle, name = tempfile.mkstemp(prefix=_LEFTOVER, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _write_and_flush(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
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


def _sweep(folder: Path) -> None:
    """Remove what a killed run left behind; what is recent may belong to a run that goes on."""
    limit = time.time() - _LEFTOVER_AGE
    for leftover in folder.glob(f"{_LEFTOVER}*"):
        with contextlib.suppress(FileNotFoundError):  # renamed meanwhile by the run that owns it
            if leftover.stat().st_mtime < limit:
                _remove(leftover)


def _remove(leftover: Path) -> None:
    if leftover.is_dir():
        shutil.rmtree(leftover, ignore_errors=True)
    else:
        leftover.unlink()
