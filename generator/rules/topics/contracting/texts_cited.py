"""The texts cited for a party govern bodies of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.case.records import Case
from generator.french import enumerate_or, kept_by_text
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule


@rule(
    "CG064",
    cites=Practice("La compétence d’une partie se fonde sur les textes qui régissent les collectivités de sa nature."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def competence_rests_on_a_text_of_its_kind(case: Case) -> Iterator[Problem]:
    """Le texte cité pour la compétence d’une partie régit les collectivités de sa nature et de son pays.

    Refusé : un département se fonde sur un article du code qui régit les communes.
    Admis : un article qui régit les départements, ou toutes les collectivités ; un article d’un autre code.
    """
    for rank, competence in enumerate(case.action.competences):
        party = case.framework.party(competence.party)
        procedure = case.procedure(party) if party else None
        if party is None or procedure is None or not procedure.owned.starts:
            continue
        others = (other.owned for other in case.law.procedures)
        named = ((owned, _cited(owned.starts, owned.code, competence.basis or "")) for owned in others)
        cited = next((found for owned, found in named if found and owned != procedure.owned), None)
        if cited:
            expected = enumerate_or([f"« {start}… »" for start in procedure.owned.starts])
            yield Problem(
                ("competences", rank, "fondement"),
                f"« {cited} » ne régit pas {the_party(party)} (nature « {party.kind} », {party.country.name}).",
                f"Citez un texte qui régit les collectivités de cette nature : {expected}.",
                party=party.id,
            )


@kept_by_text
def _cited(starts: tuple[str, ...], codes: tuple[str, ...], text: str) -> str | None:
    """Return the first reference of a text that begins as one of these, where the text names their code."""
    folded = " ".join(text.split()).casefold()
    if codes and not any(name.casefold() in folded for name in codes):
        return None
    found = (_reference(start).search(text) for start in starts)
    return next((match[0] for match in found if match), None)


@cache
def _reference(start: str) -> re.Pattern[str]:
    """Match a reference that begins so, however its spaces are typed."""
    return re.compile(r"(?<![\w-])" + r"\s*".join(map(re.escape, start.split())) + r"\d*(?:-\d+)*", re.IGNORECASE)


RULES = (competence_rests_on_a_text_of_its_kind,)
