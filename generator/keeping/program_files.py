"""The program’s own files: a stamp that changes with them, cheap enough for every command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

_PROGRAM = str(Path(__file__).parent.parent)


@cache
def program_stamp(*libraries: str) -> str:
    """Return a digest that changes with the program, with Python, and with some libraries.

    Args:
        libraries: the names of their modules.
    """
    origins = (spec.origin for name in libraries if (spec := find_spec(name)) and spec.origin)
    files = [*_program(), *((path, Path(path).stat()) for path in origins)]
    stamps = sorted((path, status.st_size, status.st_mtime_ns) for path, status in files)
    return sha256(repr((sys.version, *stamps)).encode()).hexdigest()


@cache
def _program() -> tuple[tuple[str, os.stat_result], ...]:
    return tuple(_modules(_PROGRAM))


def _modules(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Walk the modules of a folder; every command does, and ``Path.rglob`` takes three times as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _modules(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path, entry.stat()
