"""The floors inside rendering: a room imports from rooms below; whoever is outside comes in by a door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.places import ROOT

PACKAGE = ROOT / "generator"
RENDERING = PACKAGE / "rendering"
FLOORS = (
    *(
        "faults",
        "opc",
        "word",
        "file",
        "language",
        "tags",
        "charts",
        "grafts",
        "blocks",
        "compiled",
        "fill",
        "compile",
        "template",
        "preserved",
    ),
    *("__init__", "review"),
)
"""From the lowest up: a room, or a module beside the rooms."""

DOORS = {"generator.rendering", "generator.rendering.review"}
MODULES = sorted(RENDERING.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(RENDERING).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[str]:
    """The modules that a module imports; a package, where it imports a module from one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(RENDERING).as_posix())
def test_a_module_imports_from_its_room_and_from_rooms_below(path: Path) -> None:
    own = FLOORS.index(room(path))
    inside = [name for name in imported(path) if name.startswith("generator.rendering.")]
    assert [name for name in inside if FLOORS.index(name.split(".")[2]) > own] == []


def test_every_room_has_a_floor() -> None:
    assert {room(path) for path in MODULES} == set(FLOORS)


def test_the_rooms_are_described_in_their_order() -> None:
    described = ast.get_docstring(ast.parse((RENDERING / "__init__.py").read_text(encoding="utf-8"))) or ""
    places = [described.index(f"\n``{name}``") for name in FLOORS if name not in {"__init__", "review"}]
    assert places == sorted(places, reverse=True)
    assert described.index("\n``review``") < min(places)


def test_nobody_outside_reaches_behind_a_door() -> None:
    outside = [path for path in sorted(PACKAGE.rglob("*.py")) if RENDERING not in path.parents]
    names = {(path.name, name) for path in outside for name in imported(path) if name.startswith("generator.rendering")}
    assert {name for _, name in names} <= DOORS, names


def test_no_module_is_long_and_no_room_is_crowded() -> None:
    assert [path.name for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > 300] == []
    assert max(sum(1 for path in MODULES if room(path) == name) for name in FLOORS) <= 16
