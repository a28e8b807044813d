"""The originals: how many, and who receives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.party_law import transmits_the_act
from generator.case.records import Case
from generator.french import cardinal, is_plural
from generator.rules.engine.citations import Clause, Statute
from generator.rules.engine.naming import the_body
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule

_PREFECT = re.compile(r"\b(sous-)?préf(et|ecture)|contrôle de légalité", re.IGNORECASE)
"""How people name the authority to which acts are transmitted, always in copy (CGCT L. 2131-2)."""


@rule("CC060", cites=Clause("exemplaires"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def originals_are_as_many_as_the_framework_says(case: Case) -> Iterator[Problem]:
    """Le nombre de destinataires est le nombre d’originaux de la convention-cadre.

    Refusé : un destinataire de moins, ou un de plus.
    Admis : autant de destinataires que d’originaux.
    """
    due, listed = case.framework.originals, len(case.action.originals)
    if due is not None and listed != due:
        yield Problem(
            ("exemplaires",),
            f"Le dossier doit compter {cardinal(due)} {_copies(due)} ; destinataires indiqués : {cardinal(listed)}.",
            "Donnez sous « exemplaires » un destinataire à chaque original.",
        )


@rule("CV001", cites=Statute("Code civil 1375"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def every_signing_body_receives_an_original(case: Case) -> Iterator[Problem]:
    """Chaque partie, et chaque organisme signataire, reçoit un original ; un seul suffit aux parties d’un même côté.

    Refusé : tous les originaux vont à la même partie.
    Admis : chacun en reçoit un ; ou une partie n’en reçoit pas, et une autre du même « cote » en reçoit un.
    """
    # CC060 already says that no original is listed: one fault, one finding.
    if not case.action.originals and case.framework.originals:
        return
    # Code civil 1375: an original for each party with a distinct interest; the parties of one side share theirs.
    interests = {party.id: party.interest for party in case.parties}
    interests |= {body.id: body.id for body in case.action.signing_bodies}
    served = {interests.get(original.party) for original in case.action.originals}
    for body, interest in interests.items():
        if interest not in served:
            yield Problem(
                ("exemplaires",),
                f"Aucun original ne revient à {the_body(case, body)} : chaque partie doit en recevoir au moins un.",
                f"Ajoutez ou corrigez un destinataire sous « exemplaires », pour « {body} » ; s’il n’y a pas "
                "assez d’originaux pour tous, faites décider une dérogation à leur nombre.",
            )


@rule("CV004", cites=Statute("CGCT L. 2131-2"), draft=WARNING, final=ERROR, bars=SIGNATURE)
def no_original_goes_to_the_prefect(case: Case) -> Iterator[Problem]:
    """Le préfet ne reçoit pas d’original : l’acte signé lui est transmis en copie, par voie électronique ou sur papier.

    Refusé : l’un des originaux d’une commune française est destiné à la préfecture.
    Admis : les originaux vont aux services des parties.
    """
    for rank, original in enumerate(case.action.originals):
        party = case.framework.party(original.party)
        if (party is None or transmits_the_act(case, party)) and _PREFECT.search(original.recipient or ""):
            yield Problem(
                ("exemplaires", rank, "destinataire"),
                f"L’exemplaire n° {rank + 1} est destiné à « {original.recipient} » : l’acte se transmet en copie, "
                "jamais par un original.",
                "Donnez cet original à un service de la partie ; la transmission s’inscrit sous « transmission ».",
            )


def _copies(count: int) -> str:
    return "exemplaires" if is_plural(count) else "exemplaire"


RULES = (
    originals_are_as_many_as_the_framework_says,
    every_signing_body_receives_an_original,
    no_original_goes_to_the_prefect,
)
