"""Holes: what a template names and the data do not hold, or hold without a value."""

from __future__ import annotations

from typing import Any, TypeAlias

from jinja2 import Undefined

from generator.artifacts import Blank

Value: TypeAlias = Any
"""What an expression of a template evaluates to: its type is known when it is used, and never before."""


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


def first_hole(items: Value) -> list[Any]:
    """Return the first hole of a list, alone in a list; an empty list when there is none (a hole may be ``None``)."""
    return next(([item] for item in items if is_hole(item)), []) if isinstance(items, (list, tuple)) else []
