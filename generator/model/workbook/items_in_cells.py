"""A list of plain texts in one cell: one item a line, as an officer types it.

An item of several lines goes on after « ↳ ». A bullet « • » before an item is no part of it, so that an item that
starts with one of the two signs is written after a bullet.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_GOES_ON: Final = "↳"
_BULLET: Final = "•"


def items_of(text: str) -> list[str]:
    """Return the items that a cell holds; empty lines are none."""
    items: list[str] = []
    for line in text.split("\n"):
        typed = line.lstrip()
        if typed.startswith(_GOES_ON) and items:
            items[-1] += "\n" + typed.removeprefix(_GOES_ON).removeprefix(" ")
        elif typed:
            items.append(typed.removeprefix(_BULLET).lstrip())
    return items


def written_items(items: Iterable[str]) -> str:
    """Write items into one cell, so that they are read back as they are."""
    return "\n".join(map(_written, items))


def _written(item: str) -> str:
    first, *others = item.split("\n")
    bullet = f"{_BULLET} " if first.startswith((_GOES_ON, _BULLET)) else ""
    return "\n".join([bullet + first, *(f"{_GOES_ON} {line}" for line in others)])
