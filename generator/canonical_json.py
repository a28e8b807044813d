"""Canonical JSON and digests: equal contents give equal bytes, and so equal seals.

Canonical means: UTF-8, keys sorted, no space but one final line feed (after RFC 8785, whose number rules do not matter
here: what is written holds integers and text only).
"""

from __future__ import annotations

import hashlib
import json


def canonical(value: object) -> bytes:
    """Write a value of text, integers, lists and mappings as canonical JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{text}\n".encode()


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
