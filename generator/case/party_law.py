"""What the law of each party's country asks of it: steps before its signature, checks of its vote, transmission.

Nothing here knows a country: each answer is read in the ``PartyProcedure`` in force on the act's day. A party whose law
is not known is asked for nothing; a rule tells that its law is missing.
"""

from __future__ import annotations

from datetime import date

from generator.case.records import Case
from generator.convention import Party
from generator.model.references import ProcedureStep, VoteCheck


def asks_for(case: Case, party: Party, step: ProcedureStep) -> bool:
    """Whether a party's law asks for a step before its signature."""
    procedure = case.procedure(party)
    return procedure is not None and step in procedure.steps


def vote_text(case: Case, party: Party, check: VoteCheck, day: date | None = None) -> str | None:
    """Return the key of the text on which a check of a party's vote stands, on a day; None when nothing is asked.

    Below the population that the text itself sets, the text for small authorities prevails, and no note is asked.
    """
    procedure = case.procedure(party)
    if procedure is None or check not in procedure.vote_checks:
        return None
    texts = procedure.vote_texts
    if texts.small_notice and _is_small(case, party, texts.notice, day):
        return {VoteCheck.NOTICE: texts.small_notice, VoteCheck.SUMMARY_NOTE: None}.get(check, texts.of(check))
    return texts.of(check)


def decides_by_delegation(case: Case, party: Party, body: str | None) -> bool:
    """Whether a body that decided for a party is one to which its assembly may delegate: bureau, president…"""
    procedure = case.procedure(party)
    named = (body or "").casefold()
    return procedure is not None and any(delegate.casefold() in named for delegate in procedure.delegates)


def _is_small(case: Case, party: Party, text: str | None, day: date | None) -> bool:
    threshold = case.figure(text, "seuil_convocation", day) if text else None
    return threshold is not None and party.population is not None and party.population < threshold.value


def transmits_the_act(case: Case, party: Party | None) -> bool:
    """Whether a party's law makes the agreement enter into force on its transmission (CGCT L. 1115-1)."""
    procedure = case.procedure(party) if party else None
    return procedure is not None and procedure.enters_into_force_on_transmission


def transmitting_parties(case: Case) -> tuple[Party, ...]:
    """Return the parties on whose transmission the agreement enters into force, in the framework's order."""
    return tuple(party for party in case.parties if transmits_the_act(case, party))


def approves_later(case: Case, party: Party) -> bool:
    """Whether a party's approval is to follow its signature, under a suspensive clause that its law allows.

    A party whose deliberation is transmitted cannot: what it signs before is unlawful, not merely without effect
    (CE 10 juin 1996 n° 176873).
    """
    return party.id in case.action.signature.later_approvals and not asks_for(case, party, ProcedureStep.TRANSMISSION)
