"""Verification of a published package: any changed, missing or extra byte is refused, and named.

Whoever changes a file can make the seal again; so the covers are read too, which bear the digest of the act, and what
the package's own sources give is compared with it.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import ZipFile

from generator.artifacts import Package
from generator.canonical_json import digest_of
from generator.findings import Finding, Place
from generator.messages import signature_packages
from generator.messages.message import InFull
from generator.package.covers import UNREADABLE, Copy, cover_differences
from generator.package.manifest import (
    FORM,
    MANIFEST,
    ORIGINALS,
    PROGRAM,
    SEAL,
    SIGNATURE,
    SOURCES,
    copy_folder,
    seal_of,
)

_DIGEST = re.compile(r"[0-9a-f]{64}")
_FILES = "fichiers"
_UNLISTED = frozenset({MANIFEST, SEAL, SIGNATURE})
_UNREADABLE_JSON = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


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


def verify(folder: Path) -> list[Finding]:
    """Compare a package with its manifest, and its covers with its originals.

    Args:
        folder: a package's folder.

    Returns:
        One finding for each difference; none when the package is intact.
    """
    manifest_path = folder / MANIFEST
    if folder.is_symlink() or not manifest_path.is_file():
        return [signature_packages.NOT_A_PACKAGE.at(_at(folder), chemin=InFull(folder.name), manifeste=MANIFEST)]
    content = manifest_path.read_bytes()
    seal = folder / SEAL
    if not seal.is_file() or seal.read_bytes() != seal_of(content):
        return [signature_packages.BROKEN_SEAL.at(_at(seal), sceau=SEAL)]
    try:
        manifest = json.loads(content)
        expected = _listed_files(manifest)
    except _UNREADABLE_JSON as error:
        return [signature_packages.UNREADABLE_MANIFEST.at(_at(manifest_path), detail=type(error).__name__)]
    found = [*_file_differences(folder, expected), *_original_differences(folder, manifest, expected)]
    return found or list(_cover_differences(folder, manifest, expected))


def origin_of(folder: Path) -> Origin:
    """Return where a package that verifies says that it comes from."""
    manifest = json.loads((folder / MANIFEST).read_bytes())
    program, form = (told if isinstance(told, str) else "" for told in map(manifest.get, (PROGRAM, FORM)))
    is_told = f"{SOURCES}/{form.lstrip('/')}" in _listed_files(manifest)
    return Origin(program, "" if form.startswith("/") else form, is_told)


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
    present = {path: entry for path, entry in _entries(folder) if path not in _UNLISTED}
    for path, content in sorted(again.files.items()):
        entry = present.pop(path, None)
        if path in _UNLISTED:
            continue
        if entry is None:
            yield signature_packages.MISSING_FROM_PACKAGE.at(_at(folder / path))
        elif not is_same_document(entry.read_bytes(), content):
            yield signature_packages.UNLIKE_SOURCES.at(_at(entry))
    for entry in present.values():
        yield signature_packages.NOT_FROM_SOURCES.at(_at(entry))
    told, given = (json.loads(content) for content in ((folder / MANIFEST).read_bytes(), again.files[MANIFEST]))
    unlike = sorted(key for key in {*told, *given} - {_FILES} if told.get(key) != given.get(key))
    if unlike:
        yield signature_packages.MANIFEST_UNLIKE_SOURCES.at(_at(folder / MANIFEST), cles=tuple(unlike))


def is_same_document(one: bytes, other: bytes) -> bool:
    """Whether two files hold the same: equal bytes, or archives of equal members, however they were compressed."""
    return one == other or (one[:2] == other[:2] == b"PK" and _members(one) == _members(other) is not None)


def _listed_files(manifest: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """Return path → SHA-256 as the manifest lists them; refuse paths that leave the package."""
    listed = {entry["chemin"]: entry["sha256"] for entry in manifest["fichiers"]}
    for path, digest in listed.items():
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts or not _DIGEST.fullmatch(digest):
            raise ValueError(path)
    return listed


def _file_differences(folder: Path, expected: dict[str, str]) -> Iterator[Finding]:
    present = dict(_entries(folder))
    for path, digest in sorted(expected.items()):
        entry = present.pop(path, None)
        if entry is None:
            yield signature_packages.MISSING_FILE.at(_at(folder / path))
        elif entry.is_symlink():
            yield signature_packages.SYMBOLIC_LINK.at(_at(entry))
        elif (found := digest_of(entry.read_bytes())) != digest:
            yield signature_packages.CHANGED_FILE.at(_at(entry), trouvee=InFull(found), attendue=InFull(digest))
    for path, entry in sorted(present.items()):
        if path not in _UNLISTED:
            yield signature_packages.EXTRA_FILE.at(_at(entry))


def _entries(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file, link and empty folder of a package by its relative path."""
    for root, folders, names in os.walk(folder):
        here = Path(root)
        links = [name for name in folders if (here / name).is_symlink()]
        if not folders and not names:
            yield here.relative_to(folder).as_posix(), here
        for name in [*names, *links]:
            entry = here / name
            yield entry.relative_to(folder).as_posix(), entry


def _original_differences(
    folder: Path, manifest: Mapping[str, object], expected: Mapping[str, str]
) -> Iterator[Finding]:
    """Find originals that are not alike, or not as many as the manifest and those who receive them."""
    originals = manifest.get(ORIGINALS)
    if not isinstance(originals, dict):
        yield signature_packages.UNREADABLE_MANIFEST.at(_at(folder / MANIFEST), detail=ORIGINALS)
        return
    number, recipients = originals.get("nombre"), originals.get("destinataires")
    if not isinstance(number, int) or not isinstance(recipients, list):
        yield signature_packages.UNREADABLE_MANIFEST.at(_at(folder / MANIFEST), detail=ORIGINALS)
        return
    bodies = {path: digest for path, digest in expected.items() if PurePosixPath(path).name == originals.get("acte")}
    places = {f"{copy_folder(rank)}/{originals.get('acte')}" for rank in range(1, number + 1)}
    if set(bodies) != places or set(bodies.values()) != {originals.get("sha256")} or len(recipients) != number:
        yield signature_packages.UNLIKE_ORIGINALS.at(_at(folder / "originaux"), nombre=str(number))


def _cover_differences(folder: Path, manifest: Mapping[str, Any], expected: Mapping[str, str]) -> Iterator[Finding]:
    """Compare each cover with the original beside it."""
    originals = manifest[ORIGINALS]
    for rank, recipient in enumerate(originals["destinataires"], start=1):
        copy = Copy(rank, originals["nombre"], str(recipient), originals["sha256"])
        beside = [path for path in expected if path.startswith(f"{copy_folder(rank)}/")]
        covers = [path for path in beside if PurePosixPath(path).name != originals["acte"]]
        if not covers:
            yield signature_packages.NO_COVER.at(_at(folder / copy_folder(rank)))
        for path in covers:
            yield from cover_differences((folder / path).read_bytes(), copy, _at(folder / path))


def _members(content: bytes) -> list[tuple[str, bytes]] | None:
    """Return what an archive holds, in order; None when it cannot be read."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return [(member.filename, archive.read(member)) for member in archive.infolist()]
    except UNREADABLE:
        return None


def _at(path: Path) -> Place:
    return Place(path.as_posix())
