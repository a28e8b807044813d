"""Verification of a published package: any changed, missing or extra byte is refused, and named."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.canonical_json import digest_of
from generator.findings import Finding, Place
from generator.messages import signature_packages
from generator.messages.message import InFull
from generator.package.manifest import MANIFEST, SEAL, seal_of

_DIGEST = re.compile(r"[0-9a-f]{64}")


def verify(folder: Path) -> list[Finding]:
    """Compare a package with its manifest.

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
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        return [signature_packages.UNREADABLE_MANIFEST.at(_at(manifest_path), detail=type(error).__name__)]
    return [*_file_differences(folder, expected), *_original_differences(folder, manifest, expected)]


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
        if path not in {MANIFEST, SEAL}:
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


def _original_differences(folder: Path, manifest: dict[str, object], expected: dict[str, str]) -> Iterator[Finding]:
    originals = manifest.get("originaux")
    if not isinstance(originals, dict):
        yield signature_packages.UNREADABLE_MANIFEST.at(_at(folder / MANIFEST), detail="originaux")
        return
    digests = [
        digest
        for path, digest in expected.items()
        if path.startswith("originaux/") and path.endswith(f"/{originals.get('acte')}")
    ]
    if len(digests) != originals.get("nombre") or set(digests) != {originals.get("sha256")}:
        yield signature_packages.UNLIKE_ORIGINALS.at(_at(folder / "originaux"), nombre=str(originals.get("nombre")))


def _at(path: Path) -> Place:
    return Place(path.as_posix())
