"""Amounts, counts and days in French: in figures, in letters, in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from generator.acts.facts.fact import Words
from generator.acts.facts.quantities import (
    CountInLetters,
    CurrencyNamed,
    Dated,
    DueBefore,
    DueOn,
    FundingTold,
    LastingUntil,
    Money,
    MoneyList,
    MonthCount,
    NightCount,
    RankInLetters,
    RateTold,
    Spanning,
    Writing,
    YearCount,
)
from generator.acts.wordings.french_gaps import blank
from generator.french import (
    amount_in_figures,
    amount_in_full,
    amount_in_words,
    cardinal,
    currency_name,
    decimal_number,
    elide,
    enumerate_and,
    is_plural,
    long_date,
    ordinal,
    period,
)
from generator.model.budget import FundingStatus

_WRITTEN: Final[Mapping[Writing, Callable[[Decimal, str], str]]] = MappingProxyType(
    {Writing.FIGURES: amount_in_figures, Writing.LETTERS: amount_in_words, Writing.FULL: amount_in_full}
)
"""Figures and letters always come from one decimal: where they differ, a judge would have to choose between them."""


def money(fact: Money) -> Words:
    """Write an amount, 0,00 as any other; leave a blank when it cannot be written: a rule says why."""
    try:
        return _WRITTEN[fact.writing](fact.amount, fact.currency)
    except ValueError:
        return blank(fact.missing)


def money_list(fact: MoneyList) -> Words:
    """List amounts in full, each in its currency, or leave a blank when one of them cannot be written."""
    try:
        return enumerate_and([amount_in_full(amount, currency) for amount, currency in fact.amounts])
    except ValueError:
        return blank(fact.missing)


_SEVERAL: Final = Decimal(2)


def rate_told(fact: RateTold) -> str:
    """Write a rate with its day and its source: « un euro pour 10,86 dirhams au 1er mars 2017 (Banque de France) »."""
    unit = _or_code(lambda: amount_in_words(Decimal(1), fact.source), f"1 {fact.source}")
    value = f"{decimal_number(fact.rate)} {_or_code(lambda: currency_name(fact.target, fact.rate), fact.target)}"
    return f"{unit} pour {value} au {long_date(fact.day)} ({fact.evidence})"


def currency_named(fact: CurrencyNamed) -> str:
    """Name a currency in the plural: « euros »; by its code when it has no name here."""
    return _or_code(lambda: currency_name(fact.currency, _SEVERAL), fact.currency)


def _or_code(words: Callable[[], str], code: str) -> str:
    """Return the words of a currency; its code when it has none here: a rule says so."""
    try:
        return words()
    except ValueError:
        return code


def funding_told(fact: FundingTold) -> str:
    """Say whether a resource is secured."""
    return "sollicité" if fact.status is FundingStatus.REQUESTED else "acquis"


def count_in_letters(fact: CountInLetters) -> str:
    """Write a number in letters: « six », « une »."""
    return cardinal(fact.count, feminine=fact.feminine)


def rank_in_letters(fact: RankInLetters) -> str:
    """Write a rank in letters: « premier », « deuxième »."""
    return ordinal(fact.rank)


def year_count(fact: YearCount) -> str:
    """Write a number of years: « cinq ans »."""
    return f"{cardinal(fact.years)} {'ans' if is_plural(fact.years) else 'an'}"


def month_count(fact: MonthCount) -> str:
    """Write a number of months: « deux mois », « d’un mois »."""
    counted = f"{cardinal(fact.months)} mois"
    return elide("de", counted) if fact.after_of else counted


def night_count(fact: NightCount) -> str:
    """Write a number of nights in figures: « 4 nuits »; nothing without any."""
    if fact.nights == 0:
        return ""
    return f"{fact.nights} {'nuits' if is_plural(fact.nights) else 'nuit'}"


def dated(fact: Dated) -> str:
    """Write a day in full."""
    return long_date(fact.day)


def due_on(fact: DueOn) -> str:
    """Say on which day something is due."""
    return f"le {long_date(fact.day)}"


def due_before(fact: DueBefore) -> str:
    """Say before which day something is due."""
    return f"avant le {long_date(fact.day)}"


def lasting_until(fact: LastingUntil) -> str:
    """Say until when something lasts."""
    return f"jusqu’au {long_date(fact.day)}"


def spanning(fact: Spanning) -> str:
    """Write a period: « du 2 mai au 15 décembre 2017 »."""
    return period(fact.start, fact.end)
