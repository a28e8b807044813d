"""Travel: missions with their legs, stay, and who pays what."""

import re
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from typing import Annotated, Self

from generator.findings import Path
from generator.french import kept_by_text, plain_words
from generator.model import sentences
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
from generator.model.persons import Traveller

_PLURAL_IN_AUX = re.compile("aux$")


class CostCategory(StrEnum):
    """What a cost of a mission pays for.

    The value is the key under which people type it, in a mission and in a framework's sharing of costs.
    """

    INTERNATIONAL_TRANSPORT = "transport_international"
    STAY = "sejour"
    LOCAL_TRANSPORT = "transport_local"
    INSURANCE = "assurance"
    STOPOVER = "escales"
    OTHER = "autres_frais"

    @property
    def words(self) -> str:
        """The category in plain French: « séjour », « autres frais »."""
        return self.value.replace("_", " ").replace("sejour", "séjour")

    @classmethod
    def typed(cls, text: str) -> Self | None:
        """Return the category that somebody typed, however it is cased, accented or put in the plural."""
        return next((cls(value) for value, stems in _stems_of_categories().items() if stems == _stems(text)), None)

    @classmethod
    def named_in(cls, text: str) -> Self | None:
        """Return the first category whose words stand together in a text: « Transport international de la mission »."""
        return next((cls(value) for value, stems in _stems_of_categories().items() if stems in _stems(text)), None)


@cache
def _stems_of_categories() -> dict[str, str]:
    return {category.value: _stems(category.value) for category in CostCategory}


@kept_by_text
def _stems(text: str) -> str:
    return f" {' '.join(_PLURAL_IN_AUX.sub('al', word).rstrip('s') for word in plain_words(text))} "


class Leg(Entry):
    """One leg of a journey."""

    origin: Text | None = key("de", "Lieu de départ")
    destination: Text | None = key("vers", "Lieu d’arrivée")
    departure: Day | None = key("depart", "Date de départ")
    arrival: Day | None = key("arrivee", "Date d’arrivée ; celle du départ si elle est vide")
    mode: Text | None = key("moyen", "Moyen de transport : avion, train, véhicule de service…")
    travel_class: Text | None = key("classe", "Classe autorisée ; obligatoire, même économique")
    international: YesNo = key("international", "Le trajet relève du transport international", default=False)

    @property
    def last_day(self) -> date | None:
        """The day of arrival, or of departure when no arrival is given."""
        return self.arrival or self.departure


class Cost(Entry):
    """A cost of a mission and who bears it."""

    payer: Identifier | None = key("payeur", "Partie, cofinanceur ou organisme qui paie")
    amount: Amount | None = key("montant", "Coût prévu")
    currency: Currency | None = key("devise", "Devise, si elle diffère de celle du budget")
    note: Text | None = key("precision", "Précision : police d’assurance, compagnie…")


class NamedCost(Cost):
    """Another expected cost of a mission."""

    label: Text | None = key("libelle", "Nature des frais : visa, transport local…")


class Stay(Cost):
    """The stay at the host's: lodging and meals."""

    place: Text | None = key("lieu", "Lieu du séjour")
    nights: Whole | None = key("nuits", "Nombre de nuits")
    lodging_provided: YesNo | None = key("hebergement_fourni", "L’hébergement est fourni gratuitement")
    meals_provided: Whole | None = key("repas_fournis_par_jour", "Repas fournis gratuitement chaque jour : 0, 1 ou 2")


class Stopover(Cost):
    """A stop or a night outside the parties' places."""

    place: Text | None = key("lieu", "Lieu de l’escale")
    nights: Whole = key("nuits", "Nombre de nuits", 0)


class HostingDay(Entry):
    """One day of the programme that the host prepares."""

    day: Day | None = key("date", "Jour")
    content: Annotated[Text | None, sentences.HOSTING] = key("contenu", "Programme du jour")


class Mission(Entry):
    """A journey of one or more persons for the action."""

    id: Identifier = required("id", "Identifiant court : M1, M2…")
    purpose: Annotated[Text | None, sentences.MISSION_PURPOSE] = key("objet", "Objet de la mission")
    travelling_party: Identifier | None = key("partie_en_deplacement", "Partie dont les personnes se déplacent")
    host_party: Identifier | None = key("partie_accueillante", "Partie qui accueille")
    country: Country | None = key("pays", "Pays de destination ; celui de la partie accueillante s’il est vide")
    places: tuple[Text, ...] = key("lieux", "Lieux d’exécution de la mission", ())
    first_day: Day | None = key("debut", "Premier jour de la mission ; vide : celui du premier trajet")
    last_day: Day | None = key("fin", "Dernier jour de la mission ; vide : celui du dernier trajet")
    legs: tuple[Leg, ...] = key("trajets", "Trajets, dans l’ordre, aller et retour", ())
    travellers: tuple[Traveller, ...] = key("voyageurs", "Personnes qui se déplacent", ())
    transport: Cost | None = key("transport_international", "Transport international")
    stay: Stay | None = key("sejour", "Séjour")
    local_transport: Cost | None = key("transport_local", "Transports sur place")
    insurance: Cost | None = key("assurance", "Assurance et rapatriement")
    stopovers: tuple[Stopover, ...] = key("escales", "Escales et nuits hors des lieux des parties", ())
    other_costs: tuple[NamedCost, ...] = key("autres_frais", "Autres frais prévus", ())
    hosting_programme: tuple[HostingDay, ...] = key("programme_accueil", "Programme d’accueil, jour par jour", ())
    out_of_area_reason: Text | None = key("motif_hors_trajet", "Motif d’un trajet hors des villes des parties")
    emergency_contact: Text | None = key("contact_sur_place", "Service à joindre sur place en cas d’urgence")
    emergency_phone: Text | None = key(
        "telephone_urgence",
        "Téléphone d’urgence, avec son indicatif ; vide : à la main",
    )

    @cached_property
    def costs(self) -> tuple[tuple[Path, CostCategory, Cost], ...]:
        """Every cost of the mission, with its path below the mission, and its category."""
        single = (
            (CostCategory.INTERNATIONAL_TRANSPORT, self.transport),
            (CostCategory.STAY, self.stay),
            (CostCategory.LOCAL_TRANSPORT, self.local_transport),
            (CostCategory.INSURANCE, self.insurance),
        )
        several = ((CostCategory.STOPOVER, self.stopovers), (CostCategory.OTHER, self.other_costs))
        return (
            *(((category.value,), category, cost) for category, cost in single if cost is not None),
            *(((kind.value, rank), kind, cost) for kind, costs in several for rank, cost in enumerate(costs)),
        )

    @cached_property
    def start(self) -> date | None:
        """The mission's first day: the one that is typed, else the first day of departure that is known."""
        return self.first_day or min((leg.departure for leg in self.legs if leg.departure), default=None)

    @cached_property
    def end(self) -> date | None:
        """The mission's last day: the one that is typed, else the last day of arrival that is known."""
        return self.last_day or max((leg.last_day for leg in self.legs if leg.last_day), default=None)
