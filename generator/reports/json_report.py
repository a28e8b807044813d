"""``rapport.json``: the year for programs, written piece by piece. Amounts are texts, exact; days are ISO 8601."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from generator.case.year import ActionExtract
from generator.findings import Severity
from generator.reports.sheet_sums import AxisSum, PartySum, YearSums, sums_of
from generator.reports.year_dates import dates_of
from generator.reports.year_sheet import SheetRow, YearSheet

_HALF_LETTERS: Final = re.compile(r"[\ud800-\udfff]")
"""What the name of a file may hold, and no text may."""


def json_report(sheet: YearSheet) -> Iterator[str]:
    """Write the report of a year as one JSON object, an action a line.

    Args:
        sheet: the year; its actions are gone through twice.
    """
    sums = sums_of(sheet)
    head = {
        "year": sheet.year,
        "framework": sheet.framework_title,
        "mode": sheet.mode,
        "day": sheet.day,
        "counts": _counts(sums),
        "axes": [_axis(sheet, *key, total) for key, total in sorted(sums.axes.items())],
        "parties": [_party(sheet, *key, total) for key, total in sorted(sums.parties.items())],
        "sessions": [{"party": session.party, "day": session.day} for session in sheet.sessions],
        "documents": list(sheet.documents),
        "findings": [finding.as_json() for finding in sheet.findings],
        "shared_findings": [{**finding.as_json(), "actions": count} for finding, count in sums.shared.items()],
    }
    yield f'{_dumped(head)[:-1]},\n"actions":['
    yield from _separated(_dumped(_action(row, sheet, sums)) for row in sheet.rows())
    yield "\n]}\n"


def _counts(sums: YearSums) -> dict[str, object]:
    return {
        "actions": sums.actions,
        "made": sums.actions - sums.refused,
        "refused": sums.refused,
        "findings": {severity.value: sums.severities[severity] for severity in Severity},
        "without_total": sums.untold,
        "contributions_without_amount": sums.without_amount,
    }


def _axis(sheet: YearSheet, axis: str, currency: str, total: AxisSum) -> dict[str, object]:
    return {
        "axis": axis or None,
        "title": sheet.axes.get(axis),
        "currency": currency or None,
        "actions": total.actions,
        "planned": total.planned,
        "spent": total.spent,
    }


def _party(sheet: YearSheet, party: str, currency: str, total: PartySum) -> dict[str, object]:
    return {
        "party": party or None,
        "name": sheet.parties.get(party),
        "currency": currency or None,
        "cash": total.cash,
        "in_kind": total.in_kind,
        "spent": total.spent,
    }


def _action(row: SheetRow, sheet: YearSheet, sums: YearSums) -> dict[str, object]:
    extract = row.extract
    return {
        "number": row.number,
        "title": row.title or None,
        "done": row.done,
        **(_facts(row.number, extract) if extract else {}),
        "late": [
            {"party": step.party, "step": step.label, "deadline": step.deadline, "reference": step.reference or None}
            for step in row.late_steps(sheet.day)
        ],
        "files": list(row.outputs),
        "findings": [finding.as_json() for finding in sums.own(row)],
    }


def _facts(number: str, extract: ActionExtract) -> Mapping[str, object]:
    dates = dates_of(number, extract)
    return {
        "axis": extract.axis,
        "start": extract.start,
        "end": extract.end,
        "currency": extract.currency,
        "planned": extract.expenses,
        "votes": [{"party": vote.party, "day": vote.day, "number": vote.number or None} for vote in dates.votes],
        "signatures": [{"party": body, "day": day} for body, day in dates.signatures],
        "missions": [
            {"mission": mission.mission, "start": mission.first, "end": mission.last} for mission in dates.missions
        ],
    }


def _separated(texts: Iterable[str]) -> Iterator[str]:
    for rank, text in enumerate(texts):
        yield f",\n{text}" if rank else f"\n{text}"


def _dumped(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return _HALF_LETTERS.sub("\ufffd", text)


def _plain(value: Any) -> str:  # noqa: ANN401 - what json calls it with
    if isinstance(value, date | Decimal):
        return str(value)
    raise TypeError(type(value).__name__)
