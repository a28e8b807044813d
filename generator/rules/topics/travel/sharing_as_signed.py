"""Who bears a cost, as typed of a framework, against the signed words of the clause."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.records import Case, Source
from generator.convention import CostRule
from generator.french import plain_words
from generator.model.missions import CostCategory
from generator.rules.engine.citations import Clause
from generator.rules.engine.naming import on_one_line
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, rule

_WORDS = {CostRule.TRAVELLING_PARTY: "mots_du_deplacement", CostRule.HOST_PARTY: "mots_de_l_accueil"}
"""Who bears a cost → the list, in the references, of the words by which a text designates that side."""


@rule("OM057", cites=Clause("transport_international"), draft=ERROR, final=ERROR, bars=EVERY_ACT)
def transport_is_laid_on_whom_the_text_says(case: Case) -> Iterator[Problem]:
    """Le payeur du transport, tel que la convention-cadre est saisie, est celui que désigne sa clause.

    Refusé : « partie_accueillante », et la clause dit « qui se déplace paie le transport ».
    Admis : « partie_en_deplacement » ; ou la clause nomme les deux côtés, ou aucun.
    """
    yield from _contrary_to_the_text(case, CostCategory.INTERNATIONAL_TRANSPORT)


@rule("OM058", cites=Clause("sejour"), draft=ERROR, final=ERROR, bars=EVERY_ACT)
def stay_is_laid_on_whom_the_text_says(case: Case) -> Iterator[Problem]:
    """Le payeur du séjour, tel que la convention-cadre est saisie, est celui que désigne sa clause.

    Refusé : « partie_en_deplacement », et la clause dit « qui accueille paie le séjour ».
    Admis : « partie_accueillante » ; ou la clause nomme les deux côtés, ou aucun.
    """
    yield from _contrary_to_the_text(case, CostCategory.STAY)


def _contrary_to_the_text(case: Case, category: CostCategory) -> Iterator[Problem]:
    """Find a payer that is typed while the clause designates the other side, and that side alone."""
    typed = case.framework.costs.rule_of(category)
    words = on_one_line(case.quote(category.value) or "")
    named = {side for side in _WORDS if _names(case, words, side)}
    if typed in _WORDS and len(named) == 1 and typed not in named:
        yield Problem(
            ("frais", category.value),
            f"Prise en charge indiquée : « {typed.value if typed else ''} » ; texte signé : « {words} »",
            "Reprenez ce que dit le texte signé, ou corrigez le lieu de la clause.",
            Source.FRAMEWORK,
        )


def _names(case: Case, words: str, side: CostRule) -> bool:
    said = f" {' '.join(plain_words(words))} "
    return any(f" {' '.join(entry)} " in said for entry in case.law.words(_WORDS[side]))


RULES = (
    transport_is_laid_on_whom_the_text_says,
    stay_is_laid_on_whom_the_text_says,
)
