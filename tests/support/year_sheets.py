"""Years to report on: the example's actions as often as wanted, with numbers and dates of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from generator.case.year import extract_of
from generator.findings import Finding
from generator.judgement import findings_of_case
from generator.load import load_cases
from generator.reports import SheetRow, SheetSession, YearSheet
from generator.timeline import timeline_of
from generator.workspace import Workspace, actions_in
from tests.support.places import ROOT

DAY = date(2017, 4, 10)
_DATES = ("start", "end", "act_day")


@cache
def example_rows() -> tuple[SheetRow, ...]:
    """The example's six actions, as a ledger keeps them, before anything was spent."""
    return tuple(_rows())


def _rows() -> Iterator[SheetRow]:
    workspace = Workspace(ROOT)
    for loaded in load_cases(actions_in(workspace.year("2017")), workspace):
        case = loaded.case
        assert case is not None
        number = case.action.number
        yield SheetRow(
            number=number,
            findings=tuple(findings_of_case(loaded, final=True)),
            outputs=(f"{number}/projets/convention_specifique.docx", f"{number}/projets/ordre_mission-A.docx"),
            extract_data=replace(extract_of(case), spent=()).as_json(),
            track_data=tuple(track.as_json() for track in timeline_of(case)),
        )


@cache
def example_frame() -> dict[str, Any]:
    """What stands around the actions of the example: framework, axes, parties, sessions."""
    workspace = Workspace(ROOT)
    (loaded,) = load_cases(actions_in(workspace.year("2017"))[:1], workspace)
    case = loaded.case
    assert case is not None
    assert case.programme is not None
    return {
        "year": "2017",
        "framework_title": case.framework.title,
        "mode": "projets",
        "day": DAY,
        "axes": {axis.id: axis.label for axis in case.framework.axes},
        "parties": {party.id: party.name for party in case.parties},
        "sessions": tuple(SheetSession(entry.party, entry.day) for entry in case.programme.sessions if entry.day),
    }


def sheet_of(rows: Callable[[], Iterable[SheetRow]], **changes: object) -> YearSheet:
    """The example's year with other actions."""
    return YearSheet(**{**example_frame(), "rows": rows, **changes})


def example_sheet(**changes: object) -> YearSheet:
    """The example's year."""
    return sheet_of(example_rows, **changes)


def scaled_sheet(count: int, **changes: object) -> YearSheet:
    """A year of many actions, each of them made when it is asked for."""
    return sheet_of(lambda: (_other(rank) for rank in range(count)), **changes)


def _other(rank: int) -> SheetRow:
    rows = example_rows()
    model = rows[rank % len(rows)]
    number, days = f"2017-{rank + 1:02}", timedelta(rank * 11 % 120)
    assert model.extract_data is not None
    data = {key: _later(value, days) if key in _DATES else value for key, value in model.extract_data.items()}
    return SheetRow(
        number=number,
        done=rank % 7 != 3,
        findings=tuple(_moved(finding, model.number, number) for finding in model.findings),
        outputs=tuple(path.replace(model.number, number) for path in model.outputs),
        extract_data=data,
        track_data=model.track_data,
    )


def _later(day: str, days: timedelta) -> str:
    return (date.fromisoformat(day) + days).isoformat()


def _moved(finding: Finding, former: str, number: str) -> Finding:
    return replace(finding, place=replace(finding.place, file=finding.place.file.replace(former, number)))
