"""Files written whole or not at all: a temporary name, a flush to the disk, then the final name."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

_LEFTOVER = ".parafe-tmp-"
_LEFTOVER_AGE = 3600.0


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
    flush_folder(path.parent)
    return True


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, unless it is there.

    Raises:
        OSError: the disk refused, or a file has that name.
    """
    path.mkdir(parents=True, exist_ok=True)


@contextlib.contextmanager
def folder_in_the_making(parent: Path) -> Iterator[Path]:
    """Give a folder to fill and then rename; if that fails, nothing of it stays."""
    parent.mkdir(parents=True, exist_ok=True)
    sweep(parent)
    draft = parent / _leftover_name()
    draft.mkdir()
    try:
        yield draft
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


@contextlib.contextmanager
def laid_out(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Lay files out in a folder of the system's, for as long as they are looked at.

    Args:
        files: relative path (``/`` separated) → bytes; none leaves the folder.

    Raises:
        OSError: the disk refused.
    """
    import tempfile  # noqa: PLC0415 - few commands look at what is not in a folder

    with tempfile.TemporaryDirectory(prefix="parafe-") as home:
        for name, content in files.items():
            path = Path(home, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield Path(home)


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file or nothing: temporary name, flush, rename."""
    draft = _written_aside(path, content)
    try:
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def write_pieces(path: Path, pieces: Iterable[str]) -> str:
    """Write a text piece by piece: it may be long, and is never whole in memory.

    Returns:
        The SHA-256 of the file, in hexadecimal.

    Raises:
        OSError: the disk refused; the file is as it was.
    """
    draft, digest = path.with_name(_leftover_name()), sha256()
    try:
        with draft.open("xb") as file:
            for data in map(str.encode, pieces):
                file.write(data)
                digest.update(data)
        draft.replace(path)  # unlike an act, it can be written again: nothing is flushed for it
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return digest.hexdigest()


def holds(path: Path, content: bytes) -> bool:
    """Whether a file holds these bytes."""
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _written_aside(path: Path, content: bytes) -> Path:
    """Write a whole file beside its final name and flush it; nothing stays when that fails."""
    draft = path.with_name(_leftover_name())
    try:
        write_and_flush(draft, content)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _leftover_name() -> str:
    """Return a name that nobody else writes under; what is made by name has the rights that the user's system gives."""
    return f"{_LEFTOVER}{uuid.uuid4().hex}"


def write_and_flush(path: Path, content: bytes) -> None:
    """Write a new file and flush it to the disk."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def flush_file(path: Path) -> None:
    """Flush a file that was written before to the disk."""
    handle = os.open(path, os.O_RDWR)  # Windows flushes none that was opened to be read
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Flush a folder's entries to the disk, where the system allows it."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> set[str]:
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
