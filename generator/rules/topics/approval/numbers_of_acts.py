"""The numbers by which a final act cites what approved it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.party_law import approves_later
from generator.case.party_steps import step_of
from generator.case.records import Case
from generator.convention import Party
from generator.findings import Path
from generator.french import long_date
from generator.model.references import ProcedureStep
from generator.rules.engine.citations import PartyLaw
from generator.rules.engine.naming import of_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import votes


@rule("CG060", cites=PartyLaw(ProcedureStep.VOTE), draft=WARNING, final=ERROR, bars=SIGNATURE)
def deliberation_has_its_number(case: Case) -> Iterator[Problem]:
    """L’acte définitif cite la délibération par son numéro, là où le droit de la partie lui en donne un.

    Refusé : la délibération est datée, et « numero » est vide.
    Admis : le numéro est rempli ; ou l’approbation doit suivre la signature, sous clause suspensive.
    """
    for party, path, day in _unnumbered(case, ProcedureStep.VOTE):
        yield Problem(
            (*path, "numero"),
            f"La délibération {of_party(party)} du {long_date(day)} n’a pas de numéro.",
            "Remplissez « numero », tel que le registre des délibérations le donne.",
            party=party.id,
        )


@rule("CG061", cites=PartyLaw(ProcedureStep.VISA), draft=WARNING, final=ERROR, bars=SIGNATURE)
def visa_has_its_number(case: Case) -> Iterator[Problem]:
    """L’acte définitif cite le visa par son numéro, là où le droit de la partie lui en donne un.

    Refusé : le visa est daté, et son « numero » est vide.
    Admis : le numéro est rempli ; ou la partie a un droit qui ne numérote pas le visa.
    """
    for party, path, day in _unnumbered(case, ProcedureStep.VISA):
        yield Problem(
            (*path, "visa", "numero"),
            f"Le visa de la délibération {of_party(party)}, du {long_date(day)}, n’a pas de numéro.",
            "Remplissez « visa.numero », tel que l’autorité le porte sur la délibération.",
            party=party.id,
        )


def _unnumbered(case: Case, step: ProcedureStep) -> Iterator[tuple[Party, Path, date]]:
    """Yield each party whose law numbers a step that was taken without: its deliberation's path, the step's day."""
    for party, path, vote in votes(case):
        procedure, taken = case.procedure(party), step_of(vote, step)
        if procedure is None or step not in procedure.numbered or approves_later(case, party):
            continue
        if taken.day and not taken.reference:
            yield party, path, taken.day


RULES = (
    deliberation_has_its_number,
    visa_has_its_number,
)
