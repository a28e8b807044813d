"""The cases of the rules, as data: a base without fault, what each case changes of it, and what is then refused.

A file ``tests/rules/<CODE>.yaml`` names its rule and lists its cases. Each case has a name and what it changes of the
base, by dotted path (``budget.ressources[2].montant: 0.00``); an empty value empties the key, ``RETIRÉ`` removes an
item, an index past the end adds one. What it says next is exact: ``refuse`` gives the place (``chemin``, in the action
unless ``fichier`` says otherwise) and words of each finding; without it the case is admitted. ``aussi`` lists other
rules that the change meets.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.case.records import Case, Source
from generator.convention import Events, Framework
from generator.findings import Finding, Place, Places
from generator.findings import Path as InputPath
from generator.load import load_law
from generator.model import Action, Allowances, Law
from generator.model.rule_settings import RuleSettings
from generator.rules import FRAMEWORK_RULES, SETTING_RULES, check, check_framework, check_settings
from generator.workspace import Workspace
from tests.support.places import ROOT, TESTS

FOLDER = TESTS / "rules"
INPUTS = ("action", "convention", "evenements", "baremes", "regles")
REMOVED = "RETIRÉ"
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True)
class Expected:
    """A finding that a case must give: where, and words of its message."""

    path: InputPath
    source: Source
    words: str


@dataclass(frozen=True)
class RuleCase:
    """One case of a rule."""

    code: str
    name: str
    changes: Mapping[str, Mapping[str, Any]]
    without: tuple[str, ...]
    refused: tuple[Expected, ...]
    also: frozenset[str]

    def __str__(self) -> str:
        """Return the name that the test report shows."""
        return f"{self.code} {'refuse' if self.refused else 'admet'} : {self.name}"

    def build(self) -> Case:
        """Make the case: the base with its changes."""
        data = {name: changed(base()[name], self.changes.get(name, {})) for name in INPUTS}
        named = {Source.ACTION: "action", Source.FRAMEWORK: "convention", Source.SETTINGS: "regles"}
        places = {source: places_of(name, data) for source, name in named.items()}
        events = None
        if "evenements" not in self.without:
            events = Events.model_validate(data["evenements"])
            places[Source.EVENTS] = places_of("evenements", data)
        return Case(
            action=Action.model_validate(data["action"]),
            framework=Framework.model_validate(data["convention"]),
            events=events,
            law=shipped_law(),
            allowances=Allowances.model_validate(data["baremes"]),
            settings=RuleSettings.model_validate(data["regles"]),
            places=places,
        )


def findings_of(code: str, case: Case, *, final: bool) -> list[Finding]:
    """Judge a case as a rule's code asks: an action under its framework, the framework itself, or the settings."""
    if code in {rule.code for rule in FRAMEWORK_RULES}:
        return check_framework(case, final=final)
    if code in {rule.code for rule in SETTING_RULES}:
        return check_settings(case, final=final)
    return check(case, final=final)


def plain(text: str) -> str:
    """Return a text with plain spaces, as cases are typed."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def base_case() -> Case:
    """Make the base without any change."""
    return RuleCase("", "", {}, (), (), frozenset()).build()


def case_with(**changes: Mapping[str, Any]) -> Case:
    """Make the base with changes: ``case_with(action={"objet": ""})``."""
    return RuleCase("", "", changes, (), (), frozenset()).build()


@cache
def rule_cases() -> tuple[RuleCase, ...]:
    """Read the cases of every file."""
    return tuple(case for path in sorted(FOLDER.glob("*.yaml")) for case in _cases_of(path))


@cache
def base() -> dict[str, Any]:
    """Read the base: every scalar as the text that was typed."""
    return {name: _read(FOLDER / "base" / f"{name}.yaml") for name in INPUTS}


@cache
def shipped_law() -> Law:
    """Read the law that the repository ships: cases are judged by it."""
    law = load_law(Workspace(ROOT)).value
    assert law is not None
    return law


def changed(data: Any, changes: Mapping[str, Any]) -> Any:
    """Return the data with each change made at its path."""
    result = copy.deepcopy(data)
    removed = []
    for dotted, value in changes.items():
        *parents, last = input_path(dotted)
        holder = result
        for step in parents:
            holder = holder.setdefault(step, {}) if isinstance(holder, dict) else holder[step]
        if value == REMOVED:
            removed.append((holder, last))
        elif isinstance(holder, list) and last == len(holder):
            holder.append(value)
        else:
            holder[last] = value
    for holder, last in reversed(removed):
        del holder[last]
    return result


def input_path(dotted: str) -> InputPath:
    """Read a dotted path: ``budget.ressources[2].montant``."""
    return tuple(int(index) if index else name for name, index in _STEP.findall(dotted))


def places_of(name: str, data: Mapping[str, Any]) -> Places:
    """Number the values of an input as lines, in reading order."""
    paths = enumerate(_paths((), data[name]), start=1)
    return Places(f"{name}.yaml", {path: Place(f"{name}.yaml", line, 1) for line, path in paths})


def _paths(path: InputPath, value: Any) -> Iterator[InputPath]:
    yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _paths((*path, key), item)
    elif isinstance(value, list):
        for rank, item in enumerate(value):
            yield from _paths((*path, rank), item)


def _cases_of(path: Path) -> Iterator[RuleCase]:
    content = _read(path)
    assert content["regle"] == path.stem
    for entry in content["cas"]:
        assert set(entry) <= {"nom", *INPUTS, "sans", "refuse", "aussi"}, entry
        refused = entry.get("refuse", [])
        yield RuleCase(
            path.stem,
            entry["nom"],
            {name: entry[name] for name in INPUTS if name in entry},
            tuple(entry.get("sans", ())),
            tuple(_expected(item) for item in (refused if isinstance(refused, list) else [refused])),
            frozenset(entry.get("aussi", ())),
        )


def _expected(entry: Mapping[str, str]) -> Expected:
    assert set(entry) <= {"chemin", "fichier", "message"}, entry
    return Expected(input_path(entry["chemin"]), Source(entry.get("fichier", "action")), entry["message"])


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only, no object
