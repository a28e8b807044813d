"""Checking: actions with their timelines, framework conventions, years and programmes. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.acts.planning import plan_documents
from generator.findings import Finding, by_place, errors
from generator.judgement import GatheredYear, findings_of_case, findings_of_framework, former_actions
from generator.load import CaseLoader, LoadedCase, load_events, load_framework, load_rule_settings
from generator.outcome import Outcome
from generator.shelf import Shelf
from generator.timeline import timeline_of
from generator.workspace import Workspace, year_folder, year_home


def check_years(
    actions: Sequence[Path],
    programmes: Sequence[Path],
    workspace: Workspace,
    *,
    final: bool,
    with_timeline: bool = False,
) -> list[Outcome]:
    """Check actions and yearly programmes; what the actions of a year contradict between them stands with the year.

    A year is judged when its programme is given, or all its actions: its folder, then, has an outcome of its own.

    Args:
        actions: the actions' files.
        programmes: the programmes' files.
        workspace: where they stand.
        final: whether final documents are wanted.
        with_timeline: whether the steps of each party are wanted too.
    """
    loader = CaseLoader(workspace)
    forms = tuple(loader.forms(actions))
    whole = {path.parent: path for path in programmes}
    several = (home for home in loader.whole_years(forms) if len(loader.forms_of(home)) > 1)
    whole |= {home: home for home in several if home not in whole}
    years = {home: GatheredYear(home, loader) for home in whole}
    single = list(_checked(forms, loader, final=final, with_timeline=with_timeline, years=years))
    given = set(forms)
    for home, year in years.items():
        for form in loader.forms_of(home):
            if form not in given:
                year.add(loader.case(form))
    return [*(_outcome_of_year(whole[home], home, years[home], loader, final=final) for home in whole), *single]


def _outcome_of_year(path: Path, home: Path, year: GatheredYear, loader: CaseLoader, *, final: bool) -> Outcome:
    """Tell what is wrong with a year: the form of its programme, where it has one, and what its actions contradict."""
    programme = loader.programme(home)
    faults = programme.findings if programme is not None else ()
    findings = tuple(by_place([*faults, *year.findings(former_actions(year_folder(home), loader), final=final)]))
    return Outcome(path, findings, done=not any(errors(findings)))


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
    loader = CaseLoader(workspace)
    return _checked(tuple(loader.forms(paths)), loader, final=final, with_timeline=with_timeline, years={})


def _checked(
    forms: Sequence[Path],
    loader: CaseLoader,
    *,
    final: bool,
    with_timeline: bool,
    years: Mapping[Path, GatheredYear],
) -> Iterator[Outcome]:
    """Check actions one by one; the years that they belong to, by folder or workbook, gather what is kept of each."""
    shelf = Shelf.of(loader.workspace)
    for path in forms:
        loaded = loader.case(path)
        findings = (*findings_of_case(loaded, final=final), *_template_findings(loaded, shelf, final=final))
        tracks = timeline_of(loaded.case) if with_timeline and loaded.case is not None else ()
        if year_home(path) in years:
            years[year_home(path)].add(loaded)
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
