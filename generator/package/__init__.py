"""The signature package: identical originals, their covers, the papers around them, and a sealed manifest.

What makes a package comes through here; ``verification`` and ``signature`` are doors of their own, which a draft does
without.
"""

from generator.package.assembly import Record, assemble
from generator.package.manifest import MANIFEST, SEAL, SIGNATURE, SOURCES, made_by

__all__ = [
    "MANIFEST",
    "SEAL",
    "SIGNATURE",
    "SOURCES",
    "Record",
    "assemble",
    "made_by",
]
