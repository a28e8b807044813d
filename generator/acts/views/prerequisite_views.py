"""What must precede the signature, and what must follow it, as templates see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from generator.acts.facts.fact import Nothing
from generator.acts.facts.namings import Form, Formed, Noun
from generator.acts.facts.package_steps import (
    ActCited,
    CoFundingNotified,
    DecidedBy,
    FrameworkInForce,
    HoldsOffice,
    MissionPapersHanded,
    NumberCited,
    Phrase,
    SignedActSent,
    StepState,
    VoteStep,
)
from generator.acts.facts.quantities import Dated, DueBefore, LastingUntil
from generator.acts.view_fields import View, fact
from generator.acts.views.body_views import ContractingBody
from generator.case.after_signature import Following, FollowingStep, following_steps
from generator.case.prior_steps import Prior, PriorStep, prior_steps
from generator.case.records import Case
from generator.convention import term_of
from generator.model.approvals import Deliberation
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

_CITE_THE_VOTE: Final = frozenset({ProcedureStep.VOTE, ProcedureStep.PUBLICATION})
"""Steps that have no reference but that of the deliberation."""

_PHRASES: Final[Mapping[Prior, Phrase]] = MappingProxyType(
    {
        Prior.POWER: Phrase.POWER_TO_SIGN,
        Prior.CREDITS: Phrase.CREDITS_VOTED,
        Prior.DECISION: Phrase.DECISION_TO_SIGN,
    }
)


class PrerequisiteView(View, title="Un préalable"):
    """A step that is to be done before the signature, or that may follow it."""

    body: Formed | Phrase = fact("partie", "partie concernée")
    step: VoteStep | FrameworkInForce | CoFundingNotified | Phrase = fact("etape", "étape")
    reference: str | NumberCited | ActCited | HoldsOffice | LastingUntil | DecidedBy = fact(
        "reference", "référence ; vide à défaut"
    )
    day: Dated | Nothing = fact("date", "date ; vide à défaut")
    is_done: bool = fact("fait", "un fait daté et sa référence prouvent l’étape")
    state: StepState = fact("etat", "« fait », ou « à faire par… », avec l’échéance")


class FollowingStepView(View, title="Une suite"):
    """A step that must be done after the signature."""

    step: SignedActSent | MissionPapersHanded | Phrase = fact("etape", "étape")
    due: Dated | DueBefore | Phrase = fact("echeance", "date ou événement")


def prerequisites(case: Case, bodies: Sequence[ContractingBody], *, bars: bool) -> Iterator[PrerequisiteView]:
    """Return what must precede the signature, party by party in the order of its law, then what concerns all.

    Args:
        case: the case.
        bodies: those who contract.
        bars: whether what bars the signature is wanted, or what does not.
    """
    nouns = {body.identifier: body.noun for body in bodies}
    for prior in prior_steps(case):
        if prior.bars is bars:
            yield _prerequisite(case, prior, nouns)


def following_step_views(case: Case, bodies: Sequence[ContractingBody]) -> Iterator[FollowingStepView]:
    """Return what must follow the signature, in order."""
    senders = [body for body in bodies if body.view.transmits]
    for body in senders:
        sending = SignedActSent(body.view.controller, body.noun)
        yield FollowingStepView(step=sending, due=Phrase.RIGHT_AFTER_LAST_SIGNATURE)
    yield FollowingStepView(step=Phrase.ENTRY_INTO_FORCE, due=_entry_into_force(len(senders)))
    yield from filter(None, map(_following, following_steps(case)))
    yield FollowingStepView(step=Phrase.AID_DECLARATION, due=Phrase.THE_YEAR_AFTER)


def _following(step: FollowingStep) -> FollowingStepView | None:
    """Return a step after the signature; None for the sending, told body by body, and for the end of the action."""
    match step.kind:
        case Following.FIRST_PAYMENT:
            return FollowingStepView(step=Phrase.FIRST_PAYMENT, due=Phrase.AFTER_ENTRY_INTO_FORCE)
        case Following.DEPARTURE if step.mission is not None:
            due = DueBefore(step.planned) if step.planned else Phrase.BEFORE_DEPARTURE
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


def _prerequisite(case: Case, prior: PriorStep, nouns: Mapping[str, Noun]) -> PrerequisiteView:
    noun = nouns.get(prior.body or "")
    return PrerequisiteView(
        body=Formed(noun, Form.OPENING) if noun else Phrase.EVERY_PARTY,
        step=_step(case, prior),
        reference=_reference(case, prior),
        day=Dated(prior.day) if prior.day else "",
        is_done=prior.is_proved,
        state=StepState(_who(case, prior, noun), prior.due, is_done=prior.is_proved, bars=prior.bars),
    )


def _step(case: Case, prior: PriorStep) -> VoteStep | FrameworkInForce | CoFundingNotified | Phrase:
    """Name a step; until a vote is known, an assembly is taken to deliberate."""
    if prior.approval is not None:
        vote = case.deliberation(prior.body or "") or Deliberation.model_validate({"partie": prior.body})
        return _STEPS.get(prior.approval.step) or VoteStep(vote.kind)
    if prior.funder is not None:
        return CoFundingNotified(prior.funder.name or prior.funder.id)
    if prior.kind is Prior.FRAMEWORK:
        return FrameworkInForce(Noun(case.framework.title, case.framework.forms))
    return _PHRASES[prior.kind]


def _reference(case: Case, prior: PriorStep) -> str | NumberCited | ActCited | HoldsOffice | LastingUntil | DecidedBy:
    match prior.kind:
        case Prior.APPROVAL if prior.approval is not None and prior.approval.step in _CITE_THE_VOTE:
            vote = case.deliberation(prior.body or "")
            unnumbered = DecidedBy(vote.body) if vote and vote.body else ""
            return NumberCited(vote.number) if vote and vote.number else unnumbered
        case Prior.POWER:
            person = case.signatory(prior.body or "")
            if person is None or not person.is_identified:
                return ""
            delegation = person.delegation
            if delegation is not None:
                return ActCited(delegation.kind, delegation.number)
            return HoldsOffice(person.title_alone or "", prior.mandate is not None)
        case Prior.FRAMEWORK:
            term = term_of(case.framework, case.events)
            return LastingUntil(term[1]) if term else ""
        case _:
            return prior.reference or ""


def _who(case: Case, prior: PriorStep, noun: Noun | None) -> Noun | Phrase | str:
    """Return who does a step: the authority that gives a visa, the co-funder that notifies, else the party itself."""
    if prior.funder is not None:
        return Phrase.THE_CO_FUNDER
    if prior.approval is not None and prior.approval.step is ProcedureStep.VISA:
        vote, party = case.deliberation(prior.body or ""), case.framework.party(prior.body)
        procedure = case.procedure(party) if party else None
        authority = vote.visa.authority if vote and vote.visa else None
        return authority or (procedure.controller if procedure else None) or ""
    return noun or ""
