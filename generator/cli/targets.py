"""What the paths given on the command line stand for: actions, year folders, conventions, programmes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from generator.workspace import Workspace, actions_in, own_cache

_PROGRAMME = "programme.yaml"
_EVENTS = ".evenements.yaml"


@dataclass
class Targets:
    """The paths of a command line, sorted by what they are."""

    actions: list[Path] = field(default_factory=list)
    frameworks: list[Path] = field(default_factory=list)
    programmes: list[Path] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not (self.actions or self.frameworks or self.programmes)


def find_workspace(given: Path | None, paths: Iterable[Path] = ()) -> Workspace:
    """Return the workspace: the one given, else the one that holds the first path, else the current folder."""
    if given is not None:
        return Workspace(given, own_cache())
    candidates = [Path.cwd(), *(folder for path in paths for folder in path.absolute().parents)]
    root = next((folder for folder in candidates if _is_workspace(folder)), Path.cwd())
    return Workspace(root, own_cache())


def sort_paths(paths: Iterable[Path]) -> Targets:
    """Sort paths by what they are; a year's folder stands for its actions, its own files being context.

    A path that does not exist counts as an action: the loader says that it is missing.
    """
    targets = Targets()
    for path in chain.from_iterable(map(_expanded, paths)):
        if path.is_dir() and path.name == "conventions":
            targets.frameworks += [file for file in sorted(path.glob("*.yaml")) if not file.name.endswith(_EVENTS)]
        elif path.is_dir():
            targets.actions += actions_in(path)
            targets.programmes += [path / _PROGRAMME] if (path / _PROGRAMME).is_file() else []
        elif path.name == _PROGRAMME:
            targets.programmes.append(path)
        elif path.name.endswith(_EVENTS):
            targets.frameworks.append(path.with_name(path.name.removesuffix(_EVENTS) + ".yaml"))
        elif path.parent.name == "conventions":
            targets.frameworks.append(path)
        else:
            targets.actions.append(path)
    targets.actions = list(dict.fromkeys(targets.actions))
    targets.frameworks = list(dict.fromkeys(targets.frameworks))
    targets.programmes = list(dict.fromkeys(targets.programmes))
    return targets


def _expanded(path: Path) -> list[Path]:
    """Return the files that a pattern stands for, where the shell left it as it was typed; else the path itself."""
    if path.exists() or not any(sign in str(path) for sign in "*?["):
        return [path]
    return sorted(Path(path.anchor or ".").glob(str(path.relative_to(path.anchor)))) or [path]


def _is_workspace(folder: Path) -> bool:
    return (folder / "inputs" / "conventions").is_dir() and (folder / "templates").is_dir()
