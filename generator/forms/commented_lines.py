"""Lines of a form, written from the models themselves: each key with its meaning, so that forms cannot lie."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.forms.field_meanings import Meanings
from generator.model.typed_keys import entry_in, fields_of, is_list

WIDTH: Final = 118
"""Characters of the longest line of a form."""

_COLUMN: Final = 26
"""Where the meaning of a key begins, after the key, in a group."""

_INDENT: Final = 24
"""The deepest indent of a key with the marks that comment it out: meanings are wrapped for it."""


def form_lines(
    entry: type[BaseModel],
    known: Mapping[str, str],
    meanings: Meanings,
    entries: Mapping[str, int] | None = None,
    later: Collection[str] = (),
) -> Iterator[str]:
    """Yield the lines of a form: what is known, empty keys, and a commented model for each list.

    Args:
        entry: the model of the form.
        known: key → what is known of it.
        meanings: what the form says of each key.
        entries: key of a list → how many models of an item to write; one where it says nothing.
        later: keys of groups that are filled in much later: written short, and commented out.
    """
    for key, field in fields_of(entry).items():
        yield ""
        yield from (f"# {line}" for line in wrapped(meanings.of(key, field), WIDTH))
        inner = entry_in(field.annotation)
        if inner is None or key in known:
            yield f"{key}: {known.get(key, '')}".rstrip()
        elif is_list(field.annotation):
            yield f"{key}:"
            for rank in range((entries or {}).get(key, 1)):
                lines = _item_lines(inner, meanings if rank == 0 else None)
                yield from (f"  # {line}" for line in lines)
        elif key in later:
            yield f"{key}:"
            yield from (f"  # {line}" for line in _short_lines(inner, meanings))
        else:
            yield f"{key}:"
            yield from (f"  {line}" for line in _group_lines(inner, meanings))


def _short_lines(entry: type[BaseModel], meanings: Meanings) -> Iterator[str]:
    """Yield the keys of a group, a line for each: the model of a list stands in brackets on its line."""
    for key, field in fields_of(entry).items():
        inner = entry_in(field.annotation)
        if inner is None:
            yield from _with_meaning(key, field, meanings)
        else:
            yield f"{key}: [{{{', '.join(f'{name}: ' for name in fields_of(inner))}}}]"


def _group_lines(entry: type[BaseModel], meanings: Meanings) -> Iterator[str]:
    """Yield the keys of a group, each with its meaning at the end of its line."""
    for key, field in fields_of(entry).items():
        inner = entry_in(field.annotation)
        yield from _with_meaning(key, field, meanings)
        if inner is not None and is_list(field.annotation):
            yield from (f"  # {line}" for line in _item_lines(inner, meanings))
        elif inner is not None:
            yield from (f"  {line}" for line in _group_lines(inner, meanings))


def _item_lines(entry: type[BaseModel], meanings: Meanings | None) -> Iterator[str]:
    """Yield the model of one item of a list, dash first."""
    lines = list(_plain_group_lines(entry, meanings))
    yield f"- {lines[0]}"
    yield from (f"  {line}" for line in lines[1:])


def _plain_group_lines(entry: type[BaseModel], meanings: Meanings | None) -> Iterator[str]:
    """Yield the keys of a group inside a commented model: nothing in it is commented twice."""
    for key, field in fields_of(entry).items():
        inner = entry_in(field.annotation)
        yield from _with_meaning(key, field, meanings)
        if inner is not None:
            below = _item_lines(inner, meanings) if is_list(field.annotation) else _plain_group_lines(inner, meanings)
            yield from (f"  {line}" for line in below)


def _with_meaning(key: str, field: FieldInfo, meanings: Meanings | None) -> Iterator[str]:
    """Yield a key with its meaning, which goes on below it where the line is too short."""
    text = meanings.of(key, field) if meanings else ""
    if not text:
        yield f"{key}:"
        return
    start = max(_COLUMN, len(key) + 3)
    first, *rest = wrapped(text, WIDTH - _INDENT - start)
    yield f"{f'{key}:':<{start - 2}}  # {first}"
    yield from (f"{'':<{start}}# {line}" for line in rest)


def commented(lines: Sequence[str], entry: type[BaseModel], meanings: Meanings) -> Iterator[str]:
    """Yield the lines of a filled form, the meaning of each key of the form above it.

    Args:
        lines: the form, as the plain dumper writes it: its own keys alone stand at the first column.
        entry: its model.
        meanings: what the form says of each key.
    """
    fields = fields_of(entry)
    for line in lines:
        key = line.partition(":")[0]
        if key in fields:
            yield ""
            yield from (f"# {text}" for text in wrapped(meanings.of(key, fields[key]), WIDTH))
        yield line


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
