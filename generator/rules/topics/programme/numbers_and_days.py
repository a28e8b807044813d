"""Acts that several actions cite by their number: a visa, a delegation, a decision on a journey has one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_parts import Placed
from generator.french import enumerate_and, long_date
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule
from generator.rules.topics.programme.across_actions import folded, numbers_of, of_several, told_at

_ONE_DAY = Practice("Un acte a une seule date : un numéro que deux dates portent en cache une fausse.")

_Dated = tuple[ActionExtract, Placed, str | None, str | None, date | None]
"""An act that an action cites: where, of whom, its number and its day."""


@rule("CG106", cites=_ONE_DAY, draft=WARNING, final=WARNING)
def a_visa_has_one_day(year: YearRecord) -> Iterator[Problem]:
    """Le visa d’une autorité, connu par son numéro, n’a qu’une date dans l’année.

    Refusé : le visa n° V-1 est du 20 février dans une action, du 21 dans une autre.
    Admis : la même date ; deux numéros.
    """
    return _with_two_days(
        "Le visa",
        (
            (action, vote, vote.party, vote.visa_number, vote.visa_day)
            for action in year.actions
            for vote in action.votes
        ),
    )


@rule("CG107", cites=_ONE_DAY, draft=WARNING, final=WARNING)
def a_delegation_has_one_day(year: YearRecord) -> Iterator[Problem]:
    """L’acte qui délègue une signature, connu par son numéro, n’a qu’une date dans l’année.

    Refusé : l’arrêté n° A-9 est du 2 septembre dans une action, du 3 dans une autre.
    Admis : la même date ; deux numéros.
    """
    return _with_two_days(
        "L’acte de délégation",
        (
            (action, signer, signer.body, signer.delegation_number, signer.delegation_day)
            for action in year.actions
            for signer in action.signers
        ),
    )


@rule("OM104", cites=_ONE_DAY, draft=WARNING, final=WARNING)
def a_decision_on_journeys_has_one_day(year: YearRecord) -> Iterator[Problem]:
    """Le mandat spécial ou la décision de prise en charge, connu par son numéro, n’a qu’une date dans l’année.

    Refusé : la décision n° DEC-3 est du 5 mai dans une action, du 6 dans une autre.
    Admis : la même date ; deux numéros.
    """
    return _with_two_days(
        "Le mandat ou la décision",
        (
            (action, journey, journey.employer, journey.act_number, journey.act_day)
            for action in year.actions
            for journey in action.journeys
        ),
    )


def _with_two_days(what: str, acts: Iterable[_Dated]) -> Iterator[Problem]:
    """Yield one problem for each number that actions date otherwise, at the first one that differs."""
    by_number: defaultdict[tuple[str | None, str], list[_Dated]] = defaultdict(list)
    for act in acts:
        _, _, whose, number, day = act
        if number and day and not number.isdecimal():  # a number of figures alone may be another act in each register
            by_number[whose, folded(number)].append(act)
    for cited in by_number.values():
        other = next((act for act in cited if act[-1] != cited[0][-1]), None)
        if other is not None and of_several((action, mark) for action, mark, *_ in cited):
            action, mark, _, number, _ = other
            days = sorted({day for *_, day in cited if day})
            yield told_at(
                action,
                mark,
                f"{what} n° {number} a plusieurs dates : {enumerate_and([long_date(day) for day in days])} (actions "
                f"{numbers_of(action for action, *_ in cited)}).",
                "Reprenez partout la date que porte l’acte.",
            )


RULES = (
    a_visa_has_one_day,
    a_delegation_has_one_day,
    a_decision_on_journeys_has_one_day,
)
