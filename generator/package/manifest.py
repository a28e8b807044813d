"""The manifest lists every file of a package with its SHA-256; the seal covers the manifest."""

from __future__ import annotations

from collections.abc import Mapping

from generator.canonical_json import digest_of

MANIFEST = "manifeste.json"
SEAL = "manifeste.sha256"


def listing(files: Mapping[str, bytes]) -> list[dict[str, str | int]]:
    """List files by path, with size in bytes and SHA-256."""
    return [
        {"chemin": path, "octets": len(content), "sha256": digest_of(content)}
        for path, content in sorted(files.items())
    ]


def seal_of(manifest: bytes) -> bytes:
    """Return the seal of a manifest, in the form that ``sha256sum --check`` reads."""
    return f"{digest_of(manifest)}  {MANIFEST}\n".encode()
