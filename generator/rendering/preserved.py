"""A compiled template as octets, and back: what is compiled once need not be compiled again by the next run.

The octets hold code, as those of Python's own ``.pyc`` files do. Whoever reads them back makes sure that nobody else
could have written them (``kept_templates``).
"""

from __future__ import annotations

import copyreg
import io
import marshal
import pickle
from collections.abc import Callable
from types import CodeType, MappingProxyType
from typing import Any

from generator.keeping import program_stamp
from generator.rendering.fill.guard_filters import environment_with
from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.template import Template

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


def rendering_stamp() -> str:
    """Return a digest that changes with the program, with the libraries that it renders with and with Python."""
    return program_stamp(*_LIBRARIES)


class _Pickler(pickle.Pickler):
    """Writes code as Python does, and an environment by its name."""

    dispatch_table = MappingProxyType[type, Any]({})
    """Nothing of what other picklers are told: a template is written here as it stands."""

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


def _as_octets(template: Template) -> tuple[Callable[[bytes], Template], tuple[bytes]]:
    return restore_template, (preserve_template(template),)


copyreg.pickle(Template, _as_octets)  # a template crosses to another process as it is kept
