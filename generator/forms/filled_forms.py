"""The forms of what is known already: a programme, an action, as YAML with the meaning of each key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum

from pydantic import BaseModel

from generator.convention import Framework
from generator.forms.commented_lines import WIDTH, commented, wrapped
from generator.forms.field_meanings import Meanings
from generator.forms.plain_yaml import plain_yaml
from generator.model.typed_keys import Node


def filled_form(value: BaseModel, framework: Framework | None = None) -> str:
    """Return the form of a programme or of an action, with what was typed in it and nothing else.

    Args:
        value: the whole of it.
        framework: the convention whose parties and axes the form names; None names nobody.
    """
    meanings = Meanings(framework)
    parties = [f"# {line}" for text in meanings.head() for line in wrapped(text, WIDTH)]
    body = plain_yaml(dict(_typed(value))).splitlines()
    return "\n".join([*parties, *commented(body, type(value), meanings)]).lstrip("\n") + "\n"


def _typed(group: BaseModel) -> Iterator[tuple[str, Node]]:
    """Yield the keys of a group that were typed, with their texts."""
    for name, field in type(group).model_fields.items():
        if name in group.model_fields_set:
            yield field.alias or name, _node(getattr(group, name))


def _node(value: object) -> Node:
    if value is None:
        return None
    if isinstance(value, BaseModel):
        return dict(_typed(value))
    if isinstance(value, tuple):
        return [_node(item) for item in value]
    return _text(value)


def _text(value: object) -> str:
    """Write a scalar as people type it."""
    match value:
        case bool():
            return "oui" if value else "non"
        case Enum():
            return str(value.value)
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case _:
            return str(value)
