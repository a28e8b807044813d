"""Checking: actions with their timelines, framework conventions, years and programmes. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.acts.planning import plan_documents
from generator.findings import Finding, by_place, errors
from generator.judgement import GatheredYear, findings_of_case, findings_of_framework, former_actions
from generator.load import CaseLoader, LoadedCase, load_cases, load_events, load_framework, load_rule_settings
from generator.outcome import Outcome
from generator.shelf import Shelf
from generator.timeline import timeline_of
from generator.workspace import Workspace, actions_in


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
    whole = {path.parent: path for path in programmes}
    whole |= {folder: folder for folder in _whole_folders(actions) if folder not in whole}
    loader = CaseLoader(workspace)
    years = {folder: GatheredYear(folder, loader) for folder in whole}
    single = list(check_actions(actions, workspace, final=final, with_timeline=with_timeline, years=years))
    for folder, year in years.items():
        rest = [path for path in actions_in(folder) if path not in set(actions)]
        for form in rest:
            year.add(loader.case(form))
    return [*(_outcome_of_year(whole[folder], years[folder], loader, final=final) for folder in whole), *single]


def _whole_folders(actions: Sequence[Path]) -> Iterator[Path]:
    """Yield the folders of which all actions are given, several at least."""
    for folder in dict.fromkeys(path.parent for path in actions):
        listed = set(actions_in(folder))
        if len(listed) > 1 and listed <= set(actions):
            yield folder


def _outcome_of_year(path: Path, year: GatheredYear, loader: CaseLoader, *, final: bool) -> Outcome:
    """Tell what is wrong with a year: the form of its programme, where it has one, and what its actions contradict."""
    folder = path if path.is_dir() else path.parent
    programme = loader.programme(folder)
    faults = programme.findings if programme is not None else ()
    findings = tuple(by_place([*faults, *year.findings(former_actions(folder, loader), final=final)]))
    return Outcome(path, findings, done=not any(errors(findings)))


def check_actions(
    paths: Sequence[Path],
    workspace: Workspace,
    *,
    final: bool,
    with_timeline: bool = False,
    years: Mapping[Path, GatheredYear] | None = None,
) -> Iterator[Outcome]:
    """Check actions: faults of form and rules, in one run.

    Args:
        paths: the actions' files.
        workspace: where they stand.
        final: whether final documents are wanted.
        with_timeline: whether the steps of each party are wanted too.
        years: by folder, the years that gather what is kept of each action.
    """
    shelf = Shelf.of(workspace)
    for path, loaded in zip(paths, load_cases(paths, workspace), strict=True):
        findings = (*findings_of_case(loaded, final=final), *_template_findings(loaded, shelf, final=final))
        tracks = timeline_of(loaded.case) if with_timeline and loaded.case is not None else ()
        if years and path.parent in years:
            years[path.parent].add(loaded)
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
