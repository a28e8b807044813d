"""Nouns that open what staff type where a sentence wants a noun group, and words that only look like infinitives.

A list, not a morphology: a word that is not here is left as it was typed, and told. Words are in lower case, with their
accents.
"""

from __future__ import annotations

import re
from typing import Final

from generator.french.agreement import Gender

_FEMININE: Final = (
    "action", "activité", "aide", "amélioration", "animation", "assemblée", "assistance", "association", "attribution",
    "autorisation", "bibliothèque", "chambre", "chefferie", "circulaire", "clause", "clôture", "collectivité",
    "commission", "communauté", "commune", "commémoration", "compétence", "conception", "conclusion", "conduite",
    "conférence", "conservation", "constitution", "construction", "consultation", "contribution", "convention",
    "coopération", "coordination", "cour", "création", "culture", "demande", "diffusion", "direction",
    "décentralisation", "décision", "délibération", "délégation", "démarche", "enquête", "entreprise", "exposition",
    "fabrication", "fondation", "formation", "fourniture", "fédération", "fête", "gestion", "gouvernance",
    "identification", "impression", "inauguration", "information", "instance", "institution", "jeunesse", "journée",
    "juridiction", "lettre", "licence", "livraison", "loi", "mairie", "maison", "manifestation", "maîtrise", "mise",
    "mission", "mobilité", "mutualisation", "médiathèque", "note", "notification", "organisation", "ouverture",
    "participation", "planification", "plantation", "politique", "prestation", "production", "promotion", "protection",
    "préfecture", "préparation", "présentation", "préservation", "présidence", "prévention", "publication", "recherche",
    "remise", "rencontre", "restauration", "réalisation", "réception", "rédaction", "région", "réhabilitation",
    "rénovation", "résidence", "résolution", "réunion", "santé", "sauvegarde", "semaine", "sensibilisation",
    "signature", "société", "stratégie", "structuration", "subvention", "tenue", "transmission", "tutelle",
    "université", "valorisation", "vente", "venue", "ville", "visite", "wilaya", "école", "édition", "éducation",
    "élaboration", "équipe", "étude", "évaluation",
)  # fmt: skip

_MASCULINE: Final = (
    "accompagnement", "accueil", "accès", "achat", "achèvement", "acte", "agrément", "aménagement", "apprentissage",
    "appui", "arrêté", "atelier", "avis", "bilan", "bureau", "cabinet", "catalogue", "centre", "chantier", "chef",
    "cofinancement", "colloque", "comité", "commencement", "compte", "concours", "conseil", "contrat", "courrier",
    "directeur", "dispositif", "domaine", "décret", "démarrage", "département", "déplacement", "développement",
    "enseignement", "entretien", "environnement", "festival", "financement", "fonctionnement", "fonds", "forum",
    "gouvernement", "gouverneur", "greffe", "groupe", "groupement", "jumelage", "laboratoire", "lancement", "logement",
    "lycée", "maintien", "mandat", "marché", "ministre", "ministère", "montage", "mouvement", "musée", "office",
    "organisme", "pacte", "paiement", "parc", "partage", "partenariat", "patrimoine", "plan", "pouvoir",
    "procès-verbal", "programme", "projet", "protocole", "préfet", "président", "pôle", "rapport", "recensement",
    "recrutement", "renforcement", "représentant", "règlement", "réseau", "salon", "secrétaire", "secrétariat",
    "service", "soutien", "stage", "stand", "suivi", "syndicat", "séminaire", "théâtre", "tourisme",
    "transfert", "transport", "travail", "tribunal", "versement", "volet", "vote", "voyage", "wali", "échange",
    "établissement",
)  # fmt: skip

COMMON_NOUNS: Final = dict.fromkeys(_MASCULINE, Gender.MASCULINE) | dict.fromkeys(_FEMININE, Gender.FEMININE)
"""A noun in the singular → its gender."""

FINITE_VERBS: Final = (
    "a pour", "ont pour", "a lieu", "ont lieu", "accueille", "accueillent", "assure", "assurent", "aura", "auront",
    "bénéficie", "bénéficient", "comprend", "comprennent", "consiste", "consistent",
    "concerne", "concernent", "constitue", "constituent", "contribue", "contribuent", "doit", "doivent", "est", "font",
    "peut", "peuvent", "permet", "permettent", "permettra", "portera", "prévoit", "prévoient", "propose", "proposent",
    "réunit", "réunissent", "s’inscrit", "s’inscrivent", "sera", "seront", "se déroule", "se déroulera", "sont",
    "souhaite", "souhaitent", "organise", "organisent", "participe", "participent", "reçoit", "reçoivent", "s’adresse",
    "s’adressent", "s’engage",
    "s’engagent", "va", "vise", "visent", "vont",
)  # fmt: skip
"""Verbs that make a sentence of what follows an article: « l’action vise à… »; none of them is a noun too."""

NO_INFINITIVES: Final = frozenset(
    (
        "acier", "affaire", "aire", "arbre", "atelier", "autre", "avenir", "cadre", "cahier", "calendrier", "centre",
        "chantier", "chapitre", "chiffre", "contre", "courrier", "dernier", "dossier", "désir", "entre", "espoir",
        "exemplaire", "fichier", "fier", "financier", "foyer", "février", "genre", "guerre", "hier", "hiver",
        "honoraire", "inventaire", "janvier", "lettre", "livre", "loisir", "loyer", "maire", "matière", "membre",
        "ministère", "mobilier", "mémoire", "métier", "nombre", "notre", "offre", "ordre", "outre", "ouvrier",
        "panier", "papier", "plaisir", "pouvoir", "premier", "quartier", "registre", "rencontre", "savoir-faire",
        "secrétaire", "semestre", "soir", "souvenir", "séminaire", "terre", "territoire", "théâtre", "titre",
        "trimestre", "vestiaire", "voir", "voire", "votre",
    )
)  # fmt: skip
"""Words that end as infinitives do, and are none; « pouvoir » is mostly a noun where staff type it first."""

_FIRST_NOUN: Final = re.compile(r"(?:(?P<article>le|la|les)\s+|l[’'])?(?P<noun>[^\W\d_]+)", re.IGNORECASE)
_GENDERS: Final = {"la": Gender.FEMININE, "le": Gender.MASCULINE}


def gender_told(name: str) -> Gender | None:
    """Return the gender that a name tells by its article, or else by its first noun; None when neither does."""
    head = _FIRST_NOUN.match(name)
    if head is None:
        return None
    return _GENDERS.get((head["article"] or "").lower()) or COMMON_NOUNS.get(head["noun"].lower())
