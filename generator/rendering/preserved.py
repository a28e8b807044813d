"""A compiled template as octets, and back: what is compiled once need not be compiled again by the next run.

The octets hold code, as those of Python's own ``.pyc`` files do. Whoever reads them back makes sure that nobody else
could have written them (``kept_templates``).
"""

from __future__ import annotations

import io
import marshal
import os
import pickle
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import CodeType
from typing import Any

from generator.rendering.fill.guard_filters import environment_with
from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.template import Template

_PROGRAM = str(Path(__file__).parent.parent)
_LIBRARIES = ("docxtpl", "jinja2", "lxml", "markupsafe")
_ENVIRONMENT = "environment"


class UnreadableTemplateError(ValueError):
    """Octets that hold no template of this very program."""


def preserve_template(template: Template) -> bytes:
    """Return a template, compiled without filters of the caller's own, as octets."""
    buffer = io.BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(template)
    return buffer.getvalue()


def restore_template(data: bytes) -> Template:
    """Return the template that octets hold; only octets that nobody else could have written may be given.

    Raises:
        UnreadableTemplateError: they hold none.
    """
    try:
        restored = _Unpickler(io.BytesIO(data)).load()
    except Exception as error:
        raise UnreadableTemplateError from error
    if not isinstance(restored, Template):
        raise UnreadableTemplateError
    return restored


def program_stamp() -> str:
    """Return a digest that changes with the program, with the libraries that it renders with and with Python."""
    libraries = (spec.origin for name in _LIBRARIES if (spec := find_spec(name)) and spec.origin)
    files = [*_modules(_PROGRAM), *((path, Path(path).stat()) for path in libraries)]
    stamps = sorted((path, status.st_size, status.st_mtime_ns) for path, status in files)
    return sha256(repr((sys.version, *stamps)).encode()).hexdigest()


def _modules(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Walk the modules of a folder; every command does, and ``Path.rglob`` takes three times as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _modules(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path, entry.stat()


class _Pickler(pickle.Pickler):
    """Writes code as Python does, and an environment by its name."""

    def persistent_id(self, obj: Any) -> str | None:  # noqa: ANN401 - pickle's signature
        return _ENVIRONMENT if isinstance(obj, PlainDataEnvironment) else None

    def reducer_override(self, obj: Any) -> Any:  # noqa: ANN401 - pickle's signature
        if isinstance(obj, CodeType):
            return marshal.loads, (marshal.dumps(obj),)
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Reads what the program wrote: its own classes, in one environment for all the parts of a template."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file)
        self._environment = environment_with({})

    def persistent_load(self, pid: str) -> PlainDataEnvironment:  # noqa: ARG002 - pickle's signature
        return self._environment
