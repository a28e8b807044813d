"""Whole numbers read in a French text, in figures or in words: « 4 », « quatre », « vingt-deux »."""

from __future__ import annotations

from functools import cache
from typing import Final

from generator.french.numbers import cardinal

_LARGEST_READ: Final = 100
"""Beyond, nobody spells the number of originals or of years that an act has."""


def whole_number(word: str) -> int | None:
    """Read one word, in figures or, up to a hundred, in letters; None for another word."""
    return int(word) if word.isdecimal() else _spelt().get(word.casefold())


@cache
def _spelt() -> dict[str, int]:
    return {"une": 1} | {cardinal(number): number for number in range(1, _LARGEST_READ + 1)}
