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
from generator.workspace import YAML_SUFFIXES, Workspace, is_row, names_in, number_in, programme_in

_DECIDING = ("docxtpl", "jinja2", "lxml", "markupsafe", "pydantic", "pydantic-core", "python-docx", "pyyaml")
"""Libraries whose version may change a byte of what is made."""

_PROGRAM = Path(__file__).parent.parent


class YearPrints:
    """The fingerprints of a year's actions, each shared file being read once.

    Args:
        workspace: where.
        folder: that of the year's inputs.
        rows: the digest of what a workbook says of each action, by its form; empty when each has a file.

    Attributes:
        of_form: gives the digest of a form; None when it cannot be read.
    """

    def __init__(self, workspace: Workspace, folder: Path, rows: Mapping[Path, str]) -> None:
        self._workspace = workspace
        self._folder = folder
        self._of_framework = {
            identifier: [digest_of_file(workspace.framework(identifier)), digest_of_file(workspace.events(identifier))]
            for identifier in workspace.framework_ids()
        }
        self.of_form = cache(lambda form: rows.get(form) if is_row(form) else digest_of_file(form))

    def key(self, form: Path, mode: str, framework: str, kept_texts: Mapping[str, str | None]) -> str:
        """Return the digest of all that decides what is made of an action.

        Args:
            form: its file.
            mode: what is made of it.
            framework: the identifier of its framework convention; where it is not known, all of them decide.
            kept_texts: the approved drafts that it names, by workspace path → SHA-256; None for one that is not there.
        """
        return digest_of(
            canonical(
                {
                    "commun": self.shared,
                    "convention": self._of_framework.get(framework, self._of_framework),
                    "formulaire": self.of_form(form),
                    "mode": mode,
                    "noms": list(self._alike(form)),
                    "textes": dict(kept_texts),
                    "votes": list(self._votes(number_in(form))),
                }
            )
        )

    def kept_texts(self, names: Iterable[str]) -> dict[str, str | None]:
        """Return the digests of approved drafts, by workspace path; None for one that is not there."""
        return {name: digest_of_file(self._workspace.root / name) for name in names}

    @cached_property
    def shared(self) -> str:
        """The digest of what all actions of the year share: tables, law, settings, templates, program."""
        workspace = self._workspace
        files = {path for folder in workspace.shared_folders for path in folder.rglob("*") if path.is_file()}
        files |= {workspace.rule_settings, programme_in(self._folder)}
        contents = {workspace.name_of(path): digest_of_file(path) for path in sorted(files)}
        shared = {"conventions": list(self._of_framework), "fichiers": contents, "programme": program_digest()}
        return digest_of(canonical(shared))

    @cached_property
    def frameworks(self) -> str:
        """The digest of all framework conventions and of what happened to them."""
        return digest_of(canonical(self._of_framework))

    def _alike(self, form: Path) -> Iterator[str]:
        """Yield the names beside a form that differ from it by case or extension alone: they are told."""
        for suffix in (form.suffix, *sorted(YAML_SUFFIXES)):
            yield from self._names.get(f"{form.stem}{suffix}".casefold(), ())

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        return names_in(self._folder)

    def _votes(self, number: str) -> Iterator[str]:
        """Yield the names of what was kept for an action: a copy that no form names is told."""
        if number in self._voted:
            folder = self._workspace.root / "votes" / number
            yield from (path.relative_to(folder).as_posix() for path in sorted(folder.glob("*/*.docx")))

    @cached_property
    def _voted(self) -> frozenset[str]:
        """The numbers of the actions of which something was kept: most have nothing, and need not be looked for."""
        return frozenset(name for names in names_in(self._workspace.root / "votes").values() for name in names)


def is_intact(folder: Path, digests: Mapping[str, str]) -> bool:
    """Whether each of these files, named from a folder, is there and has the digest that it was written with."""
    return all(digest_of_file(folder / name) == digest for name, digest in digests.items())


def digest_of_file(path: Path) -> str | None:
    """Return the SHA-256 of a file; None when it cannot be read."""
    try:
        return digest_of(path.read_bytes())
    except (OSError, ValueError):
        return None


@cache
def program_digest() -> str:
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
