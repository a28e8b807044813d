"""Budget, funding plan and payments, as templates see them: cash and in-kind apart, one reference currency."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from generator.acts.wording import Words, grammatical_forms, in_figures, in_full, in_letters, known
from generator.artifacts import Blank
from generator.case.records import Case
from generator.french import amount_in_full, decimal_number, enumerate_and, long_date
from generator.model.budget import Budget, CoFunder, ExchangeRate, Expense, FundingStatus, Nature, Payment, Resource

Line = Expense | Resource


def contribution(case: Case, origin: str, of_whom: str) -> dict[str, object]:
    """Return what one body commits, in figures and letters, 0,00 included (CGCT L. 1115-1).

    The commitment is stated in the currency of its own lines; when that is not the budget's, the value in the
    reference currency is marked as indicative. Without any line nothing is stated: the amount is unknown, not nil.
    """
    budget, lines = case.action.budget, case.resources_of(origin)
    label = f"montant de l’engagement {of_whom}"
    total = _sum(budget, lines)
    cash, in_kind = (_sum(budget, [line for line in lines if line.nature is nature]) for nature in Nature)
    if not lines:
        cash = in_kind = None
    return {
        "chiffres": in_figures(total, budget.currency, label),
        "lettres": in_letters(total, budget.currency, label),
        "complet": _commitment(budget, lines, label),
        "contre_valeur": _indicative_value(budget, lines),
        "numeraire": in_figures(cash, budget.currency, label),
        "valorisation": in_figures(in_kind, budget.currency, label),
        "numeraire_complet": in_full(cash, budget.currency, label),
        "valorisation_complet": in_full(in_kind, budget.currency, label),
        "a_valorisation": any(line.nature is Nature.IN_KIND for line in lines),
    }


def budget_table(case: Case, names: Mapping[str, str]) -> dict[str, object]:
    """Return both columns of the budget, line by line, with totals in the reference currency.

    Args:
        case: the case.
        names: identifier of each body that brings money → its name.
    """
    budget = case.action.budget
    currency = budget.currency
    expenses = [_expense_row(budget, line) for line in budget.expenses or (Expense(),)]
    resources = [_resource_row(budget, line, names) for line in budget.resources]
    currencies = {budget.currency_of(line) for line in _all_lines(budget)} - {None, currency}
    return {
        "devise": known(currency, "devise du budget"),
        "deux_devises": bool(currencies),
        "taux": [_rate_words(rate) for rate in budget.rates],
        "depenses": expenses,
        **_totals(budget, budget.expenses, ("total_numeraire", "total_valorisation", "total")),
        "total_complet": in_full(_sum(budget, budget.expenses), currency, "total du budget"),
        "ressources": resources,
        **_totals(budget, budget.resources, ("ressources_numeraire", "ressources_valorisation", "ressources_total")),
        "a_valorisation": any(line.nature is Nature.IN_KIND for line in _all_lines(budget)),
    }


def co_funders(case: Case) -> list[dict[str, object]]:
    """Return the co-funders with their share, and whether it is only requested."""
    return [_co_funder(case, funder) for funder in case.action.co_funders]


def payments(case: Case, bodies: Mapping[str, dict[str, object]], names: Mapping[str, str]) -> list[dict[str, object]]:
    """Return the payment schedule."""
    return [_payment(case.action.budget, payment, bodies, names) for payment in case.action.payments]


def _all_lines(budget: Budget) -> tuple[Line, ...]:
    return (*budget.expenses, *budget.resources)


def _expense_row(budget: Budget, line: Expense) -> dict[str, object]:
    return {
        "libelle": known(line.label, "libellé de la dépense"),
        "mode_de_calcul": line.calculation or "",
        **_columns(budget, line, "montant de la dépense"),
    }


def _resource_row(budget: Budget, line: Resource, names: Mapping[str, str]) -> dict[str, object]:
    requested = line.status is FundingStatus.REQUESTED
    return {
        "origine": names.get(line.origin, line.origin),
        "libelle": line.label or "",
        "statut": "sollicité" if requested else "acquis",
        **_columns(budget, line, "montant de la ressource"),
    }


def _columns(budget: Budget, line: Line, label: str) -> dict[str, object]:
    """Return the cash, in-kind and total cells of a line, and its own amount when the currency differs."""
    value = budget.in_reference(line)
    nothing = Decimal("0.00")
    cash, in_kind = (value, nothing) if line.nature is Nature.CASH else (nothing, value)
    foreign = budget.currency_of(line) != budget.currency
    return {
        "numeraire": in_figures(cash, budget.currency, label),
        "valorisation": in_figures(in_kind, budget.currency, label),
        "total": in_figures(value, budget.currency, label),
        "montant_origine": in_figures(line.amount, budget.currency_of(line), label) if foreign else "",
    }


def _totals(budget: Budget, lines: Iterable[Line], names: tuple[str, str, str]) -> dict[str, Words]:
    every = tuple(lines)
    cash, in_kind = ([line for line in every if line.nature is nature] for nature in Nature)
    sums = (_sum(budget, cash), _sum(budget, in_kind), _sum(budget, every))
    return {
        name: in_figures(total, budget.currency, "total du budget") for name, total in zip(names, sums, strict=True)
    }


def _sum(budget: Budget, lines: Iterable[Line]) -> Decimal | None:
    """Add lines in the reference currency; None when one of them has no value there."""
    values = [budget.in_reference(line) for line in lines]
    if any(value is None for value in values):
        return None
    return sum((value for value in values if value is not None), Decimal("0.00"))


def _by_currency(budget: Budget, lines: Iterable[Line]) -> dict[str, Decimal] | None:
    """Add lines currency by currency; None when an amount or a currency is unknown."""
    totals: dict[str, Decimal] = {}
    for line in lines:
        currency = budget.currency_of(line)
        if currency is None or line.amount is None:
            return None
        totals[currency] = totals.get(currency, Decimal("0.00")) + line.amount
    return totals


def _commitment(budget: Budget, lines: tuple[Resource, ...], label: str) -> Words:
    totals = _by_currency(budget, lines)
    if not totals:
        return Blank(label)
    try:
        return enumerate_and([amount_in_full(amount, currency) for currency, amount in totals.items()])
    except ValueError:
        return Blank(label)


def _indicative_value(budget: Budget, lines: tuple[Resource, ...]) -> Words:
    if all(budget.currency_of(line) == budget.currency for line in lines):
        return ""
    return in_figures(_sum(budget, lines), budget.currency, "contre-valeur indicative")


def _rate_words(rate: ExchangeRate) -> Words:
    if rate.rate is None or rate.day is None or rate.source is None:
        return Blank(f"taux de change {rate.source_currency}/{rate.target_currency}, date et source")
    value = decimal_number(rate.rate)
    return f"1 {rate.source_currency} = {value} {rate.target_currency} au {long_date(rate.day)} ({rate.source})"


def _co_funder(case: Case, funder: CoFunder) -> dict[str, object]:
    budget, lines = case.action.budget, case.resources_of(funder.id)
    return {
        "nom": known(funder.name, f"nom du cofinanceur {funder.id}"),
        "montant_complet": in_full(_sum(budget, lines) if lines else None, budget.currency, "montant du cofinancement"),
        "sollicite": any(line.status is FundingStatus.REQUESTED for line in lines),
        "mention": funder.credit_line or "",
        "justificatif": next((line.evidence for line in lines if line.evidence), ""),
    }


def _payment(
    budget: Budget, payment: Payment, bodies: Mapping[str, dict[str, object]], names: Mapping[str, str]
) -> dict[str, object]:
    payer = bodies.get(payment.payer) or grammatical_forms(names.get(payment.payer, payment.payer), None)
    payee = payment.payee or ""
    due: Words = f"le {long_date(payment.due)}" if payment.due else known(payment.event, "échéance du versement")
    return {
        "payeur": {form: payer[form] for form in ("nom", "le", "Le", "de", "a")},
        "beneficiaire": bodies[payee]["le"]
        if payee in bodies
        else known(names.get(payee, payee), "bénéficiaire du versement"),
        "montant_complet": in_full(payment.amount, payment.currency or budget.currency, "montant du versement"),
        "montant": in_figures(payment.amount, payment.currency or budget.currency, "montant du versement"),
        "echeance": due,
        "pieces": list(payment.documents),
    }
