"""The journeys of a year: one place a day for each person, one number for each order, one cost for each journey."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_parts import JourneyExtract, OrderExtract
from generator.french import enumerate_and
from generator.model.persons import TravellerRole
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import span
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE_AND_SIGNATURE, ERROR, WARNING, rule
from generator.rules.topics.programme.across_actions import (
    Part,
    body_name,
    folded,
    grouped_by,
    identity,
    numbers_of,
    odd_one,
    of_several,
    person,
    told_at,
)

_ROLES = {
    TravellerRole.ELECTED.value: "élu",
    TravellerRole.OFFICER.value: "agent",
    TravellerRole.THIRD.value: "tiers",
}


@rule(
    "OM100",
    cites=Practice("Un numéro désigne un seul ordre de mission : c’est par lui que la paierie le retrouve."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def each_order_of_the_year_has_its_own_number(year: YearRecord) -> Iterator[Problem]:
    """Un numéro d’ordre de mission ne sert qu’une fois dans l’année, chez un même employeur.

    Refusé : l’ordre n° OM-1 dans deux actions.
    Admis : OM-1 et OM-2 ; OM-1 chez deux employeurs.
    """
    orders = ((action, order) for action in year.actions for order in action.orders)
    for _, given in grouped_by(orders, _number_and_employer):
        if of_several(given):
            action, order = next(each for each in given if each[0] is not given[0][0])
            yield told_at(
                action,
                order,
                f"L’ordre n° {order.number} est déjà attribué : il sert dans les actions "
                f"{numbers_of(action for action, _ in given)}.",
                "Donnez à chaque ordre son numéro.",
            )


def _number_and_employer(_: ActionExtract, order: OrderExtract) -> tuple[str, str | None]:
    return folded(order.number), order.employer


@rule(
    "OM101",
    cites=Practice("Nul n’est en deux lieux le même jour."),
    draft=ERROR,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def nobody_is_in_two_places(year: YearRecord) -> Iterator[Problem]:
    """Une personne n’est pas en mission pour deux actions le même jour ; premier et dernier jours comptent.

    Refusé : elle rentre le 16 mai d’une mission, et part le 16 mai pour une autre action.
    Admis : elle repart le lendemain ; les deux actions partagent un seul et même voyage.
    """
    for _, journeys in grouped_by(_dated(year), _traveller):
        met = [pair for pair in _meetings(journeys) if not _is_one_journey(*pair)]
        if met:
            (first_action, first), (action, journey) = met[0]
            others = list(dict.fromkeys(other.number for pair in met for other, _ in pair))
            more = f" ; actions en cause : {enumerate_and(others)}" if met[1:] else ""
            yield told_at(
                action,
                journey,
                f"{person(journey.given_name, journey.surname)} serait en mission pour l’action {first_action.number} "
                f"({first.mission}, {span(first.first, first.last)}) et pour l’action {action.number} "
                f"({journey.mission}, {span(journey.first, journey.last)}){more}.",
                "Corrigez les dates, ou désignez une autre personne.",
            )


@rule(
    "OM102",
    cites=Practice("Un voyage que deux actions partagent ne se paie qu’une fois."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def a_shared_journey_is_paid_once(year: YearRecord) -> Iterator[Problem]:
    """Le voyage que deux actions partagent (mêmes jours, même lieu, même personne) n’a un coût que dans l’une.

    Refusé : le transport et le séjour figurent dans les deux actions.
    Admis : l’une porte les coûts, l’autre n’en porte aucun.
    """
    told: set[tuple[str, str, str, str]] = set()
    for _, journeys in grouped_by(_dated(year), _traveller):
        for (first_action, first), (action, journey) in _meetings(journeys):
            pair = (first_action.file, first.mission, action.file, journey.mission)
            shared = _is_one_journey((first_action, first), (action, journey))
            if shared and first.is_paid and journey.is_paid and pair not in told:
                told.add(pair)
                yield told_at(
                    action,
                    journey,
                    f"La mission {journey.mission} de l’action {action.number} est le voyage de la mission "
                    f"{first.mission} de l’action {first_action.number} ({span(journey.first, journey.last)}) : il est "
                    "payé deux fois.",
                    "Laissez les coûts dans une seule action ; l’autre cite la mission sans montant.",
                )


@rule(
    "OM103",
    cites=Practice("Une personne voyage comme élu, comme agent ou comme tiers : chaque qualité appelle un autre acte."),
    draft=WARNING,
    final=WARNING,
)
def a_traveller_has_one_quality(year: YearRecord) -> Iterator[Problem]:
    """Un voyageur a la même qualité, et un agent le même employeur, dans toutes les actions de l’année.

    Refusé : agent de la ville dans une action, tiers dans une autre.
    Admis : la même qualité et le même employeur.
    """
    travelling = ((action, journey) for action in year.actions for journey in action.journeys)
    for _, journeys in grouped_by(travelling, _traveller):
        unlike = odd_one(journeys, _quality)
        if unlike is not None:
            (first_action, first), (action, journey) = unlike
            yield told_at(
                action,
                journey,
                f"{person(journey.given_name, journey.surname)} est {_in_words(year, action, journey)} dans l’action "
                f"{action.number}, et {_in_words(year, first_action, first)} dans l’action {first_action.number}.",
                "Corrigez la qualité ou l’employeur ; un homonyme se distingue par son prénom complet.",
            )


def _quality(journey: JourneyExtract) -> tuple[str, str | None]:
    return journey.role, journey.employer if journey.role == TravellerRole.OFFICER.value else None


def _in_words(year: YearRecord, action: ActionExtract, journey: JourneyExtract) -> str:
    employed = f" ({body_name(year, action, journey.employer)})" if _quality(journey)[1] else ""
    return f"{_ROLES[journey.role]}{employed}"


def _dated(year: YearRecord) -> Iterator[Part[JourneyExtract]]:
    for action in year.actions:
        yield from ((action, each) for each in action.journeys if each.first and each.last and each.first <= each.last)


def _traveller(_: ActionExtract, journey: JourneyExtract) -> tuple[str, str] | None:
    return identity(journey.given_name, journey.surname)


def _meetings(journeys: list[Part[JourneyExtract]]) -> Iterator[tuple[Part[JourneyExtract], Part[JourneyExtract]]]:
    """Yield the journeys of one person that meet those of another action, each with the one that ends last before.

    In each pair, the action that is listed first comes first. The cost is that of sorting the journeys.
    """
    order = {id(action): rank for rank, (action, _) in enumerate(journeys)}
    met: list[Part[JourneyExtract]] = []
    for part in sorted(journeys, key=_days):
        if met and _days(met[0])[1] >= _days(part)[0] and met[0][0] is not part[0]:
            first, second = sorted((met[0], part), key=lambda each: order[id(each[0])])
            yield first, second
        met = [max(*met, part, key=_last_day)] if met else [part]


def _last_day(part: Part[JourneyExtract]) -> date:
    return _days(part)[1]


def _days(part: Part[JourneyExtract]) -> tuple[date, date]:
    return part[1].first or date.min, part[1].last or date.min


def _is_one_journey(one: Part[JourneyExtract], other: Part[JourneyExtract]) -> bool:
    """Whether two missions of one person are one journey: the same days, to the same place."""
    first, second = one[1], other[1]
    return _days(one) == _days(other) and (first.country, folded(first.destination)) == (
        second.country,
        folded(second.destination),
    )


RULES = (
    each_order_of_the_year_has_its_own_number,
    nobody_is_in_two_places,
    a_shared_journey_is_paid_once,
    a_traveller_has_one_quality,
)
