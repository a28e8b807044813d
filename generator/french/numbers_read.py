"""Whole numbers read in a French text, in figures or in words: « 4 », « quatre », « vingt-deux »."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.french.numbers import cardinal

_LARGEST_READ: Final = 100
"""Beyond, nobody spells the number of originals or of years that an act has."""

_ORDINAL: Final = re.compile(r"(?<!\w)(?:(?P<first>1)(?:ère|ere)|(?P<rank>\d+|[IVX]+)i?(?:è|e)me)(?P<many>s?)(?!\w)")
_NUMBER_SIGN: Final = re.compile(r"(?<=[a-zà-ÿ]\s)N°")


def whole_number(word: str) -> int | None:
    """Read one word, in figures or, up to a hundred, in letters; None for another word."""
    return int(word) if word.isdecimal() else _spelt().get(word.casefold())


@cache
def _spelt() -> dict[str, int]:
    return {"une": 1} | {cardinal(number): number for number in range(1, _LARGEST_READ + 1)}


def with_ordinals(text: str) -> str:
    """Write ordinals and « n° » as an act does: « 1ère » → « 1re », « 2ème » → « 2e », « décision N°12 » → « n°12 »."""
    text = _NUMBER_SIGN.sub("n°", text) if "N°" in text else text
    if "me" not in text and "re" not in text:
        return text
    return _ORDINAL.sub(lambda found: f"{found['rank'] or '1r'}e{found['many']}", text)
