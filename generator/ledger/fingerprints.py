"""Fingerprints: one digest for all that decides what is made of an action.

It is read before anything dear is imported: a run that finds nothing changed should cost next to nothing.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.canonical_json import canonical, digest_of
from generator.workspace import Workspace, names_in, programme_in

_DECIDING = ("docxtpl", "jinja2", "lxml", "markupsafe", "pydantic", "pydantic-core", "python-docx", "pyyaml")
"""Libraries whose version may change a byte of what is made."""

_PROGRAM = Path(__file__).parent.parent


class YearPrints:
    """The fingerprints of a year's actions, each shared file being read once.

    Args:
        workspace: where.
        folder: that of the year's inputs.
        mode: what is made of each action, in any words that differ when it differs.
    """

    def __init__(self, workspace: Workspace, folder: Path, mode: str) -> None:
        self._workspace = workspace
        self._folder = folder
        self._mode = mode
        self._digest = cache(_digest)

    def key(self, form: Path, number: str, framework: str, kept_texts: Iterable[str]) -> str | None:
        """Return the digest of all that decides what is made of an action; None when its form cannot be read.

        Args:
            form: its file.
            number: its number.
            framework: the identifier of its framework convention.
            kept_texts: workspace paths of the approved drafts that it names, there or not.
        """
        own = self._digest(form)
        if own is None:
            return None
        return digest_of(
            canonical(
                {
                    "commun": self.shared,
                    "convention": self._of_framework(framework),
                    "formulaire": own,
                    "noms": self._names.get(form.name.casefold(), ()),
                    "textes": {name: self._digest(self._workspace.root / name) for name in kept_texts},
                    "votes": list(self._votes(number)),
                }
            )
        )

    @cached_property
    def shared(self) -> str:
        """The digest of what all actions of the year share: tables, law, settings, templates, program."""
        workspace = self._workspace
        folders = (workspace.references, workspace.allowance_tables, workspace.logos, workspace.templates)
        files = {path for folder in folders for path in folder.rglob("*") if path.is_file()}
        files |= {workspace.rule_settings, programme_in(self._folder)}
        shared = {self._workspace.name_of(path): self._digest(path) for path in sorted(files)}
        named = {"conventions": list(workspace.framework_ids()), "mode": self._mode, "programme": _program()}
        return digest_of(canonical({"fichiers": shared, **named}))

    def _of_framework(self, identifier: str) -> list[str | None]:
        paths = (self._workspace.framework(identifier), self._workspace.events(identifier)) if identifier else ()
        return [self._digest(path) for path in paths]

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        return names_in(self._folder)

    def _votes(self, number: str) -> Iterator[str]:
        """Yield the names of what was kept for an action: a copy that no form names is told."""
        folder = self._workspace.root / "votes" / number
        for path in sorted(folder.glob("*/*.docx")):
            yield path.relative_to(folder).as_posix()


def _digest(path: Path) -> str | None:
    """Return the SHA-256 of a file; None when it cannot be read."""
    try:
        return digest_of(path.read_bytes())
    except (OSError, ValueError):
        return None


@cache
def _program() -> str:
    """Return a digest of the program’s files, of the versions of what it stands on, and of Python’s."""
    digest = sha256()
    for path in sorted(_PROGRAM.rglob("*.py")):
        digest.update(path.relative_to(_PROGRAM).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(repr((sys.version, zlib.ZLIB_RUNTIME_VERSION, *map(_version, _DECIDING))).encode())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
