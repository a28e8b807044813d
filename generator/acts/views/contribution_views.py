"""What each body brings, and what it receives, as templates see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.acts.facts.contracting import CommitmentTold
from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Noun
from generator.acts.facts.quantities import Money, MoneyList, Writing, money
from generator.acts.view_fields import View, fact
from generator.acts.views.name_views import GenderedNameView, gendered_name
from generator.case.budget_totals import Line, total_of
from generator.case.private_subsidies import needs_an_agreement
from generator.case.records import Case
from generator.model.action import AssociatedBody
from generator.model.budget import Budget, Nature


class ContributionView(View, title="Un engagement financier"):
    """What a body commits."""

    figures: Money | Missing = fact("chiffres", "total en chiffres, dans la devise du budget")
    letters: Money | Missing = fact("lettres", "total en lettres")
    full: MoneyList | Missing = fact("complet", "montant engagé, en chiffres et en lettres, dans sa propre devise")
    indicative_value: Money | Missing | Nothing = fact(
        "contre_valeur", "contre-valeur indicative ; vide sans seconde devise"
    )
    cash: Money | Missing = fact("numeraire", "part en numéraire, en chiffres")
    in_kind: Money | Missing = fact("valorisation", "part en nature, en chiffres")
    full_cash: Money | Missing = fact("numeraire_complet", "part en numéraire, en chiffres et en lettres")
    full_in_kind: Money | Missing = fact("valorisation_complet", "part en nature, en chiffres et en lettres")
    has_in_kind: bool = fact("a_valorisation", "une part est en nature")
    told: CommitmentTold | Missing = fact(
        "texte", "l’engagement en une phrase : montant, contre-valeur indicative, numéraire et apports en nature"
    )


class SubsidyView(View, title="Une subvention"):
    """Money that a party gives to a body for the action."""

    full: Money | Missing = fact("complet", "montant, en chiffres et en lettres")
    payer: GenderedNameView = fact("payeur", "partie qui la verse")
    own_agreement: str | Missing | Nothing = fact(
        "convention", "convention propre à la subvention ; vide s’il n’en faut pas et qu’il n’y en a pas"
    )


def contribution_view(case: Case, origin: str, noun: Noun) -> ContributionView:
    """Return what one body commits, in figures and letters, 0,00 included.

    A local authority's agreement states its financial commitment (CGCT L. 1115-1), and a share that is nil is stated
    too: an agreement that says nothing of it would leave open whether the share was settled. The commitment is in the
    currency of its own lines; where that is not the budget's, the value in the reference currency is marked as
    indicative. Without any line nothing is stated: the amount is unknown, not nil.

    Args:
        case: the case.
        origin: identifier of the body in the resources.
        noun: its name.
    """
    budget, lines = case.action.budget, case.resources_of(origin)
    missing, currency = Missing(Gap.COMMITMENT, noun), budget.currency
    total = total_of(budget, lines)
    cash, in_kind = sums_by_nature(budget, lines) if lines else (None, None)
    return ContributionView(
        figures=money(total, currency, Writing.FIGURES, missing),
        letters=money(total, currency, Writing.LETTERS, missing),
        full=_commitment(budget, lines, missing),
        indicative_value=_indicative_value(budget, lines),
        cash=money(cash, currency, Writing.FIGURES, missing),
        in_kind=money(in_kind, currency, Writing.FIGURES, missing),
        full_cash=money(cash, currency, Writing.FULL, missing),
        full_in_kind=money(in_kind, currency, Writing.FULL, missing),
        has_in_kind=has_in_kind(lines),
        told=_told(budget, lines, missing),
    )


def _told(budget: Budget, lines: Sequence[Line], missing: Missing) -> CommitmentTold | Missing:
    full, value = _commitment(budget, lines, missing), _indicative_value(budget, lines)
    cash, in_kind = sums_by_nature(budget, lines)
    amounts = (cash, in_kind) if cash != 0 else (in_kind,)
    parts = tuple(money(amount, budget.currency, Writing.FULL, missing) for amount in amounts)
    if isinstance(full, Missing):
        return full
    if isinstance(value, Missing):
        return value
    unknown = next((part for part in parts if isinstance(part, Missing)), None)
    if has_in_kind(lines) and unknown:
        return unknown
    known_parts = [part for part in parts if isinstance(part, Money)] if has_in_kind(lines) else []
    return CommitmentTold(full, value or None, known_parts)


def subsidy_view(case: Case, body: AssociatedBody, noun: Noun) -> SubsidyView | None:
    """Return the subsidy that a body receives for the action, and from whom; None when it receives none.

    Where the law asks for an agreement with the body, and it does not sign this one, its own agreement is named.
    """
    subsidy = body.subsidy
    if subsidy is None:
        return None
    payer = Noun.of_party(case.framework.party(subsidy.payer), subsidy.payer)
    currency = subsidy.currency or case.action.budget.currency
    named: str | Missing = subsidy.own_agreement or ("" if body.is_signatory else body.own_agreement) or ""
    if not named and not body.is_signatory and needs_an_agreement(case, body):
        named = Missing(Gap.SUBSIDY_AGREEMENT, noun)
    return SubsidyView(
        full=money(subsidy.amount, currency, Writing.FULL, Missing(Gap.SUBSIDY)),
        payer=gendered_name(payer),
        own_agreement=named,
    )


def sums_by_nature(budget: Budget, lines: Sequence[Line]) -> tuple[Decimal | None, Decimal | None]:
    """Add the lines in cash, then those in kind."""
    cash, in_kind = (
        total_of(budget, [line for line in lines if line.nature is nature]) for nature in (Nature.CASH, Nature.IN_KIND)
    )
    return cash, in_kind


def has_in_kind(lines: Iterable[Line]) -> bool:
    """Whether one of the lines is in kind."""
    return any(line.nature is Nature.IN_KIND for line in lines)


def _by_currency(budget: Budget, lines: Iterable[Line]) -> dict[str, Decimal] | None:
    """Add lines currency by currency; None when an amount or a currency is unknown."""
    totals: dict[str, Decimal] = {}
    for line in lines:
        currency = budget.currency_of(line)
        if currency is None or line.amount is None:
            return None
        totals[currency] = totals.get(currency, Decimal("0.00")) + line.amount
    return totals


def _commitment(budget: Budget, lines: Iterable[Line], missing: Missing) -> MoneyList | Missing:
    totals = _by_currency(budget, lines)
    if not totals:
        return missing
    return MoneyList([(amount, currency) for currency, amount in totals.items()], missing)


def _indicative_value(budget: Budget, lines: Sequence[Line]) -> Money | Missing | Nothing:
    if all(budget.currency_of(line) == budget.currency for line in lines):
        return ""
    missing = Missing(Gap.INDICATIVE_VALUE)
    return money(total_of(budget, lines), budget.currency, Writing.FIGURES, missing)
