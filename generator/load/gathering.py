"""Gathering an action with all that it is judged by, each shared file being read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.artifacts import KeptText
from generator.case.records import Case, FrameworkRecord, Source
from generator.case.year import YearRecord
from generator.convention import Events, Framework
from generator.findings import Finding, Place, Places, by_place, errors
from generator.load.inputs import (
    Listings,
    judged_row,
    load_action,
    load_allowances,
    load_events,
    load_framework,
    load_law,
    load_programme,
    load_rule_settings,
)
from generator.load.kept import load_kept_texts
from generator.load.loaded import Loaded
from generator.load.logos import load_logos
from generator.load.workbook import LoadedWorkbook, load_workbook
from generator.messages import form_workbook
from generator.model import Action, Allowances, Law, Programme
from generator.model.rule_settings import RuleSettings
from generator.workspace import WORKBOOK_SUFFIX, Workspace, forms_in, is_row, is_there, workbook_in, year_home


@dataclass(frozen=True)
class LoadedCase:
    """An action with all that it is judged by, as far as it could be read.

    Attributes:
        case: what rules take; built without the faulty values when there are some; None when the action or its
            framework convention cannot be made at all.
        is_complete: whether nothing is wrong: only then may a document be made from the case.
        findings: every fault of form of every input, by place. A shared input's faults come with each case.
        sources: the bytes of every input used, by workspace-relative name.
        inputs: each input as it was loaded, by the name that findings give its file.
        kept_texts: the drafts that the parties' assemblies approved, as they were kept.
        record: the framework convention alone, as all the actions under it share it; None without a case.
        form: the name of its form: that of its file, or ``…/programme.xlsx/2018-03`` for an action of a workbook.
    """

    case: Case | None
    is_complete: bool
    findings: tuple[Finding, ...]
    sources: Mapping[str, bytes]
    inputs: Mapping[str, Loaded[Any]]
    kept_texts: tuple[KeptText, ...] = ()
    record: FrameworkRecord | None = None
    form: str = ""

    def is_uncertain(self, finding: Finding) -> bool:
        """Whether a rule's finding would rest on a value that was left out because its form is faulty."""
        loaded = self.inputs.get(finding.place.file)
        return loaded is not None and loaded.is_uncertain(finding.path)


def record_of(
    framework: Loaded[Framework], events: Loaded[Events] | None, settings: Loaded[RuleSettings] | None
) -> FrameworkRecord | None:
    """Put a framework convention together with its events and the settings of rules; None when it cannot be made."""
    if framework.partial is None:
        return None
    return FrameworkRecord(
        framework=framework.partial,
        events=events.partial if events else None,
        settings=(settings.partial if settings else None) or RuleSettings(),
        places=_places({Source.FRAMEWORK: framework, Source.EVENTS: events, Source.SETTINGS: settings}),
    )


def load_case(path: Path, workspace: Workspace) -> LoadedCase:
    """Load an action and everything that it refers to."""
    return CaseLoader(workspace).case(path)


def load_cases(paths: Iterable[Path], workspace: Workspace) -> Iterator[LoadedCase]:
    """Load several actions; what they share is read once."""
    return map(CaseLoader(workspace).case, paths)


class CaseLoader:
    """Loads actions, one after the other: what they share is read once, at its first use.

    Args:
        workspace: where they stand.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.listings = Listings(workspace)
        self.framework = cache(lambda identifier: load_framework(identifier, workspace))
        self.events = cache(lambda identifier: load_events(identifier, workspace))
        self.workbook = cache(lambda path: load_workbook(path, workspace.name_of(path)))
        self.programme: Callable[[Path], Loaded[Programme] | None] = cache(self._programme)
        self.law = cache(lambda: load_law(workspace))
        self.allowances = cache(lambda: load_allowances(workspace))
        self.settings = cache(lambda: load_rule_settings(workspace))
        self.logos = cache(lambda: load_logos(workspace))
        self.record = cache(
            lambda identifier: record_of(self.framework(identifier), self.events(identifier), self.settings())
        )

    def year(self, folder: Path, framework: str) -> YearRecord | None:
        """Put a year together, without its actions; None when its framework convention cannot be read.

        Args:
            folder: that of the year's inputs.
            framework: the identifier of its framework convention.
        """
        record = self.record(framework) if framework in self.listings.framework_ids() else None
        if record is None:
            return None
        programme = self.programme(folder)
        return YearRecord(
            framework=record.framework,
            events=record.events,
            settings=record.settings,
            places={**record.places, **_places({Source.PROGRAMME: programme})},
            law=self.law().partial or Law(),
            programme=programme.partial if programme else None,
            actions=(),
        )

    def case(self, path: Path) -> LoadedCase:
        """Load an action and everything that it refers to."""
        return _gathered(self.action(path), path, self)

    def action(self, path: Path) -> Loaded[Action]:
        """Load the form of an action: a file, or what a workbook says of it."""
        if is_row(path):
            read = self.workbook(path.parent).actions.get(path.name)
            return _no_action(path, self.workspace) if read is None else judged_row(read, path.parent, self.listings)
        if path.suffix == WORKBOOK_SUFFIX:
            return _no_actions(self.workbook(path), self.workspace.name_of(path))
        return load_action(path, self.workspace, self.listings)

    def forms(self, paths: Iterable[Path]) -> Iterator[Path]:
        """Yield forms, a workbook standing for the actions that it names; for itself when none can be read there."""
        for path in paths:
            rows = self.workbook(path).actions if path.suffix == WORKBOOK_SUFFIX and not is_row(path) else ()
            yield from (path / number for number in rows) if rows else (path,)

    def forms_of(self, home: Path) -> tuple[Path, ...]:
        """Return the forms of a year, by its folder or its workbook."""
        return tuple(self.forms(forms_in(home)))

    def whole_years(self, forms: Iterable[Path]) -> list[Path]:
        """Return the years of which all actions are given: their folders, or workbooks that stand beside others."""
        given = set(forms)
        homes = dict.fromkeys(map(year_home, forms))
        return [home for home in homes if given.issuperset(self.forms_of(home))]

    def _programme(self, place: Path) -> Loaded[Programme] | None:
        """Load the programme of a year's folder, or that of a workbook."""
        if place.suffix == WORKBOOK_SUFFIX:
            return self.workbook(place).programme
        workbook = workbook_in(place)
        return self.workbook(workbook).programme if is_there(workbook) else load_programme(place, self.workspace)


def _gathered(action: Loaded[Action], path: Path, shared: CaseLoader) -> LoadedCase:
    law, allowances, settings, logos = shared.law(), shared.allowances(), shared.settings(), shared.logos()
    is_workbook = path.suffix == WORKBOOK_SUFFIX and not is_row(path)
    programme = shared.programme(path if is_workbook else path.parent)
    framework, events = _framework_of(action.partial, shared)
    given = (action, framework, events, programme, settings, law, allowances, logos)
    read = [loaded for loaded in given if loaded is not None]
    findings = by_place(finding for loaded in read for finding in loaded.findings)
    record = shared.record(action.partial.framework) if action.partial is not None and framework is not None else None
    case = None
    if action.partial is not None and record is not None:
        case = Case(
            action=action.partial,
            framework=record.framework,
            events=record.events,
            programme=programme.partial if programme else None,
            law=law.partial or Law(),
            allowances=allowances.partial or Allowances(),
            settings=record.settings,
            logos=logos.partial or {},
            places={**record.places, **_places({Source.ACTION: action, Source.PROGRAMME: programme})},
        )
    kept = load_kept_texts(action.partial, shared.workspace) if action.partial else ()
    sources = {name: data for loaded in read for name, data in loaded.sources.items()}
    return LoadedCase(
        case=case,
        is_complete=case is not None and not findings,
        findings=tuple(findings),
        sources=sources | {name: content for text in kept for name, content in text.files.items()},
        inputs={loaded.places.file: loaded for loaded in read},
        kept_texts=kept,
        record=record,
        form=shared.workspace.name_of(path),
    )


def _no_action(path: Path, workspace: Workspace) -> Loaded[Action]:
    file = workspace.name_of(path.parent)
    return Loaded(None, None, Places(file), (form_workbook.UNKNOWN_ACTION.at(Place(file), numero=path.name),))


def _no_actions(workbook: LoadedWorkbook, file: str) -> Loaded[Action]:
    """Return what a workbook says that names no action: what is wrong with it comes with its programme."""
    empty = () if any(errors(workbook.findings)) else (form_workbook.NO_ACTION.at(Place(file)),)
    return Loaded(None, None, Places(file), empty)


def _framework_of(action: Action | None, shared: CaseLoader) -> tuple[Loaded[Framework] | None, Loaded[Events] | None]:
    """The framework convention that an action names, and what happened to it."""
    if action is None or action.framework not in shared.listings.framework_ids():
        return None, None
    return shared.framework(action.framework), shared.events(action.framework)


def _places(inputs: Mapping[Source, Loaded[Any] | None]) -> dict[Source, Places]:
    return {source: loaded.places for source, loaded in inputs.items() if loaded is not None}
