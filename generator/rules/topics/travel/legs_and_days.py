"""The legs of a mission: one after the other, each from where the former ended, within its days, there and back."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.itineraries import legs_not_chained, legs_out_of_order, returns_home, ways
from generator.case.records import Case
from generator.french import cardinal, enumerate_and, long_date
from generator.model.missions import Leg, Mission
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import span
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE_AND_SIGNATURE, ERROR, WARNING, rule

_FOLLOWING = Practice(
    "Les actes impriment les trajets dans leur ordre : ils se suivent, d’un lieu et d’un jour à l’autre."
)


@rule("OM037", cites=_FOLLOWING, draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def legs_follow_one_another(case: Case) -> Iterator[Problem]:
    """Les trajets d’une mission sont dans l’ordre : aucun ne part avant l’arrivée du précédent.

    Refusé : un trajet part la veille du jour où le précédent arrive.
    Admis : il part le jour même, ou plus tard.
    """
    for rank, mission in enumerate(case.action.missions):
        for before, after in legs_out_of_order(mission):
            former, leg = mission.legs[before], mission.legs[after]
            if former.last_day and leg.departure:
                yield Problem(
                    ("missions", rank, "trajets", after, "depart"),
                    f"Trajets dans le désordre (mission {mission.id}) : le trajet {after + 1} ({leg_words(leg)}) part "
                    f"le {long_date(leg.departure)}, avant l’arrivée du trajet {before + 1} ({leg_words(former)}), le "
                    f"{long_date(former.last_day)}.",
                    "Corrigez l’une des deux dates, ou l’ordre des trajets.",
                )


@rule("OM038", cites=_FOLLOWING, draft=WARNING, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def legs_start_where_the_former_ended(case: Case) -> Iterator[Problem]:
    """Chaque trajet part d’où le précédent arrive.

    Refusé : un trajet arrive à Paris, et le suivant part de Lyon.
    Admis : le suivant part de Paris, ou de « Paris (Orly) ».
    """
    for rank, mission in enumerate(case.action.missions):
        if legs_out_of_order(mission):
            continue
        for after in legs_not_chained(mission):
            former, leg = mission.legs[after - 1], mission.legs[after]
            yield Problem(
                ("missions", rank, "trajets", after, "de"),
                f"Le trajet {after + 1} de la mission {mission.id} ({leg_words(leg)}) ne part pas d’où le trajet "
                f"{after} arrive ({leg_words(former)}).",
                "Corrigez « de » ou « vers », ajoutez le trajet qui manque, ou faites une mission pour chaque groupe "
                "de voyageurs.",
            )


@rule("OM039", cites=_FOLLOWING, draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def legs_and_programme_lie_within_the_mission(case: Case) -> Iterator[Problem]:
    """Les trajets et le programme d’accueil tiennent dans les dates de la mission, premier et dernier jour compris.

    Refusé : le programme d’accueil a un jour après le retour ; un trajet part la veille du premier jour de la mission.
    Admis : le programme s’achève le jour du retour ; le premier trajet part le premier jour.
    """
    for rank, mission in enumerate(case.action.missions):
        for place, leg in enumerate(mission.legs):
            early = mission.start and leg.departure and leg.departure < mission.start
            late = mission.end and leg.last_day and leg.last_day > mission.end
            if early or late:
                yield Problem(
                    ("missions", rank, "trajets", place, "depart" if early or not leg.arrival else "arrivee"),
                    f"Le trajet {place + 1} ({leg_words(leg)}, {span(leg.departure, leg.last_day)}) est hors de "
                    f"{_mission_and_days(mission)}.",
                    "Corrigez la date du trajet, ou « debut » et « fin » de la mission.",
                )
        for place, entry in enumerate(mission.hosting_programme):
            early = mission.start and entry.day and entry.day < mission.start
            late = mission.end and entry.day and entry.day > mission.end
            if entry.day and (early or late):
                yield Problem(
                    ("missions", rank, "programme_accueil", place, "date"),
                    f"Le programme d’accueil a un jour ({long_date(entry.day)}) hors de {_mission_and_days(mission)}.",
                    "Corrigez ce jour, ou les dates des trajets.",
                )


def _mission_and_days(mission: Mission) -> str:
    return f"la mission {mission.id} ({span(mission.start, mission.end)})"


@rule(
    "OM041",
    cites=Practice("Qui part en mission en revient, et son retour est payé."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def missions_come_back(case: Case) -> Iterator[Problem]:
    """Le dernier trajet ramène d’où le premier est parti.

    Refusé : un aller sans retour.
    Admis : le dernier trajet arrive dans la ville d’où part le premier.
    """
    for rank, mission in enumerate(case.action.missions):
        if not returns_home(mission):
            last = len(mission.legs) - 1
            yield Problem(
                ("missions", rank, "trajets", last, "vers"),
                f"La mission {mission.id} part de {mission.legs[0].origin}, et son dernier trajet "
                f"({leg_words(mission.legs[last])}) n’y ramène pas : le retour manque.",
                "Ajoutez sous « trajets » ceux du retour : lieux, dates, moyen et classe.",
            )


@rule(
    "OM042",
    cites=Practice("L’ordre de mission dit le moyen et la classe de chaque trajet, au retour comme à l’aller."),
    draft=WARNING,
    final=WARNING,
)
def both_ways_are_told_alike(case: Case) -> Iterator[Problem]:
    """Le retour se dit trajet par trajet, comme l’aller : un seul trajet d’un côté en cache peut-être d’autres.

    Refusé : deux trajets à l’aller, par une ville d’étape, et un seul au retour.
    Admis : autant de trajets, ou plusieurs dans chaque sens.
    """
    for rank, mission in enumerate(case.action.missions):
        there, back = ways(case, mission)
        short, long = sorted((there, back), key=len)
        if len(short) == 1 != len(long) and all(leg.origin and leg.destination for leg in mission.legs):
            way, other = ("l’aller", "le retour") if short is there else ("le retour", "l’aller")
            stops = enumerate_and([stop.destination or "" for stop in long[:-1]])
            yield Problem(
                ("missions", rank, "trajets", mission.legs.index(short[0])),
                f"Mission {mission.id} : {way} tient en un seul trajet ({leg_words(short[0])}), quand {other} en "
                f"compte {cardinal(len(long))}, par {stops}.",
                "Donnez chaque trajet des deux sens, avec son moyen et sa classe, ou confirmez.",
            )


def leg_words(leg: Leg) -> str:
    """« Tanger – Paris »; an unknown place is an ellipsis."""
    return f"« {leg.origin or '…'} – {leg.destination or '…'} »"


RULES = (
    legs_follow_one_another,
    legs_start_where_the_former_ended,
    legs_and_programme_lie_within_the_mission,
    missions_come_back,
    both_ways_are_told_alike,
)
