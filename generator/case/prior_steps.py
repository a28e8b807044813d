"""What must be settled before a signature, and what proves that it was: the timeline and the papers tell it alike.

A step is proved by a dated fact that has its reference; a date alone that is only planned proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from generator.case.body_decisions import decision_day
from generator.case.party_law import approves_later
from generator.case.party_steps import ApprovalStep, approval_steps, latest_day
from generator.case.records import Case
from generator.convention import MandateHolder, Party, term_of
from generator.french import days_written
from generator.model.action import AssociatedBody
from generator.model.budget import CoFunder, FundingStatus, Nature
from generator.model.persons import Signatory
from generator.model.references import ProcedureStep


class Prior(Enum):
    """What is settled before a signature."""

    APPROVAL = auto()
    POWER = auto()
    CREDITS = auto()
    DECISION = auto()
    FRAMEWORK = auto()
    CO_FUNDING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorStep:
    """One step before the signature.

    Attributes:
        kind: which one.
        body: identifier of the party or the body that it concerns; None when it concerns all.
        approval: which step of a party's approval.
        funder: the co-funder that notifies.
        mandate: the mandate by which somebody signs.
        day: when it was done, as far as the inputs say.
        reference: what proves it, as it was typed.
        due: the last day that leaves the signature free of doubt; None when it has no day, or nothing is due before.
        is_proved: whether a dated fact with its reference shows that it was done.
        bars: whether nobody signs before; what does not bar follows the signature, or may.
    """

    kind: Prior
    body: str | None = None
    approval: ApprovalStep | None = None
    funder: CoFunder | None = None
    mandate: MandateHolder | None = None
    day: date | None = None
    reference: str | None = None
    due: date | None = None
    is_proved: bool = False
    bars: bool = True


def prior_steps(case: Case) -> Iterator[PriorStep]:
    """Yield what must be settled, party by party in the order of its law, then what concerns all."""
    for party in case.parties:
        yield from party_approvals(case, party)
        yield _power(case, party.id)
        lines = case.resources_of(party.id)
        budget_line = next((line.budget_line for line in lines if line.budget_line), None)
        if budget_line or any(line.nature is Nature.CASH and line.amount for line in lines):
            due = case.signature_day(party.id)
            yield PriorStep(kind=Prior.CREDITS, body=party.id, reference=budget_line, due=due)
    for body in case.action.signing_bodies:
        yield body_decision(case, body)
        yield _power(case, body.id)
    yield _framework(case)
    yield from (_co_funding(case, funder) for funder in case.action.co_funders)


def party_approvals(case: Case, party: Party) -> Iterator[PriorStep]:
    """Yield the steps of a party's approval; they bar its signature unless they may follow it."""
    for taken in approval_steps(case, party):
        yield PriorStep(
            kind=Prior.APPROVAL,
            body=party.id,
            approval=taken,
            day=taken.day,
            reference=taken.reference,
            due=latest_day(case, party, taken.step),
            is_proved=taken.day is not None and not _lacks_reference(case, party, taken),
            bars=not approves_later(case, party),
        )


def body_decision(case: Case, body: AssociatedBody) -> PriorStep:
    """Return the decision by which an associated body signs: proved once it is cited with its day."""
    day = decision_day(body)
    return PriorStep(
        kind=Prior.DECISION,
        body=body.id,
        day=day,
        reference=body.own_decision,
        due=case.signature_day(body.id),
        is_proved=day is not None and body.own_decision is not None,
    )


def is_ready_to_sign(case: Case, identifier: str) -> bool:
    """Whether a party or a body may sign on the day planned: what bars it was proved, on that day at the latest."""
    day, party = case.signature_day(identifier), case.framework.party(identifier)
    if day is None:
        return False
    if party is not None:
        steps = [step for step in party_approvals(case, party) if step.bars]
    else:
        steps = [body_decision(case, body) for body in case.action.signing_bodies if body.id == identifier]
    return all(step.is_proved and step.day is not None and step.day <= day for step in steps)


def _lacks_reference(case: Case, party: Party, taken: ApprovalStep) -> bool:
    """Whether the law gives a step a number, or a receipt, that is not known."""
    procedure = case.procedure(party)
    numbered = {*(procedure.numbered if procedure else ()), ProcedureStep.TRANSMISSION}
    return taken.step in numbered and taken.reference is None


def _power(case: Case, identifier: str) -> PriorStep:
    """Return by what power somebody signs: a delegation with its number and day, else a mandate that is known."""
    person, day = case.signatory(identifier), case.signature_day(identifier)
    if person is None or not person.is_identified:
        return PriorStep(kind=Prior.POWER, body=identifier, due=day)
    delegation = person.delegation
    if delegation is not None:
        is_proved = bool(delegation.day and delegation.number)
        return PriorStep(kind=Prior.POWER, body=identifier, day=delegation.day, due=day, is_proved=is_proved)
    mandate = _mandate(case, person, day or case.act_day)
    since = mandate.since if mandate else None
    return PriorStep(
        kind=Prior.POWER, body=identifier, mandate=mandate, day=since, due=day, is_proved=since is not None
    )


def _mandate(case: Case, person: Signatory, day: date | None) -> MandateHolder | None:
    """Return the mandate of somebody on a day, as the events of the framework tell it."""
    if case.events is None or day is None:
        return None
    mandates = (holder for holder in case.events.mandates if holder.party == person.party)
    own = (holder for holder in mandates if _identity(holder) == person.identity)
    return next((holder for holder in own if holder.holds_office(day)), None)


def _identity(holder: MandateHolder) -> tuple[str, str]:
    return ((holder.given_name or "").casefold(), holder.surname.casefold())


def _framework(case: Case) -> PriorStep:
    """Return that the framework is signed and in force on the day of the act."""
    term = term_of(case.framework, case.events)
    signed = case.events.signature.day if case.events else None
    day = case.act_day
    is_proved = signed is not None and term is not None and (day is None or term[0] <= day <= term[1])
    return PriorStep(kind=Prior.FRAMEWORK, day=signed, due=day, is_proved=is_proved)


def _co_funding(case: Case, funder: CoFunder) -> PriorStep:
    """Return a co-funder's notification: proved once all of its lines are secured, and one cites a dated act."""
    lines = case.resources_of(funder.id)
    evidence = next((line.evidence for line in lines if line.evidence), None)
    day = next(iter(days_written(evidence or "")), None)
    is_secured = bool(lines) and all(line.status is FundingStatus.SECURED for line in lines)
    return PriorStep(
        kind=Prior.CO_FUNDING,
        funder=funder,
        day=day,
        reference=evidence,
        is_proved=is_secured and day is not None,
        bars=False,
    )
