"""How seldom Python looks for what only a cycle keeps alive: an action makes many values, and hardly a cycle."""

from __future__ import annotations

import gc

_THRESHOLDS = (20_000, 20, 50)
"""Values made, and not dropped, before a look at the young ones. With Python’s own 700 a year takes a tenth more."""


def settle_collector() -> None:
    """Leave what is imported out of every look, and look seldom at the rest."""
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()
