"""The money of an action, as a year keeps it: who brings, gives, pays and has spent how much, at which rates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.case.budget_totals import in_currency
from generator.case.private_subsidies import occasions, subsidies
from generator.case.records import Case
from generator.case.year.extracted_parts import (
    ContributionExtract,
    PaymentExtract,
    RateExtract,
    SpentExtract,
    SubsidyExtract,
    at,
)
from generator.case.year.text_digests import digest_of
from generator.findings import Places
from generator.model.action import Action
from generator.model.budget import Budget


def contributions_kept(budget: Budget, places: Places) -> Iterator[ContributionExtract]:
    """Yield what parties, bodies and co-funders bring."""
    for rank, line in enumerate(budget.resources):
        yield ContributionExtract(
            *at(places, "budget", "ressources", rank, "montant"),
            origin=line.origin,
            nature=line.nature.value,
            status=line.status.value,
            amount=line.amount,
            currency=budget.currency_of(line),
            value=budget.in_reference(line),
            budget_line=line.budget_line,
            evidence=line.evidence,
        )


def subsidies_kept(case: Case, places: Places) -> Iterator[SubsidyExtract]:
    """Yield the money that parties give to associated bodies."""
    budget = case.action.budget
    for path, body, subsidy in subsidies(case):
        currency = subsidy.currency or budget.currency
        yield SubsidyExtract(
            *at(places, *path, "montant"),
            payer=subsidy.payer,
            body=body.id,
            amount=subsidy.amount,
            currency=currency,
            value=_in_reference(budget, subsidy.amount, currency),
            is_private=bool(occasions(case, body)),
            is_bound=bool(body.is_signatory or body.own_agreement or subsidy.own_agreement),
        )


def payments_kept(action: Action, places: Places) -> Iterator[PaymentExtract]:
    """Yield the instalments of the payment schedule."""
    for rank, payment in enumerate(action.payments):
        yield PaymentExtract(
            *at(places, "versements", rank, "montant"),
            payer=payment.payer,
            payee=payment.payee,
            amount=payment.amount,
            currency=payment.currency or action.budget.currency,
            due=payment.due,
        )


def rates_kept(budget: Budget, places: Places) -> Iterator[RateExtract]:
    """Yield the exchange rates that have a day and a source: others convert nothing."""
    for rank, stated in enumerate(budget.rates):
        if stated.is_usable:  # its rate and its day are then known
            yield RateExtract(
                *at(places, "budget", "taux_de_change", rank, "taux"),
                source=stated.source_currency,
                target=stated.target_currency,
                rate=stated.rate or Decimal(0),
                day=stated.day or date.min,
            )


def spent_kept(action: Action, places: Places) -> Iterator[SpentExtract]:
    """Yield what was spent."""
    for rank, line in enumerate(action.achieved.spent if action.achieved else ()):
        currency = line.currency or action.budget.currency
        yield SpentExtract(
            *at(places, "realisations", "depenses", rank, "montant"),
            label=line.label,
            category=line.category,
            payer=line.payer,
            amount=line.amount,
            currency=currency,
            value=_in_reference(action.budget, line.amount, currency),
        )


def _in_reference(budget: Budget, amount: Decimal | None, currency: str | None) -> Decimal | None:
    return in_currency(budget, amount, currency, budget.currency)


def digest_of_expenses(budget: Budget) -> str:
    """Digest the labels and amounts of all expenses; nothing where there are none."""
    lines = (f"{line.label} {line.amount} {budget.currency_of(line)}" for line in budget.expenses)
    return digest_of("\n".join(lines)) if budget.expenses else ""
