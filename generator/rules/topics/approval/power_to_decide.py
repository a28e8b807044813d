"""Who decided for a party, by which power, and what its own law puts before: approval asked, delay to let pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.case.party_law import approves_later, decides_by_delegation, transmitting_parties
from generator.case.records import Case
from generator.convention import Party, last_day_of_months
from generator.french import decimal_number, long_date
from generator.model.references import ProcedureStep
from generator.rules.engine.citations import PartyLaw, Practice
from generator.rules.engine.naming import of_party, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import vote_path, votes


@rule("CG062", cites=PartyLaw(ProcedureStep.VOTE), draft=WARNING, final=ERROR, bars=SIGNATURE)
def decision_of_a_delegate_cites_its_delegation(case: Case) -> Iterator[Problem]:
    """L’organe qui décide à la place de l’assemblée en a reçu délégation, et elle est citée, là où le droit l’admet.

    Refusé : la commission permanente d’un département décide, et « delegation » est vide ; le maire décide seul.
    Admis : la délibération qui lui délègue ce pouvoir est citée sous « delegation » ; ou l’assemblée décide.
    """
    for party, path, vote in votes(case):
        if decides_by_delegation(case, party, vote.body) and not vote.delegation:
            yield Problem(
                (*path, "delegation"),
                f"Décision {of_party(party)} par « {vote.body} » : la délibération qui lui en délègue le pouvoir n’est "
                "pas citée.",
                "Citez-la sous « delegation » (numéro et date), ou faites décider l’assemblée.",
                party=party.id,
            )
        elif _has_no_power(case, party, vote.body):
            yield Problem(
                (*path, "organe"),
                f"Décision {of_party(party)} par « {vote.body} » : son droit ne lui permet pas d’approuver une "
                "convention à la place de l’assemblée.",
                "Citez la délibération de l’assemblée.",
                party=party.id,
            )


def _has_no_power(case: Case, party: Party, body: str | None) -> bool:
    procedure = case.procedure(party)
    listed = procedure.powerless if procedure else ()
    return any(re.match(rf"(?:l[ea] )?{re.escape(each)}\b", body or "", re.IGNORECASE) for each in listed)


@rule(
    "CO054",
    cites=Practice(
        "Le droit d’une partie étrangère peut vouloir une approbation : on la cite, ou l’on dit qu’il n’en faut pas."
    ),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
)
def approval_of_a_foreign_party_is_settled(case: Case) -> Iterator[Problem]:
    """L’approbation d’une partie étrangère dont le droit n’est pas connu est datée, ou dite non requise.

    Refusé : le droit du pays n’est pas dans les références, et rien n’est dit du visa.
    Admis : « visa.date » est remplie ; « visa.requis » vaut non ; ou l’approbation doit suivre la signature.
    """
    home = {party.country.code for party in transmitting_parties(case)}
    settled = {
        party.id
        for party, _, vote in votes(case)
        if vote.visa and (vote.visa.day is not None or vote.visa.required is False)
    }
    # Where no law at all is known, CO024 says it: nothing tells which party is foreign.
    for party in case.parties if home else ():
        is_known = party.country.code in home or case.procedure(party) is not None
        if not is_known and party.id not in settled and not approves_later(case, party):
            yield Problem(
                vote_path(case, party, "visa"),
                f"Approbation par l’autorité dont relève {the_party(party)} ({party.country.name}) : ni date, ni "
                "« non requise ».",
                "Demandez-le à cette partie : remplissez « visa.autorite » et « visa.date », ou écrivez « non » sous "
                "« visa.requis ».",
            )


@rule("CG063", cites=PartyLaw(ProcedureStep.VOTE), draft=ERROR, final=ERROR, bars=SIGNATURE)
def prior_delay_has_passed(case: Case) -> Iterator[Problem]:
    """Le délai qui court de l’envoi du texte à l’autorité s’est écoulé avant l’étape qui l’attend.

    Refusé : le texte est envoyé un jour trop tard, ou la date de l’envoi manque.
    Admis : le délai finit la veille de l’étape ; ou le droit de la partie n’en fixe pas.
    """
    for party, path, vote in votes(case):
        procedure = case.procedure(party)
        delay = procedure.prior_delay if procedure else None
        months = case.figure(delay.statute, "delai_prealable", vote.day) if delay else None
        awaited = vote.day if delay and delay.before is ProcedureStep.VOTE else case.signature_day(party.id)
        if months is None or awaited is None:
            continue
        if vote.submitted is None or awaited <= last_day_of_months(vote.submitted, int(months.value)):
            sent = f"envoyé le {long_date(vote.submitted)}" if vote.submitted else "dont la date d’envoi manque"
            yield Problem(
                (*path, "texte_soumis"),
                f"Délai de {_months(months.value)} non écoulé le {long_date(awaited)} pour le texte {of_party(party)}, "
                f"{sent}.",
                "Remplissez « texte_soumis », ou attendez la fin du délai.",
                party=party.id,
            )


def _months(count: Decimal) -> str:
    return f"{decimal_number(count)} mois"


RULES = (
    decision_of_a_delegate_cites_its_delegation,
    approval_of_a_foreign_party_is_settled,
    prior_delay_has_passed,
)
