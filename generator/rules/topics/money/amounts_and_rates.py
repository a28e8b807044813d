"""Amounts that can be written, each in a currency, each currency at a dated rate, each as it was worked out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.case.records import Case
from generator.findings import Path
from generator.french import amount_in_figures, calculation, long_date
from generator.model.budget import Budget, Expense, Resource
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import money
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import costs

_NOTHING = Decimal(0)
Line = Expense | Resource


@rule(
    "BU003",
    cites=Practice("Un montant s’écrit en unités et centimes de sa devise, et n’est jamais négatif."),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def amounts_can_be_written(case: Case) -> Iterator[Problem]:
    """Aucun montant n’est négatif, ni plus précis que sa devise.

    Refusé : un centime en dessous de zéro ; un dixième de centime.
    Admis : zéro ; un centime.
    """
    for path, amount, currency in _amounts(case):
        if amount is not None and (amount < _NOTHING or not _can_be_written(amount, currency)):
            yield Problem(
                path,
                f"Montant négatif, ou plus précis que le centime : {money(amount, currency)}.",
                "Écrivez un montant positif ou nul, avec deux décimales au plus.",
            )


def _amounts(case: Case) -> Iterator[tuple[Path, Decimal | None, str | None]]:
    """Yield every amount of the action, with its path and its currency."""
    action, budget = case.action, case.action.budget
    for rank, expense in enumerate(budget.expenses):
        yield ("budget", "depenses", rank, "montant"), expense.amount, budget.currency_of(expense)
    for rank, resource in enumerate(budget.resources):
        yield ("budget", "ressources", rank, "montant"), resource.amount, budget.currency_of(resource)
    yield ("budget", "total"), budget.stated_total, budget.currency
    for rank, payment in enumerate(action.payments):
        yield ("versements", rank, "montant"), payment.amount, payment.currency or budget.currency
    for rank, body in enumerate(action.associated_bodies):
        if body.subsidy:
            here = ("organismes_associes", rank, "subvention", "montant")
            yield here, body.subsidy.amount, body.subsidy.currency or budget.currency
    for path, cost in costs(case):
        yield (*path, "montant"), cost.amount, cost.currency or budget.currency


def _can_be_written(amount: Decimal, currency: str | None) -> bool:
    try:
        amount_in_figures(amount, currency or "")
    except ValueError:
        return False
    return True


@rule(
    "BU004",
    cites=Practice("Une somme sans devise n’engage à rien."),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def every_line_has_a_currency(case: Case) -> Iterator[Problem]:
    """Chaque ligne du budget a une devise : la sienne, ou celle du budget.

    Refusé : « budget.devise » est vide.
    Admis : « budget.devise » est remplie.
    """
    if case.action.budget.currency is None:
        yield Problem(
            ("budget", "devise"),
            "La devise de référence du budget est absente.",
            "Remplissez « budget.devise » par le code de la devise, en trois lettres.",
        )


@rule(
    "BU005",
    cites=Practice("Deux devises ne s’ajoutent qu’à un taux daté, dont la source est citée."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def second_currency_has_a_dated_sourced_rate(case: Case) -> Iterator[Problem]:
    """Quand une seconde devise figure au budget ou dans une subvention, son taux est indiqué, avec date et source.

    Refusé : le taux n’a pas de source.
    Admis : taux, date et source sont remplis, dans un sens ou dans l’autre.
    """
    budget = case.action.budget
    reference = budget.currency
    subsidies = [body.subsidy.currency for body in case.action.associated_bodies if body.subsidy]
    used = dict.fromkeys([*(budget.currency_of(line) for line in _lines(budget)), *subsidies])
    for currency in used:
        if currency and reference and currency != reference and budget.rate_between(currency, reference) is None:
            yield Problem(
                _rate_path(budget, currency, reference),
                f"Taux de change {reference}/{currency} absent, ou sans date ni source.",
                "Remplissez « taux », « date » et « source » sous « budget.taux_de_change ».",
            )


def _rate_path(budget: Budget, currency: str, reference: str) -> Path:
    for rank, stated in enumerate(budget.rates):
        if {stated.source_currency, stated.target_currency} == {currency, reference}:
            missing = (("taux", stated.rate), ("date", stated.day), ("source", stated.source))
            key = next((name for name, value in missing if value is None), "taux")
            return ("budget", "taux_de_change", rank, key)
    return ("budget", "taux_de_change")


@rule(
    "BU016",
    cites=Practice("Un acte ne se fonde pas sur un taux qui n’était pas connu le jour où il est signé."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def rate_is_known_on_the_day_of_the_act(case: Case) -> Iterator[Problem]:
    """Aucun taux de change n’est postérieur à la dernière signature.

    Refusé : le taux est du lendemain de la signature.
    Admis : il est du jour même, ou d’avant ; ou la signature n’est pas encore datée.
    """
    signed = max(case.signature_days, default=None)
    for rank, rate in enumerate(case.action.budget.rates):
        if rate.day and signed and rate.day > signed:
            yield Problem(
                ("budget", "taux_de_change", rank, "date"),
                f"Taux de change {rate.source_currency}/{rate.target_currency} du {long_date(rate.day)}, postérieur à "
                f"la dernière signature ({long_date(signed)}, « signature »).",
                "Citez un taux connu le jour de la signature, ou corrigez sa date.",
            )


@rule(
    "BU015",
    cites=Practice("L’annexe financière imprime le mode de calcul à côté du montant : l’un fait l’autre."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def amount_is_what_its_calculation_gives(case: Case) -> Iterator[Problem]:
    """Le montant d’une dépense est celui que donne son mode de calcul, quand celui-ci se lit sans hésiter.

    Refusé : « 3 voyageurs à 430,00 € », et un montant de 1 290,01 €.
    Admis : 1 290,00 € ; ou « forfait », qui ne calcule rien ; ou « 2 adultes, 3 enfants à 40 € », qui se lit de deux
    façons.
    """
    budget = case.action.budget
    for rank, line in enumerate(budget.expenses):
        worked_out = calculation(line.calculation or "")
        currency = budget.currency_of(line)
        if worked_out is None or line.amount is None or worked_out.currency not in {None, currency}:
            continue
        if worked_out.amount != line.amount:
            yield Problem(
                ("budget", "depenses", rank, "montant"),
                f"« {line.calculation} » fait {money(worked_out.amount, currency)}, et non "
                f"{money(line.amount, currency)}.",
                "Corrigez « montant » ou « mode_de_calcul ».",
            )


def _lines(budget: Budget) -> tuple[Line, ...]:
    return (*budget.expenses, *budget.resources)


RULES = (
    amounts_can_be_written,
    every_line_has_a_currency,
    second_currency_has_a_dated_sourced_rate,
    rate_is_known_on_the_day_of_the_act,
    amount_is_what_its_calculation_gives,
)
