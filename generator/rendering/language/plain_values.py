"""Plain values: what a template computes with, and within which bounds.

Texts, numbers, lists and mappings are read as what they hold. A class of the program that behaves as one of them
does not run its own methods here: what a reader sees is the value, never what code makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

from generator.artifacts import Blank

Value: TypeAlias = Any
"""What an expression of a template evaluates to: its type is known when it is used, and never before."""

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


class Unknown(Undefined):
    """What a template names and the data do not hold: false, empty, equal to nothing, and contagious.

    Its name is the dotted path that the template wrote.
    """

    __slots__ = ()

    @classmethod
    def at(cls, path: str) -> Unknown:
        """Return the unknown value of a path."""
        return cls(name=path)

    @property
    def path(self) -> str:
        """The dotted path that leads nowhere."""
        return str(self._undefined_name or "")

    def below(self, key: object) -> Unknown:
        """Return the unknown value of one of its elements."""
        return Unknown.at(f"{self.path}.{key}")

    def _stay_unknown(self, *_: object) -> Unknown:
        return self

    def _hold_for_nothing(self, *_: object) -> bool:
        return False

    # Arithmetic is intercepted by the environment; these are left to Python, and Jinja's own always raise.
    __getitem__ = _stay_unknown  # type: ignore[assignment]
    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = _hold_for_nothing  # type: ignore[assignment]

    def __hash__(self) -> int:
        return hash(self.path)

    def __ne__(self, other: object) -> bool:
        return True


def is_hole(value: object) -> bool:
    """Whether there is nothing to print: unknown, blank or ``None``."""
    return value is None or isinstance(value, (Unknown, Blank))


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
        return "un ensemble d'éléments"
    return names.get(type(value), f"un objet d'un type inattendu ({type(value).__name__})")


def plain_text(value: Value) -> str:
    """Return a text or a number as it is written.

    Raises:
        MismatchError: when the value is neither.
        ValueError: when it is a number of thousands of digits, which Python does not write.
    """
    for kind, written in _WRITTEN.items():
        if isinstance(value, kind):
            return written(value)
    raise MismatchError(f"un texte ou un nombre était attendu, non « {type(value).__name__} »")


def plain_number(value: Value) -> Value:
    """Return ``value`` when it is a number of a size that an act may hold.

    Raises:
        MismatchError: when it is no number.
        SecurityError: when it is so great that computing with it would not end.
    """
    if not isinstance(value, (int, float, Decimal)):
        raise MismatchError(f"« {bounded_text(plain_text(value))} » n'est pas un nombre")
    number: Value = value
    if abs(number) > MAX_NUMBER:
        raise SecurityError("nombre démesuré")
    return number


def bounded_text(text: str) -> str:
    """Return ``text``, refused when it is too long for an expression."""
    if len(text) > MAX_TEXT:
        raise SecurityError("texte démesuré")
    return text


def bounded_list(items: Iterable[Any]) -> list[Any]:
    """Return ``items`` as a list, refused when it is too long for an expression."""
    kept: list[Any] = []
    for item in items:
        kept.append(item)
        if len(kept) > MAX_ITEMS:
            raise SecurityError("liste démesurée")
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
            raise SecurityError("texte démesuré")
    return separator.join(texts)


def first_hole(items: Value) -> list[Any]:
    """Return the first hole of a list, alone in a list; an empty list when there is none (a hole may be ``None``)."""
    return next(([item] for item in items if is_hole(item)), []) if isinstance(items, (list, tuple)) else []


def refuse_objects(values: Iterable[Any]) -> None:
    """Refuse to take docxtpl's objects for text: they would show their XML to the reader."""
    if any(hasattr(type(value), "__html__") and not isinstance(value, (str, Undefined)) for value in values):
        raise MismatchError("un texte enrichi, une image ou un document ne se transforme pas : imprimez-le seul")
