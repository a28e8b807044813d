"""The floors: who may import whom, and which room each third party may enter."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from generator.load import load_events, load_framework
from generator.workspace import Workspace
from tests.support.places import FRAMEWORKS, ROOT

PACKAGE = ROOT / "generator"
KNOWN_NAMES = ("Rebsamen", "Sefiani", "Koenders", "Côte-d[’']Or")

FLOORS = {
    "findings": 0,
    "messages": 0,
    "french": 0,
    "canonical_json": 0,
    "model": 1,
    "convention": 1,
    "case": 1,
    "artifacts": 1,
    "workspace": 1,
    "load": 2,
    "forms": 2,
    "rules": 2,
    "acts": 2,
    "rendering": 2,
    "package": 2,
    "compare": 2,
    "publish": 2,
    "starter": 2,
    "timeline": 2,
    "shelf": 3,
    "judgement": 3,
    "vote_gate": 3,
    "outcome": 3,
    "conductors": 4,
    "cli": 5,
    "__main__": 6,
}

ROOMS = {
    "click": {"cli"},
    "docx": {"rendering"},
    "docxtpl": {"rendering"},
    "jinja2": {"rendering"},
    "lxml": {"rendering"},
    "markupsafe": {"rendering"},
    "num2words": {"french"},
    "pydantic": {"model", "convention", "load", "forms"},
    "pydantic_core": {"model", "convention", "load"},
    "rich": {"cli"},
    "yaml": {"load", "forms"},
}

SAME_FLOOR = {
    ("case", "convention"),
    ("case", "model"),
    ("convention", "model"),
    ("artifacts", "model"),
    ("artifacts", "workspace"),
    ("messages", "findings"),
    ("messages", "french"),
}
"""Nouns may be made of nouns: the case holds a framework and an action, a message becomes a finding.

Steps never import each other, nor does a conductor import another.
"""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module == "generator":
                yield from (f"generator.{alias.name}" for alias in node.names if alias.name != "__version__")
            else:
                yield node.module


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_floors_below_and_from_its_own_room(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        return
    for name in imports(path):
        if not name.startswith("generator."):
            continue
        other = name.split(".")[1]
        allowed = other == own or FLOORS[other] < FLOORS[own] or (own, other) in SAME_FLOOR
        assert allowed, f"{path.relative_to(PACKAGE)} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_third_party_enters_only_its_room(path: Path) -> None:
    for name in imports(path):
        top = name.split(".")[0]
        if top in sys.stdlib_module_names or top == "generator":
            continue
        assert room(path) in ROOMS[top], f"{path.relative_to(PACKAGE)} imports {name}"


def test_every_room_has_a_floor() -> None:
    assert {room(path) for path in modules()} - {"__init__"} <= set(FLOORS)


def test_only_the_face_prints_or_exits() -> None:
    for path in modules():
        if room(path) == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"print", "exit", "quit", "input"}, path


def test_the_program_knows_no_framework_by_name() -> None:
    """Cities, persons and parties of a framework are data; a docstring's examples are invented or common."""
    names = re.compile("|".join([*map(re.escape, names_of_frameworks()), *KNOWN_NAMES]), re.IGNORECASE)
    for path in modules():
        assert not (found := names.search(path.read_text(encoding="utf-8"))), (path, found)


def names_of_frameworks() -> Iterator[str]:
    """The towns, signatories and holders of office of every framework convention that the repository holds."""
    for folder in (ROOT, *sorted((FRAMEWORKS).iterdir())):
        workspace = Workspace(folder)
        for identifier in workspace.framework_ids():
            framework, events = load_framework(identifier, workspace).value, load_events(identifier, workspace)
            assert framework is not None
            assert events is not None
            assert events.value is not None
            yield from (party.place.name for party in framework.parties)
            persons = [*(party.signatory for party in framework.parties if party.signatory), *events.value.mandates]
            yield from (f"{person.given_name} {person.surname}" for person in persons)


def test_no_figure_that_a_text_sets_stands_in_what_judges_or_words_an_act() -> None:
    """Amounts, rates, delays and thresholds are dated data; a year has twelve months whatever the law."""
    judging = ("rules", "kinds", "convention", "model", "case.py", "travel.py", "timeline.py")
    for path in modules():
        if path.relative_to(PACKAGE).parts[0] in judging:
            numbers = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if is_number(node)]
            allowed = {0, 1, 2, 100} | ({12} if path.name == "term.py" else set())
            assert {node.value for node in numbers} <= allowed, path


def is_number(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
