"""What starts before the agreement is in force: the action, its missions, and what is spent on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.after_signature import entry_into_force
from generator.case.records import Case
from generator.findings import dotted
from generator.french import long_date
from generator.model.missions import Mission
from generator.rules.engine.citations import Statute
from generator.rules.engine.naming import money
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE_AND_SIGNATURE, ERROR, SIGNATURE, WARNING, rule

_IN_FORCE = Statute("CGCT L. 1115-1")


@rule("CG051", cites=_IN_FORCE, draft=ERROR, final=ERROR, bars=SIGNATURE)
def nothing_is_spent_before_the_entry_into_force(case: Case) -> Iterator[Problem]:
    """L’action ne commence ni ne dépense rien avant l’entrée en vigueur de la convention, c’est-à-dire sa transmission.

    Refusé : l’action commence la veille de la transmission, et un versement est prévu ce jour-là.
    Admis : elle commence le jour de la transmission ; ou rien n’est encore dépensé, ce qu’un avertissement dit.
    """
    start, force = case.action.calendar.start, entry_into_force(case)
    spent = next(_early_expenses(case, force), None) if force else None
    if start and force and start < force and spent:
        yield Problem(
            ("calendrier", "debut"),
            f"Action commencée le {long_date(start)}, avant l’entrée en vigueur de la convention ({long_date(force)}), "
            f"et dépense qui la précède : {spent}.",
            "Reportez le début de l’action et cette dépense, ou avancez la signature et la transmission.",
        )


@rule("CG052", cites=_IN_FORCE, draft=WARNING, final=WARNING)
def action_follows_the_entry_into_force(case: Case) -> Iterator[Problem]:
    """L’action commence après l’entrée en vigueur de la convention, c’est-à-dire sa transmission.

    Refusé : l’action commence la veille de la transmission, quoique rien ne soit encore dépensé.
    Admis : elle commence le jour de la transmission.
    """
    start, force = case.action.calendar.start, entry_into_force(case)
    if start and force and start < force and not any(_early_expenses(case, force)):
        yield Problem(
            ("calendrier", "debut"),
            f"Action commencée le {long_date(start)}, avant l’entrée en vigueur de la convention ({long_date(force)}).",
            "Reportez le début de l’action, ou avancez la signature et la transmission.",
        )


@rule("CG053", cites=_IN_FORCE, draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def missions_paid_here_follow_the_entry_into_force(case: Case) -> Iterator[Problem]:
    """La mission que paie la convention part après son entrée en vigueur, c’est-à-dire sa transmission.

    Refusé : le départ est de la veille de la transmission, et le séjour a un coût.
    Admis : le départ est du jour de la transmission.
    """
    yield from _early_missions(case, paid=True)


@rule("CG050", cites=_IN_FORCE, draft=WARNING, final=WARNING)
def missions_follow_the_entry_into_force(case: Case) -> Iterator[Problem]:
    """La mission part après l’entrée en vigueur de la convention, quand bien même la convention ne la paie pas.

    Refusé : le départ est de la veille de la transmission, et aucun coût n’est prévu.
    Admis : le départ est du jour de la transmission.
    """
    yield from _early_missions(case, paid=False)


def _early_missions(case: Case, *, paid: bool) -> Iterator[Problem]:
    force = entry_into_force(case)
    for rank, mission in enumerate(case.action.missions):
        if force and mission.start and mission.start < force and _is_paid_here(mission) is paid:
            what = ", que la convention paie," if paid else ""
            yield Problem(
                ("missions", rank),
                f"Mission {mission.id} ({long_date(mission.start)}){what} antérieure à l’entrée en vigueur de la "
                f"convention spécifique ({long_date(force)}).",
                "Reportez la mission, ou avancez la signature et la transmission.",
            )


def _is_paid_here(mission: Mission) -> bool:
    return any(cost.amount for _, _, cost in mission.costs)


def _early_expenses(case: Case, force: date) -> Iterator[str]:
    """Yield, in words, each expense that is dated before the entry into force, with its path."""
    for rank, payment in enumerate(case.action.payments):
        if payment.due and payment.due < force:
            amount = money(payment.amount, payment.currency or case.action.budget.currency) if payment.amount else ""
            yield (
                f"le versement{f' de {amount}' if amount else ''} du {long_date(payment.due)} "
                f"(« {dotted(('versements', rank))} »)"
            )
    for rank, mission in enumerate(case.action.missions):
        if mission.start and mission.start < force and _is_paid_here(mission):
            yield f"la mission {mission.id}, le {long_date(mission.start)} (« {dotted(('missions', rank))} »)"


RULES = (
    nothing_is_spent_before_the_entry_into_force,
    action_follows_the_entry_into_force,
    missions_paid_here_follow_the_entry_into_force,
    missions_follow_the_entry_into_force,
)
