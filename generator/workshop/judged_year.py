"""A year taken as a whole: judged by what its actions give together, then its own documents made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.acts.year_planning import year_documents
from generator.case.year import ActionExtract, YearRecord, extract_of
from generator.findings import Finding, Place, by_place, errors
from generator.judgement import GatheredYear
from generator.ledger import LotLine, YearLedger
from generator.load import CaseLoader
from generator.messages import outputs
from generator.messages.message import InFull
from generator.outcome import Outcome
from generator.publish import publish_documents
from generator.shelf import Shelf, UnrenderedError
from generator.workshop.bench import Bench, workshop_of
from generator.workspace import DRAFTS, PROGRAMME_OUTPUTS


@dataclass(frozen=True, slots=True)
class WholeYear:
    """What a year taken as a whole gave.

    Attributes:
        outcome: what its rules found, and the documents written.
        concerned: number of an action → the ranks of the findings that stand in its form.
    """

    outcome: Outcome
    concerned: Mapping[str, Sequence[int]]


def whole_year(folder: Path, lines: Iterable[LotLine], former: YearLedger, bench: Bench, home: Path) -> WholeYear:
    """Judge a year by what is kept of its actions, and write the drafts of its own documents.

    Final documents of a year are made one kind at a time, by whoever asks for them.

    Args:
        folder: that of the year's inputs.
        lines: what is kept of each action.
        former: what is kept of the year before; what is not is read.
        bench: where the year stands, and whether final documents are wanted.
        home: the folder of the year's outputs.

    Raises:
        OSError: the disk refused.
    """
    workshop = workshop_of(bench.workspace, bench.request, bench.stamp)
    year = GatheredYear(folder, workshop.loader)
    faulty: list[str] = []
    for line in lines:
        if not line.is_complete:
            faulty.append(line.number)
        if line.extract is None:
            year.add_unread()
        else:
            year.add_extract(ActionExtract.from_json(line.extract), line.left_out)
    before = tuple(_former(former, workshop.loader))
    findings = year.findings(before, final=bench.request.final)
    concerned: dict[str, list[int]] = {}
    for rank, finding in enumerate(findings):
        number = year.action_of(finding)
        if number is not None:
            concerned.setdefault(number, []).append(rank)
    records = [record for record in year.records(before) if record.programme is not None]
    if bench.request.final or workshop.faults or not records:
        return WholeYear(Outcome(folder, findings), concerned)
    if faulty:
        place = Place(bench.workspace.name_of(folder))
        untold = outputs.YEAR_NOT_WHOLE.at(place, actions=tuple(map(InFull, faulty)))
        return WholeYear(Outcome(folder, (*findings, untold)), concerned)
    drafts = home / PROGRAMME_OUTPUTS / DRAFTS
    return WholeYear(_with_drafts(findings, records[0], workshop.shelf, bench, drafts, folder), concerned)


def _with_drafts(  # noqa: PLR0913, PLR0917 - what is known of a year, and where it goes
    findings: tuple[Finding, ...], record: YearRecord, shelf: Shelf, bench: Bench, drafts: Path, folder: Path
) -> Outcome:
    try:
        documents = shelf.render(year_documents(record, shelf.kinds, draft=True), draft=True)
    except UnrenderedError as faults:
        return Outcome(folder, tuple(by_place([*findings, *faults.findings])), done=False)
    if not documents:
        return Outcome(folder, findings)
    digests, found = publish_documents(documents, drafts, overwrite=bench.request.overwrite, complete=True)
    return Outcome(folder, (*findings, *found), tuple(digests), done=not any(errors(found)), digests=digests)


def _former(ledger: YearLedger, loader: CaseLoader) -> Iterator[ActionExtract]:
    """Yield what is kept of the actions of the year before, and read the others."""
    for form in ledger.forms:
        line = ledger.known(form)
        if line is not None and line.extract is not None:
            yield ActionExtract.from_json(line.extract)
        elif (case := loader.case(form).case) is not None:
            yield extract_of(case)
