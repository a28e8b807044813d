"""The indicators of a year: one measure has one value at the start."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.year import YearRecord
from generator.rules.engine.citations import ClauseElse
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule
from generator.rules.topics.programme.across_actions import folded, grouped_by, odd_one, told_at


@rule(
    "CO121",
    cites=ClauseElse("indicateurs", "Un indicateur défini en commun se mesure partout depuis la même valeur."),
    draft=WARNING,
    final=WARNING,
)
def an_indicator_has_one_baseline(year: YearRecord) -> Iterator[Problem]:
    """Un indicateur, de même libellé et de même unité, a la même valeur de départ dans toute l’année.

    Refusé : « Jeunes formés » part de 0 dans une action, de 12 dans une autre.
    Admis : la même valeur ; deux unités ; une valeur qui n’est pas encore connue.
    """
    measured = ((action, indicator) for action in year.actions for indicator in action.indicators if indicator.baseline)
    for _, indicators in grouped_by(measured, lambda _, each: (folded(each.label), folded(each.unit))):
        unlike = odd_one(indicators, lambda indicator: folded(indicator.baseline))
        if unlike is not None and unlike[0][1].label:
            (first_action, first), (action, indicator) = unlike
            yield told_at(
                action,
                indicator,
                f"L’indicateur « {indicator.label} » part de {indicator.baseline} dans l’action {action.number}, et de "
                f"{first.baseline} dans l’action {first_action.number}.",
                "Reprenez la même valeur de départ, ou dites dans le libellé ce qui distingue les deux mesures.",
            )


RULES = (an_indicator_has_one_baseline,)
