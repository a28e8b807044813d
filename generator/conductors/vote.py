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
from generator.load.kept import read_copy, read_substance
from generator.messages import votes
from generator.messages.message import InFull
from generator.model.approvals import ApprovedText
from generator.model.substance import Substance
from generator.outcome import Outcome
from generator.publish import keep_voted
from generator.shelf import Shelf
from generator.vote_gate import text_of_copy
from generator.workspace import DATA_SUFFIX, DRAFTS, Workspace, is_there


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
    faults = [*shelf.faults((), needs_act=True), *_party_faults(loaded.case, ballot, path, workspace)]
    if faults:
        return Recorded(Outcome(path, tuple(faults), done=False))
    return _kept(path, loaded.case, shelf, ballot)


def _party_faults(case: Case, ballot: Ballot, path: Path, workspace: Workspace) -> list[Finding]:
    if ballot.party in case.signing_ids:
        return []
    return [
        votes.NO_SUCH_PARTY.at(
            Place(workspace.name_of(path)), partie=InFull(ballot.party), admises=InFull(", ".join(case.signing_ids))
        )
    ]


def _kept(path: Path, case: Case, shelf: Shelf, ballot: Ballot) -> Recorded:
    workspace, kind = shelf.workspace, shelf.original_kinds[0]
    draft = ballot.draft or workspace.output(case.action.number) / DRAFTS / f"{kind}.docx"
    place = Place(workspace.name_of(draft))
    if not is_there(draft):
        return _refused(path, votes.NO_DRAFT.at(place, fichier=InFull(place.file)))
    content = read_copy(draft)
    if content is None or text_of_copy(content) is None:
        return _refused(path, votes.NO_WORD_DRAFT.at(place, fichier=InFull(place.file)))
    data, voted = _data_beside(draft, content)
    if voted is not None and voted.action != case.action.number:
        other = votes.OTHER_ACTION.at(place, autre=InFull(voted.action), numero=InFull(case.action.number))
        return _refused(path, other)
    act = Document(kind, "", kind, content, data)
    folder = workspace.votes(case.action.number, ballot.party, ballot.day)
    if not keep_voted(act.files, folder):
        return _refused(path, votes.OTHER_KEPT.at(place, fichier=InFull(workspace.name_of(folder))))
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


def _refused(path: Path, found: Finding) -> Recorded:
    return Recorded(Outcome(path, (found,), done=False))


def _data_beside(draft: Path, content: bytes) -> tuple[bytes, Substance | None]:
    """Return the data beside a draft when they are its own; none when it was edited since parafe made it."""
    data = read_copy(draft.with_suffix(DATA_SUFFIX))
    read = read_substance(data) if data is not None else None
    if data is None or read is None or read.document != digest_of(content):
        return b"", None
    return data, read.substance
