"""The manifest lists every file of a package with its SHA-256; seal and signature cover the manifest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from generator.artifacts import MANIFEST
from generator.canonical_json import digest_of

SEAL = "manifeste.sha256"

FILES = "fichiers"
SOURCES = "sources"
ORIGINALS = "originaux"
PROGRAM = "programme"
FORM = "formulaire"
FORMAT = "format"
"""Keys of the manifest: its files, its sources, the originals, the program that made it, the form of its action, and
the format that it is written in."""

PRESENT_FORMAT = 2
"""Since which a package holds its sources as one archive, whose files the manifest lists apart."""

FORMER_FORMAT = 1
"""In which they stood in a folder, and were listed with the other files."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


def copy_folder(rank: int) -> str:
    """Return the folder of an original, by its number."""
    return f"originaux/exemplaire-{rank}"


def made_by(version: str) -> str:
    """Return how a manifest names the version of the program."""
    return f"parafe {version}"


def listing(files: Mapping[str, bytes], digests: Mapping[str, str]) -> list[dict[str, str | int]]:
    """List files by path, with size in bytes and SHA-256."""
    return [
        {"chemin": path, "octets": len(content), "sha256": digests[path]} for path, content in sorted(files.items())
    ]


def seal_of(manifest: bytes) -> bytes:
    """Return the seal of a manifest, in the form that ``sha256sum --check`` reads."""
    return f"{digest_of(manifest)}  {MANIFEST}\n".encode()


def listed_files(manifest: Mapping[str, Any]) -> dict[str, str]:
    """Return path → SHA-256 of the files of a package, as its manifest lists them.

    Raises:
        ValueError: a path leaves the package, or a digest is none; other shapes raise what reading them raises.
    """
    return _listed(manifest[FILES])


def listed_sources(manifest: Mapping[str, Any]) -> dict[str, str]:
    """Return name → SHA-256 of the sources of a package, as its manifest lists them in its format.

    Raises:
        ValueError: it is in no format that is known, or as :func:`listed_files` tells.
    """
    if manifest[FORMAT] == PRESENT_FORMAT:
        return _listed(manifest[SOURCES])
    if manifest[FORMAT] != FORMER_FORMAT:
        raise ValueError(FORMAT)
    start = f"{SOURCES}/"
    files = _listed(manifest[FILES])
    return {path.removeprefix(start): digest for path, digest in files.items() if path.startswith(start)}


def _listed(entries: Sequence[Mapping[str, str]]) -> dict[str, str]:
    listed = {entry["chemin"]: entry["sha256"] for entry in entries}
    for path, digest in listed.items():
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts or not _DIGEST.fullmatch(digest):
            raise ValueError(path)
    return listed
