"""Whoever signs has decided before: associated bodies, and parties whose law, known or not, asks for no vote."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.body_decisions import decision_day
from generator.case.party_law import approves_later, asks_for
from generator.case.records import Case
from generator.findings import Path, dotted
from generator.french import long_date
from generator.model.action import AssociatedBody
from generator.model.references import ProcedureStep
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import of_party, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import signature_path, vote_path, votes


@rule(
    "CO016",
    cites=Practice("Nul ne signe avant que son organe l’ait décidé : la décision ne se prend pas après coup."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def signing_body_decided_before_it_signs(case: Case) -> Iterator[Problem]:
    """L’organisme associé signe après sa propre décision, ou le jour même.

    Refusé : le conseil d’administration décide le lendemain de la signature.
    Admis : il décide le jour de la signature.
    """
    for path, body in _signing_bodies(case):
        decided, day = decision_day(body), case.signature_day(body.id)
        if decided and day and day < decided:
            yield Problem(
                signature_path(case, body),
                f"Signature {of_party(body)} prévue le {long_date(day)}, avant sa propre décision "
                f"({long_date(decided)} : « {dotted(path)} »).",
                "Reportez la signature, ou corrigez la date de la décision sous « decision_date ».",
            )


@rule(
    "CO017",
    cites=Practice("La décision d’un organisme se cite avec sa date : sans elle, rien ne dit qu’il a décidé avant."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
)
def decision_of_a_signing_body_is_dated(case: Case) -> Iterator[Problem]:
    """La décision par laquelle un organisme associé autorise sa signature est datée.

    Refusé : « la décision de son conseil d’administration », sans date, et « decision_date » est vide.
    Admis : la date est dans « decision » (« du 12 février 2018 », « du 12/02/2018 »), ou sous « decision_date ».
    """
    for path, body in _signing_bodies(case):
        if body.own_decision and decision_day(body) is None:
            yield Problem(
                path,
                f"La décision {of_party(body)} (« {body.own_decision} ») n’est pas datée : rien ne dit qu’elle précède "
                "la signature.",
                "Écrivez la date dans « decision », ou sous « decision_date ».",
            )


@rule(
    "CO018",
    cites=Practice("Nul ne signe avant que son organe l’ait décidé : la décision ne se prend pas après coup."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def party_without_a_known_vote_decided_before_it_signs(case: Case) -> Iterator[Problem]:
    """La partie dont le droit n’est pas connu, ou ne demande pas de vote, signe après sa décision, ou le jour même.

    Refusé : une association, un hôpital, décide le lendemain de sa signature.
    Admis : il décide le jour de sa signature ; ou l’approbation doit suivre, sous clause suspensive.
    """
    for party, _, vote in votes(case):
        day = case.signature_day(party.id)
        if asks_for(case, party, ProcedureStep.VOTE) or approves_later(case, party):
            continue
        if vote.day and day and day < vote.day:
            yield Problem(
                signature_path(case, party),
                f"Signature {of_party(party)} prévue le {long_date(day)}, avant sa décision ({long_date(vote.day)}).",
                "Reportez la signature, ou corrigez la date de la décision.",
            )


@rule(
    "CO019",
    cites=Practice("Un organisme ne s’engage que par un acte de ses propres organes."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
)
def party_without_a_known_vote_decided_to_sign(case: Case) -> Iterator[Problem]:
    """La partie dont le droit n’est pas connu, ou ne demande pas de vote, a sa décision datée.

    Refusé : une association est partie, et « deliberations » ne dit rien d’elle.
    Admis : la décision de son bureau est datée ; ou son approbation doit suivre, sous clause suspensive.
    """
    dated = {party.id for party, _, vote in votes(case) if vote.day}
    for party in case.parties:
        asked = asks_for(case, party, ProcedureStep.VOTE) or approves_later(case, party)
        if party.id not in dated and not asked:
            yield Problem(
                vote_path(case, party, "date"),
                f"Aucune décision datée n’autorise la signature par {the_party(party)}.",
                "Ajoutez-la sous « deliberations » : partie, nature (décision), organe, date, numéro s’il existe.",
            )


def _signing_bodies(case: Case) -> Iterator[tuple[Path, AssociatedBody]]:
    """Yield each associated body that signs, with where its decision stands."""
    for rank, body in enumerate(case.action.associated_bodies):
        if body.is_signatory:
            yield ("organismes_associes", rank, "decision"), body


RULES = (
    signing_body_decided_before_it_signs,
    decision_of_a_signing_body_is_dated,
    party_without_a_known_vote_decided_before_it_signs,
    party_without_a_known_vote_decided_to_sign,
)
