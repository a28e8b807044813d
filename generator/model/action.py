"""The action: everything that one specific agreement, its mission orders and its package are made from."""

from enum import StrEnum
from typing import Annotated

from generator.french import Name, days_written, gender_told, long_date, without_article
from generator.model import sentences
from generator.model.approvals import ActTransmission, Deliberation, LanguageVersion, Original, Signature, Waiver
from generator.model.budget import Budget, CoFunder, Payment
from generator.model.entries import (
    Amount,
    Country,
    Currency,
    Day,
    Entry,
    Identifier,
    Text,
    Whole,
    YesNo,
    key,
    required,
)
from generator.model.missions import Mission
from generator.model.persons import Forms, Person, Signatory
from generator.model.realisations import Realisations


class Calendar(Entry):
    """First and last day of the action, both included."""

    start: Day | None = key("debut", "Premier jour de l’action")
    end: Day | None = key("fin", "Dernier jour de l’action")


class Activity(Entry):
    """One thing that the action does, somewhere, at some time."""

    title: Annotated[Text | None, sentences.ACTIVITY_TITLE] = key("intitule", "Intitulé de l’activité")
    description: Annotated[Text | None, sentences.DESCRIPTION] = key("description", "Description")
    place: Text | None = key("lieu", "Lieu")
    start: Day | None = key("debut", "Premier jour")
    end: Day | None = key("fin", "Dernier jour")
    audience: Annotated[Text | None, sentences.LABEL] = key("public", "Bénéficiaires de l’activité")


class Competence(Entry):
    """Why the action lies within what a party's law lets it do."""

    party: Identifier = required("partie", "Partie")
    basis: Annotated[Text | None, sentences.COMPETENCE] = key("fondement", "Compétence exercée et texte qui la donne")


class Commitment(Entry):
    """What a party undertakes, besides money."""

    party: Identifier = required("partie", "Partie ou organisme signataire")
    duties: Annotated[tuple[Text, ...], sentences.DUTY] = key(
        "obligations", "Chaque obligation, à l’infinitif : mettre à disposition…", ()
    )


class BodyKind(StrEnum):
    """What an associated body is in law."""

    ASSOCIATION = "association"
    PUBLIC_BODY = "organisme_public"
    LOCAL_AUTHORITY = "collectivite"
    COMPANY = "entreprise"
    STATE = "etat"


class Subsidy(Entry):
    """Money that a party gives to an associated body."""

    payer: Identifier = required("payeur", "Partie qui verse")
    amount: Amount | None = key("montant", "Montant")
    currency: Currency | None = key("devise", "Devise, si elle diffère de celle du budget")
    own_agreement: Text | None = key("convention_propre", "Référence de la convention conclue avec l’organisme")
    republican_commitment: YesNo = key(
        "contrat_engagement_republicain", "Contrat d’engagement républicain souscrit", default=False
    )
    financial_report_due: Day | None = key(
        "compte_rendu_financier", "Date à laquelle l’organisme rend son compte financier"
    )
    regranting_clause: Text | None = key(
        "reversement", "Clause qui permet à l’organisme d’en reverser une part, et à qui"
    )


class AssociatedBody(Entry):
    """An institution associated with the action, signatory or not."""

    id: Identifier = required("id", "Identifiant court")
    name: Text | None = key("nom", "Nom, sans article")
    forms: Forms | None = key("formes", "Formes grammaticales du nom")
    kind: BodyKind | None = key("nature", "association, organisme_public, collectivite, entreprise ou etat")
    country: Country | None = key("pays", "Pays")
    seat: Text | None = key("siege", "Adresse du siège")
    siret: Text | None = key("siret", "Numéro SIRET de l’organisme : quatorze chiffres")
    rna: Text | None = key("rna", "Numéro d’une association au répertoire national : W et neuf chiffres")
    role: Annotated[Text | None, sentences.ROLE] = key("role", "Rôle dans l’action")
    duties: Annotated[tuple[Text, ...], sentences.DUTY] = key(
        "obligations", "Obligations de l’organisme, à l’infinitif", ()
    )
    is_signatory: YesNo = key("signataire", "L’organisme signe la convention spécifique", default=False)
    designation: Text | None = key("designation", "Nom abrégé dans l’acte : l’Association")
    subsidy: Subsidy | None = key("subvention", "Subvention versée à l’organisme")
    own_agreement: Text | None = key("convention_propre", "Convention qui lie déjà l’organisme")
    own_decision: Annotated[Text | None, sentences.OWN_DECISION] = key(
        "decision", "Acte par lequel l’organisme autorise la signature"
    )
    own_decision_day: Day | None = key("decision_date", "Date de cet acte, si « decision » ne la dit pas")
    state_case: Text | None = key("cas_l_1115_5", "Pour un État : cas de l’article L. 1115-5 invoqué")
    state_authorisation: Text | None = key("autorisation_prefet", "Pour un État : autorisation préalable du préfet")

    @property
    def noun(self) -> Name:
        """Its name, as sentences decline it; its identifier until the name is known."""
        return self.known_forms.noun(self.name_alone or self.id)

    @property
    def known_forms(self) -> Forms:
        """The forms of its name; without any, the gender that its short name tells: « la Métropole », « l’Agence »."""
        if self.forms or not self.designation:
            return self.forms or Forms()
        gender = gender_told(self.designation)
        return Forms.model_validate({"genre": gender}) if gender else Forms()

    @property
    def name_alone(self) -> str | None:
        """Its name without the article that its forms give it too: « Les Amis » → « Amis »."""
        article = self.forms.article if self.forms else None
        return without_article(self.name, article) if self.name and article else self.name

    @property
    def dated_decision(self) -> str | None:
        """Its decision as it was typed, with its day where that is typed apart."""
        decision, day = self.own_decision, self.own_decision_day
        if not decision or day is None or days_written(decision):
            return decision
        return f"{decision.rstrip(' .;,')} en date du {long_date(day)}"


class Indicator(Entry):
    """One indicator that the parties define together."""

    label: Annotated[Text | None, sentences.LABEL] = key("libelle", "Ce qui est mesuré")
    unit: Text | None = key("unite", "Unité")
    baseline: Text | None = key("depart", "Valeur de départ")
    target: Text | None = key("cible", "Valeur visée")
    source: Text | None = key("source", "D’où vient la mesure")


class SteeringCommittee(Entry):
    """Who follows the action."""

    members: Annotated[tuple[Text, ...], sentences.MEMBER] = key("membres", "Composition : fonctions, pas de noms", ())
    meetings_per_year: Whole | None = key("reunions_par_an", "Nombre de réunions par an")


class Evaluation(Entry):
    """When and to whom results are reported."""

    report_due: Day | None = key("rapport", "Date de remise du rapport d’évaluation annuelle")
    communicated: YesNo | None = key("communication_assemblees", "Communication aux assemblées délibérantes prévue")


class OptionalClauses(Entry):
    """Clauses that the legal service switches on or off for this action."""

    communication: YesNo = key("communication", "Article sur la communication et les logos", default=True)
    intellectual_property: YesNo = key("propriete_productions", "Propriété des productions", default=True)
    personal_data: YesNo = key("donnees_personnelles", "Article sur les données personnelles", default=False)
    liability: YesNo = key("responsabilite", "Article sur la responsabilité et les assurances", default=True)
    force_majeure: YesNo = key("force_majeure", "Article sur la force majeure", default=True)
    notices: YesNo = key("notifications", "Article sur les adresses où notifier", default=True)
    notice_months: Whole | None = key("preavis_resiliation_mois", "Préavis de résiliation, en mois")
    court: Annotated[Text | None, sentences.COURT] = key(
        "tribunal", "Juridiction compétente : tribunal administratif de…"
    )


class OrderSignatory(Person):
    """Who signs the mission orders of a party's officers."""

    party: Identifier = required("partie", "Partie qui emploie les agents")
    delegation_number: Text | None = key("delegation_numero", "Numéro de l’arrêté de délégation")
    delegation_day: Day | None = key("delegation_date", "Date de l’arrêté de délégation")
    authority: Text | None = key(
        "autorite", "Qui délègue : « la Maire » ; vide : qui signe la convention pour la partie"
    )


class Action(Entry):
    """One action of the yearly programme (framework convention, article on funding: one agreement for each)."""

    example: YesNo = key("exemple", "Données d’exemple : les actes portent « EXEMPLE – sans valeur »", default=False)
    number: Identifier = required("numero", "Numéro de l’action : AAAA-NN")
    framework: Identifier = required("convention", "Identifiant de la convention-cadre")
    title: Annotated[Text | None, sentences.ACTION_TITLE] = key("intitule", "Intitulé de l’action")
    axis: Identifier | None = key("axe", "Axe de la convention-cadre auquel l’action se rattache")
    secondary_axes: tuple[Identifier, ...] = key("axes_secondaires", "Autres axes touchés", ())
    object: Annotated[Text | None, sentences.PURPOSE] = key("objet", "Objet de l’action")
    context: Annotated[Text | None, sentences.CONTEXT] = key("contexte", "Contexte et besoin")
    beneficiaries: Annotated[Text | None, sentences.BENEFICIARIES] = key("beneficiaires", "À qui l’action profite")
    lead_service: Annotated[Text | None, sentences.LEAD_SERVICE] = key(
        "service_referent", "Service qui conduit l’action"
    )
    sdgs: tuple[Whole, ...] = key("odd", "Objectifs de développement durable (1 à 17)", ())
    aid_sector: Text | None = key("secteur_apd", "Secteur de la déclaration annuelle d’aide publique au développement")
    worship: YesNo = key("lieu_de_culte", "L’action touche un lieu ou un organisme cultuel", default=False)
    calendar: Calendar = key("calendrier", "Début et fin de l’action", Calendar.model_construct())
    effective_day: Day | None = key("date_effet", "Date d’effet demandée ; vide : la transmission")
    activities: tuple[Activity, ...] = key("activites", "Activités", ())
    competences: tuple[Competence, ...] = key("competences", "Compétence de chaque partie pour l’action", ())
    commitments: tuple[Commitment, ...] = key("engagements", "Engagements de chaque partie", ())
    associated_bodies: tuple[AssociatedBody, ...] = key("organismes_associes", "Organismes associés", ())
    budget: Budget = key("budget", "Budget prévisionnel", Budget.model_construct())
    co_funders: tuple[CoFunder, ...] = key("cofinanceurs", "Cofinanceurs", ())
    payments: tuple[Payment, ...] = key("versements", "Échéancier des versements", ())
    missions: tuple[Mission, ...] = key("missions", "Déplacements", ())
    order_signatories: tuple[OrderSignatory, ...] = key(
        "signataires_ordres_de_mission", "Qui signe les ordres de mission, pour chaque partie", ()
    )
    indicators: tuple[Indicator, ...] = key("indicateurs", "Indicateurs définis en commun", ())
    steering: SteeringCommittee | None = key("comite_de_pilotage", "Comité de pilotage")
    evaluation: Evaluation | None = key("evaluation", "Évaluation annuelle")
    clauses: OptionalClauses = key("clauses", "Clauses facultatives", OptionalClauses.model_construct())
    signatories: tuple[Signatory, ...] = key("signataires", "Qui signe pour chaque partie", ())
    deliberations: tuple[Deliberation, ...] = key("deliberations", "Délibérations des parties", ())
    signature: Signature = key("signature", "Signature prévue", Signature.model_construct())
    transmission: ActTransmission | None = key("transmission", "Transmission de la convention signée")
    languages: tuple[LanguageVersion, ...] = key("langues", "Versions linguistiques", ())
    originals: tuple[Original, ...] = key("exemplaires", "Destinataires des originaux, dans l’ordre", ())
    waivers: tuple[Waiver, ...] = key("derogations", "Dérogations décidées", ())
    achieved: Realisations | None = key("realisations", "Ce qui a été fait : se remplit pendant l’action et à sa fin")

    @property
    def year(self) -> str:
        """The year that the number starts with: ``2017`` for ``2017-01``."""
        return self.number.split("-", 1)[0]

    @property
    def signing_bodies(self) -> tuple[AssociatedBody, ...]:
        """The associated bodies that sign the agreement."""
        return tuple(body for body in self.associated_bodies if body.is_signatory)
