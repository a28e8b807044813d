"""Where a published package comes from, and whether its own sources give it.

Whoever changes a file can make the covers and the seal again; the package made again from its sources is compared
with it, file by file.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

from generator.artifacts import MANIFEST, SIGNATURE, Package
from generator.findings import Finding, Place
from generator.messages import signature_packages
from generator.package.covers import UNREADABLE
from generator.package.manifest import (
    FILES,
    FORM,
    FORMAT,
    ORIGINALS,
    PRESENT_FORMAT,
    PROGRAM,
    SEAL,
    SOURCES,
    copy_folder,
    listed_files,
    listed_sources,
)
from generator.package.sources_archive import ARCHIVE, source_name, sources_in, unpacked

_APART = frozenset({MANIFEST, SEAL, SIGNATURE})
_OF_FILES = frozenset({FILES, SOURCES, FORMAT})
"""Keys of the manifest that are compared file by file, and that of the format, in which packages may differ."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a package says that it comes from.

    Attributes:
        program: name and version of what made it.
        form: the form of its action, by its path from the sources; empty when it stood outside the workspace.
        is_told: whether the manifest names a form that the package holds.
    """

    program: str
    form: str
    is_told: bool


def origin_of(folder: Path) -> Origin:
    """Return where a package that verifies says that it comes from."""
    manifest = json.loads((folder / MANIFEST).read_bytes())
    program, form = (told if isinstance(told, str) else "" for told in map(manifest.get, (PROGRAM, FORM)))
    name = source_name(form)
    return Origin(program, form if name == form else "", name in listed_sources(manifest))


def sources_of(folder: Path) -> dict[str, bytes]:
    """Return the sources of a package that verifies, by name, whatever the format that it is in."""
    manifest = json.loads((folder / MANIFEST).read_bytes())
    if manifest[FORMAT] == PRESENT_FORMAT:
        archive = folder / ARCHIVE
        return sources_in(archive.read_bytes(), _at(archive)) if archive.is_file() else {}
    return {name: (folder / SOURCES / name).read_bytes() for name in listed_sources(manifest)}


def original_in(folder: Path) -> bytes:
    """Return the act of a package that verifies: the body of its first original."""
    manifest = json.loads((folder / MANIFEST).read_bytes())
    act: str = manifest[ORIGINALS]["acte"]
    return (folder / copy_folder(1) / act).read_bytes()


def differences_from_sources(folder: Path, again: Package) -> Iterator[Finding]:
    """Compare a package with what its own sources give.

    Args:
        folder: a package that verifies.
        again: the package that its sources give.
    """
    told, given = (json.loads(content) for content in ((folder / MANIFEST).read_bytes(), again.files[MANIFEST]))
    present, made = _present(folder, told), _made(again, _place_of_sources(told))
    for path, content in sorted(made.items()):
        there = present.pop(path, None)
        if there is None:
            yield signature_packages.MISSING_FROM_PACKAGE.at(_at(folder / path))
        elif not is_same_document(there, content):
            yield signature_packages.UNLIKE_SOURCES.at(_at(folder / path))
    for path in present:
        yield signature_packages.NOT_FROM_SOURCES.at(_at(folder / path))
    unlike = sorted(key for key in {*told, *given} - _OF_FILES if told.get(key) != given.get(key))
    if unlike:
        yield signature_packages.MANIFEST_UNLIKE_SOURCES.at(_at(folder / MANIFEST), cles=tuple(unlike))


def _place_of_sources(manifest: Mapping[str, Any]) -> str:
    """Return where a package holds its sources: an archive, or a folder in the former format."""
    return ARCHIVE if manifest[FORMAT] == PRESENT_FORMAT else SOURCES


def _present(folder: Path, manifest: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of a package, those of its archive too instead of the archive."""
    place = _place_of_sources(manifest)
    files = {path: (folder / path).read_bytes() for path in listed_files(manifest) if path not in {*_APART, place}}
    return files | {f"{place}/{name}": content for name, content in sources_of(folder).items()}


def _made(package: Package, place: str) -> dict[str, bytes]:
    """Return the files of a package made again, its sources where the other package holds them."""
    sources = sources_in(package.files[ARCHIVE], Place(ARCHIVE))
    files = {path: content for path, content in package.files.items() if path not in {*_APART, ARCHIVE}}
    return files | {f"{place}/{name}": content for name, content in sources.items()}


def is_same_document(one: bytes, other: bytes) -> bool:
    """Whether two files hold the same: equal bytes, or archives of equal members, however they were compressed."""
    return one == other or (one[:2] == other[:2] == b"PK" and _hold_the_same(one, other))


def _hold_the_same(one: bytes, other: bytes) -> bool:
    """Whether two archives have equal members in one order; nothing is unpacked before their directories are equal."""
    try:
        with ZipFile(io.BytesIO(one)) as first, ZipFile(io.BytesIO(other)) as second:
            pairs = list(zip_longest(first.infolist(), second.infolist()))
            return all(a and b and _key(a) == _key(b) for a, b in pairs) and all(
                unpacked(first, a) == unpacked(second, b) for a, b in pairs
            )
    except UNREADABLE:
        return False


def _key(member: ZipInfo) -> tuple[str, int, int]:
    return member.filename, member.file_size, member.CRC


def _at(path: Path) -> Place:
    return Place(path.as_posix())
