"""What must precede the signature, and what must follow it, as templates see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from generator.acts.facts.fact import Nothing
from generator.acts.facts.namings import Noun
from generator.acts.facts.package_steps import (
    ActCited,
    CoFundingNotified,
    FrameworkInForce,
    HoldsOffice,
    MissionPapersHanded,
    NumberCited,
    Phrase,
    SignedActSent,
    VoteStep,
)
from generator.acts.facts.quantities import Dated, DueBefore, LastingUntil
from generator.acts.view_fields import View, fact
from generator.acts.views.body_views import ContractingBody
from generator.case import after_signature
from generator.case.after_signature import Following, FollowingStep
from generator.case.party_steps import ApprovalStep, approval_steps
from generator.case.records import Case
from generator.convention import Party, term_of
from generator.model.action import AssociatedBody
from generator.model.approvals import Deliberation
from generator.model.budget import FundingStatus, Nature
from generator.model.references import ProcedureStep

_SEVERAL: Final = 2
_STEPS: Final[Mapping[ProcedureStep, Phrase]] = MappingProxyType(
    {
        ProcedureStep.TRANSMISSION: Phrase.VOTE_TRANSMISSION,
        ProcedureStep.PUBLICATION: Phrase.VOTE_PUBLICATION,
        ProcedureStep.VISA: Phrase.VOTE_VISA,
    }
)
"""Steps of an approval after the vote → what they are called among the prerequisites."""


class PrerequisiteView(View, title="Un préalable"):
    """A step that must be done before the signature."""

    body: str | Phrase = fact("partie", "partie concernée")
    step: VoteStep | FrameworkInForce | CoFundingNotified | Phrase = fact("etape", "étape")
    reference: str | NumberCited | ActCited | HoldsOffice | LastingUntil = fact(
        "reference", "référence ; vide à défaut"
    )
    day: Dated | Nothing = fact("date", "date ; vide à défaut")
    is_done: bool = fact("fait", "l’étape est accomplie")


class FollowingStepView(View, title="Une suite"):
    """A step that must be done after the signature."""

    step: SignedActSent | MissionPapersHanded | Phrase = fact("etape", "étape")
    due: Dated | DueBefore | Phrase = fact("echeance", "date ou événement")


def prerequisites(case: Case) -> Iterator[PrerequisiteView]:
    """Return what must precede the signature, party by party in the order of its law, then what concerns all."""
    for party in case.parties:
        yield from _party_prerequisites(case, party)
    for body in case.action.signing_bodies:
        yield _body_prerequisite(body)
    yield _framework_prerequisite(case)
    for funder in case.action.co_funders:
        lines = case.resources_of(funder.id)
        yield PrerequisiteView(
            body=Phrase.EVERY_PARTY,
            step=CoFundingNotified(funder.name or funder.id),
            reference=next((line.evidence for line in lines if line.evidence), ""),
            day="",
            is_done=bool(lines) and all(line.status is FundingStatus.SECURED for line in lines),
        )


def following_steps(case: Case, bodies: Sequence[ContractingBody]) -> Iterator[FollowingStepView]:
    """Return what must follow the signature, in order."""
    senders = [body for body in bodies if body.view.transmits]
    for body in senders:
        sending = SignedActSent(body.view.controller, body.noun)
        yield FollowingStepView(step=sending, due=Phrase.RIGHT_AFTER_LAST_SIGNATURE)
    yield FollowingStepView(step=Phrase.ENTRY_INTO_FORCE, due=_entry_into_force(len(senders)))
    yield from filter(None, map(_following, after_signature.following_steps(case)))
    yield FollowingStepView(step=Phrase.AID_DECLARATION, due=Phrase.THE_YEAR_AFTER)


def _following(step: FollowingStep) -> FollowingStepView | None:
    """Return a step after the signature; None for the sending, told body by body, and for the end of the action."""
    match step.kind:
        case Following.FIRST_PAYMENT:
            return FollowingStepView(step=Phrase.FIRST_PAYMENT, due=Phrase.AFTER_ENTRY_INTO_FORCE)
        case Following.DEPARTURE if step.mission is not None:
            due = DueBefore(step.day) if step.day else Phrase.BEFORE_DEPARTURE
            return FollowingStepView(step=MissionPapersHanded(step.mission.id), due=due)
        case Following.REPORT:
            return FollowingStepView(
                step=Phrase.YEARLY_REPORT, due=Dated(step.planned) if step.planned else Phrase.TO_BE_FIXED
            )
        case _:
            return None


def _entry_into_force(transmissions_due: int) -> Phrase:
    """Say when the act enters into force: on transmission where a party's law says so, else on signature.

    In France an agreement enters into force once the State's representative has received it (CGCT L. 1115-1).
    """
    if transmissions_due >= _SEVERAL:
        return Phrase.ON_LAST_TRANSMISSION
    return Phrase.ON_TRANSMISSION if transmissions_due else Phrase.ON_LAST_SIGNATURE


def _party_prerequisites(case: Case, party: Party) -> Iterator[PrerequisiteView]:
    for step in approval_steps(case, party):
        yield _approval(case, party, step)
    yield _power(case, party)
    lines = case.resources_of(party.id)
    budget_line = next((line.budget_line for line in lines if line.budget_line), "")
    if budget_line or any(line.nature is Nature.CASH and line.amount for line in lines):
        yield PrerequisiteView(
            body=party.name, step=Phrase.CREDITS_VOTED, reference=budget_line, day="", is_done=bool(budget_line)
        )


def _approval(case: Case, party: Party, taken: ApprovalStep) -> PrerequisiteView:
    """Return a step of a party's approval; until a vote is known, an assembly is taken to deliberate."""
    if taken.step is not ProcedureStep.VOTE:
        return _dated_step(party, _STEPS[taken.step], taken.reference or "", taken.day)
    vote = case.deliberation(party.id)
    approval = vote or Deliberation.model_validate({"partie": party.id})
    number = NumberCited(taken.reference) if taken.reference else ""
    return _dated_step(party, VoteStep(approval.kind), number, taken.day)


def _dated_step(
    party: Party, step: VoteStep | Phrase, reference: str | NumberCited, day: date | None
) -> PrerequisiteView:
    """Return a step that is done once its day is known."""
    return PrerequisiteView(
        body=party.name, step=step, reference=reference, day=Dated(day) if day else "", is_done=day is not None
    )


def _power(case: Case, party: Party) -> PrerequisiteView:
    """Return by what power somebody signs for a party: by office, or by a delegation, which counts once it is dated."""
    person = case.signatory(party.id)
    reference: str | ActCited | HoldsOffice = ""
    day: Dated | Nothing = ""
    is_done = False
    if person is not None and person.is_identified:
        delegation = person.delegation
        if delegation is None:
            reference, is_done = HoldsOffice(person.title or ""), True
        else:
            reference = ActCited(delegation.kind, delegation.number)
            day, is_done = (Dated(delegation.day), True) if delegation.day else ("", False)
    return PrerequisiteView(body=party.name, step=Phrase.POWER_TO_SIGN, reference=reference, day=day, is_done=is_done)


def _body_prerequisite(body: AssociatedBody) -> PrerequisiteView:
    decision = body.own_decision
    return PrerequisiteView(
        body=body.name or body.id,
        step=Phrase.DECISION_TO_SIGN,
        reference=decision or "",
        day="",
        is_done=bool(decision),
    )


def _framework_prerequisite(case: Case) -> PrerequisiteView:
    framework = case.framework
    term = term_of(framework, case.events)
    return PrerequisiteView(
        body=Phrase.EVERY_PARTY,
        step=FrameworkInForce(Noun(framework.title, framework.forms)),
        reference=LastingUntil(term[1]) if term else "",
        day="",
        is_done=term is not None,
    )
