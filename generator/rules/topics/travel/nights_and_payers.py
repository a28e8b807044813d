"""The nights of a mission and its legs: no more nights than days, none without somebody who pays."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.cost_bearing import payer_of
from generator.case.itineraries import Halt, halts, is_host_place, is_same_place, nights_away
from generator.case.records import Case
from generator.french import enumerate_and, is_plural
from generator.model.missions import CostCategory, Mission
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import span
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE_AND_SIGNATURE, ERROR, WARNING, rule
from generator.rules.topics.travel.legs_and_days import leg_words

_PAID = Practice("Toute nuit et tout trajet d’une mission sont payés par quelqu’un, que l’acte nomme.")
_STAY = CostCategory.STAY
_STOPOVER = CostCategory.STOPOVER
_LOCAL = CostCategory.LOCAL_TRANSPORT


@rule(
    "OM035",
    cites=Practice("Une mission compte autant de nuits que de jours entre le départ et le retour."),
    draft=ERROR,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def nights_fit_between_departure_and_return(case: Case) -> Iterator[Problem]:
    """Les nuits du séjour et des escales ne sont pas plus nombreuses que les jours entre le départ et le retour.

    Refusé : cinq nuits, quand la mission part un lundi et revient le vendredi.
    Admis : quatre nuits.
    """
    for rank, mission in enumerate(case.action.missions):
        most, nights = nights_away(mission), _nights_counted(mission)
        if most is not None and nights > most:
            here = (_STAY.value, "nuits") if mission.stay and mission.stay.nights else (_STOPOVER.value,)
            yield Problem(
                ("missions", rank, *here),
                f"{_nights(nights)} pour la mission {mission.id} ({span(mission.start, mission.end)}), qui n’en compte "
                f"que {most}.",
                "Corrigez « nuits » sous « sejour » ou « escales », ou les dates des trajets.",
            )


@rule("OM036", cites=_PAID, draft=WARNING, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def every_night_is_paid(case: Case) -> Iterator[Problem]:
    """Chaque nuit entre deux trajets est payée, par le séjour ou une escale ; une nuit à bord l’est par le billet.

    Refusé : une nuit à Paris avant le vol, sans escale ; une nuit de séjour de moins que de nuits passées sur place.
    Admis : la nuit figure sous « escales » ; ou le trajet part un jour et arrive le lendemain.
    """
    for rank, mission in enumerate(case.action.missions):
        spent = halts(mission)
        unpaid = sum(halt.nights for halt in spent) - _nights_covered(case, mission, spent)
        if unpaid > 0:
            away = next((halt for halt in spent if _is_uncovered(case, mission, halt)), None)
            yield _unpaid_stop(rank, mission, away) if away else _short_stay(rank, mission, unpaid)


@rule("OM060", cites=_PAID, draft=WARNING, final=WARNING)
def stay_counts_the_nights_spent_there(case: Case) -> Iterator[Problem]:
    """Les nuits du séjour ne sont pas plus nombreuses que celles que les trajets laissent sur place.

    Refusé : cinq nuits de séjour, quand on arrive le lundi et repart le vendredi, une nuit d’étape venant ensuite.
    Admis : quatre nuits de séjour, et la nuit d’étape sous « escales ».
    """
    for rank, mission in enumerate(case.action.missions):
        there = [halt for halt in halts(mission) if is_host_place(case, mission, halt.place)]
        counted, spent = mission.stay.nights if mission.stay else None, sum(halt.nights for halt in there)
        most = nights_away(mission)
        if there and counted and counted > spent and not (most is not None and _nights_counted(mission) > most):
            yield Problem(
                ("missions", rank, _STAY.value, "nuits"),
                f"{_nights(counted)} de séjour pour la mission {mission.id}, quand les trajets n’en laissent sur place "
                f"que {spent} ({span(there[0].first, there[-1].last)}).",
                "Corrigez « nuits » sous « sejour » ; une nuit d’étape va sous « escales », le billet paie la nuit à "
                "bord.",
            )


def _nights_counted(mission: Mission) -> int:
    stay = mission.stay.nights if mission.stay else None
    return (stay or 0) + sum(stop.nights for stop in mission.stopovers)


def _nights_covered(case: Case, mission: Mission, spent: tuple[Halt, ...]) -> int:
    """Count the nights that stay and stopovers pay; a stay that does not say its nights pays those spent there."""
    if mission.stay is not None and mission.stay.nights is not None:
        return _nights_counted(mission)
    there = sum(halt.nights for halt in spent if is_host_place(case, mission, halt.place))
    return there + sum(stop.nights for stop in mission.stopovers)


def _is_uncovered(case: Case, mission: Mission, halt: Halt) -> bool:
    """Whether a halt is away from the mission's places, and longer than the stopovers listed there."""
    stops = sum(stop.nights for stop in mission.stopovers if is_same_place(stop.place, halt.place))
    return halt.nights > stops and not is_host_place(case, mission, halt.place)


def _unpaid_stop(rank: int, mission: Mission, halt: Halt) -> Problem:
    them = "les" if is_plural(halt.nights) else "la"
    return Problem(
        ("missions", rank, _STOPOVER.value),
        f"{_nights(halt.nights)} à {halt.place} ({span(halt.first, halt.last)}), entre les trajets {halt.rank + 1} et "
        f"{halt.rank + 2} de la mission {mission.id} : ni le séjour ni une escale ne {them} paie.",
        "Ajoutez l’étape sous « escales » : lieu, nuits, payeur, et montant, même nul.",
    )


def _short_stay(rank: int, mission: Mission, unpaid: int) -> Problem:
    counted = _nights_counted(mission)
    return Problem(
        ("missions", rank, _STAY.value, "nuits"),
        f"{_nights(unpaid)} de la mission {mission.id} que personne ne paie : séjour et escales en comptent {counted}, "
        f"les trajets {counted + unpaid}.",
        "Corrigez « nuits » sous « sejour », ajoutez l’étape sous « escales », ou corrigez les dates des trajets.",
    )


def _nights(count: int) -> str:
    return f"{count} {'nuits' if is_plural(count) else 'nuit'}"


@rule("OM040", cites=_PAID, draft=WARNING, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def every_leg_is_paid(case: Case) -> Iterator[Problem]:
    """Chaque trajet est payé, au titre du transport international ou des transports sur place.

    Refusé : un trajet qui n’est pas international, quand « transport_local » est vide.
    Admis : « transport_local » a un payeur ; ou le trajet est dit international.
    """
    # Where a cost is given, or is that of the international transport, CO032 asks who bears it.
    for rank, mission in enumerate(case.action.missions):
        payer = payer_of(case.framework, mission, _LOCAL, mission.local_transport)
        legs = [leg_words(leg) for leg in mission.legs if not leg.international]
        if legs and payer is None and mission.local_transport is None:
            yield Problem(
                ("missions", rank, _LOCAL.value),
                f"Personne ne paie {enumerate_and(legs)} (mission {mission.id}) : {_of_them(legs)} pas du transport "
                f"international, et « {_LOCAL.value} » est vide.",
                f"Remplissez « payeur » sous « {_LOCAL.value} » ; ou écrivez « oui » sous « international » de ces "
                "trajets.",
            )


def _of_them(legs: list[str]) -> str:
    return "ces trajets ne relèvent" if is_plural(len(legs)) else "ce trajet ne relève"


RULES = (
    nights_fit_between_departure_and_return,
    every_night_is_paid,
    stay_counts_the_nights_spent_there,
    every_leg_is_paid,
)
