"""The years of the examples as the tests of acts read them, and small changes to one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml

from generator.acts.year_planning import year_documents
from generator.artifacts import DocumentRequest
from generator.case.year import ActionExtract, YearRecord, extract_of
from generator.load import load_cases
from generator.model.realisations import Realisations
from generator.workspace import Workspace, actions_in
from tests.acts.examples import WORKSPACE, with_action
from tests.support.places import ROOT, TESTS
from tests.support.workspaces import kinds_of


def year_in(folder: Path, workspace: Workspace) -> YearRecord:
    """The year that the actions of a folder make."""
    cases = [loaded.case for loaded in load_cases(list(actions_in(folder)), workspace) if loaded.case is not None]
    first = cases[0]
    return YearRecord(
        framework=first.framework,
        events=first.events,
        law=first.law,
        programme=first.programme,
        actions=tuple(map(extract_of, cases)),
    )


@cache
def example_record() -> YearRecord:
    return year_in(ROOT / "inputs/2017", WORKSPACE)


@cache
def reported_record() -> YearRecord:
    """The same year at its end: what was done, measured and spent is told."""
    told = yaml.load((TESTS / "acts/realisations.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts alone
    cases = load_cases(list(actions_in(ROOT / "inputs/2017")), WORKSPACE)
    reported = [
        with_action(loaded.case, achieved=Realisations.model_validate(told[loaded.case.action.number]))
        for loaded in cases
        if loaded.case is not None
    ]
    return replace(example_record(), actions=tuple(map(extract_of, reported)))


def planned_record() -> YearRecord:
    """The same year before any of it is done."""
    actions = tuple(
        replace(
            action,
            spent=(),
            conclusions=(),
            indicators=tuple(replace(indicator, actual=None) for indicator in action.indicators),
        )
        for action in example_record().actions
    )
    return replace(example_record(), actions=actions)


def with_first(record: YearRecord, **changes: object) -> YearRecord:
    """The year with its first action changed."""
    first, *others = record.actions
    changed: ActionExtract = replace(first, **changes)  # type: ignore[arg-type]
    return replace(record, actions=(changed, *others))


def requests(record: YearRecord, *only: str, draft: bool = True) -> list[DocumentRequest]:
    return year_documents(record, kinds_of(WORKSPACE), draft=draft, only=only)
