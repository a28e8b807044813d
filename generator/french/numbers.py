"""Numbers in words and in figures.

Words follow the traditional spelling: hyphens below one hundred only (« quatre-vingt-dix-sept », « vingt et
un »), « cents » and « vingts » where they are multiplied and close the number or stand before a noun such as
« millions », « mille » without plural (Imprimerie nationale, *Lexique des règles typographiques*, « Nombres »).
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

_BELOW_TWENTY: Final = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_EIGHTY: Final = "quatre-vingt"
_TENS: Final = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", _EIGHTY, _EIGHTY)
_COUNTING_ON: Final = {7, 9}
"""The tens that count on from those before them: « soixante-douze », « quatre-vingt-treize »."""

_GREAT_UNITS: Final = ((1_000_000_000, "milliard"), (1_000_000, "million"))


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
    words, rest = [], n
    for unit, name in _GREAT_UNITS:
        count, rest = divmod(rest, unit)
        if count:
            words += [_below_thousand(count), f"{name}s" if is_plural(count) else name]
    thousands, rest = divmod(rest, 1000)
    if thousands:
        words += ["mille"] if thousands == 1 else [_below_thousand(thousands, before_mille=True), "mille"]
    if rest or not words:
        words.append(_below_thousand(rest))
    text = " ".join(words)
    return _FINAL_ONE.sub("une", text) if feminine else text


def _below_thousand(n: int, *, before_mille: bool = False) -> str:
    """Write a number below one thousand; before « mille », neither « cent » nor « vingt » takes the plural."""
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _below_hundred(rest, before_mille=before_mille)
    count = "" if hundreds == 1 else f"{_BELOW_TWENTY[hundreds]} "
    if rest:
        return f"{count}cent {_below_hundred(rest, before_mille=before_mille)}"
    return f"{count}cents" if count and not before_mille else f"{count}cent"


def _below_hundred(n: int, *, before_mille: bool) -> str:
    if n < len(_BELOW_TWENTY):
        return _BELOW_TWENTY[n]
    rank, unit = divmod(n, 10)
    tens, unit = _TENS[rank], unit + 10 if rank in _COUNTING_ON else unit
    if not unit:
        return f"{tens}s" if tens == _EIGHTY and not before_mille else tens
    joint = " et " if unit in {1, 11} and tens != _EIGHTY else "-"
    return f"{tens}{joint}{_BELOW_TWENTY[unit]}"


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
