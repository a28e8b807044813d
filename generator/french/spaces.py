"""The characters that French typography adds to the keyboard's."""

from __future__ import annotations

from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"
"""Before « : », « » » and « € », after « « », and inside what must stay on one line (« 1er mars », « n° 12 »)."""

NARROW_NO_BREAK_SPACE: Final = "\u202f"
"""Between thousands, and before « ; », « ! », « ? » and « % »."""

APOSTROPHE: Final = "\u2019"
"""The typographic apostrophe, ’."""

MINUS: Final = "\u2212"
"""The minus sign, −, as wide as a digit."""
