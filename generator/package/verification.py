"""Verification of a published package: any changed, missing or extra byte is refused, and named.

Whoever changes a file can make the seal again; so the covers are read too, which bear the digest of the act.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from generator.artifacts import MANIFEST, SIGNATURE
from generator.canonical_json import digest_of
from generator.findings import Finding, Place
from generator.messages import signature_packages
from generator.messages.message import InFull
from generator.package.covers import Copy, cover_differences
from generator.package.manifest import (
    FORMAT,
    ORIGINALS,
    PRESENT_FORMAT,
    SEAL,
    copy_folder,
    listed_files,
    listed_sources,
    seal_of,
)
from generator.package.sources_archive import ARCHIVE, SourcesArchiveError, sources_in

_UNLISTED = frozenset({MANIFEST, SEAL, SIGNATURE})
_UNREADABLE_JSON = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


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
        expected, sources = listed_files(manifest), listed_sources(manifest)
    except _UNREADABLE_JSON as error:
        return [signature_packages.UNREADABLE_MANIFEST.at(_at(manifest_path), detail=type(error).__name__)]
    found = [
        *_file_differences(folder, expected),
        *_original_differences(folder, manifest, expected),
        *(_source_differences(folder, expected, sources) if manifest[FORMAT] == PRESENT_FORMAT else ()),
    ]
    return found or list(_cover_differences(folder, manifest, expected))


def _source_differences(folder: Path, files: Mapping[str, str], listed: Mapping[str, str]) -> Iterator[Finding]:
    """Compare the archive of the sources with what the manifest says that it holds."""
    path = folder / ARCHIVE
    if path.is_symlink() or not path.is_file():
        if ARCHIVE not in files:
            yield signature_packages.MISSING_FILE.at(_at(path))
        return
    archive = path.read_bytes()
    try:
        sources = sources_in(archive, _at(path))
    except SourcesArchiveError as refused:
        if digest_of(archive) == files.get(ARCHIVE):  # else it is known to have been changed
            yield from refused.findings
        return
    for name, digest in sorted(listed.items()):
        content = sources.pop(name, None)
        if content is None:
            yield signature_packages.MISSING_FILE.at(_at(path / name))
        elif (found := digest_of(content)) != digest:
            yield signature_packages.CHANGED_FILE.at(_at(path / name), trouvee=InFull(found), attendue=InFull(digest))
    for name in sorted(sources):
        yield signature_packages.EXTRA_FILE.at(_at(path / name))


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


def _at(path: Path) -> Place:
    return Place(path.as_posix())
