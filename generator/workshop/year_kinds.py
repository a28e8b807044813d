"""The documents of a year that somebody asks for by their kinds: drafts, or final documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.acts.year_planning import year_documents
from generator.artifacts import DocumentRequest
from generator.findings import Finding, Place, by_place, errors
from generator.judgement import GatheredYear, findings_of_case, former_actions
from generator.load import CaseLoader
from generator.making import Request
from generator.messages import template_files
from generator.outcome import Outcome
from generator.publish import publish_documents, publish_finals
from generator.rules import barring
from generator.shelf import Shelf, UnrenderedError
from generator.workspace import DRAFTS, FINALS, PROGRAMME_OUTPUTS, year_folder


def year_kinds_made(home: Path, only: Sequence[str], loader: CaseLoader, shelf: Shelf, request: Request) -> Outcome:
    """Make documents of a year, and write them.

    A final one is forbidden by any error of the year’s rules, and by those of an action that bar its stage.

    Args:
        home: the folder of the year's inputs, or its workbook.
        only: the kinds wanted, all of them of a year.
        loader: reads the year.
        shelf: the kinds and their templates.
        request: drafts or final documents, and where they go.

    Raises:
        OSError: the disk refused.
    """
    year, faults, judged = GatheredYear(home, loader), list[Finding](), list[Finding]()
    for form in loader.forms_of(home):
        loaded = loader.case(form)
        faults += loaded.findings
        judged += findings_of_case(loaded, final=True) if request.final else ()
        year.add(loaded)
    former = tuple(former_actions(year_folder(home), loader))
    of_year = year.findings(former, final=request.final)
    records = [record for record in year.records(former) if record.programme is not None]
    stages = {shelf.kinds[name].stage for name in only}
    barred = [found for stage in sorted(stages) for found in barring(judged, stage)]
    findings = tuple(dict.fromkeys(by_place([*faults, *of_year, *barred])))
    is_barred = request.final and any(errors(findings))
    if not records or any(errors(faults)) or is_barred:
        untold = () if records or any(errors(faults)) else (_without_programme(home, shelf),)
        return Outcome(home, (*findings, *untold), done=False)
    planned = year_documents(records[0], shelf.kinds, draft=not request.final, only=only)
    return _written(home, findings, planned, shelf, request)


def _written(
    home: Path, findings: tuple[Finding, ...], planned: Sequence[DocumentRequest], shelf: Shelf, request: Request
) -> Outcome:
    """Render what was planned, and write it beside the actions of the year."""
    try:
        documents = shelf.render(planned, draft=not request.final)
    except UnrenderedError as unrendered:
        return Outcome(home, tuple(by_place([*findings, *unrendered.findings])), done=False)
    place = (request.output or shelf.workspace.outputs) / year_folder(home).name / PROGRAMME_OUTPUTS
    if request.final:
        return Outcome(home, findings, tuple(publish_finals(documents, place / FINALS)))
    digests, found = publish_documents(documents, place / DRAFTS, overwrite=request.overwrite)
    return Outcome(home, (*findings, *found), tuple(digests), done=not any(errors(found)), digests=digests)


def _without_programme(home: Path, shelf: Shelf) -> Finding:
    return template_files.YEAR_WITHOUT_PROGRAMME.at(Place(shelf.workspace.name_of(home)))
