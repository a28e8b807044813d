"""Workspaces to write into, and the documents that the example gives, made once for those who only read them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from generator.cli import run
from generator.model.kind import DocumentKind
from generator.shelf import Shelf
from generator.workspace import Workspace
from tests.support.places import FRAMEWORKS, ROOT

NUMBERS = tuple(f"2017-0{rank}" for rank in range(1, 7))
"""The actions of the example's year."""

OTHER_FRAMEWORKS = ("tacite", "quatre-parties", "six-parties")
"""The other framework conventions: folders of ``tests/frameworks``, each with one action."""

OTHER_ACTION = "inputs/2025/2025-01.yaml"


@dataclass(frozen=True)
class Made:
    """A workspace in which commands were run.

    Attributes:
        root: its folder; whoever writes into it makes a copy first.
        codes: the exit code of each command.
        printed: the paths that each command printed.
    """

    root: Path
    codes: tuple[int, ...]
    printed: tuple[tuple[str, ...], ...]


def copy_shipped(folder: Path) -> Path:
    """Copy the inputs and templates that the repository ships."""
    for name in ("inputs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def copy_other_framework(name: str, folder: Path) -> Path:
    """Copy the inputs of another framework convention, with the law, the tables and the templates that are shipped."""
    shutil.copytree(FRAMEWORKS / name / "inputs", folder / "inputs")
    for shared in ("references", "baremes"):
        shutil.copytree(ROOT / "inputs" / shared, folder / "inputs" / shared)
    shutil.copytree(ROOT / "templates", folder / "templates")
    return folder


def kinds_of(workspace: Workspace) -> Mapping[str, DocumentKind]:
    """The kinds of documents of a workspace, by the names of their folders."""
    return Shelf.of(workspace).kinds


def action_kinds() -> set[str]:
    """The shipped kinds that are made from an action."""
    return {name for name, kind in kinds_of(Workspace(ROOT)).items() if not kind.subject.is_of_a_year}


def edit(path: Path, old: str, new: str) -> None:
    """Replace words that a file holds, where they stand first."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def make_documents(actions: str, root: Path) -> Made:
    """Make in a workspace the drafts of some actions, then their packages, then what final documents stand alone."""
    generate = ["generate", actions, "--quiet"]
    alone = ["--only", "ordre_de_mission", "--only", "convention_cadre"]
    return _made(root, generate, [*generate, "--final"], [*generate, "--final", *alone])


def _made(root: Path, *commands: Sequence[str]) -> Made:
    codes, printed = [], []
    with chdir(root):
        for command in commands:
            with redirect_stdout(StringIO()) as out:
                codes.append(run(list(command)))
            printed.append(tuple(out.getvalue().splitlines()))
    return Made(root, tuple(codes), tuple(printed))
