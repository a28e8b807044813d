"""Acts that several actions cite by their number: a visa, a delegation, a decision on a journey has one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_parts import Placed
from generator.french import long_date
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule
from generator.rules.topics.programme.across_actions import folded, odd_one, told_at

_Act = tuple[str | None, str | None, date | None]
"""An act that is cited: whose it is, its number and its day."""


class _Cited(NamedTuple):
    """An act whose number and day are known, and where it is cited."""

    mark: Placed
    number: str
    day: date


_ONE_DAY = Practice("Un acte a une seule date : un numéro que deux dates portent en cache une fausse.")


@rule("CG106", cites=_ONE_DAY, draft=WARNING, final=WARNING)
def a_visa_has_one_day(year: YearRecord) -> Iterator[Problem]:
    """Le visa d’une autorité, connu par son numéro, n’a qu’une date dans l’année.

    Refusé : le visa n° V-1 est du 20 février dans une action, du 21 dans une autre.
    Admis : la même date ; deux numéros.
    """
    return _with_two_days(
        "Le visa",
        (
            (action, vote, (vote.party, vote.visa_number, vote.visa_day))
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
            (action, signer, (signer.body, signer.delegation_number, signer.delegation_day))
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
            (action, journey, (journey.employer, journey.act_number, journey.act_day))
            for action in year.actions
            for journey in action.journeys
        ),
    )


def _with_two_days(what: str, acts: Iterable[tuple[ActionExtract, Placed, _Act]]) -> Iterator[Problem]:
    """Yield one problem for each number that actions date otherwise, at the first one that differs from most."""
    by_number: defaultdict[tuple[str | None, str], list[tuple[ActionExtract, _Cited]]] = defaultdict(list)
    for action, mark, (whose, number, day) in acts:
        if number and day and not number.isdecimal():  # a number of figures alone may be another act in each register
            by_number[whose, folded(number)].append((action, _Cited(mark, number, day)))
    for cited in by_number.values():
        unlike = odd_one(cited, lambda each: each.day)
        if unlike is not None:
            (right_action, right), (action, act) = unlike
            yield told_at(
                action,
                act.mark,
                f"{what} n° {act.number} est du {long_date(act.day)} dans l’action {action.number}, et du "
                f"{long_date(right.day)} dans l’action {right_action.number}.",
                "Reprenez partout la date que porte l’acte.",
            )


RULES = (
    a_visa_has_one_day,
    a_delegation_has_one_day,
    a_decision_on_journeys_has_one_day,
)
