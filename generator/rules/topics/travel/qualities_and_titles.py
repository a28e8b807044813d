"""In what capacity somebody travels, and what his or her title says: an elected one's is no officer's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.orders_issued import answering_body
from generator.case.party_law import asks_for
from generator.case.records import Case
from generator.french import plain_words
from generator.model import Law
from generator.model.missions import Mission
from generator.model.persons import Traveller, TravellerRole
from generator.model.references import ProcedureStep
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import person_name
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE_AND_SIGNATURE, ERROR, WARNING, rule
from generator.rules.topics.places_in_the_case import travellers

_OWN_ACT = Practice("L’élu se déplace sur mandat spécial, l’agent sur ordre de mission : la qualité suit la fonction.")


@rule("OM047", cites=_OWN_ACT, draft=WARNING, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def officer_has_no_elected_title(case: Case) -> Iterator[Problem]:
    """Qui porte le titre d’un élu n’est pas un agent ; la liste de ces titres est dans les références.

    Refusé : un agent dont le titre est « Adjointe au maire », « Vice-président », « Conseiller municipal ».
    Admis : le même titre, avec la qualité « elu » ; un agent « adjoint administratif ».
    """
    for path, mission, traveller in travellers(case):
        wrong = traveller.role is TravellerRole.OFFICER and _is_elected_title(case.law, traveller.title)
        if wrong and _answers_to_an_assembly(case, mission, traveller):
            yield Problem(
                (*path, "qualite"),
                f"{person_name(traveller)} figure comme agent, et son titre, « {traveller.title} », est celui d’un élu "
                f": un mandat spécial serait requis pour la mission {mission.id}, un ordre de mission ne suffit pas.",
                "Écrivez « elu » sous « qualite » et remplissez « mandat_special », ou corrigez « titre ».",
            )


@rule("OM048", cites=_OWN_ACT, draft=WARNING, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def elected_traveller_has_no_officer_s_title(case: Case) -> Iterator[Problem]:
    """Qui porte le titre d’un agent n’est pas un élu ; la liste de ces titres est dans les références.

    Refusé : un élu dont le titre est « Directrice de la culture ».
    Admis : le même titre, avec la qualité « agent » ; « Directrice d’école, conseillère municipale ».
    """
    for path, mission, traveller in travellers(case):
        wrong = traveller.role is TravellerRole.ELECTED and is_officer_title(case.law, traveller.title)
        if wrong and _answers_to_an_assembly(case, mission, traveller):
            yield Problem(
                (*path, "qualite"),
                f"{person_name(traveller)} figure comme élu, et son titre, « {traveller.title} », est celui d’un agent "
                f": un ordre de mission serait requis pour la mission {mission.id}.",
                "Écrivez « agent » sous « qualite » et remplissez « employeur », ou donnez sous « titre » le mandat de "
                "l’élu.",
            )


def _answers_to_an_assembly(case: Case, mission: Mission, traveller: Traveller) -> bool:
    """Whether whoever answers for a traveller has elected members; a body that is no party may have."""
    party = case.framework.party(answering_body(mission, traveller))
    return party is None or asks_for(case, party, ProcedureStep.VOTE)


def _is_elected_title(law: Law, title: str | None) -> bool:
    words = plain_words(title or "")
    ranked = words[:1] in law.words("rangs")
    if ranked and law.begins(words[1:], "titres_electifs_apres_un_rang"):
        return True
    return law.begins(words, "titres_electifs")


def is_officer_title(law: Law, title: str | None) -> bool:
    """Whether a title begins as an officer's does, and nowhere goes on as an elected one's: some hold both."""
    words = plain_words(title or "")
    if not law.begins(words, "titres_d_agents"):
        return False
    return not any(law.begins(words[rank:], "titres_electifs") for rank in range(len(words)))


RULES = (
    officer_has_no_elected_title,
    elected_traveller_has_no_officer_s_title,
)
