"""The substance of an act: what it settles, as data; acts voted, signed and amended are compared on it.

Nothing here comes from a template: words that lawyers edit may change, these values may not without a new vote.
What is not known yet has no value: it is not settled.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from generator.model.approvals import LanguageStatus
from generator.model.budget import Nature
from generator.model.entries import key, required


class SettledDatum(BaseModel):
    """A group of values that an act settles: frozen, English in code, French in the file, no unknown key.

    Unlike an :class:`~generator.model.entries.Entry`, it is made by the program from values already read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class SettledAmount(SettledDatum):
    """An amount in its own currency."""

    amount: Decimal | None = key("montant", "Montant")
    currency: str | None = key("devise", "Devise")


class SettledParty(SettledDatum):
    """Somebody whom the act binds, and in what quality it is signed for."""

    id: str = required("id", "Identifiant")
    name: str | None = key("nom", "Nom")
    side: str | None = key("cote", "Côté auquel la partie appartient")
    quality: str | None = key("qualite", "Qualité au titre de laquelle la personne signe")
    by_delegation: bool = key("par_delegation", "La personne signe par délégation", default=False)
    duties: tuple[str, ...] = key("obligations", "Ce à quoi la partie s’oblige, hors argent", ())
    cash: tuple[SettledAmount, ...] = key("numeraire", "Engagement financier en numéraire, par devise", ())
    in_kind: tuple[SettledAmount, ...] = key("valorisation", "Apports en nature valorisés, par devise", ())


class SettledBody(SettledDatum):
    """A body that is named without signing: its duties, and the subsidy that it receives."""

    id: str = required("id", "Identifiant")
    name: str | None = key("nom", "Nom")
    duties: tuple[str, ...] = key("obligations", "Obligations de l’organisme", ())
    payer: str | None = key("payeur", "Qui lui verse une subvention")
    subsidy: SettledAmount | None = key("subvention", "Subvention")


class SettledLine(SettledAmount):
    """A line of the budget: an expense, or a resource with its origin."""

    origin: str | None = key("origine", "Qui apporte la ressource")
    label: str | None = key("libelle", "Libellé")
    nature: Nature = key("nature", "numeraire ou valorisation", Nature.CASH)


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


class SettledMission(SettledDatum):
    """A journey: who travels to whom, when, and who bears what."""

    id: str = required("id", "Identifiant")
    travelling_party: str | None = key("partie_en_deplacement", "Partie qui se déplace")
    host_party: str | None = key("partie_accueillante", "Partie qui accueille")
    start: date | None = key("debut", "Premier jour")
    end: date | None = key("fin", "Dernier jour")
    travellers: int = key("voyageurs", "Nombre de voyageurs", 0)
    costs: tuple[SettledCost, ...] = key("frais", "Frais", ())


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
    parties: tuple[SettledParty, ...] = key("parties", "Tous ceux qui signent", ())
    bodies: tuple[SettledBody, ...] = key("organismes", "Organismes associés qui ne signent pas", ())
    expenses: tuple[SettledLine, ...] = key("depenses", "Dépenses du budget", ())
    resources: tuple[SettledLine, ...] = key("ressources", "Ressources du budget", ())
    payments: tuple[SettledPayment, ...] = key("versements", "Versements", ())
    missions: tuple[SettledMission, ...] = key("missions", "Déplacements", ())
    start: date | None = key("debut", "Premier jour de l’action")
    end: date | None = key("fin", "Dernier jour de l’action")
    effective_day: date | None = key("date_effet", "Date d’effet demandée")
    languages: tuple[SettledLanguage, ...] = key("langues", "Versions linguistiques", ())
    originals: tuple[SettledOriginal, ...] = key("exemplaires", "Originaux, dans l’ordre de leur numéro", ())


class SubstanceFile(SettledDatum):
    """The substance of an act as a file beside it; the digest binds one to the other."""

    format: int = required("format", "Version de ce format : 1")
    document: str = required("sha256", "Empreinte SHA-256 du document Word")
    substance: Substance = required("substance", "Ce que l’acte fixe")
