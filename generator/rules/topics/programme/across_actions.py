"""What several rules of a year share: problems placed in an action, parts with their actions, names in sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_parts import Placed
from generator.french import enumerate_and, plain_words
from generator.rules.engine.naming import the_party
from generator.rules.engine.problem import Problem

P = TypeVar("P", bound=Placed)
K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

_MOST_NAMED = 2 + 2
"""Actions that a sentence names before it counts the others."""

Part = tuple[ActionExtract, P]
"""A part of an action, with the action."""


def told_at(action: ActionExtract, typed: Placed, message: str, fix: str) -> Problem:
    """Make a problem that points into the file of one action."""
    return Problem(typed.path, message, fix, place=action.place_of(typed))


def grouped_by(
    parts: Iterable[Part[P]], key: Callable[[ActionExtract, P], K | None]
) -> Iterator[tuple[K, list[Part[P]]]]:
    """Yield the parts that have one key, with it, in the order of the actions; parts without a key are left out."""
    groups: defaultdict[K, list[Part[P]]] = defaultdict(list)
    for action, part in parts:
        found = key(action, part)
        if found is not None:
            groups[found].append((action, part))
    return iter(groups.items())


def of_several(parts: Iterable[Part[P]]) -> bool:
    """Whether parts stand in more than one action: what one action contradicts alone is told by its own rules."""
    return len({id(action) for action, _ in parts}) > 1


def odd_one(
    parts: Sequence[tuple[ActionExtract, T]], value: Callable[[T], object]
) -> tuple[tuple[ActionExtract, T], tuple[ActionExtract, T]] | None:
    """Return the first part that has the commonest value, and the first, in another action, that has another.

    Where two values are as common, the one that is listed first passes for right. None where all agree.
    """
    common = Counter(value(part) for _, part in parts).most_common(1)[0][0]
    right = next(each for each in parts if value(each[1]) == common)
    odd = next((each for each in parts if value(each[1]) != common and each[0] is not right[0]), None)
    return (right, odd) if odd is not None else None


def numbers_of(actions: Iterable[ActionExtract]) -> str:
    """« 2017-01 et 2017-03 »: the numbers of actions, each once, in order; of many, the first and how many more."""
    numbers = list(dict.fromkeys(action.number for action in actions))
    more = len(numbers[_MOST_NAMED:])
    return enumerate_and([*numbers[:_MOST_NAMED], f"{more} de plus"] if more else numbers)


def folded(text: str | None) -> str:
    """Return the words of a text without case, accents and punctuation: what tells two typings to be one."""
    return " ".join(plain_words(text or ""))


def body_name(year: YearRecord, action: ActionExtract, identifier: str | None) -> str:
    """Name whoever an identifier designates in an action: a party, a body, a co-funder, else the identifier."""
    party = year.framework.party(identifier)
    if party is not None:
        return the_party(party)
    named = next((body.name for body in action.bodies if body.id == identifier and body.name), None)
    return named or f"« {identifier} »"


def person(given_name: str | None, surname: str | None) -> str:
    """« Claire Gabarit », or what is known of it."""
    return " ".join(part for part in (given_name, surname) if part) or "une personne"


def identity(given_name: str | None, surname: str | None) -> tuple[str, str] | None:
    """Return what makes two typings one person; None as long as a name is missing."""
    names = (folded(given_name), folded(surname))
    return names if all(names) else None
