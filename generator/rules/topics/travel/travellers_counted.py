"""How many travel and for how many nights, as ways of calculating count them, against those whom missions name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.case.records import Case
from generator.findings import Path, dotted
from generator.french import enumerate_and, is_plural, kept_by_text, plain_words
from generator.model.missions import CostCategory, Mission
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import person_name
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE_AND_SIGNATURE, ERROR, WARNING, rule
from generator.rules.topics.travel.lines_of_missions import lines_of_missions

_SAME_COUNT = Practice("Ce que compte un mode de calcul est ce que dit la mission : voyageurs, billets, nuits.")

_NEAR = len(["une", "chambre", "pour"])
"""How far before a number the word stands that it belongs to: « chambre double pour 2 personnes »."""

Calculation = tuple[Path, tuple[Mission, ...], CostCategory | None, str]
"""Where a way of calculating stands, the missions that it is about, the category of the cost, its words."""


@rule("OM046", cites=_SAME_COUNT, draft=WARNING, final=WARNING)
def calculations_count_those_who_travel(case: Case) -> Iterator[Problem]:
    """Le mode de calcul d’une ligne qui nomme une mission, ou la précision d’un coût, compte ceux qui voyagent.

    Refusé : « 4 billets à 450 € », ou « 4 personnes », quand la mission nomme trois voyageurs.
    Admis : autant que de voyageurs ; deux billets pour chacun, s’il y a deux trajets ; « chambres de 2 personnes ».
    """
    for path, missions, _, text in _calculations(case):
        heads, legs = sum(len(each.travellers) for each in missions), max(len(each.legs) for each in missions)
        tickets = {heads * times for times in range(1, legs + 1)}
        people = _counted(case, text, "voyageurs_comptes")
        if heads and not (_agrees(people, {heads}) and _agrees(_counted(case, text, "titres_de_transport"), tickets)):
            yield Problem(
                path,
                f"« {text} » : {_named(missions)} {heads} {'voyageurs' if is_plural(heads) else 'voyageur'} "
                f"({_places(case, missions, 'voyageurs')}).",
                "Corrigez le mode de calcul et le montant, ou les voyageurs de la mission.",
            )


@rule("OM051", cites=_SAME_COUNT, draft=WARNING, final=WARNING)
def calculations_count_the_nights(case: Case) -> Iterator[Problem]:
    """Le mode de calcul d’un séjour ou d’une escale compte les nuits que dit la mission.

    Refusé : « 3 personnes, 6 nuits », quand le séjour en compte cinq.
    Admis : « 3 personnes, 5 nuits ».
    """
    for path, missions, category, text in _calculations(case):
        nights = sum(_nights(mission, category) for mission in missions)
        if nights and not _agrees(_counted(case, text, "nuits_comptees"), {nights}):
            key = (category or CostCategory.STAY).value
            yield Problem(
                path,
                f"« {text} » : {_named(missions)} {nights} {'nuits' if is_plural(nights) else 'nuit'} "
                f"({_places(case, missions, key)}).",
                "Corrigez le mode de calcul et le montant, ou les nuits de la mission.",
            )


@rule(
    "OM050",
    cites=Practice("Chacun voyage une fois : qui figure deux fois dans une mission a deux ordres, et deux indemnités."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def nobody_travels_twice(case: Case) -> Iterator[Problem]:
    """Une personne ne figure qu’une fois parmi les voyageurs d’une mission.

    Refusé : le même prénom et le même nom deux fois, l’un en capitales.
    Admis : deux personnes du même nom.
    """
    for rank, mission in enumerate(case.action.missions):
        seen: dict[tuple[str, ...], int] = {}
        for place, traveller in enumerate(mission.travellers):
            if not (traveller.given_name and traveller.surname):
                continue
            first = seen.setdefault(plain_words(f"{traveller.given_name} {traveller.surname}"), place)
            if first != place:
                other = mission.travellers[first]
                is_same = traveller.identity == other.identity
                told = "figure deux fois" if is_same else f"et {person_name(other)} ont le même nom, aux accents près,"
                yield Problem(
                    ("missions", rank, "voyageurs", place, "nom"),
                    f"{person_name(traveller)} {told} parmi les voyageurs de la mission {mission.id} "
                    f"(« {dotted(('missions', rank, 'voyageurs', first))} »).",
                    "Retirez l’une des deux lignes ; si ce sont deux homonymes, donnez un second prénom.",
                )


def _calculations(case: Case) -> Iterator[Calculation]:
    for rank, (line, named, category) in enumerate(lines_of_missions(case)):
        if named and line.calculation:
            yield ("budget", "depenses", rank, "mode_de_calcul"), named, category, line.calculation
    for rank, mission in enumerate(case.action.missions):
        for path, category, cost in mission.costs:
            if cost.note:
                yield ("missions", rank, *path, "precision"), (mission,), category, cost.note


def _counted(case: Case, text: str, name: str) -> list[int]:
    """Return the numbers that stand before a word of a list; none that says how many a room or a car holds."""
    counted, holders = case.law.words(name), case.law.words("contenants")
    return [
        number
        for number, word, before in _numbers_in(text)
        if (word,) in counted and not any((each,) in holders for each in before)
    ]


@kept_by_text
def _numbers_in(text: str) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """Return each number of a text with the word after it, and the words shortly before it."""
    words = plain_words(text)
    return tuple(
        (int(number), word, words[max(rank - _NEAR, 0) : rank])
        for rank, (number, word) in enumerate(pairwise(words))
        if number.isdecimal()
    )


def _agrees(counts: list[int], expected: set[int]) -> bool:
    """Whether what is counted, one number or all together, is what is expected; nothing counted contradicts nothing."""
    return not counts or sum(counts) in expected or not expected.isdisjoint(counts)


def _nights(mission: Mission, category: CostCategory | None) -> int:
    """Count the nights that a mission tells of a category; none where it tells of none."""
    if category is CostCategory.STAY:
        return (mission.stay.nights if mission.stay else None) or 0
    return sum(stop.nights for stop in mission.stopovers) if category is CostCategory.STOPOVER else 0


def _named(missions: tuple[Mission, ...]) -> str:
    many = is_plural(len(missions))
    names = enumerate_and([mission.id for mission in missions])
    return f"les missions {names} comptent" if many else f"la mission {names} compte"


def _places(case: Case, missions: tuple[Mission, ...], key: str) -> str:
    ranks = [case.action.missions.index(mission) for mission in missions]
    return enumerate_and([f"« {dotted(('missions', rank, key))} »" for rank in ranks])


RULES = (
    calculations_count_those_who_travel,
    calculations_count_the_nights,
    nobody_travels_twice,
)
