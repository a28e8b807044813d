"""Years that no person meant: 0217 for 2017, 2108 for 2018."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.records import Case, Source
from generator.findings import Path
from generator.french import long_date
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, rule


@rule(
    "CO060",
    cites=Practice("Une date est près de l’année de l’action ou de la convention-cadre ; sinon elle est mal tapée."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
)
def years_are_plausible(case: Case) -> Iterator[Problem]:
    """L’année de chaque date est plausible ; l’écart permis est dans les références, et se règle là.

    Refusé : « 2108 » pour 2018, « 0217 » pour 2017, dans l’action, la convention-cadre, ses événements ou le programme.
    Admis : la dernière année de l’écart permis.
    """
    told = _years_told(case)
    for source, days in _days_by_source(case):
        years = _window(case, source, told)
        for path, day in days if years else ():
            if day.year not in years:
                yield Problem(
                    path,
                    f"La date du {long_date(day)} est hors des années {years[0]}-{years[-1]} : l’année {day.year} est "
                    "sans doute mal tapée.",
                    "Corrigez l’année ; si elle est juste, réglez l’écart permis : « reperes », dans "
                    "inputs/references/.",
                    source,
                )


def _window(case: Case, source: Source, years: list[int]) -> range:
    """Return the plausible years of an input; none where references set no margin.

    A framework convention and what happened to it may be far older than the action, and outlast it.
    """
    widest = case.law.guide("annees_de_la_convention")
    margins = (case.law.guide("annees_avant"), case.law.guide("annees_apres"))
    before, after = (widest, widest) if source in {Source.FRAMEWORK, Source.EVENTS} else margins
    if before is None or after is None or widest is None or not years:
        return range(0)
    certain = [year for year in years if abs(year - years[0]) <= widest]
    return range(int(min(certain) - before), int(max(certain) + after) + 1)


def _years_told(case: Case) -> list[int]:
    """Return the years that are no dates: that of the action's number, first, and those of the signed text."""
    period = case.framework.axes_period
    cited = [party.deliberation.day for party in case.framework.parties if party.deliberation]
    years = [int(case.action.year)] if case.action.year.isdecimal() else []
    years += [period.first_year, period.last_year] if period else []
    return years + [day.year for day in cited if day]


def _days_by_source(case: Case) -> Iterator[tuple[Source, list[tuple[Path, date]]]]:
    inputs = (
        (Source.ACTION, case.action),
        (Source.FRAMEWORK, case.framework),
        (Source.EVENTS, case.events),
        (Source.PROGRAMME, case.programme),
    )
    yield from ((source, entry.typed.days) for source, entry in inputs if entry is not None)


RULES = (years_are_plausible,)
