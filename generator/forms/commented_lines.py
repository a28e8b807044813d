"""Lines of a form, written from the models themselves: each key with its meaning, so that forms cannot lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.typed_keys import entry_in, fields_of, is_list

WIDTH: Final = 118
"""Characters of the longest line of a form."""


def form_lines(entry: type[BaseModel], known: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a form: what is known, empty keys, and a commented model for each list."""
    for key, field in fields_of(entry).items():
        yield ""
        yield from (f"# {line}" for line in wrapped(field.description or "", WIDTH))
        inner = entry_in(field.annotation)
        if inner is None or key in known:
            yield f"{key}: {known.get(key, '')}".rstrip()
        elif is_list(field.annotation):
            yield f"{key}:"
            yield from (f"  # {line}" for line in _item_lines(inner))
        else:
            yield f"{key}:"
            yield from (f"  {line}" for line in _group_lines(inner))


def _group_lines(entry: type[BaseModel]) -> Iterator[str]:
    """Yield the keys of a group, each with its meaning at the end of its line."""
    for key, field in fields_of(entry).items():
        inner = entry_in(field.annotation)
        yield _with_meaning(f"{key}:", field)
        if inner is not None and is_list(field.annotation):
            yield from (f"  # {line}" for line in _item_lines(inner))
        elif inner is not None:
            yield from (f"  {line}" for line in _group_lines(inner))


def _item_lines(entry: type[BaseModel]) -> Iterator[str]:
    """Yield the model of one item of a list, dash first."""
    lines = list(_plain_group_lines(entry))
    yield f"- {lines[0]}"
    yield from (f"  {line}" for line in lines[1:])


def _plain_group_lines(entry: type[BaseModel]) -> Iterator[str]:
    """Yield the keys of a group inside a commented model: nothing in it is commented twice."""
    for key, field in fields_of(entry).items():
        inner = entry_in(field.annotation)
        yield _with_meaning(f"{key}:", field)
        if inner is not None:
            below = _item_lines(inner) if is_list(field.annotation) else _plain_group_lines(inner)
            yield from (f"  {line}" for line in below)


def _with_meaning(text: str, field: FieldInfo) -> str:
    return f"{text:<24}  # {field.description}" if field.description else text


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield a text in lines of at most ``width`` characters, cut at plain spaces."""
    line = ""
    for word in text.split(" "):
        if line and len(line) + len(word) + 1 > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line
