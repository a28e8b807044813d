"""Extracts as plain data and back, exactly: for a ledger that the same version of the program reads again.

What is repeated by the thousand goes without names: a part of an extract is a list, in the order of its fields, that
begins with its dotted path and its position, and ends with the last value that is not the default one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from types import UnionType
from typing import Any, Final, TypeVar, cast, get_args, get_origin, get_type_hints

E = TypeVar("E")
T = TypeVar("T")

_POSITION = ("path", "line", "column", "sheet", "cell")
"""The first fields of every part."""

_MOST_KEPT: Final = 100 * 100
"""Paths, days, numbers and amounts that stay at hand: more than an ordinary year repeats."""


@lru_cache(maxsize=_MOST_KEPT, typed=True)
def kept(value: T) -> T:
    """Return a path, a day, a whole number or None, always the same object for equal ones of one type."""
    return value


@lru_cache(maxsize=_MOST_KEPT)
def _amount(text: str) -> Decimal:
    """Read an amount; by its text, since « 12.5 » and « 12.50 » are equal and must not become one."""
    return Decimal(text)


def as_json(extract: Any) -> dict[str, Any]:  # noqa: ANN401 - the extract stands above this module
    """Return an extract as plain data; what has its default value has no key."""
    values = ((described, getattr(extract, described.name)) for described in fields(extract))
    return {described.name: _plain(value) for described, value in values if value != described.default}


def from_json(kind: type[E], data: Mapping[str, Any]) -> E:
    """Make an extract of plain data.

    Raises:
        ValueError: a key is not known or is missing, or a value has not the form of its key.
    """
    readers: dict[str, Callable[[Any], Any]] = dict(_readers(cast("Any", kind)))
    try:
        return kind(**{name: readers[name](value) for name, value in data.items()})
    except (KeyError, TypeError, AttributeError, InvalidOperation) as error:
        raise ValueError(f"not an extract: {error}") from error


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever an extract holds
    if isinstance(value, date | Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | None) else _part(value)


def _part(part: Any) -> list[Any]:  # noqa: ANN401 - any part of an extract
    position = (part.sheet, part.cell) if part.cell is not None else (part.line, part.column)
    described = fields(part)[len(_POSITION) :]
    values = [getattr(part, field.name) for field in described]
    while values and values[-1] == described[len(values) - 1].default:
        values.pop()
    return [".".join(map(str, part.path)), *position, *map(_plain, values)]


@cache
def _readers(kind: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:  # noqa: ANN401 - the extract, or one of its parts
    hints = get_type_hints(kind)
    names = (field.name for field in fields(kind) if field.name not in _POSITION)
    return tuple((name, _reader(hints[name])) for name in names)


def _reader(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type, or a union of types
    if isinstance(hint, UnionType):
        (hint,) = (option for option in get_args(hint) if option is not type(None))
        inner = _reader(hint)
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        item = _reader(get_args(hint)[0])
        return lambda value: tuple(map(item, value))
    if hint is date:
        return lambda value: kept(date.fromisoformat(value))
    scalars: Mapping[object, Callable[[Any], Any]] = {str: sys.intern, int: int, bool: bool, Decimal: _amount}
    return scalars.get(hint) or (lambda value: _whole_part(hint, value))


def _whole_part(kind: Callable[..., T], values: Iterable[Any]) -> T:
    dotted, first, second, *rest = values
    path = kept(tuple(_steps(dotted)))
    position = (None, None, first, second) if isinstance(first, str) else (kept(first), kept(second), None, None)
    return kind(path, *position, *(read(value) for (_, read), value in zip(_readers(kind), rest, strict=False)))


def _steps(dotted: str) -> Iterator[str | int]:
    return (int(step) if step.isdecimal() else sys.intern(step) for step in dotted.split("."))
