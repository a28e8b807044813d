"""« vouliez-vous dire … ? »: the nearest name that the data hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from generator.messages import template_values
from generator.rendering.faults import Fault
from generator.rendering.language.tag_syntax import suggestion

_MAX_PATHS = 5000
_MAX_DEPTH = 12
_MAX_SUGGESTIONS = 50
"""Unknown names that get a suggestion: more of them have one cause, and each takes a comparison with every path."""


def with_suggestions(faults: Iterable[Fault], context: Mapping[str, Any]) -> list[Fault]:
    """Add to each unknown name the nearest that ``context`` holds."""
    known: list[str] = []
    suggested = 0
    completed: list[Fault] = []
    for fault in faults:
        if fault.message is not template_values.UNKNOWN_NAME or suggested == _MAX_SUGGESTIONS:
            completed.append(fault)
            continue
        suggested += 1
        known = known or list(islice(_paths(context), _MAX_PATHS))
        completed.append(replace(fault, fix=nearest(fault.path, fault.what, known)))
    return completed


def nearest(path: str, written: str, known: list[str]) -> str:
    """Return the question about the nearest known path, in the words of the template."""
    parent, _, leaf = path.rpartition(".")
    siblings = {
        candidate.rpartition(".")[2]: candidate for candidate in known if candidate.rpartition(".")[0] == parent
    }
    near = suggestion(leaf, siblings)
    if near:
        written_parent, dot, _ = written.rpartition(".")
        return near.replace("`", f"`{written_parent}{dot}", 1)
    namesakes = [candidate for candidate in known if candidate.rpartition(".")[2] == leaf]
    return f"vouliez-vous dire `{namesakes[0]}` ?" if namesakes else suggestion(path, known)


def _paths(value: object, path: str = "", depth: int = 0) -> Iterator[str]:
    """Iterate over the dotted paths of plain data; a list is known by its first elements."""
    if depth == _MAX_DEPTH:  # data may hold themselves
        return
    if isinstance(value, Mapping):
        for key, element in value.items():
            below = f"{path}.{key}" if path else str(key)
            yield below
            yield from _paths(element, below, depth + 1)
    elif isinstance(value, (list, tuple)):
        for element in value[:3]:
            yield from _paths(element, f"{path}[]", depth + 1)
