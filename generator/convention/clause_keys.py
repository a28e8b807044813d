"""The clauses that framework conventions have in common: the keys that rules cite and templates print.

A framework’s file maps each key to the place of its own text; a framework without such a clause leaves the key out,
and what rests on it does not apply. A file may add keys of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

CLAUSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "parties": "Désignation des parties",
        "competence_internationale": "Possibilité de conclure avec une collectivité étrangère",
        "objet": "Objet de la convention-cadre",
        "axes": "Axes de coopération",
        "periode_des_axes": "Années que porte le titre des axes",
        "organismes_associes": "Possibilité d’associer d’autres organismes",
        "complementarite": "Complémentarité avec les autres partenaires",
        "societe_civile": "Participation de la société civile",
        "budget_par_action": "Budget de chaque action arrêté d’un commun accord",
        "convention_specifique": "Une convention spécifique pour chaque action",
        "participation": "Participation financière de chaque partie",
        "cofinancement": "Recherche de cofinancements extérieurs",
        "frais_de_deplacement": "Principe de partage des frais de déplacement et de séjour",
        "transport_international": "Prise en charge du transport international",
        "sejour": "Prise en charge du séjour",
        "deplacements": "Déplacements des élus et des agents",
        "mobilisation_des_agents": "Mobilisation des agents des collectivités",
        "obligations_employeur": "Obligations de la collectivité employeuse",
        "evaluation_annuelle": "Évaluation annuelle",
        "indicateurs": "Indicateurs définis en commun",
        "communication_aux_assemblees": "Communication de l’évaluation aux assemblées",
        "evaluation_avant_renouvellement": "Évaluation d’ensemble avant le renouvellement",
        "duree": "Durée de la convention-cadre",
        "renouvellement": "Renouvellement de la convention-cadre",
        "exemplaires": "Nombre d’exemplaires signés",
        "deliberations": "Délibérations citées",
        "signataires": "Signataires nommés par le texte",
    }
)
"""Key of each clause → what it settles."""
