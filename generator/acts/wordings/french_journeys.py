"""Travel in French: travellers named and counted, places, who bears what, allowances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from generator.acts.facts.fact import Words
from generator.acts.facts.journeys import (
    AdvanceAsked,
    AllowanceDue,
    Capacity,
    CostBearing,
    Headcount,
    NoAllowance,
    PersonList,
    PlacesAndStops,
)
from generator.acts.wordings.french_powers import person_name
from generator.acts.wordings.french_quantities import money
from generator.convention import CostRule
from generator.french import Gender, Name, agree, cardinal, common_gender, enumerate_and, is_plural, percent, to
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
_HUNDREDTHS: Final = 100


def capacity(fact: Capacity) -> str:
    """Name the capacity in which somebody travels: « élue », « agent », « tiers »; only the first one agrees."""
    noun = _CAPACITIES[fact.role]
    return agree(noun, fact.gender) if fact.role is TravellerRole.ELECTED else noun


def person_list(fact: PersonList) -> str:
    """Name travellers in one sentence."""
    return enumerate_and([person_name(person) for person in fact.persons])


def headcount(fact: Headcount) -> str:
    """Count travellers by capacity, without their names: « un élu, deux agents et une autre personne »."""
    by_role = {role: [one.gender for one in fact.travellers if one.role is role] for role in TravellerRole}
    return enumerate_and([_counted(role, genders) for role, genders in by_role.items() if genders])


def _counted(role: TravellerRole, genders: Sequence[Gender]) -> str:
    count, plural = len(genders), is_plural(len(genders))
    if role is TravellerRole.THIRD:
        return f"{cardinal(count, feminine=True)} {'autres personnes' if plural else 'autre personne'}"
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


def advance_asked(fact: AdvanceAsked) -> str:
    """Say which advance is asked for."""
    return f"Une avance de {percent(Decimal(fact.percent))} de l’indemnité est demandée."
