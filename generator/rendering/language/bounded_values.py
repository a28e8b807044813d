"""Plain values: what a template computes with, and within which bounds.

Texts, numbers, lists and mappings are read as what they hold. A class of the program that behaves as one of them
does not run its own methods here: what a reader sees is the value, never what code makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

from generator.messages import template_reasons as reasons
from generator.rendering.language.holes import Value

MAX_TEXT = 10**6
MAX_ITEMS = 10**5
MAX_NUMBER = 10**30
_WRITTEN: Mapping[type, Callable[[Any], str]] = {
    str: str.__str__,
    bool: bool.__repr__,
    int: int.__repr__,
    float: float.__repr__,
    Decimal: Decimal.__str__,
}


class MismatchError(TypeError):
    """An operator does not apply to the values that it was given; the message says so in French."""


def kind_of(value: object) -> str:
    """Say in French what a value is."""
    names: Mapping[type, str] = {
        bool: "un oui ou non",
        str: "un texte",
        int: "un nombre",
        float: "un nombre",
        list: "une liste",
        tuple: "une liste",
    }
    if isinstance(value, Mapping):
        return "un ensemble d’éléments"
    if isinstance(value, (BuiltinMethodType, MethodType)):
        return "une fonction"
    return names.get(type(value), f"un objet d’un type inattendu ({type(value).__name__})")


def plain_text(value: Value) -> str:
    """Return a text or a number as it is written.

    Raises:
        MismatchError: when the value is neither.
        ValueError: when it is a number of thousands of digits, which Python does not write.
    """
    for kind, written in _WRITTEN.items():
        if isinstance(value, kind):
            return written(value)
    raise MismatchError(reasons.TEXT_OR_NUMBER_EXPECTED.format(type(value).__name__))


def plain_number(value: Value) -> Value:
    """Return ``value`` when it is a number of a size that an act may hold.

    Raises:
        MismatchError: when it is no number.
        SecurityError: when it is so great that computing with it would not end.
    """
    if not isinstance(value, (int, float, Decimal)):
        raise MismatchError(reasons.NO_NUMBER.format(bounded_text(plain_text(value))))
    number: Value = value
    if abs(number) > MAX_NUMBER:
        raise SecurityError(reasons.HUGE_NUMBER)
    return number


def bounded_text(text: str) -> str:
    """Return ``text``, refused when it is too long for an expression."""
    if len(text) > MAX_TEXT:
        raise SecurityError(reasons.HUGE_TEXT)
    return text


def bounded_list(items: Iterable[Any]) -> list[Any]:
    """Return ``items`` as a list, refused when it is too long for an expression."""
    kept: list[Any] = []
    for item in items:
        kept.append(item)
        if len(kept) > MAX_ITEMS:
            raise SecurityError(reasons.HUGE_LIST)
    return kept


def joined(separator: str, items: Iterable[Any]) -> str:
    """Join texts and numbers, refused before they make a text that is too long."""
    texts: list[str] = []
    length = 0
    for item in items:
        refuse_objects((item,))
        texts.append(plain_text(item))
        length += len(texts[-1]) + len(separator)
        if length > MAX_TEXT + len(separator):
            raise SecurityError(reasons.HUGE_TEXT)
    return separator.join(texts)


def refuse_objects(values: Iterable[Any]) -> None:
    """Refuse to take docxtpl's objects for text: they would show their XML to the reader."""
    if any(hasattr(type(value), "__html__") and not isinstance(value, (str, Undefined)) for value in values):
        raise MismatchError(reasons.OBJECT_NOT_TRANSFORMED)
