"""Workers that share no disk: inputs and templates go over the wire, what is made comes back, and is written here.

A parcel holds what all actions of a year share; it is opened once for each process, into a folder of its own that
lasts as long as the process. What is found there has the names that it has here: equal bytes, equal messages.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from generator.load import CaseLoader, kept_files
from generator.making import Product
from generator.workshop.bench import Bench, Made, workshop_of
from generator.workspace import WORKBOOK_SUFFIX, Workspace, actions_in, names_in, own_cache, programme_in


@dataclass(frozen=True)
class Parcel:
    """What all actions of a year share, and how they are made.

    Attributes:
        bench: how; its workspace is that of whoever sends.
        files: by workspace path → bytes.
    """

    bench: Bench
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Sent:
    """One action on its way to a worker.

    Attributes:
        form: the file of its form, as who sends it knows it.
        name: its workspace path.
        files: its form and the approved drafts that it names, by workspace path → bytes.
        alike: names beside the form that differ from it by case or extension alone: they are told.
    """

    form: Path
    name: str
    files: Mapping[str, bytes]
    alike: tuple[str, ...] = ()


def parcel_of(bench: Bench, folder: Path) -> Parcel:
    """Gather what the actions of a year share.

    Raises:
        OSError: a file cannot be read.
    """
    workspace = bench.workspace
    folders = (workspace.conventions, *workspace.shared_folders)
    paths = [path for place in folders for path in sorted(place.rglob("*")) if path.is_file()]
    paths += [path for path in (workspace.rule_settings, programme_in(folder), *_workbooks(folder)) if path.is_file()]
    return Parcel(bench, {workspace.name_of(path): path.read_bytes() for path in paths})


def _workbooks(folder: Path) -> list[Path]:
    return [path for path in actions_in(folder) if path.suffix == WORKBOOK_SUFFIX]


def sent(forms: Iterable[Path], folder: Path, workspace: Workspace) -> Iterator[Sent]:
    """Yield actions as they are sent."""
    names, loader = names_in(folder), CaseLoader(workspace)
    for form in forms:
        alike = (name for stem in {form.name.casefold()} for name in names.get(stem, ()) if name != form.name)
        files = {workspace.name_of(form): _content(form)}
        action = loader.action(form).partial
        if action is not None:
            files |= {name: _content(workspace.root / name) for name in kept_files(action, workspace)}
        present = {name: data for name, data in files.items() if data is not None}
        yield Sent(form, workspace.name_of(form), present, tuple(alike))


def far_worked(action: Sent, parcel: Parcel) -> tuple[Made, Product]:
    """Take an action as far as its task says, in memory; whoever sent it writes it."""
    bench = parcel.bench
    workspace = _unpacked(parcel)
    own = [workspace.root / name for name in (*action.files, *_beside(action))]
    try:
        for path, data in zip(own, (*action.files.values(), *(b"" for _ in action.alike)), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        workshop = workshop_of(workspace, replace(bench.request, output=None), bench.stamp)
        made, product = workshop.taken(workspace.root / action.name, bench.request, bench.task)
    finally:
        for path in own:
            path.unlink(missing_ok=True)
    outcome = replace(made.kept.outcome, path=action.form)
    return Made(replace(made.kept, outcome=outcome)), replace(product, path=action.form)


def _beside(action: Sent) -> list[str]:
    folder = action.name.rpartition("/")[0]
    return [f"{folder}/{name}" for name in action.alike]


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _unpacked(parcel: Parcel) -> Workspace:
    return _workspace_of(_ByStamp(parcel))


class _ByStamp:
    """A parcel that is known by its stamp: the same one comes with every action."""

    def __init__(self, parcel: Parcel) -> None:
        self.parcel = parcel

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByStamp) and self.parcel.bench.stamp == other.parcel.bench.stamp

    def __hash__(self) -> int:
        return hash(self.parcel.bench.stamp)


@lru_cache(maxsize=1)
def _workspace_of(known: _ByStamp) -> Workspace:
    """Lay a parcel out as a workspace, in a folder that goes with the process."""
    root = Path(tempfile.mkdtemp(prefix="parafe-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    for name, data in known.parcel.files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return Workspace(root, own_cache())
