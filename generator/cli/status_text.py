"""How the status of actions is shown: a table in a terminal, plain lines elsewhere, JSON for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import click

from generator.case.tracks import LateStep
from generator.conductors.status import ActionStatus, PackageStatus
from generator.french import long_date
from generator.register import ActState

_NONE = "–"
_COLUMNS = ("Action", "Projets", "Votes", "Dossier", "En retard")


def show_status(statuses: Sequence[ActionStatus], day: date) -> None:
    """Write where actions stand to stdout.

    Args:
        statuses: what to show, in order.
        day: the day on which they were looked at.
    """
    if sys.stdout.isatty():
        _show_table(statuses, day)
        return
    for status in statuses:
        click.echo(_line(status))
        for step in status.late:
            click.echo(f"{status.number} : en retard : {_late(step)}")


def status_as_json(statuses: Iterable[ActionStatus], day: date) -> str:
    """Return the JSON form of where actions stand."""
    told = {"day": day.isoformat(), "actions": [_data(status) for status in statuses]}
    return json.dumps(told, ensure_ascii=False, indent=2, default=str)


def _show_table(statuses: Sequence[ActionStatus], day: date) -> None:
    """Show a table as wide as the terminal, its cells wrapped between words."""
    from rich.console import Console  # noqa: PLC0415 - a terminal alone shows a table
    from rich.table import Table  # noqa: PLC0415 - the same
    from rich.text import Text  # noqa: PLC0415 - the same

    table = Table(*_COLUMNS, title=f"Situation au {long_date(day)}", title_justify="left", show_lines=True)
    for status in statuses:
        late = "\n".join(map(_late, status.late)) or _NONE
        title = f"{status.number}\n{status.title}" if status.title else status.number
        cells = (title, _drafts(status), "\n".join(_votes(status)) or _NONE, _package(status.package) or _NONE, late)
        table.add_row(*map(Text, cells))  # as texts: what a user typed is no mark-up
    Console().print(table)


def _line(status: ActionStatus) -> str:
    """Tell all of an action on a line."""
    votes = _votes(status)
    parts = [
        _drafts(status),
        f"{_counted(len(votes), 'vote')} ({' ; '.join(votes)})" if votes else "aucun vote",
        _package(status.package) or "aucun dossier",
        *([f"{_counted(len(status.late), 'étape')} en retard"] if status.late else []),
    ]
    title = f" – {status.title}" if status.title else ""
    return f"{status.number}{title} : {' ; '.join(parts)}"


def _drafts(status: ActionStatus) -> str:
    drafts = status.drafts
    told = [
        f"plus récents qu’eux : {', '.join(drafts.changed)}" if drafts.changed else "",
        f"modifiés à la main : {', '.join(drafts.edited)}" if drafts.edited else "",
        f"disparus : {', '.join(drafts.missing)}" if drafts.missing else "",
    ]
    details = " ; ".join(part for part in told if part)
    return f"{drafts.state.value} ({details})" if details else drafts.state.value


def _votes(status: ActionStatus) -> list[str]:
    return [f"{vote.name}, {long_date(vote.day)}{', texte gardé' if vote.is_kept else ''}" for vote in status.votes]


def _package(package: PackageStatus | None) -> str:
    if package is None:
        return ""
    act = package.act
    parts = [
        f"dossier v{package.version} {'intact' if package.is_intact else 'modifié depuis sa publication'}",
        *(["plus à jour"] if package.is_fresh is False else []),
        _signatures(package) if act.state is ActState.PARTLY_SIGNED else act.state.value,
        *([f"{len(act.back)} sur {package.originals} revenus"] if act.back else []),
        *([f"transmis le {long_date(act.transmitted)}"] if act.transmitted else []),
    ]
    return ", ".join(parts)


def _signatures(package: PackageStatus) -> str:
    """Tell who signed every original, and who is awaited."""
    signed = [package.signers.get(signer, signer) for signer, _ in package.act.signed]
    awaited = ", ".join(package.signers.get(signer, signer) for signer in package.act.awaited)
    told = f"signé par {', '.join(signed)}" if signed else package.act.state.value
    return f"{told}, attendu de {awaited}"


def _late(step: LateStep) -> str:
    reference = f" ({step.reference})" if step.reference else ""
    return f"{step.label}{reference} – {step.party}, attendue le {long_date(step.deadline)}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count > 1 else ''}"


def _data(status: ActionStatus) -> Mapping[str, object]:
    drafts = status.drafts
    return {
        "number": status.number,
        "title": status.title or None,
        "drafts": {
            "state": drafts.state.value,
            "edited": list(drafts.edited),
            "missing": list(drafts.missing),
            "changed": list(drafts.changed),
        },
        "votes": [
            {"party": vote.party, "name": vote.name, "day": vote.day, "number": vote.number, "kept": vote.is_kept}
            for vote in status.votes
        ],
        "package": _package_data(status.package) if status.package else None,
        "late": list(_late_data(status.late)),
    }


def _package_data(package: PackageStatus) -> Mapping[str, object]:
    act = package.act
    return {
        "version": package.version,
        "intact": package.is_intact,
        "fresh": package.is_fresh,
        "state": act.state.value,
        "originals": package.originals,
        "signed": [{"party": party, "day": day} for party, day in act.signed],
        "awaited": list(act.awaited),
        "back": list(act.back),
        "transmitted": act.transmitted,
        "notified": [{"party": party, "day": day} for party, day in act.notified],
    }


def _late_data(steps: Iterable[LateStep]) -> Iterator[Mapping[str, object]]:
    for step in steps:
        yield {"party": step.party, "step": step.label, "deadline": step.deadline, "reference": step.reference or None}
