"""The law of each party: what is not known of it cannot be checked, nor written."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.records import Case, Source
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule


@rule(
    "CO022",
    cites=Practice("Ce qu’on ne connaît pas du droit d’une partie, on ne peut le vérifier."),
    draft=WARNING,
    final=WARNING,
)
def law_of_each_party_is_known(case: Case) -> Iterator[Problem]:
    """Le programme connaît ce que le droit de chaque partie demande avant sa signature.

    Refusé : la partie est d’un pays, ou d’une nature, sans procédure dans les références.
    Admis : une procédure existe pour son pays et sa nature.
    """
    for rank, party in enumerate(case.framework.parties):
        if case.procedure(party) is None:
            yield Problem(
                ("parties", rank, "pays"),
                f"Aucune procédure connue pour {the_party(party)} ({party.country.name}, nature « {party.kind} ») : "
                "les étapes qui précèdent sa signature ne sont pas vérifiées.",
                "Ajoutez la procédure de ce pays et de cette nature dans inputs/references/procedures.yaml.",
                Source.FRAMEWORK,
            )


@rule(
    "CO024",
    cites=Practice("Sans le droit d’aucune partie, ni les étapes ni l’entrée en vigueur ne peuvent s’écrire."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def law_of_one_party_is_known(case: Case) -> Iterator[Problem]:
    """Le programme connaît le droit d’une partie au moins : sans lui, l’entrée en vigueur serait fausse.

    Refusé : aucune partie n’a de procédure dans les références.
    Admis : une partie au moins en a une.
    """
    if not any(case.procedure(party) for party in case.framework.parties):
        yield Problem(
            ("parties",),
            "Aucune procédure n’est connue, pour aucune partie : l’acte dirait une entrée en vigueur peut-être fausse.",
            "Remettez les fichiers de inputs/references, ou ajoutez-y la procédure des parties.",
            Source.FRAMEWORK,
        )


RULES = (
    law_of_each_party_is_known,
    law_of_one_party_is_known,
)
