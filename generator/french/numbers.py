"""Numbers in words and in figures.

Words follow the traditional spelling: hyphens below one hundred only (« quatre-vingt-dix-sept », « vingt et
un »), « cents » and « vingts » where they are multiplied and close the number or stand before a noun such as
« millions », « mille » without plural. num2words spells the cardinals; ordinals are made here, because its own
keep the plural (« quatre-vingtsième »).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from generator.french.spaces import MINUS, NARROW_NO_BREAK_SPACE

LARGEST_CARDINAL: Final = 999_999_999_999
_LARGEST_ORDINAL: Final = 999_999
_SMALLEST_PLURAL: Final = 2
_FINAL_ONE: Final = re.compile(r"\bun$")


def is_plural(quantity: int | Decimal) -> bool:
    """Tell whether a noun counted by ``quantity`` takes the plural, which begins at two: « 1,50 euro »."""
    return not -_SMALLEST_PLURAL < quantity < _SMALLEST_PLURAL


@lru_cache(maxsize=4096)
def cardinal(n: int, *, feminine: bool = False) -> str:
    """Write ``n`` in words: 21 → « vingt et un », in the feminine « vingt et une ».

    Raises:
        ValueError: ``n`` is negative or above 999 999 999 999.
    """
    if not 0 <= n <= LARGEST_CARDINAL:
        raise ValueError(f"Le nombre {n} ne s’écrit pas en lettres : il doit aller de 0 à {LARGEST_CARDINAL}.")
    from num2words import num2words  # noqa: PLC0415 - it brings every language, and few commands spell numbers

    words = str(num2words(n, lang="fr"))
    return _FINAL_ONE.sub("une", words) if feminine else words


def ordinal(n: int, *, feminine: bool = False) -> str:
    """Write the rank ``n`` in words: 1 → « premier » or « première », 21 → « vingt et unième ».

    Raises:
        ValueError: ``n`` is below 1 or above 999 999.
    """
    if not 1 <= n <= _LARGEST_ORDINAL:
        raise ValueError(f"Le rang {n} ne s’écrit pas en lettres : il doit aller de 1 à {_LARGEST_ORDINAL}.")
    if n == 1:
        return "première" if feminine else "premier"
    return f"{_ordinal_stem(cardinal(n))}ième"


def _ordinal_stem(words: str) -> str:
    """Return what « -ième » follows: « quatre » → « quatr », « cinq » → « cinqu », « deux cents » → « deux cent »."""
    if words.endswith(("cents", "vingts", "e")):
        return words[:-1]
    if words.endswith("cinq"):
        return f"{words}u"
    if words.endswith("neuf"):
        return f"{words[:-1]}v"
    return words


def article_number(n: int) -> str:
    """Write the number of an article: « 1er » for the first, then « 2 », « 3 ».

    Raises:
        ValueError: ``n`` is below 1.
    """
    if n < 1:
        raise ValueError(f"Le numéro d’article {n} n’existe pas : les articles se comptent à partir de 1.")
    return "1er" if n == 1 else str(n)


def decimal_number(number: Decimal) -> str:
    """Write ``number`` in figures, exactly, without useless zeros: « 12 500 », « 10,86 », « −0,5 ».

    Thousands are set apart by a narrow no-break space.

    Raises:
        ValueError: ``number`` is infinite or not a number.
    """
    if not number.is_finite():
        raise ValueError(f"La valeur {number} n’est pas un nombre.")
    whole, _, decimals = f"{number.copy_abs():,f}".partition(".")
    decimals = decimals.rstrip("0")
    sign = MINUS if number < 0 else ""
    return sign + whole.replace(",", NARROW_NO_BREAK_SPACE) + (f",{decimals}" if decimals else "")


def percent(rate: Decimal) -> str:
    """Write a rate that is already in hundredths: 17.5 → « 17,5 % », with a narrow no-break space.

    Raises:
        ValueError: ``rate`` is infinite or not a number.
    """
    return f"{decimal_number(rate)}{NARROW_NO_BREAK_SPACE}%"
