"""How the drafts of an action stand beside what they were made from: fresh, to be made again, edited by hand."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from generator.canonical_json import digest_of
from generator.ledger import LotLine
from generator.ledger.fingerprints import YearPrints
from generator.publish import LEDGER
from generator.workspace import DRAFTS, Workspace, programme_in

_PROGRAM = Path(__file__).parent.parent


class DraftState(StrEnum):
    """How drafts stand. The value is what users read."""

    NONE = "aucun projet"
    UNKNOWN = "projets faits hors lot"
    FRESH = "projets à jour"
    STALE = "projets à refaire"
    REFUSED = "projets refusés"


@dataclass(frozen=True, slots=True)
class DraftStatus:
    """How the drafts of an action stand.

    Attributes:
        state: beside what they were made from.
        edited: the names of those that were edited by hand.
        missing: the names of those that are gone.
        changed: what is newer than they are, where that can be told.
    """

    state: DraftState
    edited: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class DraftReader:
    """Tells how the drafts of a year's actions stand; what they share is read once.

    Args:
        workspace: where.
        folder: that of the year's inputs.
        home: that of its outputs.
    """

    def __init__(self, workspace: Workspace, folder: Path, home: Path) -> None:
        self._workspace = workspace
        self._folder = folder
        self._home = home
        self._prints = YearPrints(workspace, folder)

    def is_fresh(self, form: Path, line: LotLine) -> bool:
        """Whether everything that decides what is made of an action is as the ledger's line tells."""
        kept = self._prints.kept_texts(line.kept_texts)
        return line.key.rstrip("!") == self._prints.key(form, line.mode, line.framework, kept)

    def status(self, form: Path, line: LotLine | None) -> DraftStatus:
        """Tell how the drafts of an action stand.

        Args:
            form: the action's form.
            line: what the ledger last kept of its drafts, or None.
        """
        if line is None:
            there = (self._home / form.stem / DRAFTS).is_dir()
            return DraftStatus(DraftState.UNKNOWN if there else DraftState.NONE)
        found = {name: _digest(self._home / name) for name in line.outputs}
        edited = tuple(_name(name) for name, digest in found.items() if digest not in {None, line.outputs[name]})
        missing = tuple(_name(name) for name, digest in found.items() if digest is None)
        if not self.is_fresh(form, line):
            return DraftStatus(DraftState.STALE, edited, missing, tuple(self._newer(form, line)))
        if missing:
            return DraftStatus(DraftState.STALE, edited, missing)
        state = DraftState.FRESH if line.done or edited else DraftState.REFUSED
        return DraftStatus(state, edited)

    def _newer(self, form: Path, line: LotLine) -> Iterator[str]:
        """Yield what was written after the drafts: the form, then what actions share."""
        made = _moment(self._home / form.stem / DRAFTS / LEDGER)  # written each time that drafts are
        workspace = self._workspace
        sources = {
            "formulaire": _moment(form),
            "convention": max(map(_moment, (workspace.framework(line.framework), workspace.events(line.framework)))),
            "délibérations gardées": _latest(workspace.root / "votes" / form.stem),
            **self._shared,
        }
        return (name for name, moment in sources.items() if made and moment > made)

    @cached_property
    def _shared(self) -> Mapping[str, int]:
        """When what all actions share was last written, by what it is."""
        workspace = self._workspace
        return {
            "programme": _moment(programme_in(self._folder)),
            "modèles": _latest(workspace.templates),
            "textes de référence": _latest(workspace.references),
            "barèmes": _latest(workspace.allowance_tables),
            "logos": _latest(workspace.logos),
            "poids des règles": _moment(workspace.rule_settings),
            "parafe": _newest(_PROGRAM.rglob("*.py")),
        }


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _digest(path: Path) -> str | None:
    try:
        return digest_of(path.read_bytes())
    except OSError:
        return None


def _moment(path: Path) -> int:
    """Return when a file was last written, in nanoseconds; 0 when it is not there."""
    with contextlib.suppress(OSError):
        return path.stat().st_mtime_ns
    return 0


def _latest(folder: Path) -> int:
    return _newest(path for path in folder.rglob("*") if path.is_file())


def _newest(paths: Iterable[Path]) -> int:
    return max(map(_moment, paths), default=0)
