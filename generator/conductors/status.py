"""The status of actions: drafts, votes, package, what came back of it, what is late. Nothing is written.

What depends on a day is told as it stood on that day; drafts and packages are told as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.case.tracks import LateStep, Track, late_steps
from generator.case.year import ActionExtract, extract_of
from generator.ledger import Lot, LotLine
from generator.load import CaseLoader
from generator.package.verification import verify
from generator.register import (
    ActStatus,
    DraftReader,
    DraftStatus,
    act_status,
    package_folder,
    packages_in,
    read_package,
    read_returns,
)
from generator.timeline import timeline_of
from generator.workspace import LEDGERS, Workspace

_DRAFTS, _PACKAGES = "projets", "dossiers"
"""The modes of the ledger's lines."""


@dataclass(frozen=True, slots=True)
class VoteStatus:
    """A vote that was held.

    Attributes:
        party: the identifier of the party whose assembly voted.
        name: its name.
        day: the day of the vote.
        number: the number of the deliberation, or an empty string.
        is_kept: whether the draft that it approved was kept.
    """

    party: str
    name: str
    day: date
    number: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class PackageStatus:
    """The last package of an action.

    Attributes:
        version: its version.
        is_intact: whether it is as it was published.
        is_fresh: whether what it was made from is still the same; None when the ledger does not tell.
        originals: how many originals it has.
        signers: those who sign: identifier → name.
        act: where it stands on the day.
    """

    version: int
    is_intact: bool
    is_fresh: bool | None
    originals: int
    signers: Mapping[str, str]
    act: ActStatus


@dataclass(frozen=True, slots=True)
class ActionStatus:
    """Where an action stands.

    Attributes:
        number: the action's.
        title: its title, or an empty string.
        drafts: how its drafts stand.
        votes: the votes held by the day.
        package: its last package, or None.
        late: the steps that are late on the day.
    """

    number: str
    title: str
    drafts: DraftStatus
    votes: tuple[VoteStatus, ...]
    package: PackageStatus | None
    late: tuple[LateStep, ...]


def status_of_year(
    folder: Path, workspace: Workspace, forms: Sequence[Path], day: date, output: Path | None = None
) -> Iterator[ActionStatus]:
    """Tell where actions of a year stand, in the order of their forms.

    Args:
        folder: that of the year's inputs.
        workspace: where it stands.
        forms: the files of the actions.
        day: the day on which votes, signatures and steps are looked at.
        output: the folder of outputs, instead of the workspace's own.
    """
    year = _Year(folder, workspace, (output or workspace.outputs) / folder.name, day)
    return map(year.status, forms)


@dataclass(frozen=True)
class _Year:
    """A year whose actions are looked at."""

    folder: Path
    workspace: Workspace
    home: Path
    day: date

    @cached_property
    def _lot(self) -> Lot:
        return Lot(self.home / LEDGERS / "lot.jsonl")

    @cached_property
    def _drafts(self) -> DraftReader:
        return DraftReader(self.workspace, self.folder, self.home)

    @cached_property
    def _loader(self) -> CaseLoader:
        return CaseLoader(self.workspace)

    def status(self, form: Path) -> ActionStatus:
        """Tell where an action stands."""
        drafts, packages = self._lot.line(_DRAFTS, form.stem), self._lot.line(_PACKAGES, form.stem)
        extract, tracks = self._facts(form, drafts, packages)
        return ActionStatus(
            number=form.stem,
            title=(extract.title if extract else None) or "",
            drafts=self._drafts.status(form, drafts),
            votes=tuple(self._votes(form.stem, extract)) if extract else (),
            package=self._package(form, packages),
            late=tuple(late_steps(tracks, self.day)),
        )

    def _facts(self, form: Path, *lines: LotLine | None) -> tuple[ActionExtract | None, tuple[Track, ...]]:
        """Return what is known of an action: from the ledger when its form and all else are the same, else anew."""
        for line in lines:
            if line is not None and line.tracks and line.extract is not None and self._drafts.is_fresh(form, line):
                try:
                    return ActionExtract.from_json(line.extract), tuple(map(Track.from_json, line.tracks))
                except ValueError:
                    continue
        case = self._loader.case(form).case
        return (extract_of(case), timeline_of(case)) if case else (None, ())

    def _votes(self, number: str, extract: ActionExtract) -> Iterator[VoteStatus]:
        for vote in extract.votes:
            if vote.day is not None and vote.day <= self.day:
                is_kept = self.workspace.votes(number, vote.party, vote.day).is_dir()
                yield VoteStatus(vote.party, self._name(extract, vote.party), vote.day, vote.number or "", is_kept)

    def _name(self, extract: ActionExtract, party: str) -> str:
        """Return the name of a party as its framework has it."""
        framework = self._loader.framework(extract.framework).partial
        known = framework.party(party) if framework else None
        return known.name if known else party

    def _package(self, form: Path, line: LotLine | None) -> PackageStatus | None:
        folder = self.home / form.stem
        version = max(packages_in(folder), default=None)
        if version is None:
            return None
        package = read_package(folder, version)
        events = (event for event in read_returns(folder) if event.version == version)
        return PackageStatus(
            version=version,
            is_intact=not verify(package_folder(folder, version)),
            is_fresh=self._drafts.is_fresh(form, line) if line is not None else None,
            originals=package.originals,
            signers=package.signers,
            act=act_status(events, tuple(package.signers), package.originals, self.day),
        )
