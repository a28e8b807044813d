"""Missions as templates see them: roles and payers computed for each mission, never fixed for a party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.acts.views.bodies import delegation_words, signing_person
from generator.acts.wording import Words, dated, grammatical_forms, in_figures, known, spanning
from generator.artifacts import Blank
from generator.case.records import Case
from generator.case.travel_facts import allowance_share, expected_payer
from generator.convention import CostRule
from generator.french import (
    Gender,
    Name,
    agree,
    capitalized,
    cardinal,
    common_gender,
    enumerate_and,
    is_plural,
    percent,
    to,
)
from generator.model.action import OrderSignatory
from generator.model.missions import Cost, Leg, Mission, NamedCost
from generator.model.persons import Delegation, Traveller, TravellerRole

_CAPACITY = {
    TravellerRole.ELECTED: "élu",
    TravellerRole.OFFICER: "agent",
    TravellerRole.THIRD: "tiers",
}

Bodies = Mapping[str, Mapping[str, object]]
"""Identifier of each contracting body → its forms."""


def missions(case: Case, bodies: Bodies) -> list[dict[str, object]]:
    """Return every mission of the action."""
    return [mission_words(case, mission, bodies) for mission in case.action.missions]


def mission_words(case: Case, mission: Mission, bodies: Bodies) -> dict[str, object]:
    """Return one mission: who goes where and when, and who bears what."""
    return {
        "id": mission.id,
        "objet": known(mission.purpose, f"objet de la mission {mission.id}"),
        "periode": spanning(mission.start, mission.end, f"dates de la mission {mission.id}"),
        "depart": dated(mission.start, f"date de départ de la mission {mission.id}"),
        "retour": dated(mission.end, f"date de retour de la mission {mission.id}"),
        "depart_lieu": _place(mission.legs[0].origin if mission.legs else None, "lieu de départ", mission),
        "retour_lieu": _place(mission.legs[-1].destination if mission.legs else None, "lieu de retour", mission),
        "lieux": _places(mission),
        "contact": mission.emergency_contact or False,
        "hors_trajet": mission.out_of_area_reason or False,
        "voyageurs": [_traveller(traveller) for traveller in mission.travellers],
        "voyageurs_liste": _travellers_by_name(mission),
        "effectif": _travellers_by_capacity(mission),
        "en_deplacement": _body(bodies, mission.travelling_party, f"partie en déplacement ({mission.id})"),
        "accueillante": _body(bodies, mission.host_party, f"partie accueillante ({mission.id})"),
        "trajets": [_leg(leg, mission) for leg in mission.legs],
        "transport": _cost(case, mission, mission.transport, "transport_international", bodies),
        "sejour": _stay(case, mission, bodies),
        "transport_local": _optional(case, mission, mission.local_transport, "transport_local", bodies),
        "assurance": _optional(case, mission, mission.insurance, "assurance", bodies),
        "escales": [
            _cost(case, mission, stop, "escale", bodies)
            | {"lieu": known(stop.place, "lieu de l’escale"), "duree": _nights(stop.nights)}
            for stop in mission.stopovers
        ],
        "autres_frais": [_other_cost(case, mission, cost, bodies) for cost in mission.other_costs],
        "programme_accueil": [
            {"date": dated(day.day, "jour du programme"), "contenu": known(day.content, "programme du jour")}
            for day in mission.hosting_programme
        ],
    }


def sharing_rule(case: Case) -> dict[str, str | bool]:
    """Say who bears each category of costs under the framework; False where its text leaves it open."""
    words = {
        CostRule.TRAVELLING_PARTY: "par la partie qui se déplace",
        CostRule.HOST_PARTY: "par la partie qui accueille",
        CostRule.EACH_ITS_OWN: "par chaque partie pour les personnes qu’elle envoie",
    }
    costs = case.framework.costs
    return {
        "transport_international": _rule_words(costs.international_transport, words),
        "sejour": _rule_words(costs.stay, words),
        "transport_local": _rule_words(costs.local_transport, words),
        "assurance": _rule_words(costs.insurance, words),
    }


def officer_words(traveller: Traveller) -> dict[str, object]:
    """Return an officer as a mission order names him or her: no more personal data than the order needs."""
    who = f"{traveller.given_name or ''} {traveller.surname or ''}".strip() or "l’agent"
    identity = signing_person(traveller, "de l’ordre")
    return {
        **{name: identity[name] for name in ("civilite", "prenom", "nom", "nom_complet", "e")},
        "fonction": known(traveller.title, f"fonction ({who})"),
        "grade": known(traveller.grade, f"grade ({who})"),
        "service": known(traveller.service, f"service ({who})"),
        "statut": traveller.status or "",
        "residence": known(traveller.administrative_residence, f"résidence administrative ({who})"),
        "numero_ordre": known(traveller.order_number, f"numéro de l’ordre de mission ({who})"),
        "imputation": known(traveller.budget_line, f"imputation budgétaire ({who})"),
    }


def order_signatory(signatory: OrderSignatory | None, of_whom: str) -> dict[str, object]:
    """Return who signs a mission order, with the delegation if there is one."""
    person = signing_person(signatory, f"des ordres de mission {of_whom}")
    return person | {"delegation": delegation_words(_order_delegation(signatory), of_whom)}


def _order_delegation(signatory: OrderSignatory | None) -> Delegation | None:
    """Return the delegation under which an order is signed, or None when the signatory holds the power."""
    if signatory is None or not (signatory.delegation_number or signatory.delegation_day):
        return None
    return Delegation.model_validate({"numero": signatory.delegation_number, "date": signatory.delegation_day})


def allowance_words(case: Case, mission: Mission, traveller: Traveller) -> dict[str, object]:
    """Say which daily allowance is due, or why none is: dated tables, never a constant."""
    share = allowance_share(case, mission, traveller)
    if share is None:
        return {"texte": Blank(f"hébergement et repas fournis ou non ({mission.id})")}
    if share == 0:
        return {
            "texte": "Aucune indemnité journalière n’est due : l’hébergement et les repas sont fournis gratuitement."
        }
    return {"texte": _share_words(case, mission, share)}


def advance_words(traveller: Traveller) -> dict[str, object] | bool:
    """Say which advance the officer asks for; False when none."""
    asked = traveller.allowance.advance_percent if traveller.allowance else None
    if not asked:
        return False
    return {"texte": f"Une avance de {percent(Decimal(asked))} de l’indemnité est demandée."}


def _share_words(case: Case, mission: Mission, share: Decimal) -> Words:
    country = mission.country or _host_country(case, mission)
    day = mission.start
    rates = (rate for rate in case.allowances.rates if rate.country == country)
    rate = next((rate for rate in rates if day is None or rate.in_force.covers(day)), None)
    if rate is None or rate.amount is None or rate.currency is None:
        return Blank(f"indemnité journalière du pays de destination ({mission.id})")
    full = in_figures(rate.amount, rate.currency, "indemnité journalière")
    if share == 1:
        return f"Indemnité journalière de mission : {full} par jour ({rate.source})."
    due = in_figures((rate.amount * share).quantize(Decimal("0.01")), rate.currency, "indemnité journalière")
    part = percent(share * 100)
    return f"Indemnité journalière de mission : {due} par jour, soit {part} de {full} ({rate.source})."


def _host_country(case: Case, mission: Mission) -> str | None:
    host = case.framework.party(mission.host_party)
    return host.country.code if host else None


def _rule_words(rule: CostRule | None, words: Mapping[CostRule, str]) -> str | bool:
    return words.get(rule, False) if rule else False


def _body(bodies: Bodies, identifier: str | None, label: str) -> dict[str, object]:
    forms = ("nom", "le", "Le", "de", "a")
    if identifier is None:
        return dict.fromkeys(forms, Blank(label))
    body = bodies.get(identifier) or grammatical_forms(identifier, None)
    return {form: body[form] for form in forms}


def _traveller(traveller: Traveller) -> dict[str, object]:
    identity = signing_person(traveller, "du voyageur")
    return {
        "nom_complet": identity["nom_complet"],
        "qualite": agree(_CAPACITY[traveller.role], traveller.gender)
        if traveller.role is TravellerRole.ELECTED
        else _CAPACITY[traveller.role],
        "fonction": traveller.title or "",
        "mineur": traveller.minor,
    }


def _travellers_by_capacity(mission: Mission) -> Words:
    """Count travellers by capacity, without their names: « un élu, deux agents et une personne tierce »."""
    by_role = {role: [person for person in mission.travellers if person.role is role] for role in TravellerRole}
    words = [_counted(role, persons) for role, persons in by_role.items() if persons]
    return enumerate_and(words) if words else Blank(f"voyageurs de la mission {mission.id}")


def _counted(role: TravellerRole, persons: Sequence[Traveller]) -> str:
    count, plural = len(persons), is_plural(len(persons))
    if role is TravellerRole.THIRD:
        return f"{cardinal(count, feminine=True)} {'autres personnes' if plural else 'autre personne'}"
    gender = common_gender(person.gender for person in persons) if role is TravellerRole.ELECTED else Gender.MASCULINE
    noun = agree(_CAPACITY[role], gender, plural=plural)
    return f"{cardinal(count, feminine=gender is Gender.FEMININE)} {noun}"


def _travellers_by_name(mission: Mission) -> Words:
    if not mission.travellers:
        return Blank(f"voyageurs de la mission {mission.id}")
    return enumerate_and([f"{_traveller(person)['nom_complet']}" for person in mission.travellers])


def _leg(leg: Leg, mission: Mission) -> dict[str, object]:
    return {
        "de": _place(leg.origin, "lieu de départ", mission),
        "vers": _place(leg.destination, "lieu d’arrivée", mission),
        "depart": dated(leg.departure, f"date du trajet ({mission.id})"),
        "arrivee": dated(leg.last_day, f"date du trajet ({mission.id})"),
        "moyen": known(leg.mode, f"moyen de transport ({mission.id})"),
        "classe": known(leg.travel_class, f"classe autorisée ({mission.id})"),
    }


def _place(name: str | None, what: str, mission: Mission) -> Words:
    return known(name, f"{what} ({mission.id})")


def _places(mission: Mission) -> Words:
    if not mission.places:
        return Blank(f"lieux d’exécution de la mission {mission.id}")
    stops = [to(Name(stop.place)) for stop in mission.stopovers if stop.place]
    through = f", avec étape {enumerate_and(stops)}" if stops else ""
    return enumerate_and(mission.places) + through


def _cost(case: Case, mission: Mission, cost: Cost | None, category: str, bodies: Bodies) -> dict[str, object]:
    payer = expected_payer(case.framework, mission, category) or (cost.payer if cost else None)
    currency = (cost.currency if cost else None) or case.action.budget.currency
    has_amount = cost is not None and cost.amount is not None
    return {
        "payeur": _body(bodies, payer, f"qui prend en charge : {category.replace('_', ' ')} ({mission.id})"),
        "montant": in_figures(cost.amount, currency, "montant") if cost and has_amount else "",
        "precision": (cost.note or False) if cost else False,
    }


def _other_cost(case: Case, mission: Mission, cost: NamedCost, bodies: Bodies) -> dict[str, object]:
    label = capitalized(cost.label) if cost.label else None
    return _cost(case, mission, cost, "autres_frais", bodies) | {"libelle": known(label, "nature des frais")}


def _optional(
    case: Case, mission: Mission, cost: Cost | None, category: str, bodies: Bodies
) -> dict[str, object] | bool:
    return False if cost is None else _cost(case, mission, cost, category, bodies)


def _stay(case: Case, mission: Mission, bodies: Bodies) -> dict[str, object]:
    stay = mission.stay
    provided = stay is not None and bool(stay.lodging_provided)
    return _cost(case, mission, stay, "sejour", bodies) | {
        "lieu": known(stay.place if stay else None, f"lieu du séjour ({mission.id})"),
        "duree": _nights(stay.nights) if stay and stay.nights is not None else "",
        "fourni": provided,
        "repas": str(stay.meals_provided or 0) if stay else "0",
    }


def _nights(count: int) -> str:
    if count == 0:
        return ""
    return f"{count} nuits" if is_plural(count) else f"{count} nuit"
