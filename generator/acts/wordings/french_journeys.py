"""Travel in French: travellers named and counted, places, who bears what, allowances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from generator.acts.facts.fact import Words
from generator.acts.facts.journeys import (
    AdvanceAsked,
    AllowanceAtRateInForce,
    AllowanceDue,
    Capacity,
    CostBearing,
    CostNamed,
    Headcount,
    NoAllowance,
    PersonList,
    PlacesAndStops,
    SharedAmong,
    ShareOfCost,
)
from generator.acts.facts.quantities import Money
from generator.acts.wordings.french_gaps import blank
from generator.acts.wordings.french_powers import person_name
from generator.acts.wordings.french_quantities import money
from generator.convention import CostRule
from generator.french import Gender, Name, agree, cardinal, common_gender, enumerate_and, is_plural, percent, to
from generator.model.missions import CostCategory
from generator.model.persons import TravellerRole

_CAPACITIES: Final[Mapping[TravellerRole, str]] = MappingProxyType(
    {TravellerRole.ELECTED: "élu", TravellerRole.OFFICER: "agent", TravellerRole.THIRD: "tiers"}
)
_BEARERS: Final[Mapping[CostRule, str]] = MappingProxyType(
    {
        CostRule.TRAVELLING_PARTY: "par la partie qui se déplace",
        CostRule.HOST_PARTY: "par la partie qui accueille",
        CostRule.EACH_ITS_OWN: "par chaque partie pour les personnes qu’elle envoie",
    }
)
_COSTS: Final[Mapping[CostCategory, str]] = MappingProxyType(
    {
        CostCategory.INTERNATIONAL_TRANSPORT: "Transport international",
        CostCategory.STAY: "Séjour",
        CostCategory.LOCAL_TRANSPORT: "Transports sur place",
        CostCategory.INSURANCE: "Assurance et rapatriement",
        CostCategory.STOPOVER: "Étape",
        CostCategory.OTHER: "Autres frais",
    }
)
_HUNDREDTHS: Final = 100


def capacity(fact: Capacity) -> str:
    """Name the capacity in which somebody travels: « élue », « agent », « tiers »; only the first one agrees."""
    noun = _CAPACITIES[fact.role]
    return agree(noun, fact.gender) if fact.role is TravellerRole.ELECTED else noun


def person_list(fact: PersonList) -> str:
    """Name travellers in one sentence."""
    return enumerate_and([person_name(person) for person in fact.persons])


def headcount(fact: Headcount) -> str:
    """Count travellers by capacity, without their names: « un élu et une autre personne », « une personne »."""
    by_role = {role: [one.gender for one in fact.travellers if one.role is role] for role in TravellerRole}
    is_other = bool(by_role[TravellerRole.ELECTED] or by_role[TravellerRole.OFFICER])
    return enumerate_and([_counted(role, genders, is_other=is_other) for role, genders in by_role.items() if genders])


def _counted(role: TravellerRole, genders: Sequence[Gender], *, is_other: bool) -> str:
    count, plural = len(genders), is_plural(len(genders))
    if role is TravellerRole.THIRD:
        other = ("autres " if plural else "autre ") if is_other else ""
        return f"{cardinal(count, feminine=True)} {other}{'personnes' if plural else 'personne'}"
    gender = common_gender(genders) if role is TravellerRole.ELECTED else Gender.MASCULINE
    noun = agree(_CAPACITIES[role], gender, plural=plural)
    return f"{cardinal(count, feminine=gender is Gender.FEMININE)} {noun}"


def places_and_stops(fact: PlacesAndStops) -> str:
    """Say where a mission takes place: « Tazerout et Agadir, avec étape à Casablanca »."""
    through = f", avec étape {enumerate_and([to(Name(stop)) for stop in fact.stops])}" if fact.stops else ""
    return enumerate_and(fact.places) + through


def cost_bearing(fact: CostBearing) -> str:
    """Say by whom a category of costs is borne."""
    return _BEARERS[fact.rule]


def no_allowance(_fact: NoAllowance) -> str:
    """Say that no allowance is due, and why: an officer must be able to read it in the order."""
    return "Aucune indemnité journalière n’est due : l’hébergement et les repas sont fournis gratuitement."


def allowance_due(fact: AllowanceDue) -> Words:
    """Say which daily allowance is due, and of what it is a share: dated tables, never a constant."""
    full, due = money(fact.full), money(fact.due)
    for amount in (full, due):
        if not amount:
            return amount
    source = f" ({fact.source})" if fact.source else ""
    if fact.share == 1:
        return f"Indemnité journalière de mission : {full} par jour{source}."
    part = percent(fact.share * _HUNDREDTHS)
    return f"Indemnité journalière de mission : {due} par jour, soit {part} de {full}{source}."


def allowance_at_rate_in_force(fact: AllowanceAtRateInForce) -> str:
    """Say which daily allowance is due where no table is given: the rate is that of the day of departure."""
    reduced = "" if fact.share == 1 else f", réduit de {percent((1 - fact.share) * _HUNDREDTHS)}"
    return f"Indemnité journalière de mission : au taux en vigueur au jour du départ{reduced}."


def cost_named(fact: CostNamed) -> str:
    """Name a cost: « Séjour à Tazerout, 4 nuits (hébergement et deux repas par jour fournis) »."""
    place = f" {to(Name(fact.place))}" if fact.place else ""
    provided = _provided(fact)
    added = [text for text in (fact.label, fact.note) if text]
    return f"{_COSTS[fact.category]}{place}{_nights(fact)}{provided}{' : ' if added else ''}{', '.join(added)}"


def _nights(fact: CostNamed) -> str:
    if not fact.nights:
        return ""
    nights = f"{fact.nights} {'nuits' if is_plural(fact.nights) else 'nuit'}"
    aboard = fact.category is CostCategory.INTERNATIONAL_TRANSPORT
    return f" ({nights} à bord)" if aboard else f", {nights}"


def _provided(fact: CostNamed) -> str:
    """Say what the host gives: « hébergement fourni », « un repas par jour fourni »."""
    lodging = ["hébergement"] if fact.is_lodging_provided else []
    meals = [f"{cardinal(fact.meals)} repas par jour"] if fact.meals else []
    if not lodging + meals:
        return ""
    is_several = len(lodging + meals) > 1 or is_plural(fact.meals)
    return f" ({enumerate_and(lodging + meals)} {'fournis' if is_several else 'fourni'})"


def share_of_cost(fact: ShareOfCost) -> Words:
    """Write one traveller's share, to the cent, or to the unit in a currency that has no cents."""
    cost = fact.cost
    exact = cost.amount / fact.travellers
    shares = (money(Money(round(exact, digits), cost.currency, cost.writing, cost.missing)) for digits in (2, 0))
    return next((share for share in shares if share), blank(cost.missing))


def shared_among(fact: SharedAmong) -> str:
    """Say of what the amounts are a share: « Chaque montant est la part de l’agent, un voyageur sur deux. »."""
    return f"Chaque montant est la part de l’agent, un voyageur sur {cardinal(fact.travellers)}."


def advance_asked(fact: AdvanceAsked) -> str:
    """Say which advance is asked for."""
    return f"Une avance de {percent(Decimal(fact.percent))} de l’indemnité est demandée."
