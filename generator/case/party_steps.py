"""The approval of each party: the steps that its law puts around its signature, and where each stands.

The order of steps is not one chain: each party follows its own law. The timeline, the papers of the package and the
rules word these facts; none of them looks for a step's day elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.case.party_law import approves_later
from generator.case.records import Case
from generator.convention import Party
from generator.model.approvals import Deliberation
from generator.model.references import ProcedureStep

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ApprovalStep:
    """One step of a party's approval.

    Attributes:
        step: which one.
        day: the day on which it was taken, or is for certain; None while nothing proves it.
        reference: the number of the deliberation or of the visa, the receipt of the transmission.
    """

    step: ProcedureStep
    day: date | None = None
    reference: str | None = None


def approval_steps(case: Case, party: Party) -> tuple[ApprovalStep, ...]:
    """Return the steps of a party's approval in the order of its law; an approval always has a vote."""
    procedure = case.procedure(party)
    asked = procedure.steps if procedure else ()
    vote = case.deliberation(party.id)
    steps = asked if ProcedureStep.VOTE in asked else (ProcedureStep.VOTE, *asked)
    return tuple(_taken(step, vote) for step in steps)


def step_of(vote: Deliberation, step: ProcedureStep) -> ApprovalStep:
    """Return where one step stands, as a deliberation's own entry tells it."""
    match step:
        case ProcedureStep.VOTE:
            return ApprovalStep(step, vote.day, vote.number)
        case ProcedureStep.TRANSMISSION:
            sent = vote.transmission
            return ApprovalStep(step, sent.day, sent.receipt) if sent else ApprovalStep(step)
        case ProcedureStep.PUBLICATION:
            return ApprovalStep(step, vote.publication)
        case ProcedureStep.VISA:
            visa = vote.visa
            return ApprovalStep(step, visa.day, visa.number) if visa else ApprovalStep(step)


def latest_day(case: Case, party: Party, step: ProcedureStep) -> date | None:
    """Return the last day on which a step still leaves a party's signature free of doubt; None when it has no day.

    The eve, since whoever transmits signs on the next day at the earliest (TA Montpellier 7 novembre 2002
    n° 01-4224), and votes and publishes before; a visa may be of the day itself. Where the approval is to follow the
    signature, nothing is due.
    """
    signature = case.signature_day(party.id)
    if signature is None or approves_later(case, party):
        return None
    return signature if step is ProcedureStep.VISA else signature - _ONE_DAY


def _taken(step: ProcedureStep, vote: Deliberation | None) -> ApprovalStep:
    return step_of(vote, step) if vote else ApprovalStep(step)
