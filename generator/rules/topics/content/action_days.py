"""The days of the action: known, and in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.records import Case
from generator.findings import Path
from generator.french import long_date
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule


@rule(
    "CO007",
    cites=Practice("L’acte dit quand l’action commence et quand elle s’achève."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def action_has_its_dates(case: Case) -> Iterator[Problem]:
    """Le premier et le dernier jour de l’action sont connus.

    Refusé : « calendrier.fin » est vide.
    Admis : « calendrier.debut » et « calendrier.fin » sont remplis.
    """
    calendar = case.action.calendar
    for name, label, day in (("debut", "premier", calendar.start), ("fin", "dernier", calendar.end)):
        if day is None:
            yield Problem(
                ("calendrier", name),
                f"Le {label} jour de l’action n’est pas indiqué.",
                f"Remplissez « calendrier.{name} ».",
            )


@rule(
    "CO008",
    cites=Practice("Rien ne s’achève avant d’avoir commencé."),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def nothing_ends_before_it_starts(case: Case) -> Iterator[Problem]:
    """La date de fin ne précède pas la date de début : action, activités, missions, trajets.

    Refusé : l’action s’achève la veille de son premier jour.
    Admis : l’action dure un seul jour.
    """
    for path, what, start, end in _periods(case):
        if start and end and end < start:
            yield Problem(
                path,
                f"La date de fin de {what} ({long_date(end)}) précède la date de début ({long_date(start)}).",
                "Corrigez l’une des deux dates.",
            )


@rule(
    "CO055",
    cites=Practice("L’acte finance une action entre deux dates ; ce qui s’y fait a lieu entre elles."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def activities_lie_within_the_action(case: Case) -> Iterator[Problem]:
    """Chaque activité a lieu pendant l’action, premier et dernier jour compris.

    Refusé : une activité s’achève le lendemain du dernier jour de l’action.
    Admis : elle s’achève ce jour-là.
    """
    first, last = case.action.calendar.start, case.action.calendar.end
    for rank, activity in enumerate(case.action.activities):
        for key, day in (("debut", activity.start), ("fin", activity.end)):
            early, late = day and first and day < first, day and last and day > last
            if day and (early or late):
                yield Problem(
                    ("activites", rank, key),
                    f"L’activité « {activity.title or rank + 1} » ({long_date(day)}, « {key} ») est hors des dates de "
                    f"l’action : {'elle commence' if early else 'elle s’achève'} le "
                    f"{long_date(first if early and first else last or day)} (« calendrier »).",
                    "Corrigez cette date, ou celles du calendrier.",
                )


def _periods(case: Case) -> Iterator[tuple[Path, str, date | None, date | None]]:
    action = case.action
    yield ("calendrier", "fin"), "l’action", action.calendar.start, action.calendar.end
    for rank, activity in enumerate(action.activities):
        title = activity.title or rank + 1
        yield ("activites", rank, "fin"), f"l’activité « {title} »", activity.start, activity.end
    for rank, mission in enumerate(action.missions):
        yield ("missions", rank, "fin"), f"la mission {mission.id}", mission.first_day, mission.last_day
        for place, leg in enumerate(mission.legs):
            where = f"« {leg.origin or '…'} – {leg.destination or '…'} » ({mission.id})"
            yield (
                ("missions", rank, "trajets", place, "arrivee"),
                f"l’étape {where}",
                leg.departure,
                leg.arrival,
            )


RULES = (
    action_has_its_dates,
    nothing_ends_before_it_starts,
    activities_lie_within_the_action,
)
