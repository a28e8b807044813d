"""Checking: actions with their timelines, framework conventions, yearly programmes. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.acts.planning import plan_documents
from generator.findings import Finding, errors
from generator.judgement import findings_of_case, findings_of_framework
from generator.load import LoadedCase, load_cases, load_events, load_framework, load_programme, load_rule_settings
from generator.outcome import Outcome
from generator.shelf import Shelf
from generator.timeline import timeline_of
from generator.workspace import Workspace


def check_actions(
    paths: Sequence[Path], workspace: Workspace, *, final: bool, with_timeline: bool = False
) -> Iterator[Outcome]:
    """Check actions: faults of form and rules, in one run.

    Args:
        paths: the actions' files.
        workspace: where they stand.
        final: whether final documents are wanted.
        with_timeline: whether the steps of each party are wanted too.
    """
    shelf = Shelf.of(workspace)
    for path, loaded in zip(paths, load_cases(paths, workspace), strict=True):
        findings = (*findings_of_case(loaded, final=final), *_template_findings(loaded, shelf, final=final))
        tracks = timeline_of(loaded.case) if with_timeline and loaded.case is not None else ()
        yield Outcome(path, findings, done=not any(errors(findings)), timeline=tracks)


def _template_findings(loaded: LoadedCase, shelf: Shelf, *, final: bool) -> Iterator[Finding]:
    """Find what is wrong with the templates of the documents that an action calls for; each is read once for all."""
    wanted = [name for name in shelf.kinds if (final and name in shelf.paper_kinds) or name in shelf.draft_kinds]
    found = {name: shelf.template_findings(name) for name in wanted if shelf.path(name).is_file()}
    if loaded.case is None or not loaded.is_complete or not any(found.values()):
        return
    planned = {request.kind for request in plan_documents(loaded.case, shelf.kinds, draft=not final)}
    for name, findings in found.items():  # what an action does not call for is left to the review of templates
        yield from findings if name in planned | shelf.paper_kinds else ()


def check_frameworks(paths: Sequence[Path], workspace: Workspace) -> Iterator[Outcome]:
    """Check framework conventions with their events: form and rules."""
    settings = load_rule_settings(workspace)
    for path in paths:
        findings = findings_of_framework(
            load_framework(path.stem, workspace), load_events(path.stem, workspace), settings
        )
        yield Outcome(path, findings, done=not any(errors(findings)))


def check_programmes(paths: Sequence[Path], workspace: Workspace) -> Iterator[Outcome]:
    """Check yearly programmes: form."""
    for path in paths:
        programme = load_programme(path.parent, workspace)
        findings = programme.findings if programme is not None else ()
        yield Outcome(path, findings, done=not any(errors(findings)))
