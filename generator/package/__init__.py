"""The signature package: identical originals, their covers, the papers around them, and a sealed manifest.

What makes a package comes through here; ``verification`` and ``signature`` are doors of their own, which a draft does
without.
"""

from generator.package.assembly import Record, assemble
from generator.package.manifest import SEAL, made_by
from generator.package.sources_archive import ARCHIVE

__all__ = [
    "ARCHIVE",
    "SEAL",
    "Record",
    "assemble",
    "made_by",
]
