"""The house of the tests: what several share stands in ``tests/support``, and a place is named once."""

import ast
import re
from pathlib import Path

from tests.support.places import ROOT, TESTS

MODULES = sorted(TESTS.rglob("*.py"))
NOT_ROOMS = {
    "bad_inputs",
    "frameworks",
    "golden",
    "house",
    "journeys",
    "mutants",
    "officers",
    "support",
    "texts",
    "validator",
}
"""Folders of ``tests`` that mirror no room of the program."""


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return found | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


def name_of(path: Path) -> str:
    return path.relative_to(TESTS).as_posix()


def test_no_module_imports_a_test_module() -> None:
    shared = {name_of(path): [name for name in imported(path) if ".test_" in name] for path in MODULES}
    assert {name: found for name, found in shared.items() if found} == {}


def test_the_repository_is_found_from_one_place() -> None:
    own_folder = re.compile(r"Path\(__file__\)\.parent")
    assert [name_of(path) for path in MODULES if own_folder.search(path.read_text(encoding="utf-8"))] == [
        "support/places.py"
    ]


def test_each_room_of_tests_is_a_room_of_the_program() -> None:
    rooms = {path.name for path in TESTS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms - NOT_ROOMS <= {path.name for path in (ROOT / "generator").iterdir()}


def test_no_two_modules_share_a_name() -> None:
    names = [path.name for path in MODULES]
    assert {name for name in names if names.count(name) > 1} == set()
