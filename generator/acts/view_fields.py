"""What a view is made of: each of its attributes with its French name and what it means, for those who write templates.

A view holds facts and other views. Its class is the one place where a variable of the templates is named: the
catalogue, the page of variables and the contexts of documents derive from it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, TypeVar, dataclass_transform

_DESCRIBED: Final = "described"


@dataclass(frozen=True, slots=True)
class Description:
    """What templates call an attribute, and what it means to those who write them.

    Attributes:
        name: its French name; empty when its own attributes stand in its place.
        meaning: what it means, in French.
        keys: for what is told key by key: each key and what it means.
        title: for what is told key by key: the title of the group.
    """

    name: str = ""
    meaning: str = ""
    keys: Mapping[str, str] | None = None
    title: str = ""


def fact(name: str, meaning: str) -> Any:  # noqa: ANN401 - stands where dataclasses' field does
    """Declare an attribute of a view: its French name, and what it means."""
    return _described(Description(name, meaning))


def spread() -> Any:  # noqa: ANN401 - stands where dataclasses' field does
    """Declare a view whose attributes stand among those of the view that holds it."""
    return _described(Description())


def by_key(name: str, meaning: str, *, title: str, keys: Mapping[str, str]) -> Any:  # noqa: ANN401 - as above
    """Declare a group of texts by key; the data may bring keys of their own.

    Args:
        name: its French name.
        meaning: what it means.
        title: title of the group.
        keys: each key and what it means, ``*`` standing for those that the data bring.
    """
    return _described(Description(name, meaning, keys, title))


def _described(description: Description) -> Any:  # noqa: ANN401 - stands where dataclasses' field does
    return dataclasses.field(metadata={_DESCRIBED: description})


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a view: its name in the program, and what is said of it to those who write templates."""

    name: str
    description: Description


class View:
    """A group of variables, as templates see it. Two views are equal when they are one: each is written once.

    Attributes:
        title: what the group is, in French; empty for what is no group of its own.
        attributes: what it is made of, in order.
    """

    __slots__ = ()
    title: ClassVar[str] = ""
    attributes: ClassVar[tuple[Attribute, ...]] = ()


_Class = TypeVar("_Class", bound=View)


@dataclass_transform(
    eq_default=False, kw_only_default=True, frozen_default=True, field_specifiers=(fact, spread, by_key)
)
def view(title: str = "") -> Callable[[type[_Class]], type[_Class]]:
    """Make a view of a class: its attributes are given by name, and none may be left out.

    Args:
        title: what the group is, in French, for those who write templates: « Un engagement financier »; empty for
            what stands at the top of a context, or only among the attributes of other views.
    """

    def made(declared: type[_Class]) -> type[_Class]:
        frozen = dataclass(frozen=True, kw_only=True, slots=True, eq=False)(declared)
        frozen.title = title
        frozen.attributes = tuple(_attribute(found) for found in dataclasses.fields(frozen))  # type: ignore[arg-type]
        return frozen

    return made


def _attribute(found: dataclasses.Field[object]) -> Attribute:
    return Attribute(found.name, found.metadata[_DESCRIBED])
