"""What a view is made of: each of its attributes with its French name and what it means, for those who write templates.

A view holds facts and other views. Its class is the one place where a variable of the templates is named: the
catalogue, the page of variables and the contexts of documents derive from it.

Views behave as frozen dataclasses with named arguments, and a type checker takes them for such. They are not made by
``dataclasses``, which compiles several methods for each class: for some seventy views, that was felt at every start of
the command line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, NoReturn, dataclass_transform


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


def fact(name: str, meaning: str) -> Any:  # noqa: ANN401 - stands where dataclasses' field would
    """Declare an attribute of a view: its French name, and what it means."""
    return Description(name, meaning)


def spread() -> Any:  # noqa: ANN401 - as above
    """Declare a view whose attributes stand among those of the view that holds it."""
    return Description()


def by_key(name: str, meaning: str, *, title: str, keys: Mapping[str, str]) -> Any:  # noqa: ANN401 - as above
    """Declare a group of texts by key; the data may bring keys of their own.

    Args:
        name: its French name.
        meaning: what it means.
        title: title of the group.
        keys: each key and what it means, ``*`` standing for those that the data bring.
    """
    return Description(name, meaning, keys, title)


@dataclass_transform(
    eq_default=False, kw_only_default=True, frozen_default=True, field_specifiers=(fact, spread, by_key)
)
class View:
    """A group of variables, as templates see it. Two views are equal when they are one: each is written once.

    Attributes:
        title: what the group is, in French, for those who write templates: « Un engagement financier »; empty for
            what stands at the top of a context, or only among the attributes of other views.
        attributes: what it is made of, in order: the name of each attribute in the program → its description.
        names: the name of each attribute in the program, and in French.
    """

    title: ClassVar[str] = ""
    attributes: ClassVar[Mapping[str, Description]] = {}
    names: ClassVar[tuple[tuple[str, str], ...]] = ()

    def __init_subclass__(cls, *, title: str = "") -> None:
        cls.title = title
        cls.attributes = {name: vars(cls)[name] for name in cls.__annotations__}
        cls.names = tuple((name, described.name) for name, described in cls.attributes.items())

    def __init__(self, **values: object) -> None:
        """Take a value for each attribute.

        Raises:
            TypeError: one is left out, or one is made up.
        """
        if values.keys() != self.attributes.keys():
            wrong = ", ".join(sorted(values.keys() ^ self.attributes.keys()))
            raise TypeError(f"{type(self).__name__}: {wrong}")
        vars(self).update(values)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(name)
