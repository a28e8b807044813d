"""What each variable of a template means, in French: one table, read by the catalogue and judged by its tests.

A plain string is a text; the rest says what it is: a yes or no, texts, a group of variables, a list of groups.
What several variables share (the forms of a name, a body, a mission) is described once, as a :class:`Shape`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.convention import CLAUSES
from generator.model.kind import Subject


class Type(StrEnum):
    """What a variable is. The value is the word that users read."""

    TEXT = "texte"
    YES_NO = "oui ou non"
    GROUP = "groupe"
    TEXTS = "liste de textes"
    GROUPS = "liste de groupes"


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable that is more than a text: what it is, what it means, and what it holds."""

    type: Type
    meaning: str
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """Variables that come together: a title for readers, and each name with what it means."""

    title: str
    fields: Fields


Fields = Mapping[str, "str | Variable"]


def _yes(meaning: str) -> Variable:
    return Variable(Type.YES_NO, meaning)


def _texts(meaning: str) -> Variable:
    return Variable(Type.TEXTS, meaning)


def _one(meaning: str, shape: Shape) -> Variable:
    return Variable(Type.GROUP, meaning, shape)


def _each(meaning: str, shape: Shape) -> Variable:
    return Variable(Type.GROUPS, meaning, shape)


_NAME_FIELDS: Fields = {
    "nom": "nom, sans article",
    "le": "nom avec son article",
    "Le": "nom avec son article, en tête de phrase",
    "de": "nom après « de »",
    "a": "nom après « à »",
}
_AGREEMENT: Fields = {"e": "« e » au féminin, rien au masculin : « représenté{{ x.e }} »"}
_GENDER: Fields = {"genre": "« feminin » ou « masculin »"}

NAME = Shape("Un nom", _NAME_FIELDS)
AGREED_NAME = Shape("Un nom qui commande l’accord", {**_NAME_FIELDS, **_AGREEMENT})
GENDERED_NAME = Shape("Un nom et son genre", {**_NAME_FIELDS, **_GENDER, **_AGREEMENT})
PLACE = Shape("Un lieu", {"nom": "nom du lieu", "de": "nom après « de »", "a": "nom après « à »"})
COUNT = Shape("Un nombre", {"chiffres": "en chiffres", "lettres": "en lettres"})

DELEGATION = Shape(
    "Une délégation de signature",
    {
        "texte": "la formule entière : « par délégation, en vertu de… »",
        "nature": "nature de l’acte de délégation : arrêté, décision",
        "numero": "numéro de l’acte",
        "date": "date de l’acte",
        "qualite": "qualité du délégataire",
    },
)
_PERSON_FIELDS: Fields = {
    "civilite": "Madame ou Monsieur",
    "prenom": "prénom",
    "nom": "nom de famille",
    "nom_complet": "civilité, prénom et nom",
}
SIGNATORY = Shape(
    "Un signataire",
    {
        **_PERSON_FIELDS,
        "nom_signature": "prénom et NOM, pour le bloc de signature",
        "titre": "fonction",
        "titre_avec_article": "fonction avec son article",
        "Titre_avec_article": "fonction avec son article, en tête de phrase",
        "e": "« e » au féminin, rien au masculin",
        "delegation": _one("délégation de signature ; faux si la personne détient elle-même le pouvoir", DELEGATION),
    },
)
VISA = Shape(
    "Un visa",
    {
        "texte": "la formule entière : « visée par… le… »",
        "autorite": "autorité qui a visé",
        "numero": "numéro du visa",
        "date": "date du visa",
    },
)
DELIBERATION = Shape(
    "Une délibération",
    {
        "texte": "la délibération avec son article, son numéro, son assemblée et sa date",
        "de": "la même, après « de »",
        "e": "« e » si l’acte est féminin",
        "nature": "nature de l’acte : délibération, arrêté, décision",
        "organe": "assemblée qui a voté",
        "numero": "numéro",
        "date": "date du vote",
        "transmission": "date de transmission au contrôle de légalité",
        "accuse": "accusé de réception de la transmission",
        "publication": "date de publication",
        "visa": _one("visa de l’autorité de tutelle ; faux si le droit de la partie n’en demande pas", VISA),
        "transmise": _yes("le droit de la partie demande la transmission"),
        "posterieure": _yes("l’approbation suit la signature"),
    },
)
CONTRIBUTION = Shape(
    "Un engagement financier",
    {
        "chiffres": "total en chiffres, dans la devise du budget",
        "lettres": "total en lettres",
        "complet": "montant engagé, en chiffres et en lettres, dans sa propre devise",
        "contre_valeur": "contre-valeur indicative ; vide sans seconde devise",
        "numeraire": "part en numéraire, en chiffres",
        "valorisation": "part en nature, en chiffres",
        "numeraire_complet": "part en numéraire, en chiffres et en lettres",
        "valorisation_complet": "part en nature, en chiffres et en lettres",
        "a_valorisation": _yes("une part est en nature"),
    },
)
SUBSIDY = Shape(
    "Une subvention",
    {
        "complet": "montant, en chiffres et en lettres",
        "payeur": _one("partie qui la verse", GENDERED_NAME),
        "convention": "convention propre à la subvention ; vide s’il n’y en a pas",
    },
)
_BODY_FIELDS: Fields = {
    "id": "identifiant, celui du formulaire",
    **GENDERED_NAME.fields,
    "nature": "nature de l’organisme : commune, association",
    "pays": "pays d’une partie ; vide pour un organisme associé",
    "siege": "adresse du siège",
    "lieu": _one("ville ou territoire d’une partie", PLACE),
    "designation": "nom sous lequel l’acte le désigne ensuite",
    "est_partie_cadre": _yes("il est partie à la convention-cadre"),
    "signataire": _one("personne qui signe en son nom", SIGNATORY),
    "deliberation": _one("délibération d’une partie ; faux pour un organisme associé", DELIBERATION),
    "decision": "décision d’un organisme associé qui autorise la signature ; faux pour une partie",
    "textes_vises": _texts("textes de loi que vise son acte"),
    "competence": "fondement de sa compétence pour l’action",
    "obligations": _texts("ce à quoi il s’engage"),
    "role": "rôle d’un organisme associé ; vide pour une partie",
    "subvention": _one("subvention qu’il reçoit pour l’action ; faux s’il n’en reçoit pas", SUBSIDY),
    "contribution": _one("son engagement financier ; faux pour un associé qui n’apporte rien", CONTRIBUTION),
    "imputation": "imputation budgétaire",
    "transmet": _yes("son droit demande de transmettre l’acte signé"),
    "controleur": "autorité à qui l’acte est transmis, avec son article",
    "approbation_posterieure": _yes("son assemblée approuve après la signature"),
    "ouvre_un_cote": _yes("il ouvre un côté de l’acte après le premier : « et » le précède"),
    "part": "« d’une part », « d’autre part », au dernier de chaque côté ; vide sinon",
}
BODY = Shape("Un organisme qui contracte", _BODY_FIELDS)
BLOCK = Shape(
    "Un bloc de signature",
    {**_BODY_FIELDS, "lieu": "lieu prévu de sa signature", "date": "date prévue de sa signature"},
)
BLOCK_PAIR = Shape(
    "Deux blocs de signature côte à côte",
    {"gauche": _one("bloc de gauche", BLOCK), "droite": _one("bloc de droite ; faux s’il n’y en a pas", BLOCK)},
)
ASSOCIATED = Shape(
    "Un organisme associé",
    {
        "id": "identifiant, celui du formulaire",
        **GENDERED_NAME.fields,
        "role": "son rôle dans l’action",
        "siege": "adresse du siège",
        "subvention": _one("subvention qu’il reçoit pour l’action ; faux s’il n’en reçoit pas", SUBSIDY),
    },
)
VOTE = Shape(
    "Un vote de renouvellement",
    {
        "partie": _one("partie qui a voté", GENDERED_NAME),
        "numero": "numéro de la délibération",
        "date": "date de la délibération",
    },
)
RENEWAL = Shape(
    "Un renouvellement",
    {
        "tacite": _yes("la convention-cadre se reconduit tacitement"),
        "duree": "durée, en lettres",
        "deliberations": _each("votes des parties, pour un renouvellement exprès", VOTE),
    },
)
FRAMEWORK = Shape(
    "La convention-cadre",
    {
        "titre": "titre, sans article",
        "le": "titre avec son article",
        "Le": "titre avec son article, en tête de phrase",
        "de": "titre après « de »",
        "a": "titre après « à »",
        **_AGREEMENT,
        "date_signature": "date de sa signature",
        "lieu_signature": "lieu de sa signature",
        "date_transmission": "date de sa transmission au représentant de l’État",
        "debut": "premier jour d’application",
        "fin": "dernier jour d’application",
        "parties": "les parties, énumérées",
        "parties_le": "les parties avec leurs articles, énumérées",
        "exemplaires": _one("nombre d’exemplaires signés", COUNT),
        "article": _one(
            "où le texte dit chaque chose : « article 4 » ; faux s’il ne le dit pas",
            Shape(
                "Les clauses de la convention-cadre, par leur place",
                {**{key: f"place de la clause : {label}" for key, label in CLAUSES.items()}, "*": "clause propre"},
            ),
        ),
        "citation": _one(
            "ce que le texte en dit, mot pour mot ; faux s’il ne le dit pas",
            Shape(
                "Les clauses de la convention-cadre, mot pour mot",
                {**{key: f"texte de la clause : {label}" for key, label in CLAUSES.items()}, "*": "clause propre"},
            ),
        ),
        "renouvellements": _each("renouvellements intervenus", RENEWAL),
    },
)
ACTION = Shape(
    "L’action",
    {
        "numero": "numéro",
        "annee": "année",
        "intitule": "intitulé",
        "objet": "objet, tel que l’article premier l’énonce après « a pour objet »",
        "contexte": "contexte, pour le préambule",
        "beneficiaires": "bénéficiaires",
        "service_referent": "service référent ; vide s’il n’est pas dit",
        "debut": "premier jour",
        "fin": "dernier jour",
        "periode": "dates : « du 2 mai au 15 décembre 2017 »",
        "date_effet": "date d’effet convenue ; vide à défaut",
        "odd": _texts("numéros des objectifs de développement durable"),
        "odd_liste": "les mêmes, énumérés",
        "odd_pluriel": _yes("il y en a plusieurs"),
    },
)
AXIS = Shape(
    "L’axe de coopération",
    {
        "intitule": "intitulé, mot pour mot",
        "citation": "énoncé, mot pour mot",
        "rang": "rang en lettres : premier, deuxième",
    },
)
ACTIVITY = Shape(
    "Une activité",
    {
        "rang": "rang",
        "intitule": "intitulé",
        "description": "description ; vide à défaut",
        "lieu": "lieu",
        "periode": "dates",
        "public": "public visé ; vide à défaut",
    },
)
_COLUMNS: Fields = {
    "numeraire": "part en numéraire",
    "valorisation": "part en nature",
    "total": "total de la ligne",
    "montant_origine": "montant dans sa propre devise ; vide si c’est celle du budget",
}
EXPENSE = Shape(
    "Une dépense",
    {"libelle": "libellé", "mode_de_calcul": "mode de calcul ; vide à défaut", **_COLUMNS},
)
RESOURCE = Shape(
    "Une ressource",
    {"origine": "nom de qui l’apporte", "libelle": "libellé", "statut": "« acquis » ou « sollicité »", **_COLUMNS},
)
BUDGET = Shape(
    "Le budget",
    {
        "devise": "devise de référence",
        "deux_devises": _yes("une ligne est dans une autre devise"),
        "taux": _texts("taux de change, avec leur date et leur source"),
        "depenses": _each("dépenses, ligne par ligne", EXPENSE),
        "total_numeraire": "total des dépenses en numéraire",
        "total_valorisation": "total des dépenses en nature",
        "total": "total des dépenses",
        "total_complet": "total des dépenses, en chiffres et en lettres",
        "ressources": _each("ressources, ligne par ligne", RESOURCE),
        "ressources_numeraire": "total des ressources en numéraire",
        "ressources_valorisation": "total des ressources en nature",
        "ressources_total": "total des ressources",
        "a_valorisation": _yes("une ligne est en nature"),
    },
)
CO_FUNDER = Shape(
    "Un cofinanceur",
    {
        "nom": "nom, avec son article",
        "montant_complet": "montant, en chiffres et en lettres",
        "sollicite": _yes("le cofinancement est demandé et non acquis"),
        "mention": "mention que le cofinanceur exige ; vide à défaut",
        "justificatif": "pièce qui notifie le cofinancement ; vide à défaut",
    },
)
PAYMENT = Shape(
    "Un versement",
    {
        "payeur": _one("qui verse", NAME),
        "beneficiaire": "qui reçoit, avec son article",
        "montant_complet": "montant, en chiffres et en lettres",
        "montant": "montant, en chiffres",
        "echeance": "date ou événement",
        "pieces": _texts("pièces à produire"),
    },
)
TRAVELLER = Shape(
    "Un voyageur",
    {
        "nom_complet": "civilité, prénom et nom",
        "qualite": "élu, agent ou tiers",
        "fonction": "fonction ; vide à défaut",
        "mineur": _yes("il est mineur"),
    },
)
LEG = Shape(
    "Un trajet",
    {
        "de": "lieu de départ",
        "vers": "lieu d’arrivée",
        "depart": "date de départ",
        "arrivee": "date d’arrivée",
        "moyen": "moyen de transport",
        "classe": "classe autorisée",
    },
)
_COST_FIELDS: Fields = {
    "payeur": _one("qui prend en charge", NAME),
    "montant": "montant prévu ; vide à défaut",
    "precision": "précision ; faux à défaut",
}
COST = Shape("Une prise en charge", _COST_FIELDS)
STAY = Shape(
    "Un séjour",
    {
        **_COST_FIELDS,
        "lieu": "lieu du séjour",
        "duree": "nombre de nuits : « 4 nuits »",
        "fourni": _yes("l’hébergement est fourni"),
        "repas": "nombre de repas fournis par jour",
    },
)
STOPOVER = Shape(
    "Une escale",
    {**_COST_FIELDS, "lieu": "lieu de l’escale", "duree": "nombre de nuits ; vide sans nuit"},
)
OTHER_COST = Shape("Un autre frais", {**_COST_FIELDS, "libelle": "nature du frais"})
HOSTING_DAY = Shape("Un jour d’accueil", {"date": "jour", "contenu": "programme du jour"})
MISSION = Shape(
    "Une mission",
    {
        "id": "identifiant, celui du formulaire",
        "objet": "objet",
        "periode": "dates : « du 16 au 20 mai 2017 »",
        "depart": "date de départ",
        "retour": "date de retour",
        "depart_lieu": "lieu de départ",
        "retour_lieu": "lieu de retour",
        "lieux": "lieux et étapes, énumérés",
        "contact": "contact d’urgence ; faux à défaut",
        "hors_trajet": "motif d’un passage hors du trajet ; faux à défaut",
        "voyageurs": _each("voyageurs", TRAVELLER),
        "voyageurs_liste": "voyageurs, énumérés par leur nom",
        "effectif": "voyageurs, comptés par qualité",
        "en_deplacement": _one("partie qui se déplace", NAME),
        "accueillante": _one("partie qui accueille", NAME),
        "trajets": _each("trajets, dans l’ordre", LEG),
        "transport": _one("transport international", COST),
        "sejour": _one("séjour", STAY),
        "transport_local": _one("transports sur place ; faux à défaut", COST),
        "assurance": _one("assurance et rapatriement ; faux à défaut", COST),
        "escales": _each("escales", STOPOVER),
        "autres_frais": _each("autres frais", OTHER_COST),
        "programme_accueil": _each("programme d’accueil, jour par jour", HOSTING_DAY),
    },
)
SHARING = Shape(
    "Le partage des frais que fixe la convention-cadre",
    {
        "transport_international": "qui supporte le transport international ; faux si le texte n’en dit rien",
        "sejour": "qui supporte le séjour ; faux si le texte n’en dit rien",
        "transport_local": "qui supporte les transports sur place ; faux si le texte n’en dit rien",
        "assurance": "qui supporte l’assurance ; faux si le texte n’en dit rien",
    },
)
COMMITTEE = Shape(
    "Le comité de suivi",
    {
        "membres": _texts("membres"),
        "reunions": "nombre de réunions par an, en lettres, au féminin",
        "pluriel": _yes("il y en a plusieurs"),
    },
)
INDICATOR = Shape(
    "Un indicateur",
    {
        "rang": "rang",
        "libelle": "libellé",
        "unite": "unité",
        "depart": "valeur de départ",
        "cible": "valeur visée",
        "source": "source de la mesure",
    },
)
EVALUATION = Shape(
    "L’évaluation",
    {
        "rapport": "date à laquelle le rapport est dû",
        "communication": _yes("le rapport est communiqué aux assemblées"),
    },
)
CLAUSE_CHOICES = Shape(
    "Les clauses choisies",
    {
        "communication": _yes("l’acte porte la clause de communication"),
        "propriete_productions": _yes("l’acte porte la clause de propriété des productions"),
        "donnees_personnelles": _yes("l’acte porte la clause de données personnelles"),
        "preavis": "préavis de résiliation, en lettres",
        "tribunal": "tribunal compétent, avec son article",
    },
)
LANGUAGE = Shape("Une autre langue", {"langue": "langue", "statut": "traduction, fait_foi ou francais_prevaut"})
LANGUAGES = Shape(
    "Les langues",
    {
        "langue": "langue de la convention-cadre",
        "autres": _each("autres langues de l’acte", LANGUAGE),
        "autres_liste": "les mêmes, énumérées",
        "seul": _yes("l’acte n’a qu’une langue"),
        "fait_foi": _yes("toutes les versions font foi"),
        "francais_prevaut": _yes("la version française prévaut"),
        "traduction": _yes("les autres versions ne sont que des traductions"),
    },
)
SIGNING = Shape(
    "La signature",
    {
        "ceremonie": _yes("tous signent ensemble"),
        "circulation": _yes("les originaux circulent"),
        "lieu": "lieu",
        "date": "date",
        "blocs": _each("blocs de signature, dans l’ordre des signatures", BLOCK),
        "rangees": _each("les mêmes, deux par deux", BLOCK_PAIR),
        "ordre": "les signataires dans l’ordre, énumérés",
    },
)
_ORIGINAL_FIELDS: Fields = {
    "rang": "numéro de l’exemplaire",
    "partie": "organisme qui le reçoit",
    "partie_id": "identifiant de cet organisme",
    "destinataire": "service ou personne qui le reçoit",
    "adresse": "adresse ; vide à défaut",
    "usage": "usage de l’exemplaire ; vide à défaut",
}
ORIGINALS = Shape(
    "Les originaux",
    {
        **COUNT.fields,
        "un_pour_chacun": _yes("chaque contractant reçoit un original"),
        "destinataires": _each("qui reçoit chaque original", Shape("Un original", _ORIGINAL_FIELDS)),
    },
)
ANNEX = Shape("Une annexe", {"rang": "numéro", "intitule": "intitulé"})
PARAGRAPH = Shape(
    "Un alinéa du texte signé",
    {"texte": "les mots, sans aucune retouche", "forme": "corps, tiret, axe, fonction ou signataire"},
)


def _group(name: str, meaning: str) -> Fields:
    return {
        name: _each(meaning, BODY),
        f"{name}_le": "les mêmes avec leurs articles, énumérés",
        f"{name}_de": "les mêmes après « de », énumérés",
        f"{name}_pluriel": _yes("il y en a plusieurs"),
    }


SHARED: Fields = {
    "projet": _yes("le document est un projet"),
    "exemple": _yes("le document est un exemple, sans valeur"),
    "convention": _one("convention-cadre", FRAMEWORK),
    "action": _one("action", ACTION),
    "axe": _one("axe auquel l’action se rattache ; faux si la convention-cadre n’en a pas", AXIS),
    "parties": _each("parties à la convention-cadre", BODY),
    "contractants": _each("tous ceux qui signent : les parties, puis les organismes signataires", BODY),
    "organismes_signataires": _each("organismes associés qui signent", BODY),
    "organismes_associes": _each("organismes associés qui ne signent pas", ASSOCIATED),
    "textes_vises": _texts("textes de loi que visent les contractants, chacun une fois"),
    "activites": _each("activités de l’action", ACTIVITY),
    "budget": _one("budget et plan de financement", BUDGET),
    "cofinanceurs": _each("cofinanceurs", CO_FUNDER),
    "cofinancements_sollicites": _each("cofinanceurs dont l’apport n’est pas acquis", CO_FUNDER),
    "versements": _each("versements prévus", PAYMENT),
    "deplacements": _each("missions de l’action", MISSION),
    "deplacements_de_tiers": _yes("un voyageur n’est ni élu ni agent"),
    "frais": _one("partage des frais de déplacement", SHARING),
    "comite": _one("comité de suivi ; faux s’il n’y en a pas", COMMITTEE),
    "indicateurs": _each("indicateurs de l’action", INDICATOR),
    "evaluation": _one("évaluation", EVALUATION),
    "clauses": _one("clauses que l’action choisit", CLAUSE_CHOICES),
    "langues": _one("langues de l’acte", LANGUAGES),
    "signature": _one("signature", SIGNING),
    "exemplaires": _one("originaux", ORIGINALS),
    **_group("approbations_posterieures", "contractants dont l’assemblée approuve après la signature"),
    **_group("parties_transmettantes", "contractants qui transmettent l’acte signé"),
    "annexes": _each("annexes de ce document, telles que son dernier article les énumère", ANNEX),
}
"""What every kind receives, besides the numbers of its own articles (``art``) and annexes (``annexe``)."""

PAPERS: Fields = {
    "acte": _one(
        "acte que porte le dossier",
        Shape(
            "L’acte du dossier",
            {
                "titre": "titre, sans article",
                "Titre": "titre, en tête de phrase",
                **{name: meaning for name, meaning in AGREED_NAME.fields.items() if name != "nom"},
                "numero": "numéro",
                "intitule": "intitulé de l’action",
                "annexes": _each("annexes de l’acte", ANNEX),
            },
        ),
    ),
    "empreinte": "empreinte SHA-256 de l’original",
    "expediteur": _one(
        "qui envoie le dossier",
        Shape(
            "L’expéditeur",
            {
                **{name: AGREED_NAME.fields[name] for name in ("nom", "le", "de", "e")},
                "service": "service ; vide à défaut",
                "adresse": "adresse ; vide à défaut",
            },
        ),
    ),
    "circuit": _yes("un circuit particulier est prévu"),
    "transmissions": _each(
        "transmissions que la signature entraîne",
        Shape(
            "Une transmission",
            {
                "partie": _one("partie qui transmet", AGREED_NAME),
                "destinataire": "autorité, après « à »",
                "voie": "« par télétransmission », « sur papier… » ; vide à défaut",
                "echeance": "date prévue ; vide à défaut",
            },
        ),
    ),
    "retours": _one(
        "retour des originaux signés",
        Shape(
            "Le retour",
            {
                "date": "date limite ; vide à défaut",
                "a": "à qui, après « à »",
                "adresse": "adresse ; vide à défaut",
            },
        ),
    ),
    "prealables": _each(
        "ce qui doit précéder la signature",
        Shape(
            "Un préalable",
            {
                "partie": "partie concernée",
                "etape": "étape",
                "reference": "référence ; vide à défaut",
                "date": "date ; vide à défaut",
                "fait": _yes("l’étape est accomplie"),
            },
        ),
    ),
    "suites": _each(
        "ce qui doit suivre la signature", Shape("Une suite", {"etape": "étape", "echeance": "date ou événement"})
    ),
}
"""What the covers and papers of the signature package receive besides."""

OF_SUBJECT: Mapping[Subject, Fields] = {
    Subject.ACTION: {},
    Subject.FRAMEWORK: {
        "texte": _one(
            "texte signé de la convention-cadre, mot pour mot",
            Shape(
                "Le texte signé",
                {
                    "titre": "titre",
                    "comparution": _each("énoncé des parties", PARAGRAPH),
                    "titre_preambule": "titre du préambule ; vide à défaut",
                    "preambule": _each("préambule", PARAGRAPH),
                    "formule": _each("formule d’accord", PARAGRAPH),
                    "articles": _each(
                        "articles",
                        Shape(
                            "Un article du texte signé",
                            {"titre": "titre de l’article", "paragraphes": _each("alinéas", PARAGRAPH)},
                        ),
                    ),
                    "cloture": _each("énoncé final", PARAGRAPH),
                },
            ),
        ),
    },
    Subject.OFFICER_MISSION: {
        "mission": _one("mission pour laquelle l’ordre est donné", MISSION),
        "agent": _one(
            "agent qui reçoit l’ordre",
            Shape(
                "Un agent",
                {
                    **_PERSON_FIELDS,
                    **_AGREEMENT,
                    "fonction": "fonction",
                    "grade": "grade",
                    "service": "service",
                    "statut": "statut ; vide à défaut",
                    "residence": "résidence administrative",
                    "numero_ordre": "numéro de l’ordre de mission",
                    "imputation": "imputation budgétaire de la mission",
                },
            ),
        ),
        "employeur": _one("collectivité qui l’emploie", BODY),
        "signataire": _one("personne qui signe l’ordre", SIGNATORY),
        "indemnite": _one("indemnité journalière", Shape("L’indemnité", {"texte": "la phrase entière"})),
        "avance": _one("avance demandée ; faux s’il n’y en a pas", Shape("L’avance", {"texte": "la phrase entière"})),
    },
    Subject.ORIGINAL: {
        "exemplaire": _one(
            "exemplaire que la page accompagne",
            Shape("Un exemplaire", {**_ORIGINAL_FIELDS, "total": "nombre d’originaux"}),
        ),
    },
    Subject.ADDRESSEE: {
        "destinataire": _one(
            "à qui l’envoi est fait",
            Shape(
                "Un destinataire",
                {"nom": "service ou personne", "partie": "organisme", "adresse": "adresse ; vide à défaut"},
            ),
        ),
        "pieces": _each(
            "pièces envoyées",
            Shape(
                "Une pièce",
                {"designation": "désignation", "nombre": "nombre d’exemplaires", "observation": "observation"},
            ),
        ),
    },
}
"""What a kind receives for the subject that it is made for."""
