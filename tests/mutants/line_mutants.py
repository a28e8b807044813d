"""Mutants of chosen lines: what one slip of a hand would make of a line, tried in a copy of the tree.

``lines.yaml`` lists the lines. The maintained tools were looked at first: cosmic-ray and mutmut shift the operators and
constants of whole modules. Neither takes a line from a list, nor knows the slips that matter in an act (a filter
dropped, the first party taken for the right one, one default for another), and each brings some twenty packages along.

A mutant is killed when its tests fail (pytest's exit code 1). A mutant that breaks the collection is not: a test that
cannot be read notices anything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from compileall import compile_dir
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from py_compile import PycInvalidationMode
from queue import SimpleQueue
from tempfile import TemporaryDirectory

import yaml

from tests.support.places import LINE_MUTANTS, ROOT

AT_ONCE = 2
"""Mutants tried at the same time, each in a copy of its own."""

COPIED = ("generator", "inputs", "templates", "tests", "docs", "benchmarks", "pyproject.toml", "README.md")
_SLOWEST = 300
"""Seconds that the tests of one mutant may take, on a machine that has more to do."""

_FAILED = 1


@dataclass(frozen=True, slots=True)
class LineMutant:
    """A line and what a slip would make of it.

    Attributes:
        slip: what an act, or a user, would suffer from it.
        file: where the line stands, from the root.
        line: its text as it is, without its indentation.
        becomes: its text as a slip would leave it.
        tests: the tests that must notice: files, or single tests.
        is_awaited: whether the test that will notice is still to be written.
    """

    slip: str
    file: str
    line: str
    becomes: str
    tests: tuple[str, ...]
    is_awaited: bool = False

    def __str__(self) -> str:
        """Return the name that a report shows."""
        return f"{self.file}: {self.slip}"

    def count_in(self, tree: Path) -> int:
        """Return how often the line stands in its file."""
        return sum(line.strip() == self.line for line in _lines(tree / self.file))


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    UNREADABLE = "makes its tests unreadable"
    TOO_SLOW = "does not end"


def listed() -> tuple[LineMutant, ...]:
    """Read the list."""
    content = yaml.safe_load(LINE_MUTANTS.read_text(encoding="utf-8"))
    return tuple(_mutants(content["lines"], is_awaited=False)) + tuple(_mutants(content["awaited"], is_awaited=True))


def _mutants(entries: Iterable[dict[str, str | list[str]]], *, is_awaited: bool) -> Iterator[LineMutant]:
    for entry in entries:
        slip, file, line, becomes = (str(entry[key]) for key in ("slip", "file", "line", "becomes"))
        yield LineMutant(slip, file, line, becomes, tuple(entry["tests"]), is_awaited)


def fates(mutants: Iterable[LineMutant]) -> Iterator[tuple[LineMutant, Fate]]:
    """Try mutants, some at a time, and yield what became of each, in their order."""
    with TemporaryDirectory(prefix="mutants-") as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        free: SimpleQueue[Path] = SimpleQueue()
        first = copy_of_the_tree(Path(folder) / "0")
        for rank in range(1, AT_ONCE):
            free.put(Path(shutil.copytree(first, Path(folder) / str(rank))))
        free.put(first)

        def tried(mutant: LineMutant) -> tuple[LineMutant, Fate]:
            tree = free.get()
            try:
                return mutant, fate_of(mutant, tree)
            finally:
                free.put(tree)

        yield from pool.map(tried, mutants)


def faults_without_mutant(mutants: Iterable[LineMutant]) -> str:
    """Run the tests of mutants on the tree as it is; return what fails: it would kill anything."""
    tests = sorted({test for mutant in mutants for test in mutant.tests})
    with TemporaryDirectory(prefix="mutants-") as folder:
        done = _run(tests, copy_of_the_tree(Path(folder) / "sound"), timeout=_SLOWEST * AT_ONCE)
    return "" if done.returncode == 0 else done.stdout


def fate_of(mutant: LineMutant, tree: Path) -> Fate:
    """Run a mutant's tests in a copy of the tree; the copy is sound again afterwards."""
    with _slipped(mutant, tree):
        try:
            code = _run(mutant.tests, tree, timeout=_SLOWEST).returncode
        except subprocess.TimeoutExpired:
            return Fate.TOO_SLOW
    return {0: Fate.SURVIVED, _FAILED: Fate.KILLED}.get(code, Fate.UNREADABLE)


@contextmanager
def _slipped(mutant: LineMutant, tree: Path) -> Iterator[None]:
    """Leave a line as a slip would make it, for a while."""
    path = tree / mutant.file
    sound = path.read_bytes()
    changed = (
        line.replace(mutant.line, mutant.becomes) if line.strip() == mutant.line else line for line in _lines(path)
    )
    path.write_text("\n".join(changed), encoding="utf-8")
    try:
        yield
    finally:
        path.write_bytes(sound)


def _run(tests: Iterable[str], tree: Path, *, timeout: int) -> subprocess.CompletedProcess[str]:
    """Run tests in a copy of the tree, at the first failure no further."""
    options = ("-x", "-n", "0", "-p", "no:cacheprovider", "--no-header", "--tb=line")
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", *options, *tests]
    return subprocess.run(
        command, cwd=tree, env=environment, timeout=timeout, capture_output=True, text=True, check=False
    )


def copy_of_the_tree(target: Path) -> Path:
    """Copy what tests read, to slip in."""
    target.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    # Compiled once, and each file judged by what it holds: a slip within the same second is seen.
    compile_dir(target / "generator", quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    return target


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")
