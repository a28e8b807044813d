"""The timeline of an action: for each party the steps done, planned, missing or late, and the next one, by when.

The steps are those of ``case``; here they get their words. They do not depend on the day: where each stands is asked of
it with the day, which is given, never read from a clock.
"""

from __future__ import annotations

from datetime import date

from generator.case.after_signature import Following, FollowingStep, following_steps
from generator.case.party_law import approves_later
from generator.case.party_steps import latest_day
from generator.case.prior_steps import PriorStep, body_decision, is_ready_to_sign, party_approvals
from generator.case.records import Case
from generator.case.tracks import Sitting, Step, Track
from generator.convention import Party
from generator.model.references import ProcedureStep

_APPROVAL = {
    ProcedureStep.VOTE: "Vote de la délibération",
    ProcedureStep.TRANSMISSION: "Transmission de la délibération",
    ProcedureStep.PUBLICATION: "Publication de la délibération",
    ProcedureStep.VISA: "Visa de la délibération",
}

_FOLLOWING = {
    Following.TRANSMISSION: "Transmission de l’acte signé : entrée en vigueur",
    Following.FIRST_PAYMENT: "Premier versement",
    Following.END: "Fin de l’action",
    Following.REPORT: "Rapport d’évaluation annuelle",
}


def timeline_of(case: Case) -> tuple[Track, ...]:
    """Return a track for each party and each body that signs, then one for what follows the signature.

    Args:
        case: the action with its framework, programme and law.
    """
    parties = tuple(Track(party.name, _party_steps(case, party)) for party in case.parties)
    bodies = tuple(
        Track(body.name or body.id, (_decision_step(body_decision(case, body)), _signature_step(case, body.id)))
        for body in case.action.signing_bodies
    )
    return (*parties, *bodies, Track("Après la signature", _common_steps(case)))


def _party_steps(case: Case, party: Party) -> tuple[Step, ...]:
    """Return a party's steps; its approval comes after its signature where a suspensive clause says so."""
    signature = _signature_step(case, party.id)
    approval = [_approval_step(case, party, taken) for taken in party_approvals(case, party)]
    return (signature, *approval) if approves_later(case, party) else (*approval, signature)


def _signature_step(case: Case, identifier: str) -> Step:
    """Return the signature of a party or a body: planned, never done before the act that all signed was transmitted.

    Once its day is past it has lapsed, since nothing proves it; it is late when what must precede it was not done.
    """
    day = case.signature_day(identifier)
    sent = next((step.day for step in following_steps(case) if step.kind is Following.TRANSMISSION), None)
    if sent is not None and day is not None and day <= sent:
        return Step("Signature", day)
    is_ready = is_ready_to_sign(case, identifier)
    return Step("Signature", planned=day, due=None if is_ready else case.action.calendar.start)


def _approval_step(case: Case, party: Party, prior: PriorStep) -> Step:
    taken = prior.approval
    if taken is None or (taken.step is ProcedureStep.VOTE and taken.day is None):
        return _missing_vote(case, party, prior.reference or "")
    return Step(_APPROVAL[taken.step], _proved_day(prior), due=prior.due, reference=prior.reference or "")


def _decision_step(prior: PriorStep) -> Step:
    return Step("Décision autorisant la signature", _proved_day(prior), due=prior.due, reference=prior.reference or "")


def _proved_day(prior: PriorStep) -> date | None:
    """Return the day on which a step was done, if its reference proves it."""
    return prior.day if prior.is_proved else None


def _missing_vote(case: Case, party: Party, number: str) -> Step:
    """Return a vote to come, with the sessions of the assembly at which it may be taken."""
    return Step(
        _APPROVAL[ProcedureStep.VOTE],
        due=latest_day(case, party, ProcedureStep.VOTE),
        reference=number,
        sittings=_sittings(case, party),
        is_bound=not approves_later(case, party),
    )


def _sittings(case: Case, party: Party) -> tuple[Sitting, ...]:
    """Return the sessions of a party's assembly whose day is known, in order."""
    sessions = case.programme.sessions if case.programme else ()
    dated = (Sitting(entry.day, entry.deadline) for entry in sessions if entry.party == party.id and entry.day)
    return tuple(sorted(dated, key=lambda sitting: sitting.day))


def _common_steps(case: Case) -> tuple[Step, ...]:
    """Return what follows the signature: the transmission by which the act enters into force, the rest by date."""
    steps = list(following_steps(case))
    first = [_following_step(step) for step in steps if step.kind is Following.TRANSMISSION]
    others = [_following_step(step) for step in steps if step.kind is not Following.TRANSMISSION]
    return (*first, *sorted(others, key=lambda step: step.day or step.planned or date.max))


def _following_step(step: FollowingStep) -> Step:
    label = f"Mission {step.mission.id} : départ" if step.mission else _FOLLOWING[step.kind]
    return Step(label, step.day, planned=step.planned, due=step.due, reference=step.receipt or "")
