"""What is written by hand on a document: a dotted line stands there, in drafts and in final acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.acts.wordings.door import Context, Plain

BY_HAND: Final = "…………………………"
"""What stands in an act where somebody writes by hand."""


def filled_by_hand(context: Context, paths: Sequence[str]) -> Context:
    """Put the dotted line at each path that is filled in by hand; a path runs through lists."""
    for path in paths:
        context = _with_line(context, path.split("."))
    return context


def _with_line(context: Context, steps: Sequence[str]) -> Context:
    """Return a copy of a group with the line below it; what lies beside the path is shared with the group."""
    first, *rest = steps
    if not rest:
        return {**context, first: BY_HAND}
    return {**context, first: _below(context.get(first, {}), rest)}


def _below(value: Plain, steps: Sequence[str]) -> Plain:
    match value:
        case dict():
            return _with_line(value, steps)
        case list():
            return [_below(item, steps) for item in value]
        case _:
            return value
