"""Recording a vote: the draft that an assembly approved and its data are kept, and the form is told where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.artifacts import Document
from generator.canonical_json import digest_of
from generator.case import Case
from generator.findings import Finding, Place
from generator.forms.vote_lines import vote_lines
from generator.judgement import findings_of_case
from generator.load import load_case
from generator.load.kept import read_substance
from generator.messages import votes
from generator.messages.message import InFull
from generator.model.approvals import ApprovedText
from generator.outcome import Outcome
from generator.publish import keep_voted
from generator.shelf import Shelf
from generator.workspace import DATA_SUFFIX, Workspace

DRAFTS = "projets"


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote of one assembly.

    Attributes:
        party: whose assembly.
        day: the day of the vote.
        number: the deliberation’s.
        draft: the file annexed to the deliberation; None for the action’s present draft.
    """

    party: str
    day: date
    number: str
    draft: Path | None = None


@dataclass(frozen=True)
class Recorded:
    """What recording a vote gave.

    Attributes:
        outcome: what was found and kept.
        lines: what to put in the action’s form; empty when nothing was kept.
    """

    outcome: Outcome
    lines: str = ""


def record_vote(path: Path, workspace: Workspace, ballot: Ballot) -> Recorded:
    """Keep the draft that an assembly approved, with its data, under ``votes/``; nothing kept is ever replaced.

    Args:
        path: the action’s file.
        workspace: where it stands.
        ballot: who voted, when, under which number.

    Raises:
        OSError: the disk refused; nothing was kept.
    """
    loaded = load_case(path, workspace)
    shelf = Shelf.of(workspace)
    if loaded.case is None:
        return Recorded(Outcome(path, findings_of_case(loaded, final=False), done=False))
    faults = [*_kind_faults(shelf), *_party_faults(loaded.case, ballot, path, workspace)]
    if faults:
        return Recorded(Outcome(path, tuple(faults), done=False))
    return _kept(path, loaded.case, shelf, ballot)


def _kind_faults(shelf: Shelf) -> list[Finding]:
    return list(shelf.faults((), needs_act=True))


def _party_faults(case: Case, ballot: Ballot, path: Path, workspace: Workspace) -> list[Finding]:
    signing = [party.id for party in case.parties] + [body.id for body in case.action.signing_bodies]
    if ballot.party in signing:
        return []
    return [
        votes.NO_SUCH_PARTY.at(
            Place(workspace.name_of(path)), partie=InFull(ballot.party), admises=InFull(", ".join(signing))
        )
    ]


def _kept(path: Path, case: Case, shelf: Shelf, ballot: Ballot) -> Recorded:
    workspace, kind = shelf.workspace, shelf.original_kinds[0]
    draft = ballot.draft or workspace.output(case.action.number) / DRAFTS / f"{kind}.docx"
    place = Place(workspace.name_of(draft))
    if not draft.is_file():
        return Recorded(Outcome(path, (votes.NO_DRAFT.at(place, fichier=InFull(place.file)),), done=False))
    content = draft.read_bytes()
    data = _data_beside(draft, content)
    act = Document(kind, "", kind, content, data)
    folder = workspace.votes(case.action.number, ballot.party, ballot.day)
    if not keep_voted(act.files, folder):
        there = votes.OTHER_KEPT.at(place, fichier=InFull(workspace.name_of(folder)))
        return Recorded(Outcome(path, (there,), done=False))
    produced = tuple(folder / name for name in act.files)
    findings = () if data else (votes.EDITED_DRAFT.at(place),)
    approved = ApprovedText.model_validate(
        {
            "fichier": workspace.name_of(produced[0]),
            "sha256": act.digest,
            "sha256_donnees": digest_of(data) if data else None,
        }
    )
    lines = vote_lines(ballot.party, ballot.day, ballot.number, approved)
    return Recorded(Outcome(path, findings, produced), lines)


def _data_beside(draft: Path, content: bytes) -> bytes:
    """Return the data beside a draft when they are its own; none when it was edited since parafe made it."""
    beside = draft.with_suffix(DATA_SUFFIX)
    data = beside.read_bytes() if beside.is_file() else b""
    read = read_substance(data) if data else None
    return data if read is not None and read.document == digest_of(content) else b""
