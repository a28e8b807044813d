"""The substance of an act: what it settles, as data; acts voted, signed and amended are compared on it.

Nothing here comes from a template: words that lawyers edit may change, these values may not without a new vote.
What is not known yet has no value: it is not settled.

What the act says beside this binds nobody to do or to pay, or comes after the vote: the preamble (context, goals,
competences, acts cited), who signs and who leads, how an expense was worked out, each leg of a journey, the notice of
termination. The comparison of texts lists what changed there.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.model.approvals import LanguageStatus
from generator.model.budget import FundingStatus, Nature
from generator.model.entries import key, required
from generator.model.persons import TravellerRole

FORMAT = 1
"""Version of the file that holds a substance."""

SettledFigure = Annotated[Decimal, Field(max_digits=32, decimal_places=12)]
"""A sum of what forms admit (15 digits, 12 decimals): a file that says « 1E+999999999 » would fill the memory."""


class SettledDatum(BaseModel):
    """A group of values that an act settles: frozen, English in code, French in the file, no unknown key.

    Unlike an :class:`~generator.model.entries.Entry`, it is made by the program from values already read.
    """

    model_config = ConfigDict(
        defer_build=True, frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )


class SettledAmount(SettledDatum):
    """An amount in its own currency."""

    amount: SettledFigure | None = key("montant", "Montant")
    currency: str | None = key("devise", "Devise")


class SettledSubsidy(SettledAmount):
    """What a party gives to an associated body, on top of the budget's lines."""

    payer: str = required("payeur", "Qui la verse")
    financial_report_due: date | None = key("compte_rendu_financier", "Date du compte rendu financier")
    regranting_clause: str | None = key("reversement", "Clause qui permet d’en reverser une part")


class SettledParty(SettledDatum):
    """Somebody whom the act binds, and in what quality it is signed for."""

    id: str = required("id", "Identifiant")
    name: str | None = key("nom", "Nom")
    side: str | None = key("cote", "Côté auquel la partie appartient")
    quality: str | None = key("qualite", "Qualité au titre de laquelle la personne signe")
    by_delegation: bool = key("par_delegation", "La personne signe par délégation", default=False)
    delegated_quality: str | None = key("qualite_du_delegataire", "Qualité que dit l’acte de délégation")
    role: str | None = key("role", "Rôle d’un organisme associé")
    duties: tuple[str, ...] = key("obligations", "Ce à quoi la partie s’oblige, hors argent", ())
    subsidy: SettledSubsidy | None = key("subvention", "Subvention que reçoit un organisme associé")
    cash: tuple[SettledAmount, ...] = key("numeraire", "Engagement financier en numéraire, par devise", ())
    in_kind: tuple[SettledAmount, ...] = key("valorisation", "Apports en nature valorisés, par devise", ())


class SettledBody(SettledDatum):
    """A body that is named without signing: its duties, and the subsidy that it receives."""

    id: str = required("id", "Identifiant")
    name: str | None = key("nom", "Nom")
    role: str | None = key("role", "Rôle dans l’action")
    duties: tuple[str, ...] = key("obligations", "Obligations de l’organisme", ())
    subsidy: SettledSubsidy | None = key("subvention", "Subvention reçue")


class SettledFunder(SettledDatum):
    """A co-funder: what its identifier stands for in the resources, who receives its money and who spends it."""

    id: str = required("id", "Identifiant")
    name: str | None = key("nom", "Nom")
    received_by: str | None = key("recu_par", "Qui reçoit le cofinancement")
    spent_by: str | None = key("depense_par", "Qui le dépense, si ce n’est pas qui le reçoit")


class SettledActivity(SettledDatum):
    """One thing that the action does: its object in detail."""

    title: str | None = key("intitule", "Intitulé")
    description: str | None = key("description", "Description")
    place: str | None = key("lieu", "Lieu")
    start: date | None = key("debut", "Premier jour")
    end: date | None = key("fin", "Dernier jour")
    audience: str | None = key("public", "Public")


class SettledLine(SettledAmount):
    """A line of the budget."""

    label: str | None = key("libelle", "Libellé")
    nature: Nature = key("nature", "numeraire ou valorisation", Nature.CASH)


class SettledExpense(SettledLine):
    """A line of the expenses."""

    payer: str | None = key("payeur", "Qui la paie, quand le budget le dit")


class SettledResource(SettledLine):
    """A line of the resources, and where it comes from; sought after the vote as before it, or secured since."""

    origin: str = required("origine", "Qui apporte la ressource")
    status: FundingStatus = key("statut", "acquis ou sollicite", FundingStatus.SECURED)


class SettledRate(SettledDatum):
    """A rate by which amounts are converted."""

    source_currency: str = required("de", "Devise convertie")
    target_currency: str = required("vers", "Devise d’arrivée")
    rate: SettledFigure | None = key("taux", "Valeur d’une unité de la devise convertie")
    day: date | None = key("date", "Date du taux")
    source: str | None = key("source", "Source du taux")


class SettledPayment(SettledAmount):
    """An instalment: who pays whom, how much, when, on which proofs."""

    payer: str = required("payeur", "Qui paie")
    payee: str | None = key("beneficiaire", "Qui reçoit")
    due: date | None = key("echeance", "Date")
    event: str | None = key("evenement", "Fait qui déclenche le paiement")
    documents: tuple[str, ...] = key("pieces", "Pièces justificatives", ())


class SettledCost(SettledAmount):
    """A cost of a mission, and who bears it."""

    label: str = required("nature", "Nature des frais")
    payer: str | None = key("payeur", "Qui paie")
    note: str | None = key("precision", "Jusqu’où vont ces frais")


class SettledStay(SettledDatum):
    """What the host provides."""

    place: str | None = key("lieu", "Lieu")
    nights: int | None = key("nuits", "Nombre de nuits")
    lodging_provided: bool | None = key("hebergement_fourni", "L’hébergement est fourni")
    meals_provided: int | None = key("repas_fournis_par_jour", "Repas fournis chaque jour")


class SettledMission(SettledDatum):
    """A journey: who travels to whom, why, when, in what class, and who provides and bears what."""

    id: str = required("id", "Identifiant")
    purpose: str | None = key("objet", "Objet")
    travelling_party: str | None = key("partie_en_deplacement", "Partie qui se déplace")
    host_party: str | None = key("partie_accueillante", "Partie qui accueille")
    start: date | None = key("debut", "Premier jour")
    end: date | None = key("fin", "Dernier jour")
    places: tuple[str, ...] = key("lieux", "Lieux", ())
    travellers: tuple[TravellerRole, ...] = key("voyageurs", "Qualité de chaque voyageur : elu, agent ou tiers", ())
    classes: tuple[str, ...] = key("classes", "Classes de voyage, chacune une fois", ())
    stay: SettledStay | None = key("sejour", "Séjour")
    costs: tuple[SettledCost, ...] = key("frais", "Frais", ())


class SettledIndicator(SettledDatum):
    """What the parties measure together, and what they aim at."""

    label: str | None = key("libelle", "Ce qui est mesuré")
    unit: str | None = key("unite", "Unité")
    baseline: str | None = key("depart", "Valeur de départ")
    target: str | None = key("cible", "Valeur visée")
    source: str | None = key("source", "D’où vient la mesure")


class SettledFollowUp(SettledDatum):
    """What the parties owe each other besides: meetings, report, the clauses that the legal service switches on."""

    committee: tuple[str, ...] = key("comite_de_pilotage", "Composition du comité de pilotage", ())
    meetings_per_year: int | None = key("reunions_par_an", "Nombre de réunions par an")
    report_due: date | None = key("rapport", "Date du rapport d’évaluation")
    communicated: bool = key("communication_assemblees", "Le rapport va aux assemblées", default=False)
    communication: bool = key("communication", "Clause sur la communication", default=False)
    intellectual_property: bool = key("propriete_productions", "Clause sur la propriété des productions", default=False)
    personal_data: bool = key("donnees_personnelles", "Clause sur les données personnelles", default=False)
    liability: bool = key("responsabilite", "Clause sur la responsabilité", default=False)
    force_majeure: bool = key("force_majeure", "Clause sur la force majeure", default=False)
    notices: bool = key("notifications", "Clause sur les notifications", default=False)
    court: str | None = key("tribunal", "Juridiction compétente")


class SettledOriginal(SettledDatum):
    """Who receives an original; its rank is its number."""

    party: str = required("partie", "Partie")
    recipient: str | None = key("destinataire", "Destinataire")


class SettledLanguage(SettledDatum):
    """A version in a language, and what it is worth."""

    language: str = required("langue", "Langue")
    status: LanguageStatus = required("statut", "fait_foi, traduction ou le_francais_prevaut")


class Substance(SettledDatum):
    """All that an act settles."""

    action: str = required("action", "Numéro de l’action")
    framework: str = required("convention", "Identifiant de la convention-cadre")
    title: str | None = key("intitule", "Intitulé de l’action")
    axis: str | None = key("axe", "Axe de la convention-cadre")
    object: str | None = key("objet", "Objet")
    beneficiaries: str | None = key("beneficiaires", "À qui l’action profite")
    activities: tuple[SettledActivity, ...] = key("activites", "Activités", ())
    parties: tuple[SettledParty, ...] = key("parties", "Tous ceux qui signent", ())
    bodies: tuple[SettledBody, ...] = key("organismes", "Organismes associés qui ne signent pas", ())
    expenses: tuple[SettledExpense, ...] = key("depenses", "Dépenses du budget", ())
    resources: tuple[SettledResource, ...] = key("ressources", "Ressources du budget", ())
    funders: tuple[SettledFunder, ...] = key("cofinanceurs", "Cofinanceurs", ())
    rates: tuple[SettledRate, ...] = key("taux_de_change", "Taux de change", ())
    payments: tuple[SettledPayment, ...] = key("versements", "Versements", ())
    missions: tuple[SettledMission, ...] = key("missions", "Déplacements", ())
    start: date | None = key("debut", "Premier jour de l’action")
    end: date | None = key("fin", "Dernier jour de l’action")
    effective_day: date | None = key("date_effet", "Date d’effet demandée")
    indicators: tuple[SettledIndicator, ...] = key("indicateurs", "Indicateurs", ())
    follow_up: SettledFollowUp = key(
        "suivi", "Suivi, évaluation et clauses facultatives", SettledFollowUp.model_construct()
    )
    languages: tuple[SettledLanguage, ...] = key("langues", "Versions linguistiques", ())
    originals: tuple[SettledOriginal, ...] = key("exemplaires", "Originaux, dans l’ordre de leur numéro", ())


class SubstanceFile(SettledDatum):
    """The substance of an act as a file beside it; the digest binds one to the other."""

    format: int = required("format", "Version de ce format : 1")
    document: str = required("sha256", "Empreinte SHA-256 du document Word")
    substance: Substance = required("substance", "Ce que l’acte fixe")
