"""The manifest: canonical JSON that lists every file of a package with its SHA-256, and the seal that covers it.

Canonical means: UTF-8, keys sorted, no space but one final line feed; equal contents give equal bytes (after RFC 8785,
whose number rules do not matter here: a manifest holds integers and text only).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

MANIFEST = "manifeste.json"
SEAL = "manifeste.sha256"


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def canonical(value: object) -> bytes:
    """Write a value of text, integers, lists and mappings as canonical JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{text}\n".encode()


def listing(files: Mapping[str, bytes]) -> list[dict[str, str | int]]:
    """List files by path, with size in bytes and SHA-256."""
    return [
        {"chemin": path, "octets": len(content), "sha256": digest_of(content)}
        for path, content in sorted(files.items())
    ]


def seal_of(manifest: bytes) -> bytes:
    """Return the seal of a manifest, in the form that ``sha256sum --check`` reads."""
    return f"{digest_of(manifest)}  {MANIFEST}\n".encode()
