"""Ways of calculating as people write them: « 3 voyageurs à 430,00 € », « 4 personnes, 5 nuits à 80 € », « 7 × 600 € ».

What can be read in one way only is read; all else is left alone: a wrong reading would accuse a right amount.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, reduce
from operator import mul

_SPACE = "[ \u00a0\u202f]"
_NUMBER = rf"(?:[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+|[0-9]{{1,9}})(?:[.,][0-9]{{1,2}})?"
_CURRENCY = r"€|euros?|[A-Z]{3}"
_WORDS = r"[^0-9,;:+=×*/€%()]+?"
_EACH = r"(?:chacune?|l’unité|l'unité|pièce|TTC|HT)"
_PRICE = re.compile(
    rf"(?P<counted>.+?){_SPACE}(?:à|à raison de|au prix de|au tarif de){_SPACE}"
    rf"(?P<price>{_NUMBER}){_SPACE}?(?P<currency>{_CURRENCY})?(?:{_SPACE}{_EACH})?"
)
_PRODUCT = re.compile(rf"{_SPACE}?[×*]{_SPACE}?|{_SPACE}x{_SPACE}")
_COUNT = re.compile(rf"(?P<number>{_NUMBER})(?:{_SPACE}(?P<words>{_WORDS}))?")
_SUM_OF_MONEY = re.compile(rf"(?P<number>{_NUMBER}){_SPACE}?(?P<currency>{_CURRENCY})")
_STRETCH_OF_TIME = re.compile(
    r"(?:demi-journées?|journées?|jours?|nuits?|nuitées?|semaines?|mois|heures?)\b", re.IGNORECASE
)
_WHO_STAYS = re.compile(
    r"(?:personne|voyageur|voyageuse|participante?|agente?|élue?|artiste|artisane?|jeune|élève|étudiante?|stagiaire|"
    r"formateur|formatrice|intervenante?|experte?|interprète|accompagnateur|accompagnatrice|invitée?|membre|chambre|"
    r"véhicule)s?\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:et|ou|plus|environ)\b", re.IGNORECASE)
_EURO = ("€", "euro", "euros")


@dataclass(frozen=True, slots=True)
class Calculation:
    """What a way of calculating amounts to, and in which currency; its code, or None where it does not say."""

    amount: Decimal
    currency: str | None


@lru_cache(maxsize=1024)
def calculation(text: str) -> Calculation | None:
    """Read a way of calculating; None unless the whole text can be read, and in one way only."""
    words = text.strip().removesuffix(".").rstrip()
    if _SEVERAL.search(words):
        return None
    price = _PRICE.fullmatch(words)
    if price is None:
        return _written_product(words)
    counts = _counts(price["counted"])
    if not counts:
        return None
    return Calculation(reduce(mul, counts, _figure(price["price"])), _code(price["currency"]))


def _counts(counted: str) -> list[Decimal]:
    """Return what multiplies a price; nothing when it may be a sum: « 2 adultes, 3 enfants »."""
    if _PRODUCT.search(counted):
        return _read([*_PRODUCT.split(counted)])
    parts = re.split(rf",{_SPACE}", counted)
    of_time = [part for part in parts if _STRETCH_OF_TIME.search(part)]
    of_persons = [part for part in parts if _WHO_STAYS.search(part)]
    # Persons and nights multiply; two counts of one kind may add up.
    if len(parts) == 1 or (len(parts) == len(of_time) + len(of_persons) and len(of_time) == len(of_persons) == 1):
        return _read(parts)
    return []


def _read(parts: list[str]) -> list[Decimal]:
    found = [_COUNT.fullmatch(part) for part in parts]
    known = [match for match in found if match]
    return [_figure(match["number"]) for match in known] if len(known) == len(found) else []


def _written_product(words: str) -> Calculation | None:
    """Read « 7 jours × 600 € », in any order: one factor is money, the others count."""
    parts = _PRODUCT.split(words)
    money = [match for part in parts if (match := _SUM_OF_MONEY.fullmatch(part))]
    counts = _read([part for part in parts if not _SUM_OF_MONEY.fullmatch(part)])
    if len(money) != 1 or not counts:
        return None
    return Calculation(reduce(mul, counts, _figure(money[0]["number"])), _code(money[0]["currency"]))


def _figure(text: str) -> Decimal:
    return Decimal(re.sub(_SPACE, "", text).replace(",", "."))


def _code(currency: str | None) -> str | None:
    return "EUR" if currency in _EURO else currency
