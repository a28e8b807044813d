"""Numbers of articles and annexes: only the live ones count, so that no number has a hole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from generator.acts.wordings.door import Context, Plain
from generator.french import article_number
from generator.model.kind import Heading

Number: TypeAlias = str | dict[str, str] | None
"""A number as printed, ``None`` for a heading that is not live, one for each element for a repeated heading."""


def article_numbers(headings: Iterable[Heading], context: Context) -> dict[str, Number]:
    """Number the live articles: « 1er », « 2 »…; one for each element of a list that a heading is made for.

    A repeated heading's number is a mapping from each element's ``id`` to its number.
    """
    numbers: dict[str, Number] = {}
    rank = 0
    for heading in headings:
        if not is_live(heading.when, heading.unless, context):
            numbers[heading.id] = None
        elif heading.for_each is None:
            rank += 1
            numbers[heading.id] = article_number(rank)
        else:
            identifiers = _identifiers(context.get(heading.for_each))
            numbers[heading.id] = {
                identifier: article_number(rank + index) for index, identifier in enumerate(identifiers, start=1)
            }
            rank += len(identifiers)
    return numbers


def annex_numbers(headings: Iterable[Heading], context: Context) -> tuple[dict[str, Number], list[dict[str, str]]]:
    """Number the live annexes, in figures, and list them as the act's last article does."""
    live = [heading for heading in headings if is_live(heading.when, heading.unless, context)]
    numbers: dict[str, Number] = {heading.id: None for heading in headings}
    numbers |= {heading.id: str(rank) for rank, heading in enumerate(live, start=1)}
    listed = [{"rang": str(rank), "intitule": heading.title or ""} for rank, heading in enumerate(live, start=1)]
    return numbers, listed


def is_live(when: Iterable[str], unless: Iterable[str], context: Context) -> bool:
    """Whether every variable of ``when`` holds and none of ``unless`` does (dotted paths into the context)."""
    return all(holds(context, path) for path in when) and not any(holds(context, path) for path in unless)


def holds(context: Context, path: str) -> bool:
    """Whether the variable at a dotted path is true; an unknown path is false."""
    value: Plain = context
    for step in path.split("."):
        match value:
            case dict():
                value = value.get(step)
            case _:
                return False
    return bool(value)


def _identifiers(elements: Plain) -> list[str]:
    """Return the identifiers of the elements of a list; none for what is no list of groups."""
    match elements:
        case list():
            return [identifier for element in elements for identifier in _identifier(element)]
        case _:
            return []


def _identifier(element: Plain) -> list[str]:
    match element:
        case {"id": str(identifier)}:
            return [identifier]
        case _:
            return []
