"""Walking the models by the keys that people type."""

from __future__ import annotations

from typing import Any, TypeAlias, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.findings import Path

Node: TypeAlias = "str | list[Node] | dict[str, Node] | None"
"""What people typed, before any model reads it: text, lists and groups."""


def fields_of(entry: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return an entry's fields by the key that people type."""
    return {field.alias or name: field for name, field in entry.model_fields.items()}


def entry_in(annotation: object) -> type[BaseModel] | None:
    """Return the entry that an annotation holds: itself, in an option, in a list or in a table; None for a scalar."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (entry_in(argument) for argument in get_args(annotation))
    return next((entry for entry in found if entry is not None), None)


def entry_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the entry that stands at a path of a model, or None."""
    annotation: Any = model
    for step in path:
        if isinstance(step, str):
            annotation = _annotation_below(annotation, step)
    return entry_in(annotation)


def is_list(annotation: object) -> bool:
    """Whether an annotation is a list of something."""
    return get_origin(annotation) is tuple


def _annotation_below(annotation: object, key: str) -> object:
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    entry = entry_in(annotation)
    field = fields_of(entry).get(key) if entry else None
    return field.annotation if field else None
