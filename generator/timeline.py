"""The timeline of an action: for each party the steps done, planned, missing or late, and the next one, by when.

The order of steps is not one chain: each party follows its own law (``PartyProcedure``), then signs; what follows the
signature is common to all. ``today`` is given, never read from a clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.case import Case
from generator.convention import Party
from generator.model.approvals import Deliberation
from generator.model.references import ProcedureStep

_ONE_DAY = timedelta(days=1)


class State(StrEnum):
    """Where a step stands on a day. The value is the word that users read."""

    DONE = "fait"
    PLANNED = "prévu"
    MISSING = "à faire"
    LATE = "en retard"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what, when it was or will be done, by when it must be, and a reference."""

    label: str
    day: date | None
    due: date | None = None
    reference: str = ""

    def state(self, today: date) -> State:
        """Tell where the step stands on a day."""
        if self.day is not None:
            return State.DONE if self.day <= today else State.PLANNED
        return State.LATE if self.due is not None and self.due < today else State.MISSING


@dataclass(frozen=True, slots=True)
class Track:
    """The steps of one party, or those that are common to all, in order."""

    name: str
    steps: tuple[Step, ...]

    def next_step(self, today: date) -> Step | None:
        """Return the first step that is neither done nor planned; None when nothing is left to settle."""
        return next((step for step in self.steps if step.state(today) in {State.MISSING, State.LATE}), None)


def timeline_of(case: Case, today: date) -> tuple[Track, ...]:
    """Return a track for each party, then one for what follows the signature.

    Args:
        case: the action with its framework, programme and law.
        today: the day from which the next session of an assembly is looked for.
    """
    parties = tuple(Track(party.name, tuple(_party_steps(case, party, today))) for party in case.parties)
    return (*parties, Track("Après la signature", tuple(_common_steps(case))))


def _party_steps(case: Case, party: Party, today: date) -> Iterator[Step]:
    vote = case.deliberation(party.id)
    signature = case.signature_day(party.id)
    procedure = case.procedure(party)
    steps = procedure.steps if procedure else ()
    if ProcedureStep.VOTE not in steps:
        yield _vote_step(case, party, vote, today)
    for step in steps:
        yield _vote_step(case, party, vote, today) if step is ProcedureStep.VOTE else _later_step(step, vote, signature)
    yield Step("Signature", signature, due=case.action.calendar.start)


def _vote_step(case: Case, party: Party, vote: Deliberation | None, today: date) -> Step:
    day = vote.day if vote else None
    number = vote.number if vote else None
    return Step("Vote de la délibération", day, due=_next_session(case, party, today), reference=number or "")


def _next_session(case: Case, party: Party, today: date) -> date | None:
    """Return the party's next session, if it comes before its planned signature; else the eve of that signature."""
    signature = case.signature_day(party.id)
    sessions = case.programme.sessions if case.programme else ()
    days = sorted(session.day for session in sessions if session.party == party.id and session.day)
    upcoming = next((day for day in days if day >= today), None)
    if upcoming is not None and (signature is None or upcoming < signature):
        return upcoming
    return signature - _ONE_DAY if signature else upcoming


def _later_step(step: ProcedureStep, vote: Deliberation | None, signature: date | None) -> Step:
    eve = signature - _ONE_DAY if signature else None
    match step:
        case ProcedureStep.TRANSMISSION:
            sent = vote.transmission if vote else None
            label = "Transmission de la délibération"
            return Step(label, sent.day if sent else None, due=eve, reference=(sent.receipt or "") if sent else "")
        case ProcedureStep.PUBLICATION:
            return Step("Publication de la délibération", vote.publication if vote else None, due=eve)
        case _:
            visa = vote.visa if vote else None
            label = "Visa de la délibération"
            return Step(label, visa.day if visa else None, due=signature, reference=(visa.number or "") if visa else "")


def _common_steps(case: Case) -> Iterator[Step]:
    action = case.action
    sent = action.transmission
    done = sent.done if sent else None
    in_force = done.day if done and done.day else (sent.planned if sent else None)
    last_signature = case.act_day
    if any(procedure.enters_into_force_on_transmission for procedure in map(case.procedure, case.parties) if procedure):
        receipt = (done.receipt or "") if done else ""
        yield Step("Transmission de l’acte signé : entrée en vigueur", in_force, due=last_signature, reference=receipt)
    yield from sorted(_dated_steps(case), key=lambda step: (step.day is None, step.day or date.max))


def _dated_steps(case: Case) -> Iterator[Step]:
    action = case.action
    first_payment = min((payment.due for payment in action.payments if payment.due), default=None)
    if action.payments:
        yield Step("Premier versement", first_payment)
    for mission in action.missions:
        yield Step(f"Mission {mission.id} : départ", mission.start)
    yield Step("Fin de l’action", action.calendar.end)
    report = action.evaluation.report_due if action.evaluation else None
    yield Step("Rapport d’évaluation annuelle", report)
