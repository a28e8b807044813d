"""How values become the words that templates print: blanks for what is unknown, French forms for the rest.

A builder never fails on an input that the loader accepted: what cannot be written (an amount with three decimals, an
unknown currency) becomes a blank, and a rule says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from generator.artifacts import Blank, Style, StyledText
from generator.french import (
    Gender,
    Name,
    amount_in_figures,
    amount_in_full,
    amount_in_words,
    capitalized,
    long_date,
    of,
    ordinal_parts,
    period,
    the,
    to,
    typeset,
)
from generator.model.persons import Forms

Words = str | Blank
"""Text to print, or the blank that stands for it."""

AmountWriter = Callable[[Decimal, str], str]


class Verbatim(str):
    """Words quoted from a signed text: never typeset, never corrected."""

    __slots__ = ()


def known(value: str | None, label: str) -> Words:
    """Return the value, or a blank with its label."""
    return value or Blank(label)


def dated(day: date | None, label: str) -> Words:
    """Write a date in full, or leave a blank."""
    return long_date(day) if day else Blank(label)


def spanning(start: date | None, end: date | None, label: str) -> Words:
    """Write a period, or leave a blank when a day is unknown or the end precedes the start."""
    if start is None or end is None or end < start:
        return Blank(label)
    return period(start, end)


def in_figures(amount: Decimal | None, currency: str | None, label: str) -> Words:
    """Write an amount in figures, or leave a blank when it cannot be written."""
    return _written(amount, currency, label, amount_in_figures)


def in_letters(amount: Decimal | None, currency: str | None, label: str) -> Words:
    """Write an amount in letters, or leave a blank when it cannot be written."""
    return _written(amount, currency, label, amount_in_words)


def in_full(amount: Decimal | None, currency: str | None, label: str) -> Words:
    """Write an amount in figures and letters, both from one decimal, or leave a blank."""
    return _written(amount, currency, label, amount_in_full)


def _written(amount: Decimal | None, currency: str | None, label: str, write: AmountWriter) -> Words:
    if amount is None or currency is None:
        return Blank(label)
    try:
        return write(amount, currency)
    except ValueError:
        return Blank(label)


def grammatical_forms(name: str, forms: Forms | None) -> dict[str, str]:
    """Return a body's name in the forms that sentences need: ``nom``, ``le``, ``Le``, ``de``, ``a``, ``genre``, ``e``.

    The data's own forms prevail over what spelling suggests.
    """
    given = forms or Forms()
    noun = Name(
        name,
        gender=given.gender,
        plural=given.plural,
        definite=given.article is not None,
        elides=given.article in {"l’", "l'"} if given.article else None,
        of=given.of,
        to=given.to,
    )
    with_article = the(noun)
    return {
        "nom": name,
        "le": with_article,
        "Le": capitalized(with_article),
        "de": of(noun),
        "a": to(noun),
        "genre": given.gender.value,
        "e": "e" if given.gender is Gender.FEMININE else "",
    }


def typeset_all(value: object) -> object:
    """Give every text of a context its French typography and the superscript of its ordinals; quotations apart."""
    if isinstance(value, Verbatim | StyledText | Blank):
        return value
    if isinstance(value, str):
        return _styled(typeset(value))
    if isinstance(value, Mapping):
        return {name: typeset_all(item) for name, item in value.items()}
    if isinstance(value, Sequence):
        return [typeset_all(item) for item in value]
    return value


def _styled(text: str) -> str:
    parts = ordinal_parts(text)
    if not any(is_superscript for _, is_superscript in parts):
        return text
    return StyledText(*((part, Style.SUPERSCRIPT if raised else Style.PLAIN) for part, raised in parts))
