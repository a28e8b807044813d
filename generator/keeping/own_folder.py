"""A folder of the user’s own, where the program keeps what another run may take up.

What is kept may hold code, as Python’s own ``.pyc`` files do, or what officers typed. It is read back under one
condition: folder and file belong to the user, are no links, and nobody else may even read them. Whoever can write
there could change the program itself. Where the system cannot tell (Windows), or the folder is another’s, nothing is
kept, and nothing is lost but time.
"""

from __future__ import annotations

import contextlib
import os
import stat
import uuid
from pathlib import Path

_OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class OwnFolder:
    """Files kept under their names, the newest of them.

    Args:
        folder: where; made when the first is kept.
        most: how many; beyond, the oldest go.
    """

    def __init__(self, folder: Path, most: int) -> None:
        self._folder = folder
        self._most = most

    def get(self, name: str) -> bytes | None:
        """Return what is kept under a name; None when nothing is, or nothing that is surely ours."""
        try:
            return _read_own(self._folder / name) if _is_own_folder(self._folder) else None
        except OSError:
            return None

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name; what the disk refuses is made again by the next run."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_own_folder(self._folder):
                _write_own(self._folder / name, content)
                self._drop_oldest()

    def _drop_oldest(self) -> None:
        names = os.listdir(self._folder)  # noqa: PTH208 - names alone: most often there is nothing to do
        if len(names) <= self._most:
            return
        kept = sorted(map(self._folder.joinpath, names), key=lambda path: path.lstat().st_mtime_ns)
        for path in kept[: -self._most]:
            path.unlink(missing_ok=True)


def _is_own(status: os.stat_result) -> bool:
    """Whether something belongs to the user, and to nobody else."""
    return status.st_uid == os.geteuid() and not status.st_mode & _OF_OTHERS


def _is_own_folder(folder: Path) -> bool:
    try:
        status = folder.lstat()
    except (OSError, ValueError):
        return False
    return stat.S_ISDIR(status.st_mode) and _is_own(status)


def _read_own(path: Path) -> bytes:
    """Read a file that belongs to the user alone, and is no link to another.

    Raises:
        OSError: there is none.
    """
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        status = os.fstat(file.fileno())  # of what was opened, whatever stands there by now
        if not (stat.S_ISREG(status.st_mode) and _is_own(status)):
            raise PermissionError
        return file.read()


def _write_own(path: Path, content: bytes) -> None:
    """Write a file for the user alone, whole or not at all."""
    temporary = path.with_name(f"{uuid.uuid4().hex}.tmp")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
