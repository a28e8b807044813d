"""Budget, funding plan and payments, as templates see them: cash and in-kind apart, one reference currency."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from generator.acts.facts.contracting import HandedTo, InKindAlone, PaidBy, SpentByItself, StatusTold
from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing, known
from generator.acts.facts.namings import Form, Formed, Noun, Opening
from generator.acts.facts.quantities import CurrencyNamed, FundingTold, Money, RateTold, Writing, money
from generator.acts.facts.typed_texts import FreeText, free_text
from generator.acts.view_fields import View, fact, spread
from generator.acts.views.contribution_views import has_in_kind, sums_by_nature
from generator.case.budget_totals import Line, total_of
from generator.case.expense_payers import Share, payers_of_expenses
from generator.case.records import Case
from generator.model import sentences
from generator.model.budget import Budget, CoFunder, ExchangeRate, Expense, FundingStatus, Nature, Resource

_NIL: Final = Decimal("0.00")


class ColumnsView(View):
    """The amounts of a line of the budget."""

    cash: Money | Missing = fact("numeraire", "part en numéraire")
    in_kind: Money | Missing = fact("valorisation", "part en nature")
    total: Money | Missing = fact("total", "total de la ligne")
    own_amount: Money | Missing | Nothing = fact(
        "montant_origine", "montant dans sa propre devise ; vide si c’est celle du budget"
    )


class PayerView(View, title="Qui paie une dépense"):
    """A body that pays a line of the expenses, and how much of it."""

    name: Formed = fact("nom", "nom de qui paie")
    amount: Money | Missing | Nothing = fact("montant", "part qu’il paie ; vide s’il paie toute la ligne")


class ExpenseView(View, title="Une dépense"):
    """One line of the expenses."""

    label: FreeText | Missing = fact("libelle", "libellé")
    calculation: FreeText | Nothing = fact("mode_de_calcul", "mode de calcul ; vide à défaut")
    payers: tuple[PayerView, ...] = fact("payeurs", "qui la paie ; aucun tant qu’on ne le sait pas")
    paid_by: PaidBy | Missing | Nothing = fact(
        "payee_par", "les mêmes en une phrase, chacun avec sa part s’ils sont plusieurs ; vide si la ligne est nulle"
    )
    columns: ColumnsView = spread()


class ResourceView(View, title="Une ressource"):
    """One line of the resources."""

    origin: Opening = fact("origine", "nom de qui l’apporte, en tête de ligne")
    label: str = fact("libelle", "libellé")
    status: FundingTold = fact("statut", "« acquis » ou « sollicité »")
    columns: ColumnsView = spread()


class BudgetView(View, title="Le budget"):
    """The budget and the funding plan."""

    currency: str | Missing = fact("devise", "devise de référence")
    currency_name: CurrencyNamed | Missing = fact("devise_en_lettres", "son nom, au pluriel : « euros »")
    has_two_currencies: bool = fact("deux_devises", "une ligne est dans une autre devise")
    rates: tuple[RateTold | Missing, ...] = fact("taux", "taux de change, avec leur date et leur source")
    expenses: tuple[ExpenseView, ...] = fact("depenses", "dépenses, ligne par ligne")
    cash_expenses: Money | Missing = fact("total_numeraire", "total des dépenses en numéraire")
    in_kind_expenses: Money | Missing = fact("total_valorisation", "total des dépenses en nature")
    all_expenses: Money | Missing = fact("total", "total des dépenses")
    all_expenses_in_full: Money | Missing = fact("total_complet", "total des dépenses, en chiffres et en lettres")
    resources: tuple[ResourceView, ...] = fact("ressources", "ressources, ligne par ligne")
    cash_resources: Money | Missing = fact("ressources_numeraire", "total des ressources en numéraire")
    in_kind_resources: Money | Missing = fact("ressources_valorisation", "total des ressources en nature")
    all_resources: Money | Missing = fact("ressources_total", "total des ressources")
    has_in_kind: bool = fact("a_valorisation", "une ligne est en nature")


class CoFunderView(View, title="Un cofinanceur"):
    """A body outside the agreement that brings money."""

    name: FreeText | Missing = fact("nom", "nom, avec son article")
    full_amount: Money | Missing = fact("montant_complet", "montant, en chiffres et en lettres")
    is_requested: bool = fact("sollicite", "le cofinancement est demandé et non acquis")
    status: StatusTold = fact("etat", "« montant acquis », « montant sollicité et non acquis à ce jour »")
    handed: HandedTo | SpentByItself | InKindAlone | Missing = fact(
        "emploi", "qui le reçoit et le dépense : « reçu et employé par… » ; « apporté en nature » sans numéraire"
    )
    credit_line: FreeText | Nothing = fact("mention", "mention que le cofinanceur exige ; vide à défaut")
    evidence: FreeText | Nothing = fact(
        "justificatif", "pièce qui notifie le cofinancement, avec son article ; vide à défaut"
    )


def budget_view(case: Case, names: Mapping[str, str], nouns: Mapping[str, Noun]) -> BudgetView:
    """Return both columns of the budget, line by line, with totals in the reference currency.

    Args:
        case: the case.
        names: identifier of each body that brings money → its name.
        nouns: identifier of each contracting body → the name that the act uses.
    """
    budget = case.action.budget
    lines: tuple[Line, ...] = (*budget.expenses, *budget.resources)
    total = total_of(budget, budget.expenses)
    cash_expenses, in_kind_expenses, all_expenses = _totals(budget, budget.expenses)
    cash_resources, in_kind_resources, all_resources = _totals(budget, budget.resources)
    return BudgetView(
        currency=known(budget.currency, Missing(Gap.BUDGET_CURRENCY)),
        currency_name=CurrencyNamed(budget.currency) if budget.currency else Missing(Gap.BUDGET_CURRENCY),
        has_two_currencies=bool({budget.currency_of(line) for line in lines} - {None, budget.currency}),
        rates=tuple(_rate(rate) for rate in budget.rates),
        expenses=_expenses(case, {**_plain_nouns(names), **nouns}),
        cash_expenses=cash_expenses,
        in_kind_expenses=in_kind_expenses,
        all_expenses=all_expenses,
        all_expenses_in_full=money(total, budget.currency, Writing.FULL, Missing(Gap.BUDGET_TOTAL)),
        resources=tuple(_resource(budget, line, names) for line in budget.resources),
        cash_resources=cash_resources,
        in_kind_resources=in_kind_resources,
        all_resources=all_resources,
        has_in_kind=has_in_kind(lines),
    )


def _plain_nouns(names: Mapping[str, str]) -> dict[str, Noun]:
    return {identifier: Noun(name) for identifier, name in names.items()}


def co_funder_views(case: Case, nouns: Mapping[str, Noun]) -> tuple[CoFunderView, ...]:
    """Return the co-funders with their share, whether it is only requested, and who receives and spends it."""
    return tuple(_co_funder(case, funder, nouns) for funder in case.action.co_funders)


def _expenses(case: Case, nouns: Mapping[str, Noun]) -> tuple[ExpenseView, ...]:
    """Return the expenses, each with who pays it; one without a line, so that the table shows what is missing."""
    budget, shares = case.action.budget, payers_of_expenses(case)
    if not budget.expenses:
        return (_expense(budget, Expense(), (), nouns),)
    return tuple(_expense(budget, line, found, nouns) for line, found in zip(budget.expenses, shares, strict=True))


def _expense(budget: Budget, line: Expense, shares: tuple[Share, ...], nouns: Mapping[str, Noun]) -> ExpenseView:
    currency, missing = budget.currency_of(line), Missing(Gap.EXPENSE_AMOUNT)
    return ExpenseView(
        label=free_text(line.label, sentences.LABEL, Missing(Gap.EXPENSE_LABEL)),
        calculation=FreeText(line.calculation, sentences.CALCULATION) if line.calculation else "",
        payers=tuple(
            PayerView(
                name=Formed(nouns.get(share.payer, Noun(share.payer)), Form.OPENING),
                amount=money(share.amount, currency, Writing.FIGURES, missing) if len(shares) > 1 else "",
            )
            for share in shares
        ),
        paid_by=_paid_by(line, currency, shares, nouns),
        columns=_columns(budget, line, Missing(Gap.EXPENSE_AMOUNT)),
    )


def _paid_by(
    line: Expense, currency: str | None, shares: tuple[Share, ...], nouns: Mapping[str, Noun]
) -> PaidBy | Missing | Nothing:
    if line.amount == 0 and not shares:
        return ""
    if not shares or currency is None:
        return Missing(Gap.EXPENSE_PAYER)
    return PaidBy(tuple((nouns.get(one.payer, Noun(one.payer)), one.amount) for one in shares), currency)


def _resource(budget: Budget, line: Resource, names: Mapping[str, str]) -> ResourceView:
    return ResourceView(
        origin=Opening(names.get(line.origin, line.origin)),
        label=line.label or "",
        status=FundingTold(line.status),
        columns=_columns(budget, line, Missing(Gap.RESOURCE_AMOUNT)),
    )


def _columns(budget: Budget, line: Line, missing: Missing) -> ColumnsView:
    """Return the cash, in-kind and total cells of a line, and its own amount when the currency differs.

    The cell of the other column is printed 0,00: an empty cell of a signed table could be filled in afterwards.
    """
    value, currency = budget.in_reference(line), budget.currency
    cash, in_kind = (value, _NIL) if line.nature is Nature.CASH else (_NIL, value)
    own_currency = budget.currency_of(line)
    return ColumnsView(
        cash=money(cash, currency, Writing.FIGURES, missing),
        in_kind=money(in_kind, currency, Writing.FIGURES, missing),
        total=money(value, currency, Writing.FIGURES, missing),
        own_amount="" if own_currency == currency else money(line.amount, own_currency, Writing.FIGURES, missing),
    )


def _totals(budget: Budget, lines: tuple[Line, ...]) -> tuple[Money | Missing, Money | Missing, Money | Missing]:
    """Return the total in cash, in kind, and of all lines."""
    cash, in_kind = sums_by_nature(budget, lines)
    missing = Missing(Gap.BUDGET_TOTAL)
    return (
        money(cash, budget.currency, Writing.FIGURES, missing),
        money(in_kind, budget.currency, Writing.FIGURES, missing),
        money(total_of(budget, lines), budget.currency, Writing.FIGURES, missing),
    )


def _rate(rate: ExchangeRate) -> RateTold | Missing:
    if rate.rate is None or rate.day is None or rate.source is None:
        return Missing(Gap.EXCHANGE_RATE, about=f"{rate.source_currency}/{rate.target_currency}")
    return RateTold(rate.source_currency, rate.target_currency, rate.rate, rate.day, rate.source)


def _co_funder(case: Case, funder: CoFunder, nouns: Mapping[str, Noun]) -> CoFunderView:
    budget, lines = case.action.budget, case.resources_of(funder.id)
    total = total_of(budget, lines) if lines else None
    return CoFunderView(
        name=free_text(funder.name, sentences.CO_FUNDER, Missing(Gap.CO_FUNDER_NAME, about=funder.id)),
        full_amount=money(total, budget.currency, Writing.FULL, Missing(Gap.CO_FUNDING)),
        is_requested=any(line.status is FundingStatus.REQUESTED for line in lines),
        status=StatusTold(any(line.status is FundingStatus.REQUESTED for line in lines)),
        handed=_handed(funder, lines, nouns),
        credit_line=FreeText(funder.credit_line, sentences.MENTION) if funder.credit_line else "",
        evidence=next((FreeText(line.evidence, sentences.GRANT) for line in lines if line.evidence), ""),
    )


def _handed(
    funder: CoFunder, lines: tuple[Resource, ...], nouns: Mapping[str, Noun]
) -> HandedTo | SpentByItself | InKindAlone | Missing:
    if lines and all(line.nature is Nature.IN_KIND for line in lines):
        return InKindAlone()
    spender, receiver = funder.spender, funder.received_by
    if spender is None:
        return Missing(Gap.CO_FUNDING_RECIPIENT)
    if spender == funder.id:
        return SpentByItself()
    return HandedTo(nouns.get(receiver, Noun(receiver)) if receiver else None, nouns.get(spender, Noun(spender)))
