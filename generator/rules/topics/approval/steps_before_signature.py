"""The order of a party’s approval and its signature: what its own law puts before, and how long before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.party_law import approves_later, asks_for
from generator.case.party_steps import step_of
from generator.case.records import Case
from generator.convention import Party
from generator.french import long_date
from generator.model.references import ProcedureStep
from generator.rules.engine.citations import PartyLaw, Statute
from generator.rules.engine.naming import of_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import signature_path, vote_path, votes


@rule("CG012", cites=Statute("CE 10 juin 1996 n° 176873"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def signature_follows_the_transmission(case: Case) -> Iterator[Problem]:
    """La partie signe après la transmission de sa délibération au contrôle de légalité.

    Refusé : la signature est prévue la veille de la transmission.
    Admis : la signature est prévue le lendemain de la transmission.
    """
    for party, sent, day in _followed_by_its_step(case, ProcedureStep.TRANSMISSION):
        yield Problem(
            signature_path(case, party),
            f"Signature {of_party(party)} prévue le {long_date(day)}, avant la transmission de la délibération "
            f"({long_date(sent)}) : la convention serait illégale.",
            "Reportez la signature au lendemain de la transmission au moins.",
            party=party.id,
        )


@rule("CG017", cites=Statute("TA Montpellier 7 novembre 2002 n° 01-4224"), draft=WARNING, final=WARNING)
def signature_waits_for_the_day_after_transmission(case: Case) -> Iterator[Problem]:
    """La partie ne signe pas le jour même de la transmission de sa délibération.

    Refusé : la signature est prévue le jour de la transmission.
    Admis : la signature est prévue le lendemain.
    """
    for party, sent, day in _signature_and_step(case, ProcedureStep.TRANSMISSION):
        # Signed and transmitted on one day: nothing tells which came first.
        if sent == day:
            yield Problem(
                signature_path(case, party),
                f"Signature {of_party(party)} le jour même de la transmission de la délibération ({long_date(day)}) : "
                "prévoyez au moins le lendemain.",
                "Reportez la signature d’un jour.",
                party=party.id,
            )


@rule("CG014", cites=PartyLaw(ProcedureStep.VOTE), draft=ERROR, final=ERROR, bars=SIGNATURE)
def signature_follows_the_vote(case: Case) -> Iterator[Problem]:
    """La partie signe après le vote de son assemblée, sauf clause suspensive.

    Refusé : la délibération est du lendemain de la signature.
    Admis : elle est antérieure, ou l’approbation postérieure est prévue sous clause suspensive.
    """
    for party, voted, day in _followed_by_its_step(case, ProcedureStep.VOTE):
        if not approves_later(case, party):
            yield Problem(
                vote_path(case, party, "date"),
                f"La délibération {of_party(party)} du {long_date(voted)} est postérieure à sa signature "
                f"({long_date(day)}).",
                "Reportez la signature, ou inscrivez la partie sous « signature.approbations_posterieures » (clause "
                "suspensive).",
                party=party.id,
            )


@rule("CG025", cites=PartyLaw(ProcedureStep.PUBLICATION), draft=ERROR, final=ERROR, bars=SIGNATURE)
def signature_follows_the_publication(case: Case) -> Iterator[Problem]:
    """La partie signe après la publication de sa délibération, ou le jour même : avant, rien n’est exécutoire.

    Refusé : la publication est du lendemain de la signature.
    Admis : la publication est du jour de la signature.
    """
    for party, published, day in _followed_by_its_step(case, ProcedureStep.PUBLICATION):
        yield Problem(
            signature_path(case, party),
            f"Signature {of_party(party)} prévue le {long_date(day)}, avant la publication de la délibération "
            f"({long_date(published)}) : la délibération n’est pas encore exécutoire.",
            "Reportez la signature, ou publiez la délibération plus tôt.",
            party=party.id,
        )


@rule("CG018", cites=PartyLaw(ProcedureStep.VISA), draft=ERROR, final=ERROR, bars=SIGNATURE)
def signature_follows_the_visa(case: Case) -> Iterator[Problem]:
    """La partie signe après le visa de sa délibération, ou le jour du visa, sauf clause suspensive.

    Refusé : le visa est du lendemain de la signature.
    Admis : le visa est du jour de la signature.
    """
    for party, seen, day in _followed_by_its_step(case, ProcedureStep.VISA):
        if not approves_later(case, party):
            yield Problem(
                signature_path(case, party),
                f"Signature {of_party(party)} prévue le {long_date(day)}, avant le visa de la délibération "
                f"({long_date(seen)}).",
                "Reportez la signature, ou inscrivez la partie sous « signature.approbations_posterieures » (clause "
                "suspensive).",
                party=party.id,
            )


@rule("CG019", cites=Statute("CE 10 juin 1996 n° 176873"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def no_suspensive_clause_replaces_a_transmission(case: Case) -> Iterator[Problem]:
    """La partie qui transmet ses délibérations ne peut pas délibérer après sa signature, même sous clause suspensive.

    Refusé : une commune française figure sous « approbations_posterieures ».
    Admis : une partie dont le droit ne demande pas de transmission y figure.
    """
    for rank, identifier in enumerate(case.action.signature.later_approvals):
        party = case.framework.party(identifier)
        if party is not None and asks_for(case, party, ProcedureStep.TRANSMISSION):
            yield Problem(
                ("signature", "approbations_posterieures", rank),
                f"L’approbation {of_party(party)} ne peut suivre sa signature : sa délibération doit être transmise "
                "avant.",
                "Retirez la partie de « signature.approbations_posterieures », et faites-la délibérer avant de signer.",
                party=party.id,
            )


def _followed_by_its_step(case: Case, step: ProcedureStep) -> Iterator[tuple[Party, date, date]]:
    """Yield each party that would sign before a step that its law wants first: the step's day, the signature's."""
    return ((party, done, day) for party, done, day in _signature_and_step(case, step) if day < done)


def _signature_and_step(case: Case, step: ProcedureStep) -> Iterator[tuple[Party, date, date]]:
    """Yield each party whose law asks for a step, with the step's day and the signature's, where both are known."""
    for party, _, vote in votes(case):
        done, day = step_of(vote, step).day, case.signature_day(party.id)
        if done is not None and day is not None and asks_for(case, party, step):
            yield party, done, day


RULES = (
    signature_follows_the_transmission,
    signature_waits_for_the_day_after_transmission,
    signature_follows_the_vote,
    signature_follows_the_publication,
    signature_follows_the_visa,
    no_suspensive_clause_replaces_a_transmission,
)
