"""Amounts of money in figures and in words, both from one ``Decimal``.

Nothing is rounded: an amount that the currency cannot express exactly is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from generator.french.numbers import cardinal, decimal_number, is_plural
from generator.french.spaces import MINUS, NO_BREAK_SPACE
from generator.french.words import elide

LARGEST_AMOUNT: Final = Decimal("999999999999.99")
_HUNDREDTH: Final = Decimal("0.01")
_MILLION: Final = 1_000_000
_EXACT: Final = Context(prec=28, traps=[])
_AMOUNTS_KEPT: Final = 4096
"""Amounts that are written once: one often stands at many places, and equal amounts are written alike."""


@dataclass(frozen=True, slots=True)
class _Noun:
    """A counted noun: its two forms and its gender."""

    singular: str
    plural: str
    feminine: bool = False

    def counted(self, n: int) -> str:
        """Write ``n`` in words with the noun: « deux euros », « un million d’euros », « une livre sterling »."""
        number = cardinal(n, feminine=self.feminine)
        noun = self.plural if is_plural(n) else self.singular
        return f"{number} {elide('de', noun)}" if _is_round_millions(n) else f"{number} {noun}"


@dataclass(frozen=True, slots=True)
class _Currency:
    """The nouns of a currency; without ``hundredth`` it has no subdivision in use."""

    unit: _Noun
    hundredth: _Noun | None


_CENTIME: Final = _Noun("centime", "centimes")
_CENT: Final = _Noun("cent", "cents")
_CFA_FRANC: Final = _Noun("franc CFA", "francs CFA")

_CURRENCIES: Final[Mapping[str, _Currency]] = MappingProxyType(
    {
        "EUR": _Currency(_Noun("euro", "euros"), _CENTIME),
        "MAD": _Currency(_Noun("dirham", "dirhams"), _CENTIME),
        "DZD": _Currency(_Noun("dinar algérien", "dinars algériens"), _CENTIME),
        "XOF": _Currency(_CFA_FRANC, None),
        "XAF": _Currency(_CFA_FRANC, None),
        "CHF": _Currency(_Noun("franc suisse", "francs suisses"), _CENTIME),
        "USD": _Currency(_Noun("dollar des États-Unis", "dollars des États-Unis"), _CENT),
        "CAD": _Currency(_Noun("dollar canadien", "dollars canadiens"), _CENT),
        "GBP": _Currency(
            _Noun("livre sterling", "livres sterling", feminine=True), _Noun("penny", "pence")
        ),
    }
)  # fmt: skip


def currency_codes() -> tuple[str, ...]:
    """Return the ISO codes of the currencies that have words here."""
    return tuple(_CURRENCIES)


def amount_in_figures(amount: Decimal, currency: str) -> str:
    """Write an amount in figures: « 12 500,00 € », « 80 000,00 MAD », « −5,00 € », « 500 000 XOF ».

    The euro has its sign; any other currency, known or not, is written by its ISO code, which is never
    ambiguous. Thousands take a narrow no-break space, the sign a no-break space. There are two decimals,
    none for a currency without subdivision.

    Raises:
        ValueError: ``amount`` is not finite, is out of range, or has more decimals than the currency.
    """
    _refuse_no_number(amount)  # a signalling NaN has no hash
    return _figures(amount, currency)


@lru_cache(maxsize=_AMOUNTS_KEPT)
def _figures(amount: Decimal, currency: str) -> str:
    units, hundredths = divmod(abs(_in_hundredths(amount, currency)), 100)
    minus = MINUS if amount < 0 else ""
    decimals = f",{hundredths:02}" if _has_hundredths(currency) else ""
    sign = "€" if currency == "EUR" else currency
    return f"{minus}{decimal_number(Decimal(units))}{decimals}{NO_BREAK_SPACE}{sign}"


def currency_name(currency: str, amount: Decimal) -> str:
    """Return the name of a currency as it follows an amount in figures: « euros », « euro » below two.

    Raises:
        ValueError: ``currency`` has no words here.
    """
    unit = _nouns(currency).unit
    return unit.plural if is_plural(amount) else unit.singular


def amount_in_words(amount: Decimal, currency: str) -> str:
    """Write an amount in words: « douze mille cinq cents euros », « un euro et cinquante centimes ».

    An amount below one unit names the currency too: « cinquante centimes d’euro ».

    Raises:
        ValueError: ``amount`` is negative, not finite, out of range, or has more decimals than the currency;
            or ``currency`` has no words here.
    """
    nouns = _nouns(currency)
    hundredths = _in_hundredths(amount, currency)
    if hundredths < 0:
        raise ValueError(f"Un montant négatif ne s’écrit pas en lettres : {amount}.")
    units, rest = divmod(hundredths, 100)
    if nouns.hundredth is None or not rest:
        return nouns.unit.counted(units)
    subdivision = nouns.hundredth.counted(rest)
    if not units:
        return f"{subdivision} {elide('de', nouns.unit.singular)}"
    return f"{nouns.unit.counted(units)} et {subdivision}"


def amount_in_full(amount: Decimal, currency: str) -> str:
    """Write an amount in figures, then in words: « 12 500,00 € (douze mille cinq cents euros) ».

    Raises:
        ValueError: as ``amount_in_words``.
    """
    return f"{amount_in_figures(amount, currency)} ({amount_in_words(amount, currency)})"


def _nouns(currency: str) -> _Currency:
    try:
        return _CURRENCIES[currency]
    except KeyError:
        known = ", ".join(_CURRENCIES)
        raise ValueError(f"La monnaie {currency} n’a pas de nom connu ; les monnaies connues : {known}.") from None


def _has_hundredths(currency: str) -> bool:
    """Tell whether amounts of ``currency`` have two decimals; an unknown currency has."""
    return currency not in _CURRENCIES or _CURRENCIES[currency].hundredth is not None


def _in_hundredths(amount: Decimal, currency: str) -> int:
    """Return the amount as a whole number of hundredths of its unit, or refuse it (``ValueError``)."""
    _refuse_no_number(amount)
    if amount.copy_abs() > LARGEST_AMOUNT:
        raise ValueError(f"Le montant {amount} dépasse {decimal_number(LARGEST_AMOUNT)}.")
    step = _HUNDREDTH if _has_hundredths(currency) else Decimal(1)
    if amount.quantize(step, context=_EXACT) != amount:
        allowed = "deux décimales" if _has_hundredths(currency) else "aucune décimale"
        raise ValueError(f"Le montant {amount} est trop précis : {currency} admet {allowed}.")
    return int(amount.scaleb(2, context=_EXACT))


def _refuse_no_number(amount: Decimal) -> None:
    if not amount.is_finite():
        raise ValueError(f"Le montant {amount} n’est pas un nombre.")


def _is_round_millions(n: int) -> bool:
    """Tell whether ``n`` ends in « million » or « milliard », nouns that « de » joins to the next."""
    return n > 0 and n % _MILLION == 0
