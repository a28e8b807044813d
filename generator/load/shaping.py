"""From a tree to a model's value, or to one finding for each value that has not the right form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.findings import Finding, Path, Place, by_place
from generator.load.loaded import MOST_FAULTS, Loaded
from generator.load.pruning import Pruned, prune
from generator.load.typed_tree import Tree
from generator.messages import form_values, form_yaml
from generator.model.entries import SHAPE_FAULTS
from generator.model.typed_keys import Node, entry_at, fields_of

M = TypeVar("M", bound=BaseModel)

_LONGEST_KEY = 64
"""Characters beyond which no likeness to a known key is looked for."""

_FIELD = re.compile(r"[a-z][a-z0-9_]*")
"""How models spell the name of a field."""

_MOST_ATTEMPTS = 10
"""A value left out may take the group around it along; a group has seven levels."""


def shape(tree: Tree, model: type[M]) -> Loaded[M]:
    """Make the model's value from a tree; with faults, make what can be made without the faulty values."""
    if tree.root is None:
        return Loaded(None, None, tree.places, capped(tree.findings))
    try:
        value = model.model_validate(tree.root)
    except ValidationError as error:
        return _faulty(_Faults(error.errors(include_url=False, include_input=False), tree, model), tree, model)
    if tree.findings:
        return _faulty(_Faults([], tree, model), tree, model)
    return Loaded(value, value, tree.places)


def capped(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place; after ``MOST_FAULTS`` of them, one says that the rest is not shown."""
    ordered = by_place(findings)
    if len(ordered) <= MOST_FAULTS:
        return tuple(ordered)
    last = ordered[MOST_FAULTS]
    return (*ordered[:MOST_FAULTS], form_yaml.TOO_MANY_FAULTS.at(last.place, limite=MOST_FAULTS))


def _faulty(faults: _Faults, tree: Tree, model: type[M]) -> Loaded[M]:
    findings = capped([*tree.findings, *faults.findings()])
    removed = {*tree.spoiled, *map(_culprit, faults.errors)}
    for _ in range(_MOST_ATTEMPTS):
        pruned = prune(tree, removed)
        if pruned is None:
            break
        try:
            partial = model.model_validate(pruned.root)
        except ValidationError as error:
            removed.update(pruned.origin[_culprit(fault)] for fault in error.errors(include_url=False))
            continue
        return Loaded(None, partial, pruned.places, findings, left_out=pruned.left_out | _meant(faults, pruned))
    return Loaded(None, None, tree.places, findings)


def _culprit(error: ErrorDetails) -> Path:
    """What must be left out so that the rest can stand: the value, or the group that lacks a required key."""
    return error["loc"][:-1] if error["type"] == "missing" else error["loc"]


def _meant(faults: _Faults, pruned: Pruned) -> frozenset[Path]:
    """The paths, in what is left, of the keys that misspelt ones stand for."""
    kept = {old: new for new, old in pruned.origin.items()}
    return frozenset((*kept[path[:-1]], path[-1]) for path in faults.meant.values() if path[:-1] in kept)


class _Faults:
    """The faults of one input, told one by one."""

    def __init__(self, errors: list[ErrorDetails], tree: Tree, model: type[BaseModel]) -> None:
        self.errors = errors
        self.tree = tree
        self.model = model
        unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
        self.meant = {path: near for path in unknown[:MOST_FAULTS] if (near := self._nearest(path)) is not None}

    def findings(self) -> Iterator[Finding]:
        """Yield one finding for each fault; a key missing because it is misspelt is one fault, not two."""
        misspelt = set(self.meant.values())
        for error in self.errors:
            explained = error["type"] == "missing" and error["loc"] in misspelt
            if not explained and error["loc"] not in self.tree.spoiled:
                yield self._finding(error)

    def _finding(self, error: ErrorDetails) -> Finding:
        path = error["loc"]
        if error["type"] == "extra_forbidden":
            return self._unknown_key(path)
        if error["type"] == "missing":
            return self._missing_key(path)
        value = self._value(path)
        if value is None:
            return form_values.EMPTY_ITEM.at(self.tree.places[path], path)
        return self._wrong_value(error, value)

    def _wrong_value(self, error: ErrorDetails, value: Node) -> Finding:
        path = error["loc"]
        place = self.tree.places[path]
        colon = self._colon_in_text(error["type"], path, value)
        if colon is not None:
            return form_yaml.COLON_IN_TEXT.at(colon, path)
        match error["type"]:
            case "enum" if isinstance(value, str):
                choices = tuple(re.findall(r"'([^']*)'", error["ctx"]["expected"]))
                return form_values.NOT_A_CHOICE.at(place, path, valeur=value, admis=choices)
            case "model_type" | "dict_type":
                admitted = self._admitted(path)
                return form_values.GROUP_WANTED.at(place, path, recu=_described(value), admises=admitted)
            case "tuple_type":
                return form_values.LIST_WANTED.at(place, path, recu=_described(value))
            case "enum":
                return form_values.TEXT_WANTED.at(place, path)
            case scalar_fault:
                return SHAPE_FAULTS[scalar_fault].at(place, path, valeur=value)

    def _colon_in_text(self, fault: str, path: Path, value: Node) -> Place | None:
        """The place after the words whose colon made a group of a text, « l’espace : affiches »; None without one.

        A field is named by one word in lower case: what precedes the colon is no such word, or stands alone in a list.
        """
        words = next(iter(value)) if isinstance(value, dict) and value else ""
        alone = isinstance(path[-1], int) and isinstance(value, dict) and len(value) == 1
        if fault != "texte" or not words or (_FIELD.fullmatch(words) and not alone):
            return None
        key = self.tree.keys[*path, words]
        return Place(key.file, key.line, (key.column or 1) + len(words))

    def _value(self, path: Path) -> Node:
        node: Node = self.tree.root
        for step in path:
            if isinstance(node, dict):
                node = node[str(step)]
            elif isinstance(node, list):
                node = node[int(step)]
        return node

    def _admitted(self, path: Path) -> tuple[str, ...]:
        entry = entry_at(self.model, path)
        return tuple(fields_of(entry)) if entry else ()

    def _nearest(self, path: Path) -> Path | None:
        """The path that a misspelt key stands for: the admitted key most like it, unless it is there already."""
        key = str(path[-1])
        if len(key) > _LONGEST_KEY:
            return None
        siblings = self._value(path[:-1])
        free = [alias for alias in self._admitted(path[:-1]) if not isinstance(siblings, dict) or alias not in siblings]
        near = get_close_matches(_plain(key), free, n=1)
        return (*path[:-1], near[0]) if near else None

    def _unknown_key(self, path: Path) -> Finding:
        place = self.tree.keys.get(path, self.tree.places[path])
        if path in self.meant:
            return form_values.UNKNOWN_KEY.at(place, path, cle=path[-1], proche=self.meant[path][-1])
        return form_values.UNKNOWN_KEY_ALONE.at(place, path, cle=path[-1], admises=self._admitted(path[:-1]))

    def _missing_key(self, path: Path) -> Finding:
        entry = entry_at(self.model, path[:-1])
        field = fields_of(entry).get(str(path[-1])) if entry else None
        meaning = (field.description or "" if field else "",)
        return form_values.MISSING_KEY.at(self.tree.places[path], path, cle=path[-1], sens=meaning)


def _plain(key: str) -> str:
    """A key as the models spell theirs: no accents, lower case, underscores."""
    letters = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    return re.sub(r"[\s-]+", "_", letters.strip().lower())


def _described(node: Node) -> str:
    if isinstance(node, list):
        return "une liste"
    return "un groupe de champs" if isinstance(node, dict) else f"« {node} »"
