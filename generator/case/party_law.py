"""What the law of each party's country asks of it: steps before its signature, checks of its vote, transmission.

Nothing here knows a country: each answer is read in the ``PartyProcedure`` in force on the act's day. A party whose law
is not known is asked for nothing; a rule tells that its law is missing.
"""

from __future__ import annotations

from generator.case.records import Case
from generator.convention import Party
from generator.model.references import ProcedureStep, VoteCheck


def asks_for(case: Case, party: Party, step: ProcedureStep) -> bool:
    """Whether a party's law asks for a step before its signature."""
    procedure = case.procedure(party)
    return procedure is not None and step in procedure.steps


def checks_vote(case: Case, party: Party, check: VoteCheck) -> bool:
    """Whether a party's law makes a vote irregular for want of something."""
    procedure = case.procedure(party)
    return procedure is not None and check in procedure.vote_checks


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
