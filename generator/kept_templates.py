"""Compiled templates, kept from one run to the next in a folder of the user's own.

What is kept holds code. It is read back under the conditions of Python's own compiled modules, and one more: folder and
file belong to the user, and nobody else may even read them. Whoever can write there could change the program itself.
Where the system cannot tell (Windows), or the folder is another's, nothing is kept, and nothing is lost but time.
"""

from __future__ import annotations

import contextlib
import os
import stat
import uuid
from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator.rendering import (
    Template,
    UnreadableTemplateError,
    preserve_template,
    program_stamp,
    restore_template,
)

_MOST = 64
"""Templates kept; beyond, the oldest go."""

_SUFFIX = ".modele"
_OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class KeptTemplates:
    """The templates kept in a folder.

    Args:
        folder: where they are kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, sources: Mapping[str, bytes]) -> Template | None:
        """Return the template that was compiled from some files, or None when it is not kept, or not surely ours.

        Args:
            sources: the content of each file that it was compiled from, by name.
        """
        if not _is_own_folder(self._folder):
            return None
        try:
            return restore_template(_read_own(self._path(sources)))
        except (OSError, UnreadableTemplateError):
            return None

    def put(self, sources: Mapping[str, bytes], template: Template) -> None:
        """Keep a template; what the disk refuses is compiled again by the next run."""
        with contextlib.suppress(OSError):
            path = self._path(sources)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_own_folder(self._folder):
                _write_own(path, preserve_template(template))
                _drop_oldest(self._folder)

    def _path(self, sources: Mapping[str, bytes]) -> Path:
        contents = {name: sha256(content).hexdigest() for name, content in sorted(sources.items())}
        return self._folder / f"{sha256(repr((self._stamp, contents)).encode()).hexdigest()}{_SUFFIX}"

    @cached_property
    def _stamp(self) -> str:
        return program_stamp()


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


def _drop_oldest(folder: Path) -> None:
    kept = sorted(folder.iterdir(), key=lambda path: path.lstat().st_mtime_ns)
    for path in kept[:-_MOST]:
        path.unlink(missing_ok=True)
