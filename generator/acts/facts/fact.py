"""What every fact is, and what wording makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, NoReturn, TypeAlias, dataclass_transform

from generator.artifacts import Blank, Chart

Words: TypeAlias = str | Blank | Chart
"""Text to print, or the blank that stands for it; what is drawn where a fact is a chart."""

Nothing: TypeAlias = Literal[""]
"""What is printed where a fact does not apply: it is not missing, nobody is asked for it."""


class Fact:
    """Something that a document states: a language turns it into words."""

    __slots__ = ()


@dataclass_transform(frozen_default=True)
class DetailedFact(Fact):
    """A fact with details: a frozen value, equal to those of its class that have equal details.

    A dataclass writes and compiles methods for each of its classes; sixty of them take a twentieth of the time of a
    command. These share theirs.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()
    _names: ClassVar[frozenset[str]] = frozenset()
    _defaults: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        names = tuple(cls.__annotations__)
        cls.__match_args__ = names  # type: ignore[misc]  # as dataclasses do
        cls._names = frozenset(names)
        cls._defaults = {name: vars(cls)[name] for name in names if name in vars(cls)}

    def __init__(self, *values: object, **named: object) -> None:
        """Take the details, in order or by name.

        Raises:
            TypeError: one is left out, or made up.
        """
        names = self.__match_args__
        if not named and len(values) == len(names):  # as most are made
            self.__dict__.update(zip(names, values))  # noqa: B905 - counted above, and « strict » takes half as long again
            return
        details = {**self._defaults, **dict(zip(names, values, strict=False)), **named}
        if len(values) > len(names) or details.keys() != self._names:
            raise TypeError(f"{type(self).__name__}: {', '.join(names)}")
        self.__dict__.update(details)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(name)

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *self._in_order().values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._in_order().items())})"

    def _in_order(self) -> Mapping[str, Any]:
        return {name: vars(self)[name] for name in self.__match_args__}


class DrawnFact(DetailedFact):
    """A fact that a language draws: a chart, with its title and its words."""


class Verbatim(str):
    """Words quoted from a signed text: never typeset, never corrected."""

    __slots__ = ()
