"""The ledger of a year: what each action was last made from, what was written of it, and what was found."""

from generator.ledger.lot import Lot, LotLine
from generator.ledger.year_ledger import Kept, Standing, YearLedger
from generator.ledger.year_lock import YearLock

__all__ = ["Kept", "Lot", "LotLine", "Standing", "YearLedger", "YearLock"]
