"""Where an act stands on a day: handed out, signed by whom, back, transmitted, notified."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from generator.register.returns import EventKind, ReturnEvent


class ActState(StrEnum):
    """How far a package has come. The value is what users read."""

    MADE = "établi"
    HANDED = "remis"
    PARTLY_SIGNED = "signé en partie"
    SIGNED = "signé"
    PARTLY_BACK = "retour en cours"
    BACK = "revenu"
    TRANSMITTED = "transmis"
    NOTIFIED = "notifié"
    UNREADABLE = "manifeste illisible"


@dataclass(frozen=True, slots=True)
class ActStatus:
    """Where an act stands.

    Attributes:
        state: how far it has come.
        signed: identifiers of those who signed every original, in the order of the act, with the last day.
        awaited: identifiers of those who have not.
        back: the numbers of the originals that came back.
        transmitted: the day on which it was transmitted, or None.
        notified: identifiers of those who were notified, with the day.
    """

    state: ActState
    signed: tuple[tuple[str, date], ...] = ()
    awaited: tuple[str, ...] = ()
    back: tuple[int, ...] = ()
    transmitted: date | None = None
    notified: tuple[tuple[str, date], ...] = ()

    @property
    def signed_on(self) -> date | None:
        """The day of the last signature, once all have signed."""
        return max((day for _, day in self.signed), default=None) if not self.awaited else None


def act_status(
    events: Iterable[ReturnEvent], signers: Sequence[str], originals: int, day: date | None = None
) -> ActStatus:
    """Tell where an act stands.

    Args:
        events: what happened to its package.
        signers: identifiers of all who sign it.
        originals: how many originals it has.
        day: the last day that counts; None for all that is written.
    """
    known = [event for event in events if day is None or event.day <= day]
    signed = _whole_signatures(known, originals)
    back = _copies(known, originals)
    sent = _first_days(known, EventKind.TRANSMITTED)
    status = ActStatus(
        state=ActState.MADE,
        signed=tuple((signer, signed[signer]) for signer in signers if signer in signed),
        awaited=tuple(signer for signer in signers if signer not in signed),
        back=back,
        transmitted=min(sent.values(), default=None),
        notified=tuple(_first_days(known, EventKind.NOTIFIED).items()),
    )
    return replace(status, state=_state(status, originals, {event.kind for event in known}))


def _state(status: ActStatus, originals: int, kinds: Collection[EventKind]) -> ActState:
    """Return how far an act has come: the furthest step that is told."""
    steps = (
        (bool(status.notified), ActState.NOTIFIED),
        (status.transmitted is not None, ActState.TRANSMITTED),
        (bool(status.back) and len(status.back) >= originals, ActState.BACK),
        (bool(status.back), ActState.PARTLY_BACK),
        (bool(status.signed) and not status.awaited, ActState.SIGNED),
        (EventKind.SIGNED in kinds, ActState.PARTLY_SIGNED),
        (EventKind.HANDED in kinds, ActState.HANDED),
    )
    return next((state for is_reached, state in steps if is_reached), ActState.MADE)


def _whole_signatures(events: Iterable[ReturnEvent], originals: int) -> dict[str, date]:
    """Return by party the day on which it had signed every original; an event without a number tells of all."""
    days: dict[str, dict[int, date]] = {}
    for event in events:
        if event.kind is EventKind.SIGNED:
            own = days.setdefault(event.party, {})
            for copy in (event.copy,) if event.copy else range(1, max(originals, 1) + 1):
                own[copy] = min(event.day, own.get(copy, event.day))
    return {party: max(own.values()) for party, own in days.items() if len(own) >= originals}


def _first_days(events: Iterable[ReturnEvent], kind: EventKind) -> dict[str, date]:
    """Return the first day of an event by party, in the order in which the parties come."""
    days: dict[str, date] = {}
    for event in events:
        if event.kind is kind:
            days[event.party] = min(event.day, days.get(event.party, event.day))
    return days


def _copies(events: Iterable[ReturnEvent], originals: int) -> tuple[int, ...]:
    """Return the numbers of the originals that came back; an event without a number tells of all."""
    copies: set[int] = set()
    for event in events:
        if event.kind is EventKind.BACK:
            copies |= {event.copy} if event.copy else set(range(1, originals + 1))
    return tuple(sorted(copy for copy in copies if copy <= originals))
