"""Missions, as templates see them: roles and payers computed for each mission, never fixed for a party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing, Unnamed, known
from generator.acts.facts.journeys import Capacity, CostBearing, Headcount, PersonList, PlacesAndStops
from generator.acts.facts.namings import Noun, Opening
from generator.acts.facts.powers import PersonName
from generator.acts.facts.quantities import Dated, Money, NightCount, Spanning, Writing, dated, money, spanning
from generator.acts.facts.typed_texts import FreeText, free_text
from generator.acts.view_fields import View, fact, spread
from generator.acts.views.name_views import NameView, missing_name, name_view
from generator.acts.views.signer_views import full_name
from generator.case.cost_bearing import payer_of
from generator.case.records import Case
from generator.convention import CostRule, CostSharing
from generator.model import sentences
from generator.model.missions import Cost, CostCategory, HostingDay, Leg, Mission, NamedCost, Stay, Stopover
from generator.model.persons import Traveller


class TravellerView(View, title="Un voyageur"):
    """Somebody who travels."""

    full_name: PersonName | Missing = fact("nom_complet", "civilité, prénom et nom")
    capacity: Capacity = fact("qualite", "élu, agent ou tiers")
    office: str = fact("fonction", "fonction ; vide à défaut")
    is_minor: bool = fact("mineur", "il est mineur")


class LegView(View, title="Un trajet"):
    """One leg of a journey."""

    origin: str | Missing = fact("de", "lieu de départ")
    destination: str | Missing = fact("vers", "lieu d’arrivée")
    departure: Dated | Missing = fact("depart", "date de départ")
    arrival: Dated | Missing = fact("arrivee", "date d’arrivée")
    mode: str | Missing = fact("moyen", "moyen de transport")
    travel_class: str | Missing = fact("classe", "classe autorisée")


class CostView(View, title="Une prise en charge"):
    """A cost of a mission and who bears it."""

    payer: NameView = fact("payeur", "qui prend en charge")
    amount: Money | Missing | Nothing = fact("montant", "montant prévu ; vide à défaut")
    note: str | None = fact("precision", "précision ; faux à défaut")


class StayView(View, title="Un séjour"):
    """The stay at the host's."""

    cost: CostView = spread()
    place: str | Missing = fact("lieu", "lieu du séjour")
    nights: NightCount | Nothing = fact("duree", "nombre de nuits : « 4 nuits »")
    is_lodging_provided: bool = fact("fourni", "l’hébergement est fourni")
    meals: str = fact("repas", "nombre de repas fournis par jour")


class StopoverView(View, title="Une escale"):
    """A stop outside the parties' places."""

    cost: CostView = spread()
    place: str | Missing = fact("lieu", "lieu de l’escale")
    nights: NightCount = fact("duree", "nombre de nuits ; vide sans nuit")


class OtherCostView(View, title="Un autre frais"):
    """Another expected cost."""

    cost: CostView = spread()
    label: Opening | Missing = fact("libelle", "nature du frais")


class HostingDayView(View, title="Un jour d’accueil"):
    """One day of the programme that the host prepares."""

    day: Dated | Missing = fact("date", "jour")
    content: FreeText | Missing = fact("contenu", "programme du jour")


class MissionView(View, title="Une mission"):
    """A mission: who goes where and when, and who bears what."""

    identifier: str = fact("id", "identifiant, celui du formulaire")
    purpose: FreeText | Missing = fact("objet", "objet")
    days: Spanning | Missing = fact("periode", "dates : « du 16 au 20 mai 2017 »")
    departure: Dated | Missing = fact("depart", "date de départ")
    arrival: Dated | Missing = fact("retour", "date de retour")
    departure_place: str | Missing = fact("depart_lieu", "lieu de départ")
    arrival_place: str | Missing = fact("retour_lieu", "lieu de retour")
    places: PlacesAndStops | Missing = fact("lieux", "lieux et étapes, énumérés")
    contact: str | None = fact("contact", "contact d’urgence ; faux à défaut")
    out_of_area_reason: FreeText | None = fact("hors_trajet", "motif d’un passage hors du trajet ; faux à défaut")
    travellers: tuple[TravellerView, ...] = fact("voyageurs", "voyageurs")
    listed_travellers: PersonList | Missing = fact("voyageurs_liste", "voyageurs, énumérés par leur nom")
    headcount: Headcount | Missing = fact("effectif", "voyageurs, comptés par qualité")
    travelling_party: NameView = fact("en_deplacement", "partie qui se déplace")
    host_party: NameView = fact("accueillante", "partie qui accueille")
    legs: tuple[LegView, ...] = fact("trajets", "trajets, dans l’ordre")
    transport: CostView = fact("transport", "transport international")
    stay: StayView = fact("sejour", "séjour")
    local_transport: CostView | None = fact("transport_local", "transports sur place ; faux à défaut")
    insurance: CostView | None = fact("assurance", "assurance et rapatriement ; faux à défaut")
    stopovers: tuple[StopoverView, ...] = fact("escales", "escales")
    other_costs: tuple[OtherCostView, ...] = fact("autres_frais", "autres frais")
    hosting_programme: tuple[HostingDayView, ...] = fact("programme_accueil", "programme d’accueil, jour par jour")


class SharingView(View, title="Le partage des frais que fixe la convention-cadre"):
    """Who bears each category of costs under the framework; nobody where its text leaves it open."""

    international_transport: CostBearing | None = fact(
        "transport_international", "qui supporte le transport international ; faux si le texte n’en dit rien"
    )
    stay: CostBearing | None = fact("sejour", "qui supporte le séjour ; faux si le texte n’en dit rien")
    local_transport: CostBearing | None = fact(
        "transport_local", "qui supporte les transports sur place ; faux si le texte n’en dit rien"
    )
    insurance: CostBearing | None = fact("assurance", "qui supporte l’assurance ; faux si le texte n’en dit rien")


_UNKNOWN_PAYERS: Final[Mapping[CostCategory, Gap]] = MappingProxyType(
    {
        CostCategory.INTERNATIONAL_TRANSPORT: Gap.TRANSPORT_PAYER,
        CostCategory.STAY: Gap.STAY_PAYER,
        CostCategory.LOCAL_TRANSPORT: Gap.LOCAL_TRANSPORT_PAYER,
        CostCategory.INSURANCE: Gap.INSURANCE_PAYER,
        CostCategory.STOPOVER: Gap.STOPOVER_PAYER,
        CostCategory.OTHER: Gap.OTHER_COST_PAYER,
    }
)
"""Category of costs → what is missing when nobody is known to bear it."""


def mission_views(case: Case, nouns: Mapping[str, Noun]) -> tuple[MissionView, ...]:
    """Return every mission of the action.

    Args:
        case: the case.
        nouns: identifier of each contracting body → its name with its forms.
    """
    return tuple(mission_view(case, mission, nouns) for mission in case.action.missions)


def mission_view(case: Case, mission: Mission, nouns: Mapping[str, Noun]) -> MissionView:
    """Return one mission."""
    return _Journey(case, mission, nouns).view


def sharing_view(costs: CostSharing) -> SharingView:
    """Say who bears each category of costs under the framework."""
    return SharingView(
        international_transport=_bearing(costs.international_transport),
        stay=_bearing(costs.stay),
        local_transport=_bearing(costs.local_transport),
        insurance=_bearing(costs.insurance),
    )


def _bearing(rule: CostRule | None) -> CostBearing | None:
    return None if rule is None or rule is CostRule.FREE else CostBearing(rule)


@dataclass(frozen=True, slots=True)
class _Journey:
    """A mission on its way to its view: what is missing from it is missing of that mission."""

    case: Case
    mission: Mission
    nouns: Mapping[str, Noun]
    _named: dict[str, NameView] = field(default_factory=dict)

    @property
    def view(self) -> MissionView:
        mission = self.mission
        reason = mission.out_of_area_reason
        first, last = (mission.legs[0], mission.legs[-1]) if mission.legs else (Leg(), Leg())
        return MissionView(
            identifier=mission.id,
            purpose=free_text(mission.purpose, sentences.MISSION_PURPOSE, self._missing(Gap.MISSION_PURPOSE)),
            days=spanning(mission.start, mission.end, self._missing(Gap.MISSION_DAYS)),
            departure=dated(mission.start, self._missing(Gap.MISSION_DEPARTURE_DAY)),
            arrival=dated(mission.end, self._missing(Gap.MISSION_RETURN_DAY)),
            departure_place=known(first.origin, self._missing(Gap.DEPARTURE_PLACE)),
            arrival_place=known(last.destination, self._missing(Gap.RETURN_PLACE)),
            places=self._places,
            contact=mission.emergency_contact,
            out_of_area_reason=FreeText(reason, sentences.REASON_OF_STOPS) if reason else None,
            travellers=tuple(_traveller(traveller) for traveller in mission.travellers),
            listed_travellers=self._listed_travellers,
            headcount=self._headcount,
            travelling_party=self._name(mission.travelling_party, Gap.TRAVELLING_PARTY),
            host_party=self._name(mission.host_party, Gap.HOST_PARTY),
            legs=tuple(self._leg(leg) for leg in mission.legs),
            transport=self._cost(mission.transport, CostCategory.INTERNATIONAL_TRANSPORT),
            stay=self._stay(mission.stay),
            local_transport=self._optional_cost(mission.local_transport, CostCategory.LOCAL_TRANSPORT),
            insurance=self._optional_cost(mission.insurance, CostCategory.INSURANCE),
            stopovers=tuple(self._stopover(stop) for stop in mission.stopovers),
            other_costs=tuple(self._other_cost(cost) for cost in mission.other_costs),
            hosting_programme=tuple(_hosting_day(day) for day in mission.hosting_programme),
        )

    def _missing(self, gap: Gap) -> Missing:
        return Missing(gap, about=self.mission.id)

    def _name(self, identifier: str | None, gap: Gap) -> NameView:
        if identifier is None:
            return missing_name(self._missing(gap))
        noun = self.nouns.get(identifier) or Noun(identifier)
        return self._named.get(identifier) or self._named.setdefault(identifier, name_view(noun))

    @property
    def _places(self) -> PlacesAndStops | Missing:
        places, stops = self.mission.places, [stop.place for stop in self.mission.stopovers if stop.place]
        return PlacesAndStops(places, stops) if places else self._missing(Gap.MISSION_PLACES)

    @property
    def _listed_travellers(self) -> PersonList | Missing:
        """Name the travellers; somebody who has no full name yet would be left out of the sentence unseen."""
        names = [full_name(person) for person in self.mission.travellers]
        found = [name for name in names if name]
        return PersonList(found) if found and len(found) == len(names) else self._missing(Gap.MISSION_TRAVELLERS)

    @property
    def _headcount(self) -> Headcount | Missing:
        travellers = [Capacity(person.role, person.gender) for person in self.mission.travellers]
        return Headcount(travellers) if travellers else self._missing(Gap.MISSION_TRAVELLERS)

    def _leg(self, leg: Leg) -> LegView:
        no_day = self._missing(Gap.LEG_DAY)
        return LegView(
            origin=known(leg.origin, self._missing(Gap.DEPARTURE_PLACE)),
            destination=known(leg.destination, self._missing(Gap.ARRIVAL_PLACE)),
            departure=dated(leg.departure, no_day),
            arrival=dated(leg.last_day, no_day),
            mode=known(leg.mode, self._missing(Gap.LEG_MODE)),
            travel_class=known(leg.travel_class, self._missing(Gap.LEG_CLASS)),
        )

    def _cost(self, cost: Cost | None, category: CostCategory) -> CostView:
        """Return who bears a cost: the party that the framework says, else the one that the action says."""
        planned = cost or Cost()
        payer = payer_of(self.case.framework, self.mission, category, cost)
        currency = planned.currency or self.case.action.budget.currency
        no_amount = Missing(Gap.COST_AMOUNT)
        return CostView(
            payer=self._name(payer, _UNKNOWN_PAYERS[category]),
            amount="" if planned.amount is None else money(planned.amount, currency, Writing.FIGURES, no_amount),
            note=planned.note,
        )

    def _optional_cost(self, cost: Cost | None, category: CostCategory) -> CostView | None:
        return None if cost is None else self._cost(cost, category)

    def _stay(self, stay: Stay | None) -> StayView:
        planned = stay or Stay()
        return StayView(
            cost=self._cost(stay, CostCategory.STAY),
            place=known(planned.place, self._missing(Gap.STAY_PLACE)),
            nights="" if planned.nights is None else NightCount(planned.nights),
            is_lodging_provided=bool(planned.lodging_provided),
            meals=str(planned.meals_provided or 0),
        )

    def _stopover(self, stop: Stopover) -> StopoverView:
        return StopoverView(
            cost=self._cost(stop, CostCategory.STOPOVER),
            place=known(stop.place, Missing(Gap.STOPOVER_PLACE)),
            nights=NightCount(stop.nights),
        )

    def _other_cost(self, cost: NamedCost) -> OtherCostView:
        return OtherCostView(
            cost=self._cost(cost, CostCategory.OTHER),
            label=Opening(cost.label) if cost.label else Missing(Gap.COST_LABEL),
        )


def _traveller(person: Traveller) -> TravellerView:
    return TravellerView(
        full_name=full_name(person) or Missing(Gap.SIGNER, Unnamed.TRAVELLER),
        capacity=Capacity(person.role, person.gender),
        office=person.title_alone or "",
        is_minor=person.minor,
    )


def _hosting_day(day: HostingDay) -> HostingDayView:
    return HostingDayView(
        day=dated(day.day, Missing(Gap.HOSTING_DAY)),
        content=free_text(day.content, sentences.HOSTING, Missing(Gap.HOSTING_CONTENT)),
    )
