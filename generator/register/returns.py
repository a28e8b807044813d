"""``retours.jsonl``: what happened to the originals of an action once they left the program, one event a line.

The file is only ever added to. A reader passes over a line that a killed run tore, and over events of which it knows
nothing: a version to come may write others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from generator.canonical_json import canonical

RETURNS: Final = "retours.jsonl"
"""Its name, in the folder of an action's outputs."""

_PACKAGE: Final = re.compile(r"dossier-v([1-9][0-9]{0,5})")


class EventKind(StrEnum):
    """What happened. The value is the word of the file."""

    HANDED = "remis"
    SIGNED = "signe"
    BACK = "retour"
    TRANSMITTED = "transmis"
    NOTIFIED = "notifie"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnEvent:
    """One thing that happened to a package.

    Attributes:
        day: when it happened.
        action: the number of the action.
        version: that of its package.
        kind: what happened.
        copy: the number of the original that it concerns; None when it concerns all.
        party: identifier of whoever was handed the original, signed it, sent it back or was notified.
        by: who wrote it down.
        note: what else helps: the number of a receipt, a remark.
        digest: SHA-256 of the file that proves it, e.g. a scan.
    """

    day: date
    action: str
    version: int
    kind: EventKind
    copy: int | None = None
    party: str = ""
    by: str = ""
    note: str = ""
    digest: str = ""


def return_line(event: ReturnEvent) -> bytes:
    """Return the line of an event, with its line feed: what is added to the file."""
    return canonical(
        {
            "action": event.action,
            "date": event.day.isoformat(),
            "dossier": f"dossier-v{event.version}",
            "evenement": event.kind.value,
            "exemplaire": event.copy,
            "note": event.note,
            "par": event.by,
            "partie": event.party,
            "sha256": event.digest,
        }
    )


def read_returns(folder: Path) -> tuple[ReturnEvent, ...]:
    """Read what happened to the packages of an action, in the order in which it was written.

    Args:
        folder: that of the action's outputs; there need be no file.
    """
    try:
        content = (folder / RETURNS).read_bytes()
    except OSError:
        return ()
    return tuple(_events(content))


def _events(content: bytes) -> Iterator[ReturnEvent]:
    for line in content.splitlines(keepends=True):
        if line.endswith(b"\n"):  # a torn line has no end: what it says may be cut
            try:
                yield _event_from(json.loads(line))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                continue


def _event_from(data: dict[str, Any]) -> ReturnEvent:
    package, copy = _PACKAGE.fullmatch(data["dossier"]), data.get("exemplaire")
    if package is None or not (copy is None or (type(copy) is int and copy > 0)):
        raise ValueError(data)
    return ReturnEvent(
        day=date.fromisoformat(data["date"]),
        action=_text(data["action"]),
        version=int(package[1]),
        kind=EventKind(data["evenement"]),
        copy=copy,
        party=_text(data.get("partie")),
        by=_text(data.get("par")),
        note=_text(data.get("note")),
        digest=_text(data.get("sha256")),
    )


def _text(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    raise TypeError(value)
