"""The signature package: identical originals, their covers, the papers around them, and a sealed manifest."""

from generator.package.assembly import Record, assemble
from generator.package.manifest import MANIFEST, SEAL
from generator.package.verification import verify

__all__ = ["MANIFEST", "SEAL", "Record", "assemble", "verify"]
