"""Missions: between whom, where and when."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.mission_days import overlapping
from generator.case.records import Case
from generator.convention import Party
from generator.french import enumerate_and
from generator.rules.engine.citations import Clause, Practice
from generator.rules.engine.naming import person_name, span, the_body, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE_AND_SIGNATURE, ERROR, WARNING, rule
from generator.rules.topics.places_in_the_case import journeys_by_person, travellers


@rule("OM030", cites=Clause("deplacements"), draft=WARNING, final=WARNING)
def journeys_run_between_the_parties_towns(case: Case) -> Iterator[Problem]:
    """Les trajets vont d’une ville des parties à l’autre ; un autre lieu est motivé.

    Refusé : une étape dans une ville tierce, sans motif.
    Admis : la même étape, avec « motif_hors_trajet ».
    """
    towns = {party.place.name.casefold() for party in case.framework.parties}
    for rank, mission in enumerate(case.action.missions):
        places = (place for leg in mission.legs for place in (leg.origin, leg.destination) if place)
        others = [place for place in dict.fromkeys(places) if place.casefold() not in towns]
        if others and not mission.out_of_area_reason:
            between = "–".join(party.place.name for party in case.parties)
            yield Problem(
                ("missions", rank, "motif_hors_trajet"),
                f"Trajet hors de {between} (mission {mission.id}) : {enumerate_and(others)}, à justifier.",
                "Remplissez « motif_hors_trajet ».",
            )


@rule("OM032", cites=Practice("Une mission de l’action se déroule pendant l’action."), draft=WARNING, final=WARNING)
def missions_take_place_during_the_action(case: Case) -> Iterator[Problem]:
    """La mission se déroule pendant l’action, premier et dernier jour compris.

    Refusé : la mission s’achève le lendemain du dernier jour de l’action.
    Admis : elle s’achève le dernier jour.
    """
    first, last = case.action.calendar.start, case.action.calendar.end
    for rank, mission in enumerate(case.action.missions):
        early = first is not None and mission.start is not None and mission.start < first
        late = last is not None and mission.end is not None and mission.end > last
        if early or late:
            yield Problem(
                ("missions", rank),
                f"La mission {mission.id} ({span(mission.start, mission.end)}) est hors des dates de l’action "
                f"({span(first, last)}).",
                "Corrigez les dates des trajets, ou « calendrier ».",
            )


@rule(
    "OM033",
    cites=Practice("Nul n’est en deux missions le même jour."),
    draft=ERROR,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def missions_of_one_traveller_do_not_overlap(case: Case) -> Iterator[Problem]:
    """Deux missions d’une même personne n’ont aucun jour en commun.

    Refusé : la seconde part le jour où la première revient.
    Admis : la seconde part le lendemain.
    """
    for journeys in journeys_by_person(case):
        busy = [journeys[rank] for rank in overlapping([mission for _, mission, _ in journeys])]
        for path, _, person in busy[1:2]:  # of two, the second one typed
            more = len(busy) - len(busy[:2])
            days = [f"{mission.id} : {span(mission.start, mission.end)}" for _, mission, _ in busy[:2]]
            yield Problem(
                path,
                f"{person_name(person)} a {'plusieurs' if more else 'deux'} missions qui se chevauchent "
                f"({' ; '.join([*days, *([f'et {more} de plus'] if more else [])])}).",
                f"Corrigez les dates de {'ces' if more else 'l’une des'} missions, ou les voyageurs.",
            )


@rule(
    "CO012",
    cites=Practice("Une mission a un trajet et au moins un voyageur."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
    waivable=False,
)
def missions_have_legs_and_travellers(case: Case) -> Iterator[Problem]:
    """Chaque mission a des trajets et des voyageurs.

    Refusé : « trajets » est vide, ou « voyageurs » est vide.
    Admis : un trajet et un voyageur au moins.
    """
    for rank, mission in enumerate(case.action.missions):
        for key, name, items in (("trajets", "trajet", mission.legs), ("voyageurs", "voyageur", mission.travellers)):
            if not items:
                yield Problem(
                    ("missions", rank, key),
                    f"La mission {mission.id} n’a aucun {name}.",
                    f"Remplissez « {key} » de la mission.",
                )


@rule(
    "CO013",
    cites=Practice(
        "Qui paie dépend de qui se déplace et de qui accueille : les deux rôles se disent pour chaque mission."
    ),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
    waivable=False,
)
def missions_say_who_travels_and_who_hosts(case: Case) -> Iterator[Problem]:
    """Chaque mission dit quelle partie se déplace et quelle autre accueille.

    Refusé : la même partie se déplace et accueille, ou un rôle est vide.
    Admis : deux parties distinctes.
    """
    for rank, mission in enumerate(case.action.missions):
        for key, name, party in (
            ("partie_en_deplacement", "se déplace", mission.travelling_party),
            ("partie_accueillante", "accueille", mission.host_party),
        ):
            if party is None:
                yield Problem(
                    ("missions", rank, key),
                    f"La mission {mission.id} ne dit pas quelle partie {name}.",
                    f"Remplissez « {key} ».",
                )
        if mission.host_party is not None and mission.host_party == mission.travelling_party:
            yield Problem(
                ("missions", rank, "partie_accueillante"),
                f"Dans la mission {mission.id}, {the_body(case, mission.host_party)} se déplace et accueille à la "
                "fois.",
                "Corrigez « partie_en_deplacement » ou « partie_accueillante ».",
            )


@rule(
    "CO038",
    cites=Practice("Qui paie se calcule pour chaque mission : ses agents sont ceux de la partie qui se déplace."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def officers_are_those_of_the_travelling_party(case: Case) -> Iterator[Problem]:
    """L’agent d’une partie se déplace dans une mission de cette partie, ou d’une partie du même côté.

    Refusé : un agent de la partie qui accueille figure parmi les voyageurs.
    Admis : chaque voyageur est employé par la partie qui se déplace, ou par un employeur qui n’est pas une partie.
    """
    for path, mission, traveller in travellers(case):
        employer, sender = (case.framework.party(body) for body in (traveller.employer, mission.travelling_party))
        if employer is not None and sender is not None and employer.interest != sender.interest:
            yield Problem(
                (*path, "employeur"),
                f"{person_name(traveller)} travaille pour {the_party(employer)}, et c’est {the_party(sender)} qui se "
                f"déplace (mission {mission.id}).",
                "Corrigez « employeur » ou « partie_en_deplacement » ; sinon, faites une mission pour chaque partie.",
            )


@rule(
    "CO039",
    cites=Practice("Une mission part de chez qui se déplace, et va chez qui accueille."),
    draft=ERROR,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def missions_leave_from_the_travelling_party(case: Case) -> Iterator[Problem]:
    """Le premier trajet ne part pas de la ville de la partie qui accueille : les rôles seraient inversés.

    Refusé : la mission part de la ville de la partie qui accueille.
    Admis : elle part de la ville de la partie qui se déplace, ou d’une autre ville.
    """
    for rank, mission in enumerate(case.action.missions):
        host, sender = (case.framework.party(body) for body in (mission.host_party, mission.travelling_party))
        if host is None or sender is None or not mission.legs or _same_town(host, sender.place.name):
            continue
        if _same_town(host, mission.legs[0].origin):
            yield Problem(
                ("missions", rank, "trajets", 0, "de"),
                f"La mission {mission.id} part de {host.place.name}, où siège {the_party(host)}, qui accueille : les "
                "rôles semblent inversés, et les payeurs avec eux.",
                "Corrigez « partie_en_deplacement » et « partie_accueillante », ou le premier trajet.",
            )


def _same_town(party: Party, town: str | None) -> bool:
    return party.place.name.casefold() == (town or "").casefold()


RULES = (
    journeys_run_between_the_parties_towns,
    missions_take_place_during_the_action,
    missions_of_one_traveller_do_not_overlap,
    missions_have_legs_and_travellers,
    missions_say_who_travels_and_who_hosts,
    officers_are_those_of_the_travelling_party,
    missions_leave_from_the_travelling_party,
)
