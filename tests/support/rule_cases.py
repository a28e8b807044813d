"""The cases of the rules, as data: a base without fault, what each case changes of it, and what is then refused.

A file ``tests/rules/<CODE>.yaml`` names its rule and lists its cases. Each case has a name and what it changes of the
base, by dotted path (``budget.ressources[2].montant: 0.00``); an empty value empties the key, ``RETIRÉ`` removes an
item, an index past the end adds one. What it says next is exact: ``refuse`` gives the place (``chemin``, in the action
unless ``fichier`` says otherwise) and words of each finding; without it the case is admitted. ``aussi`` lists other
rules that the change meets.

A rule of a year is judged on two actions, the base and ``base/autre_action.yaml``, and on a programme. Its cases change
them under ``programme`` and, action by action, under ``actions``; a third one and the following are changes of the
second. ``avant`` lists last year's actions, as changes of the base. ``fichier`` is then ``programme`` or ``action 2``.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.case.records import Case, FrameworkRecord, Source
from generator.case.year import ActionExtract, YearRecord, extract_of
from generator.convention import Events, Framework
from generator.findings import Finding, Place, Places
from generator.findings import Path as InputPath
from generator.load import load_law
from generator.model import Action, Allowances, Law, Programme
from generator.model.rule_settings import RuleSettings
from generator.rules import (
    FRAMEWORK_RULES,
    SETTING_RULES,
    YEAR_RULES,
    check,
    check_framework,
    check_settings,
    check_year,
)
from generator.workspace import Workspace
from tests.support.places import ROOT, TESTS

FOLDER = TESTS / "rules"
INPUTS = ("action", "convention", "evenements", "baremes", "regles")
OF_A_YEAR = ("programme", "actions", "avant")
REMOVED = "RETIRÉ"
NAMES = {
    Source.ACTION: "action",
    Source.FRAMEWORK: "convention",
    Source.EVENTS: "evenements",
    Source.SETTINGS: "regles",
}
"""The input of each source in the base; « fichier » names it by the source's value."""

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True)
class Expected:
    """A finding that a case must give: where, and words of its message."""

    path: InputPath
    file: str
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

    @property
    def data(self) -> Mapping[str, Any]:
        """The inputs: those of the base with their changes."""
        return {name: changed(base()[name], self.changes.get(name, {})) for name in INPUTS}

    def place(self, expected: Expected) -> Place:
        """Return where a finding is expected to stand."""
        name = next(name for source, name in NAMES.items() if source.value == expected.file)
        return places_of(name, self.data)[expected.path]

    def build(self) -> FrameworkRecord:
        """Make what the rule judges."""
        return self.case()

    def case(self) -> Case:
        """Make the case: the base with its changes."""
        data = self.data
        places = {source: places_of(name, data) for source, name in NAMES.items() if source is not Source.EVENTS}
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


@dataclass(frozen=True)
class YearCase(RuleCase):
    """One case of a rule of a year.

    Attributes:
        programme: what it changes of the programme.
        actions: what it changes of each action.
        former: what last year's actions change of the base.
    """

    programme: Mapping[str, Any]
    actions: tuple[Mapping[str, Any], ...]
    former: tuple[Mapping[str, Any], ...]

    @property
    def year(self) -> Mapping[str, Any]:
        """The programme and the actions, by their names in « fichier »."""
        other = changed(base()["action"], base()["autre_action"])
        models = [base()["action"], *(other for _ in self.actions[1:])]
        actions = {
            f"action {rank}": changed(model, changes)
            for rank, (model, changes) in enumerate(zip(models, self.actions, strict=True), start=1)
        }
        return {"programme": changed(base()["programme"], self.programme), **actions}

    def place(self, expected: Expected) -> Place:
        """Return where a finding is expected to stand."""
        return places_of(expected.file, self.year)[expected.path]

    def build(self) -> YearRecord:
        """Make the year: its actions, taken one by one, and its programme."""
        data = self.year
        programme = None if "programme" in self.without else data["programme"]
        actions = {name: each for name, each in data.items() if name != "programme"}
        return year_of(programme, actions, [changed(base()["action"], each) for each in self.former], self.case())


def year_of(
    programme: Mapping[str, Any] | None,
    actions: Mapping[str, Any],
    former: Sequence[Mapping[str, Any]] = (),
    case: Case | None = None,
) -> YearRecord:
    """Make a year of what was typed.

    Args:
        programme: the year's programme, or None.
        actions: the actions, by the names of their files.
        former: last year's actions.
        case: what they are judged by; the base, when None.
    """
    case = case or base_case()
    places = {**case.places}
    if programme is not None:
        places[Source.PROGRAMME] = places_of("programme", {"programme": programme})
    return YearRecord(
        framework=case.framework,
        events=case.events,
        law=case.law,
        settings=case.settings,
        places=places,
        programme=None if programme is None else Programme.model_validate(programme),
        actions=tuple(_extract(case, each, places_of(name, actions)) for name, each in actions.items()),
        former=tuple(_extract(case, each, Places("avant.yaml")) for each in former),
    )


def _extract(case: Case, action: Mapping[str, Any], places: Places) -> ActionExtract:
    return extract_of(replace(case, action=Action.model_validate(action), places={Source.ACTION: places}))


def findings_of(code: str, case: FrameworkRecord, *, final: bool) -> list[Finding]:
    """Judge what a rule's code asks: an action under its framework, the framework itself, the settings, or a year."""
    if code in {rule.code for rule in YEAR_RULES}:
        assert isinstance(case, YearRecord)
        return check_year(case, final=final)
    if code in {rule.code for rule in FRAMEWORK_RULES}:
        return check_framework(case, final=final)
    if code in {rule.code for rule in SETTING_RULES}:
        return check_settings(case, final=final)
    assert isinstance(case, Case)
    return check(case, final=final)


def base_case() -> Case:
    """Make the base without any change."""
    return RuleCase("", "", {}, (), (), frozenset()).case()


def base_year() -> YearRecord:
    """Make the year of the base without any change."""
    return year_with()


def year_with(
    *actions: Mapping[str, Any], programme: Mapping[str, Any] | None = None, former: Sequence[Mapping[str, Any]] = ()
) -> YearRecord:
    """Make the year of the base with changes, action by action."""
    both = (*actions, *({} for _ in range(2 - len(actions))))
    return YearCase("", "", {}, (), (), frozenset(), programme or {}, both, tuple(former)).build()


def case_with(**changes: Mapping[str, Any]) -> Case:
    """Make the base with changes: ``case_with(action={"objet": ""})``."""
    return RuleCase("", "", changes, (), (), frozenset()).case()


@cache
def rule_cases() -> tuple[RuleCase, ...]:
    """Read the cases of every file."""
    return tuple(case for path in sorted(FOLDER.glob("*.yaml")) for case in _cases_of(path))


@cache
def base() -> dict[str, Any]:
    """Read the base: every scalar as the text that was typed."""
    return {name: _read(FOLDER / "base" / f"{name}.yaml") for name in (*INPUTS, "programme", "autre_action")}


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
        of_a_year = path.stem in {rule.code for rule in YEAR_RULES}
        assert set(entry) <= {"nom", *INPUTS, "sans", "refuse", "aussi", *(OF_A_YEAR if of_a_year else ())}, entry
        refused = entry.get("refuse", [])
        case = RuleCase(
            path.stem,
            entry["nom"],
            {name: entry[name] for name in INPUTS if name in entry},
            tuple(entry.get("sans", ())),
            tuple(_expected(item) for item in (refused if isinstance(refused, list) else [refused])),
            frozenset(entry.get("aussi", ())),
        )
        yield _year_case(case, entry) if of_a_year else case


def _year_case(case: RuleCase, entry: Mapping[str, Any]) -> YearCase:
    actions = [each or {} for each in entry.get("actions", ())]
    both = (*actions, *({} for _ in range(2 - len(actions))))
    own = {field.name: getattr(case, field.name) for field in fields(case)}
    return YearCase(**own, programme=entry.get("programme", {}), actions=both, former=tuple(entry.get("avant", ())))


def _expected(entry: Mapping[str, str]) -> Expected:
    assert set(entry) <= {"chemin", "fichier", "message"}, entry
    return Expected(input_path(entry["chemin"]), entry.get("fichier", "action"), entry["message"])


def typed_in(name: str) -> Any:
    """Read a file beside the cases: every scalar as the text that was typed."""
    return _read(FOLDER / name)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only, no object
