"""The signature package: identical originals, their covers, the papers around them, and a sealed manifest."""

from generator.package.assembly import Record, assemble
from generator.package.manifest import MANIFEST, SEAL, SIGNATURE, SOURCES, made_by
from generator.package.verification import (
    Origin,
    differences_from_sources,
    is_same_document,
    origin_of,
    original_in,
    verify,
)

__all__ = [
    "MANIFEST",
    "SEAL",
    "SIGNATURE",
    "SOURCES",
    "Origin",
    "Record",
    "assemble",
    "differences_from_sources",
    "is_same_document",
    "made_by",
    "origin_of",
    "original_in",
    "verify",
]
