"""What follows the signature, for all the parties: transmission of the act, payment, journeys, end, report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from generator.case.party_law import transmitting_parties
from generator.case.records import Case
from generator.model.missions import Mission


class Following(Enum):
    """What is done once the agreement is signed."""

    TRANSMISSION = auto()
    FIRST_PAYMENT = auto()
    DEPARTURE = auto()
    END = auto()
    REPORT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowingStep:
    """One step after the signature.

    Attributes:
        kind: which one.
        day: when it was done, with the receipt that proves it.
        planned: when it is meant to be done.
        due: by when it must be done.
        receipt: what proves a transmission.
        mission: the mission that departs.
    """

    kind: Following
    day: date | None = None
    planned: date | None = None
    due: date | None = None
    receipt: str | None = None
    mission: Mission | None = None


def following_steps(case: Case) -> Iterator[FollowingStep]:
    """Yield what follows the signature, kind by kind; transmission first, where a party's law asks for one.

    Only a transmission is ever known to be done, by its receipt; nothing proves a departure or an end.

    The transmission is due as soon as the last party has signed: until then the agreement is not in force
    (CGCT L. 1115-1).
    """
    action = case.action
    if transmitting_parties(case):
        yield _transmission(case)
    if action.payments:
        first = min((payment.due for payment in action.payments if payment.due), default=None)
        yield FollowingStep(kind=Following.FIRST_PAYMENT, planned=first)
    for mission in action.missions:
        yield FollowingStep(kind=Following.DEPARTURE, planned=mission.start, mission=mission)
    yield FollowingStep(kind=Following.END, planned=action.calendar.end)
    yield FollowingStep(kind=Following.REPORT, planned=action.evaluation.report_due if action.evaluation else None)


def transmission_day(case: Case) -> date | None:
    """Return the day on which the signed agreement was, or is to be, transmitted: its entry into force."""
    sent = case.action.transmission
    done = sent.done.day if sent and sent.done else None
    return done or (sent.planned if sent else None)


def entry_into_force(case: Case) -> date | None:
    """Return the day on which the agreement is in force: its transmission.

    As long as none is told, the last signature stands for it: nothing is in force before.
    """
    return transmission_day(case) or max(case.signature_days, default=None)


def _transmission(case: Case) -> FollowingStep:
    sent = case.action.transmission
    done = sent.done if sent and sent.done and sent.done.receipt else None
    return FollowingStep(
        kind=Following.TRANSMISSION,
        day=done.day if done else None,
        planned=sent.planned if sent else None,
        due=case.act_day,
        receipt=done.receipt if done else None,
    )
