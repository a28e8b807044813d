"""What is worked out of texts, each looked at once: a year’s acts repeat most of each other’s."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

kept_by_text: Final = lru_cache(maxsize=4096)
"""Keep what a function works out of a text; the number bounds the memory, a few of a year's actions at once."""
