"""Example data: an act that is meant for good rests on none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.records import Case, Source
from generator.french import enumerate_and
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, WARNING, rule


@rule(
    "CO050",
    cites=Practice("Une seule donnée d’exemple fait de l’acte un exemple, sans valeur : chaque page le porte."),
    draft=WARNING,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def a_true_action_rests_on_no_example(case: Case) -> Iterator[Problem]:
    """L’action qui n’est pas un exemple ne s’appuie sur aucune donnée d’exemple.

    Refusé : « exemple: non » dans l’action, et les événements de la convention-cadre sont inventés (« exemple: oui »).
    Admis : l’action est un exemple comme eux ; ou tout est vrai.
    """
    invented = [name for name, is_example in _inputs(case) if is_example]
    if invented and not case.action.example:
        yield Problem(
            ("exemple",),
            f"L’action n’est pas un exemple, mais elle s’appuie sur des données d’exemple : {enumerate_and(invented)}. "
            "Chaque page porterait « EXEMPLE – sans valeur ».",
            "Remplacez ces données par les vraies, et écrivez-y « non » sous « exemple » ; pour un essai, écrivez "
            "« oui » sous « exemple » dans l’action.",
        )


def _inputs(case: Case) -> Iterator[tuple[str, bool]]:
    """Yield each input beside the action that may be an example, as a sentence names it."""
    events = case.places.get(Source.EVENTS)
    file = f" ({events.file})" if events else ""
    yield f"les événements de la convention-cadre{file}", bool(case.events and case.events.example)
    yield "le programme de l’année", bool(case.programme and case.programme.example)
    yield "les barèmes d’indemnités (inputs/baremes)", case.allowances.example


RULES = (a_true_action_rests_on_no_example,)
