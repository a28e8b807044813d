"""« vouliez-vous dire … ? »: the nearest name that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice
from typing import Any
from unicodedata import normalize

from generator.messages import template_lint, template_reasons, template_values
from generator.rendering.faults import Fault

_HYPHENATED = re.compile(r"[^\W\d]\w*(?:-[^\W\d]\w*)+")
_NO_NAMES = {
    **dict.fromkeys(("null", "nul", "nil", "nothing", "rien", "vide", "faux", "false"), template_reasons.EMPTY_IS_NOT),
    **dict.fromkeys(("vrai", "true"), template_reasons.GIVEN_IS_ALONE),
    **dict.fromkeys(("this", "item", "self"), template_reasons.NAME_OF_LOOP),
}
"""Words that stand for no data in templates: those of other programs for what is there, is not, is under way."""

_MAX_PATHS = 5000
_MAX_DEPTH = 12
_MAX_SUGGESTIONS = 50
"""Unknown names that get a suggestion: more of them have one cause, and each takes a comparison with every path."""


def suggestion(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Return « vouliez-vous dire … ? » with the nearest known word, or an empty string.

    Args:
        word: the unknown word.
        known: the known ones.
        cutoff: how alike two must be, from 0 to 1.
    """
    near = _nearest_word(word, known, cutoff)
    return did_you_mean(near) if near else ""


def did_you_mean(name: str) -> str:
    """Return « vouliez-vous dire … ? » about a name."""
    return template_reasons.DID_YOU_MEAN.format(name)


def _nearest_word(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return the known word that is nearest to another and not the same, or an empty string."""
    others = [other for other in known if other != word]
    plain = _plain(word)
    alike = (other for other in others if _plain(other) == plain)
    return next(alike, "") or next(iter(get_close_matches(word, others, n=1, cutoff=cutoff)), "")


def _plain(word: str) -> str:
    """Return a word without case, accents, hyphens and underscores: what people get wrong first."""
    letters = (letter for letter in normalize("NFKD", word.casefold()) if letter.isalnum() or letter in ".[]")
    return "".join(letters)


def with_whole_names(faults: Iterable[Fault]) -> list[Fault]:
    """Tell a name with hyphens once, as its author wrote it: « nom-du-maire » reads as two subtractions."""
    told: list[Fault] = []
    for fault in faults:
        name = next((name for name in _HYPHENATED.findall(fault.spot.tag) if fault.what in name.split("-")), "")
        if name:
            meant = template_reasons.WITHOUT_HYPHENS.format(name.replace("-", "_"))
            fault = replace(fault, what=name, path=name, fix=meant)  # noqa: PLW2901 - the same fault, told whole
        told.append(fault)
    return list(dict.fromkeys(told))


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
        completed.append(replace(fault, fix=suggested_path(fault.path, fault.what, known)))
    return with_whole_names(completed)


def with_remedies(faults: Iterable[Fault], remarks: Iterable[Fault]) -> list[Fault]:
    """Give each unknown name that the template itself gives, elsewhere or for some data, the remedy of that remark."""
    fixes = {remark.what: remark.finding("").fix for remark in remarks}
    unknown = (template_values.UNKNOWN_NAME, template_lint.UNKNOWN_TO_CATALOGUE)
    return [
        replace(fault, fix=fix) if (fix := fixes.get(_root_of(fault.what), "")) and fault.message in unknown else fault
        for fault in faults
    ]


def _root_of(name: str) -> str:
    return name.partition(".")[0].partition("[")[0]


def suggested_path(path: str, written: str, known: list[str]) -> str:
    """Return the question about the known path that is nearest to an unknown one, or an empty string.

    A name beside it is told in the words of the template: in a loop, ``ligne.montant`` and not
    ``budget.depenses[].montant``.

    Args:
        path: the unknown path.
        written: the same, as the template writes it.
        known: the paths of the data.
    """
    if path in known:
        return template_reasons.LACKING_SOMEWHERE
    if path.casefold() in _NO_NAMES:
        return _NO_NAMES[path.casefold()].format()
    if twin := next((other for other in known if normalize("NFKC", other) == normalize("NFKC", path)), ""):
        return template_reasons.OTHER_CHARACTERS.format(twin)
    parent, _, leaf = path.rpartition(".")
    siblings = (candidate.rpartition(".")[2] for candidate in known if candidate.rpartition(".")[0] == parent)
    near = _nearest_word(leaf, siblings)
    if near:
        written_parent, dot, _ = written.rpartition(".")
        return did_you_mean(f"{written_parent}{dot}{near}")
    namesakes = [candidate for candidate in known if candidate.rpartition(".")[2] == leaf]
    near = did_you_mean(namesakes[0]) if namesakes else suggestion(path, known)
    root, bracket, _ = path.partition("[]")
    return near or (template_reasons.LACKING_SOMEWHERE if bracket and root in known else "")


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
