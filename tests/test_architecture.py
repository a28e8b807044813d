"""The floors: who may import whom, and which room each third party may enter."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"

FLOORS = {
    "findings": 0,
    "french": 0,
    "model": 1,
    "convention": 1,
    "case": 1,
    "travel": 1,
    "artifacts": 1,
    "load": 2,
    "rules": 2,
    "kinds": 2,
    "rendering": 2,
    "package": 2,
    "publish": 2,
    "starter": 2,
    "timeline": 2,
    "compare": 2,
    "pipeline": 3,
    "template_review": 3,
    "template_variables": 3,
    "explanations": 3,
    "cli": 4,
    "__main__": 5,
}

ROOMS = {
    "click": {"cli"},
    "docx": {"rendering"},
    "docxtpl": {"rendering"},
    "jinja2": {"rendering"},
    "lxml": {"rendering"},
    "markupsafe": {"rendering"},
    "num2words": {"french"},
    "pydantic": {"model", "convention", "load"},
    "pydantic_core": {"model", "convention", "load"},
    "rich": {"cli"},
    "yaml": {"load"},
}

SAME_FLOOR = {
    ("case", "convention"),
    ("case", "model"),
    ("convention", "model"),
    ("travel", "case"),
    ("travel", "convention"),
    ("travel", "model"),
    ("explanations", "pipeline"),
    ("explanations", "template_review"),
    ("template_review", "pipeline"),
    ("template_variables", "pipeline"),
}
"""Nouns may be made of nouns: the case holds a framework and an action. Explanations gather the conductors’ messages,
and a review compiles what the pipeline would.

Steps never import each other.
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
    """Cities, persons, articles and figures of a framework are data; a docstring's examples are invented or common."""
    names = re.compile(r"Dijon|Chefchaouen|Rebsamen|Sefiani|Koenders|Côte-d[’']Or", re.IGNORECASE)
    for path in modules():
        assert not names.search(path.read_text(encoding="utf-8")), path
