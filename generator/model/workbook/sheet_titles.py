"""The names of the sheets, in the order in which they stand: what every action needs first, what few need last."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PROGRAMME: Final = "Programme"
ACTIONS: Final = "Actions"

OF_THE_PROGRAMME: Mapping[str, str] = MappingProxyType(
    {
        "": PROGRAMME,
        "credits": "Programme crédits",
        "seances": "Programme séances",
        "total": "Programme total",
    }
)
"""Dotted path of a list of the programme → its sheet; the empty path is the programme itself."""

OF_THE_ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        "": ACTIONS,
        "activites": "Activités",
        "competences": "Compétences",
        "engagements": "Engagements",
        "budget.depenses": "Budget dépenses",
        "budget.ressources": "Budget ressources",
        "versements": "Versements",
        "missions": "Missions",
        "missions.trajets": "Missions trajets",
        "missions.voyageurs": "Missions voyageurs",
        "missions.autres_frais": "Missions autres frais",
        "missions.escales": "Missions escales",
        "missions.programme_accueil": "Missions accueil",
        "indicateurs": "Indicateurs",
        "signataires": "Signataires",
        "deliberations": "Délibérations",
        "exemplaires": "Exemplaires",
        "signataires_ordres_de_mission": "Signataires des ordres",
        "organismes_associes": "Organismes associés",
        "cofinanceurs": "Cofinanceurs",
        "budget.taux_de_change": "Budget taux de change",
        "signature.par_partie": "Signature par partie",
        "langues": "Langues",
        "derogations": "Dérogations",
        "realisations.indicateurs": "Réalisations indicateurs",
        "realisations.depenses": "Réalisations dépenses",
        "realisations.impacts": "Réalisations impacts",
    }
)
"""Dotted path of a list of an action → its sheet; a list that has no name here gets one from its keys, and stands last."""


def title_of(dotted: str, titles: Mapping[str, str]) -> str:
    """Return the name of the sheet of a list."""
    return titles.get(dotted) or dotted.replace(".", " ").replace("_", " ").capitalize()


def rank_of(dotted: str, titles: Mapping[str, str]) -> int:
    """Return the rank of the sheet of a list among those of its model."""
    return list(titles).index(dotted) if dotted in titles else len(titles)
