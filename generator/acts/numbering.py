"""Numbers of articles and annexes: only the live ones count, so that no number has a hole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.french import article_number
from generator.model.kind import Heading

Numbers = dict[str, object]
"""Heading identifier → its number as printed, ``None`` when it is not live, or a mapping for a repeated one."""


def article_numbers(headings: Iterable[Heading], context: Mapping[str, object]) -> Numbers:
    """Number the live articles: « 1er », « 2 »…; one for each element of a list that a heading is made for.

    A repeated heading's number is a mapping from each element's ``id`` to its number.
    """
    numbers: Numbers = {}
    rank = 0
    for heading in headings:
        if not is_live(heading.when, heading.unless, context):
            numbers[heading.id] = None
        elif heading.for_each is None:
            rank += 1
            numbers[heading.id] = article_number(rank)
        else:
            identifiers = [str(element["id"]) for element in _elements(context, heading.for_each)]
            numbers[heading.id] = {
                identifier: article_number(rank + index) for index, identifier in enumerate(identifiers, start=1)
            }
            rank += len(identifiers)
    return numbers


def annex_numbers(headings: Iterable[Heading], context: Mapping[str, object]) -> tuple[Numbers, list[dict[str, str]]]:
    """Number the live annexes, in figures, and list them as the act's last article does."""
    live = [heading for heading in headings if is_live(heading.when, heading.unless, context)]
    numbers: Numbers = {heading.id: None for heading in headings}
    numbers |= {heading.id: str(rank) for rank, heading in enumerate(live, start=1)}
    listed = [{"rang": str(rank), "intitule": heading.title or ""} for rank, heading in enumerate(live, start=1)]
    return numbers, listed


def is_live(when: Iterable[str], unless: Iterable[str], context: Mapping[str, object]) -> bool:
    """Whether every variable of ``when`` holds and none of ``unless`` does (dotted paths into the context)."""
    return all(fact(context, path) for path in when) and not any(fact(context, path) for path in unless)


def fact(context: Mapping[str, object], path: str) -> bool:
    """Whether the variable at a dotted path is true; an unknown path is false."""
    value: object = context
    for step in path.split("."):
        if not isinstance(value, Mapping):
            return False
        value = value.get(step)
    return bool(value)


def _elements(context: Mapping[str, object], name: str) -> Sequence[Mapping[str, object]]:
    elements = context.get(name)
    return elements if isinstance(elements, Sequence) and not isinstance(elements, str) else ()
