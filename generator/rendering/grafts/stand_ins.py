"""Breaks that XML does not allow, in the texts of docxtpl's objects: noncharacters stand for them while XML is read."""

from __future__ import annotations

STAND_INS = {"\a": "\ufde0", "\f": "\ufde1"}
"""Noncharacters for the two breaks that XML does not allow (Unicode 23.7)."""

TO_STAND_INS = str.maketrans(STAND_INS)
_FROM_STAND_INS = str.maketrans({stand_in: character for character, stand_in in STAND_INS.items()})


def with_breaks(text: str) -> str:
    """Return a text of an embedded element with its breaks as they were written."""
    return text.translate(_FROM_STAND_INS)
