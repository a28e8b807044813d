"""The label of each blank, in French: what the staff reads in « [à compléter : …] »."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.acts.facts.gaps import Gap, Missing, OrdersOf, Unnamed, Whose
from generator.acts.wordings.french_namings import after_of
from generator.artifacts import Blank

GAP_LABELS: Final[Mapping[Gap, str]] = MappingProxyType(
    {
        Gap.ACT: "acte du dossier",
        Gap.ORIGINAL_DIGEST: "empreinte de l’original",
        Gap.FRAMEWORK_SIGNATURE_DAY: "date de signature {de}",
        Gap.FRAMEWORK_SIGNATURE_PLACE: "lieu de signature {de}",
        Gap.FRAMEWORK_TRANSMISSION_DAY: "date de transmission {de}",
        Gap.FRAMEWORK_START: "début {de}",
        Gap.FRAMEWORK_END: "fin {de}",
        Gap.CLAUSE_WORDS: "texte de la clause {about}",
        Gap.RENEWAL_YEARS: "durée du renouvellement",
        Gap.RENEWAL_VOTE_NUMBER: "numéro de la délibération",
        Gap.RENEWAL_VOTE_DAY: "date de la délibération",
        Gap.AXIS: "axe de la convention-cadre",
        Gap.AXIS_WORDS: "texte de l’axe",
        Gap.ACTION_TITLE: "intitulé de l’action",
        Gap.ACTION_OBJECT: "objet de l’action",
        Gap.ACTION_CONTEXT: "contexte de l’action",
        Gap.ACTION_BENEFICIARIES: "bénéficiaires de l’action",
        Gap.ACTION_START: "premier jour de l’action",
        Gap.ACTION_END: "dernier jour de l’action",
        Gap.ACTION_DAYS: "dates de l’action",
        Gap.ACTIVITY_TITLE: "intitulé de l’activité {about}",
        Gap.ACTIVITY_PLACE: "lieu de l’activité {about}",
        Gap.ACTIVITY_DAYS: "dates de l’activité {about}",
        Gap.INDICATOR: "indicateur {about}",
        Gap.INDICATOR_UNIT: "unité de l’indicateur {about}",
        Gap.INDICATOR_BASELINE: "valeur de départ de l’indicateur {about}",
        Gap.INDICATOR_TARGET: "cible de l’indicateur {about}",
        Gap.INDICATOR_SOURCE: "source de l’indicateur {about}",
        Gap.COMMITTEE_MEETINGS: "nombre de réunions du comité",
        Gap.REPORT_DAY: "date du rapport d’évaluation",
        Gap.NOTICE_MONTHS: "préavis de résiliation",
        Gap.COURT: "tribunal compétent",
        Gap.ORIGINALS: "nombre d’exemplaires",
        Gap.ORIGINAL_RECIPIENT: "destinataire de l’exemplaire n° {about}",
        Gap.YEAR: "année",
        Gap.COMMON_OBJECTIVE: "objectif commun de l’année",
        Gap.YEAR_ACTION_BUDGET: "budget de l’action {about}",
        Gap.YEAR_AMOUNT: "montant",
        Gap.SESSION_DAY: "date de la séance {de}",
        Gap.CREDIT: "crédits votés {de}",
        Gap.PARTY_SHARE: "participation {de}",
        Gap.CONTROLLER: "autorité qui reçoit la délibération {de}",
        Gap.ACTUAL: "valeur constatée : {about}",
        Gap.SPENT: "dépenses réalisées de l’action {about}",
        Gap.SIGNATURE_PLACE: "lieu de la signature",
        Gap.SIGNATURE_DAY: "date de la signature",
        Gap.BODY_SIGNATURE_DAY: "date de la signature {de}",
        Gap.SEAT: "siège {de}",
        Gap.OWN_DECISION: "décision {de} autorisant la signature",
        Gap.COMPETENCE: "compétence {de} pour l’action",
        Gap.ROLE: "rôle {de}",
        Gap.SIGNER_CIVILITY: "civilité du signataire {de}",
        Gap.SIGNER_GIVEN_NAME: "prénom du signataire {de}",
        Gap.SIGNER_SURNAME: "nom du signataire {de}",
        Gap.SIGNER: "signataire {de}",
        Gap.SIGNER_TITLE: "fonction du signataire {de}",
        Gap.DELEGATION: "numéro et date de l’acte de délégation {de}",
        Gap.DELEGATION_NUMBER: "numéro de la délégation {de}",
        Gap.DELEGATION_DAY: "date de la délégation {de}",
        Gap.DELEGATION_QUALITY: "qualité du délégataire {de}",
        Gap.VOTE: "délibération {de}",
        Gap.VOTE_BODY: "assemblée {de}",
        Gap.VOTE_NUMBER: "numéro de la délibération {de}",
        Gap.VOTE_DAY: "date de la délibération {de}",
        Gap.VOTE_TRANSMISSION_DAY: "date de transmission de la délibération {de}",
        Gap.VOTE_RECEIPT: "accusé de réception {de}",
        Gap.VOTE_PUBLICATION_DAY: "date de publication de la délibération {de}",
        Gap.VISA: "visa de la délibération {de}",
        Gap.VISA_NUMBER: "numéro du visa de la délibération {de}",
        Gap.COMMITMENT: "montant de l’engagement {de}",
        Gap.INDICATIVE_VALUE: "contre-valeur indicative",
        Gap.SUBSIDY: "montant de la subvention",
        Gap.SUBSIDY_AGREEMENT: "convention {de} relative à la subvention",
        Gap.INSTALMENTS: "modalités de versement de la subvention {de}",
        Gap.NOTICE_ADDRESS: "adresse {de} pour les notifications",
        Gap.BUDGET_CURRENCY: "devise du budget",
        Gap.BUDGET_TOTAL: "total du budget",
        Gap.EXPENSE_LABEL: "libellé de la dépense",
        Gap.EXPENSE_AMOUNT: "montant de la dépense",
        Gap.EXPENSE_PAYER: "qui paie la dépense",
        Gap.RESOURCE_AMOUNT: "montant de la ressource",
        Gap.EXCHANGE_RATE: "taux de change {about}, date et source",
        Gap.CO_FUNDER_NAME: "nom du cofinanceur {about}",
        Gap.CO_FUNDING: "montant du cofinancement",
        Gap.CO_FUNDING_RECIPIENT: "qui reçoit et dépense le cofinancement",
        Gap.PAYMENT_DUE: "échéance du versement",
        Gap.PAYEE: "bénéficiaire du versement",
        Gap.PAYMENT: "montant du versement",
        Gap.MISSION_PURPOSE: "objet de la mission {about}",
        Gap.MISSION_DAYS: "dates de la mission {about}",
        Gap.MISSION_DEPARTURE_DAY: "date de départ de la mission {about}",
        Gap.MISSION_RETURN_DAY: "date de retour de la mission {about}",
        Gap.MISSION_PLACES: "lieux d’exécution de la mission {about}",
        Gap.MISSION_TRAVELLERS: "voyageurs de la mission {about}",
        Gap.DEPARTURE_PLACE: "lieu de départ ({about})",
        Gap.RETURN_PLACE: "lieu de retour ({about})",
        Gap.ARRIVAL_PLACE: "lieu d’arrivée ({about})",
        Gap.TRAVELLING_PARTY: "partie en déplacement ({about})",
        Gap.HOST_PARTY: "partie accueillante ({about})",
        Gap.LEG_DAY: "date du trajet ({about})",
        Gap.LEG_MODE: "moyen de transport ({about})",
        Gap.LEG_CLASS: "classe autorisée ({about})",
        Gap.TRANSPORT_PAYER: "qui prend en charge : transport international ({about})",
        Gap.STAY_PAYER: "qui prend en charge : sejour ({about})",
        Gap.LOCAL_TRANSPORT_PAYER: "qui prend en charge : transport local ({about})",
        Gap.INSURANCE_PAYER: "qui prend en charge : assurance ({about})",
        Gap.STOPOVER_PAYER: "qui prend en charge : escale ({about})",
        Gap.OTHER_COST_PAYER: "qui prend en charge : autres frais ({about})",
        Gap.COST_AMOUNT: "montant",
        Gap.COST_LABEL: "nature des frais",
        Gap.STAY_PLACE: "lieu du séjour ({about})",
        Gap.STOPOVER_PLACE: "lieu de l’escale",
        Gap.HOSTING_DAY: "jour du programme",
        Gap.HOSTING_CONTENT: "programme du jour",
        Gap.OFFICER_TITLE: "fonction ({about})",
        Gap.OFFICER_GRADE: "grade ({about})",
        Gap.OFFICER_SERVICE: "service ({about})",
        Gap.OFFICER_RESIDENCE: "résidence administrative ({about})",
        Gap.OFFICER_ORDER_NUMBER: "numéro de l’ordre de mission ({about})",
        Gap.OFFICER_BUDGET_LINE: "imputation budgétaire ({about})",
        Gap.PROVIDED_LODGING_AND_MEALS: "hébergement et repas fournis ou non ({about})",
        Gap.ORDERS_AUTHORITY: "autorité au nom de laquelle sont signés les ordres de mission {de}",
        Gap.ALLOWANCE_AMOUNT: "indemnité journalière",
    }
)
"""Gap → its label: ``{de}`` is whose it is, after « de »; ``{about}`` what else it is about."""

_SOME_OFFICER: Final = "l’agent"


def blank(missing: Missing) -> Blank:
    """Return the blank of what is missing, with its label; an officer without a name is « l’agent »."""
    label = GAP_LABELS[missing.gap]
    return Blank(label.format(de=_whose(missing.whose), about=missing.about or _SOME_OFFICER))


def _whose(whose: Whose | None) -> str:
    match whose:
        case OrdersOf(body):
            return f"des ordres de mission {after_of(body)}"
        case Unnamed.TRAVELLER:
            return "du voyageur"
        case Unnamed.OFFICER:
            return "de l’ordre"
        case None:
            return ""
        case noun:
            return after_of(noun)
