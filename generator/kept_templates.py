"""Compiled templates, kept from one run to the next in a folder of the user's own: what is kept holds code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator.keeping import OwnFolder
from generator.rendering import (
    Template,
    UnreadableTemplateError,
    preserve_template,
    rendering_stamp,
    restore_template,
)

_MOST = 64
"""Templates kept; beyond, the oldest go."""

_SUFFIX = ".modele"


class KeptTemplates:
    """The templates kept in a folder.

    Args:
        folder: where they are kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = OwnFolder(folder, _MOST)

    def get(self, sources: Mapping[str, bytes]) -> Template | None:
        """Return the template that was compiled from some files, or None when it is not kept, or not surely ours.

        Args:
            sources: the content of each file that it was compiled from, by name.
        """
        kept = self._folder.get(self._name(sources))
        try:
            return None if kept is None else restore_template(kept)
        except UnreadableTemplateError:
            return None

    def put(self, sources: Mapping[str, bytes], template: Template) -> None:
        """Keep a template; what the disk refuses is compiled again by the next run."""
        self._folder.put(self._name(sources), preserve_template(template))

    def _name(self, sources: Mapping[str, bytes]) -> str:
        contents = {name: sha256(content).hexdigest() for name, content in sorted(sources.items())}
        return f"{sha256(repr((self._stamp, contents)).encode()).hexdigest()}{_SUFFIX}"

    @cached_property
    def _stamp(self) -> str:
        return rendering_stamp()
