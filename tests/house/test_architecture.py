"""The house: what ``docs/architecture.md`` says in its tables holds for the code, and nothing grows out of bounds."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from generator.load import load_events, load_framework
from generator.messages.registry import MESSAGES
from generator.workspace import Workspace
from tests.support.places import FRAMEWORKS, ROOT

PACKAGE = ROOT / "generator"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
KNOWN_NAMES = ("Rebsamen", "Sefiani", "Koenders", "Côte-d[’']Or")
LONGEST_MODULE = 300
MOST_MODULES = 16


def table(heading: str) -> list[list[str]]:
    """The rows of the page's table whose first row starts with a heading, cell by cell."""
    lines = PAGE.splitlines()
    start = next(rank for rank, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return rows


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


FLOORS = {names(room)[0]: int(floor.strip("| ")) for floor, room, _ in table("floor")}
SAME_FLOOR = {(names(one)[0], other) for one, others in table("a noun") for other in names(others)}
FENCES = {library: set(names(rooms)) for libraries, rooms in table("library") for library in names(libraries)}
WRITERS = {names(room)[0] for room, _ in table("room")}
NOUNS = {"findings", "messages", "french", "model", "convention", "case", "workspace", "artifacts"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


every_module = pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module == "generator":
                yield from (f"generator.{alias.name}" for alias in node.names if alias.name != "__version__")
            elif (PACKAGE.parent / Path(*node.module.split("."))).is_dir():
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
            else:
                yield node.module


# Floors, fences, faces


@every_module
def test_a_module_imports_only_from_floors_below_and_from_its_own_room(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        return
    for name in imports(path):
        if name.startswith("generator."):
            other = name.split(".")[1]
            allowed = other == own or FLOORS[other] < FLOORS[own] or (own, other) in SAME_FLOOR
            assert allowed, f"{path.relative_to(PACKAGE)} imports {name}"


@every_module
def test_a_third_party_enters_only_its_room(path: Path) -> None:
    for name in imports(path):
        top = name.split(".")[0]
        if top not in sys.stdlib_module_names and top != "generator":
            assert room(path) in FENCES[top], f"{path.relative_to(PACKAGE)} imports {name}"


def test_every_room_has_a_floor_and_every_floor_s_room_exists() -> None:
    assert {room(path) for path in modules()} - {"__init__"} == set(FLOORS)


def test_only_nouns_import_on_their_own_floor() -> None:
    assert {name for pair in SAME_FLOOR for name in pair} <= NOUNS
    assert all(FLOORS[one] == FLOORS[other] for one, other in SAME_FLOOR)


def test_every_pair_of_nouns_and_every_fence_of_the_page_is_needed() -> None:
    used = {(room(path), name.split(".")[1]) for path in modules() for name in imports(path) if name.count(".")}
    assert used >= SAME_FLOOR
    entered = {(name.split(".")[0], room(path)) for path in modules() for name in imports(path)}
    assert entered >= {(library, entry) for library, rooms in FENCES.items() for entry in rooms}


def test_no_conductor_imports_another() -> None:
    for path in (PACKAGE / "conductors").glob("*.py"):
        assert not [name for name in imports(path) if name.startswith("generator.conductors")], path


def test_the_face_calls_conductors_and_never_a_step() -> None:
    for path in (PACKAGE / "cli").glob("*.py"):
        called = {name.split(".")[1] for name in imports(path) if name.startswith("generator.")}
        steps = {entry for entry in called if FLOORS[entry] in {2, 3}} - {"outcome"}
        assert not steps, f"{path.name} calls {steps}"


def test_only_the_face_prints_or_exits() -> None:
    for path in modules():
        if room(path) != "cli":
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    assert node.func.id not in {"print", "exit", "quit", "input"}, path


WRITING = re.compile(
    r"""\.(?:write_bytes|write_text|mkdir|rename|replace\(path|hardlink_to|symlink_to|unlink|touch|chmod|rmdir)\(
    | \.open\(\s*["'][wax] | \bopen\([^)]*["'][wax]b?["']
    | shutil\.(?:copy|move|rmtree) | os\.(?:replace|rename|mkdir)""",
    re.VERBOSE,
)


def test_only_the_rooms_that_the_page_names_write() -> None:
    writing = {room(path) for path in modules() if WRITING.search(path.read_text(encoding="utf-8"))}
    assert writing == WRITERS


# Size and names


@every_module
def test_a_module_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_a_folder_fits_in_the_head() -> None:
    for folder in {path.parent for path in modules()}:
        assert len([path for path in folder.glob("*.py") if path.stem != "__init__"]) <= MOST_MODULES, folder


def test_no_two_modules_share_a_name() -> None:
    by_name = defaultdict(list)
    for path in modules():
        if path.stem != "__init__":
            by_name[path.stem].append(path.relative_to(PACKAGE).as_posix())
    assert {name: paths for name, paths in by_name.items() if len(paths) > 1} == {}


def test_no_two_classes_share_a_name() -> None:
    by_name = defaultdict(list)
    for path in modules():
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                by_name[node.name].append(path.relative_to(PACKAGE).as_posix())
    assert {name: paths for name, paths in by_name.items() if len(paths) > 1} == {}


def test_every_module_opens_by_saying_what_it_is() -> None:
    for path in modules():
        assert ast.get_docstring(tree(path)), path


# What the page says besides


def test_every_path_that_the_page_names_exists() -> None:
    named = re.findall(r"`((?:generator|tests|docs|templates)/[\w./-]+)`", PAGE)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_family_of_messages_stands_in_the_modules_that_the_page_names() -> None:
    listed = {family: set(names(modules_)) for families, modules_, _ in table("family") for family in names(families)}
    for family in {message.code[:2] for message in MESSAGES}:
        defining = {
            path.stem
            for path in (PACKAGE / "messages").glob("*.py")
            if re.search(rf'^    "{family}\d', path.read_text(encoding="utf-8"), re.MULTILINE)
        }
        assert defining <= listed[family], family


# Data stay data


def test_the_program_knows_no_framework_by_name() -> None:
    """Cities, persons and parties of a framework are data; a docstring's examples are invented or common."""
    known = re.compile("|".join([*map(re.escape, names_of_frameworks()), *KNOWN_NAMES]), re.IGNORECASE)
    for path in modules():
        assert not (found := known.search(path.read_text(encoding="utf-8"))), (path, found)


def names_of_frameworks() -> Iterator[str]:
    """The towns, signatories and holders of office of every framework convention that the repository holds."""
    for folder in (ROOT, *sorted(FRAMEWORKS.iterdir())):
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
    judging = {"rules", "acts", "convention", "model", "case", "timeline"}
    for path in modules():
        if room(path) in judging:
            numbers = {node.value for node in ast.walk(tree(path)) if is_number(node)}
            months = {12} if "term" in path.name else set()
            # Not the law's: texts that are typeset once, the digits that a sum of what forms admit may have, how many
            # ways of sharing out lines are tried, and the size of a text's digests.
            technical = {
                "french_wording": {4096},
                "substance": {12, 32},
                "expense_payers": {2000},
                "text_digests": {3, 4, 8, 16},
            }
            kept = technical.get(path.stem, set())
            assert numbers <= {0, 1, 2, 100} | months | kept, path


def is_number(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
