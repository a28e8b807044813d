"""The timeline of an action: for each party the steps done, planned, missing or late, and the next one, by when.

The order of steps is not one chain: each party follows its own law (``PartyProcedure``), then signs; what follows the
signature is common to all. ``today`` is given, never read from a clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from generator.case.records import Case
from generator.convention import Party
from generator.french import long_date
from generator.model.approvals import Deliberation
from generator.model.programme import CouncilSession
from generator.model.references import ProcedureStep

_ONE_DAY = timedelta(days=1)


class State(StrEnum):
    """Where a step stands on a day. The value is the word that users read."""

    DONE = "fait"
    PLANNED = "prévu"
    MISSING = "à faire"
    LATE = "en retard"
    LAPSED = "échu"


@dataclass(frozen=True, slots=True)
class Step:
    """One step, and where it stands.

    Attributes:
        label: what is done.
        day: when it was done, or will be done for certain.
        planned: when it is meant to be done; that day once past, nothing proves that it was.
        due: by when it must be done; without it, what is planned lapses and is never late.
        reference: the number of an act, a receipt, or what else helps.
    """

    label: str
    day: date | None = None
    planned: date | None = None
    due: date | None = None
    reference: str = ""

    @property
    def deadline(self) -> date | None:
        """By when the step is awaited: the day planned, else the last one that fits."""
        return self.planned or self.due

    def state(self, today: date) -> State:
        """Tell where the step stands on a day."""
        if self.day is not None:
            return State.DONE if self.day <= today else State.PLANNED
        if self.planned is not None and (self.planned >= today or self.due is None):
            return State.PLANNED if self.planned >= today else State.LAPSED
        return State.LATE if self.deadline is not None and self.deadline < today else State.MISSING


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
    """Yield a party's steps; its approval comes after its signature where a suspensive clause says so."""
    if party.id in case.action.signature.later_approvals:
        yield _signature_step(case, party, ())
        yield from (replace(step, due=None) for step in _approval_steps(case, party, today))
    else:
        approval = tuple(_approval_steps(case, party, today))
        yield from approval
        yield _signature_step(case, party, approval)


def _approval_steps(case: Case, party: Party, today: date) -> Iterator[Step]:
    vote = case.deliberation(party.id)
    signature = case.signature_day(party.id)
    procedure = case.procedure(party)
    steps = procedure.steps if procedure else ()
    if ProcedureStep.VOTE not in steps:
        yield _vote_step(case, party, vote, today)
    for step in steps:
        yield _vote_step(case, party, vote, today) if step is ProcedureStep.VOTE else _later_step(step, vote, signature)


def _signature_step(case: Case, party: Party, approval: Sequence[Step]) -> Step:
    """Return the signature: on the day planned, it counts as done only if all that must precede it was."""
    day = case.signature_day(party.id)
    is_ready = day is not None and all(step.day is not None and step.day <= day for step in approval)
    return Step("Signature", day if is_ready else None, planned=day, due=case.action.calendar.start)


def _vote_step(case: Case, party: Party, vote: Deliberation | None, today: date) -> Step:
    day = vote.day if vote else None
    signature = case.signature_day(party.id)
    session = next((session for session in _sessions(case, party) if session.day and session.day >= today), None)
    due = signature - _ONE_DAY if signature else None
    if session is not None and session.day is not None and (due is None or session.day <= due):
        due = session.day
    reference = (vote.number if vote else None) or ("" if day else _session_words(session, due))
    return Step("Vote de la délibération", day, due=due, reference=reference)


def _sessions(case: Case, party: Party) -> list[CouncilSession]:
    """Return the dated sessions of a party's assembly, in order."""
    sessions = case.programme.sessions if case.programme else ()
    dated = [session for session in sessions if session.party == party.id and session.day]
    return sorted(dated, key=lambda session: session.day or date.max)


def _session_words(session: CouncilSession | None, due: date | None) -> str:
    """Say which session a missing vote awaits, and by when its draft is filed."""
    if session is None or session.day is None:
        return ""
    if due is not None and session.day > due:
        return f"aucune séance d’ici là ; la prochaine : {long_date(session.day)}"
    filing = f", dépôt au plus tard le {long_date(session.deadline)}" if session.deadline else ""
    return f"séance du {long_date(session.day)}{filing}"


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
    if any(procedure.enters_into_force_on_transmission for procedure in map(case.procedure, case.parties) if procedure):
        receipt = (done.receipt or "") if done else ""
        yield Step(
            "Transmission de l’acte signé : entrée en vigueur",
            done.day if done else None,
            planned=sent.planned if sent else None,
            due=case.act_day,
            reference=receipt,
        )
    yield from sorted(_dated_steps(case), key=lambda step: step.day or step.planned or date.max)


def _dated_steps(case: Case) -> Iterator[Step]:
    action = case.action
    first_payment = min((payment.due for payment in action.payments if payment.due), default=None)
    if action.payments:
        yield Step("Premier versement", planned=first_payment)
    for mission in action.missions:
        yield Step(f"Mission {mission.id} : départ", mission.start)
    yield Step("Fin de l’action", action.calendar.end)
    report = action.evaluation.report_due if action.evaluation else None
    yield Step("Rapport d’évaluation annuelle", planned=report)
