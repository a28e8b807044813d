"""The ledger of a year: what each action was last made from, what was written of it, and what was found."""

from generator.ledger.fingerprints import YearPrints
from generator.ledger.lot import Entry, Lot, finding_from, finding_in_full

__all__ = ["Entry", "Lot", "YearPrints", "finding_from", "finding_in_full"]
