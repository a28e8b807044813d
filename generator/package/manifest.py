"""The manifest lists every file of a package with its SHA-256; seal and signature cover the manifest."""

from __future__ import annotations

from collections.abc import Mapping

from generator.canonical_json import digest_of

MANIFEST = "manifeste.json"
SEAL = "manifeste.sha256"
SIGNATURE = "manifeste.sig"

ORIGINALS = "originaux"
PROGRAM = "programme"
FORM = "formulaire"
"""Keys of the manifest: the originals, the program that made it, the form of its action."""

SOURCES = "sources"
"""Folder of what a package was made from, as a workspace."""


def copy_folder(rank: int) -> str:
    """Return the folder of an original, by its number."""
    return f"originaux/exemplaire-{rank}"


def made_by(version: str) -> str:
    """Return how a manifest names the version of the program."""
    return f"parafe {version}"


def listing(files: Mapping[str, bytes]) -> list[dict[str, str | int]]:
    """List files by path, with size in bytes and SHA-256."""
    return [
        {"chemin": path, "octets": len(content), "sha256": digest_of(content)}
        for path, content in sorted(files.items())
    ]


def seal_of(manifest: bytes) -> bytes:
    """Return the seal of a manifest, in the form that ``sha256sum --check`` reads."""
    return f"{digest_of(manifest)}  {MANIFEST}\n".encode()
