"""The consolidated budget of a year, as templates see it: one for each currency in which actions are budgeted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.acts.facts.fact import Verbatim
from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Form, Formed
from generator.acts.facts.quantities import CurrencyNamed, Money, Writing
from generator.acts.facts.yearly import BudgetByAxis, BudgetByContributor
from generator.acts.view_fields import View, fact
from generator.acts.views.year.year_names import YearNames
from generator.acts.views.year.year_sums import ZERO, Brought, CurrencySums, Sums, sums_by_currency
from generator.case.year import ActionExtract, YearRecord
from generator.convention import Axis

_MISSING = Missing(Gap.YEAR_AMOUNT)


class YearAmountView(View, title="Un apport à l’année"):
    """What one contributor brings."""

    contributor: Formed = fact("nom", "nom de qui l’apporte, en tête de ligne")
    is_party: bool = fact("est_partie", "il est partie à la convention-cadre")
    cash: Money = fact("numeraire", "en numéraire")
    in_kind: Money = fact("valorisation", "en nature, valorisé")
    total: Money = fact("total", "total")
    requested: Money = fact("sollicite", "dont sollicité et non acquis")


class AxisAmountView(View, title="Un axe du budget consolidé"):
    """What the actions of one axis cost."""

    label: Verbatim = fact("intitule", "intitulé de l’axe, mot pour mot")
    actions: str = fact("actions", "nombre d’actions, en chiffres")
    expenses: Money = fact("depenses", "dépenses prévues")
    resources: Money = fact("ressources", "ressources prévues")


class YearBudgetView(View, title="Le budget consolidé"):
    """What the actions whose budgets are in one currency spend and receive."""

    currency: CurrencyNamed = fact("devise", "devise, en lettres et au pluriel : « euros »")
    actions: str = fact("actions", "nombre d’actions, en chiffres")
    expenses: Money = fact("depenses", "total des dépenses prévues")
    full_expenses: Money = fact("depenses_complet", "le même, en chiffres et en lettres")
    resources: Money = fact("ressources", "total des ressources prévues")
    cash: Money = fact("numeraire", "total des apports en numéraire")
    in_kind: Money = fact("valorisation", "total des apports en nature")
    requested: Money = fact("sollicite", "total des apports sollicités et non acquis")
    gap: Money = fact("ecart", "ressources moins dépenses")
    is_balanced: bool = fact("equilibre", "dépenses et ressources sont égales")
    is_partial: bool = fact("partiel", "un montant n’est pas connu, et n’est pas compté")
    has_in_kind: bool = fact("a_valorisation", "une part des apports est en nature")
    contributions: tuple[YearAmountView, ...] = fact("apports", "apports, les parties d’abord")
    axes: tuple[AxisAmountView, ...] = fact("axes", "dépenses et ressources par axe")
    by_axis: BudgetByAxis | None = fact("graphique_axes", "budget par axe et par partie ; faux si rien n’est connu")
    by_contributor: BudgetByContributor | None = fact(
        "graphique_apports", "apports de chaque contributeur ; faux si rien n’est connu"
    )


def year_budget_views(record: YearRecord, names: YearNames) -> tuple[YearBudgetView, ...]:
    """Return the consolidated budgets of a year."""
    return tuple(_budget(record, sums, names) for sums in sums_by_currency(record, names))


def _budget(record: YearRecord, sums: CurrencySums, names: YearNames) -> YearBudgetView:
    resources, expenses = sums.resources, sums.expenses
    axes = [(axis, _of_axis(sums, axis)) for axis in record.framework.axes]
    return YearBudgetView(
        currency=CurrencyNamed(sums.currency),
        actions=str(len(sums.actions)),
        expenses=_figures(expenses, sums),
        full_expenses=Money(expenses, sums.currency, Writing.FULL, _MISSING),
        resources=_figures(resources.total(), sums),
        cash=_figures(resources.total(is_cash=True), sums),
        in_kind=_figures(resources.total(is_cash=False), sums),
        requested=_figures(resources.total(is_requested=True), sums),
        gap=_figures(resources.total() - expenses, sums),
        is_balanced=resources.total() == expenses and not sums.is_partial,
        is_partial=sums.is_partial,
        has_in_kind=bool(resources.total(is_cash=False)),
        contributions=tuple(_contribution(one, own, sums) for one, own in resources.by_contributor()),
        axes=tuple(_axis(axis, actions, sums) for axis, actions in axes if actions),
        by_axis=_by_axis([(axis, actions) for axis, actions in axes if actions], sums, names),
        by_contributor=_by_contributor(sums),
    )


def _figures(amount: Decimal, sums: CurrencySums) -> Money:
    return Money(amount, sums.currency, Writing.FIGURES, _MISSING)


def _of_axis(sums: CurrencySums, axis: Axis) -> list[ActionExtract]:
    return [action for action in sums.actions if action.axis == axis.id]


def _contribution(contributor: Brought, own: Sums, sums: CurrencySums) -> YearAmountView:
    return YearAmountView(
        contributor=Formed(contributor.noun, Form.OPENING),
        is_party=contributor.is_party,
        cash=_figures(own.total(is_cash=True), sums),
        in_kind=_figures(own.total(is_cash=False), sums),
        total=_figures(own.total(), sums),
        requested=_figures(own.total(is_requested=True), sums),
    )


def _axis(axis: Axis, actions: Sequence[ActionExtract], sums: CurrencySums) -> AxisAmountView:
    expenses = sum((action.expenses for action in actions if action.expenses is not None), ZERO)
    return AxisAmountView(
        label=Verbatim(axis.label),
        actions=str(len(actions)),
        expenses=_figures(expenses, sums),
        resources=_figures(_brought_to(actions, sums).total(), sums),
    )


def _brought_to(actions: Sequence[ActionExtract], sums: CurrencySums, key: str | None = None) -> Sums:
    """Return what is brought to some actions: by all, or by one party."""
    numbers = {action.number for action in actions}
    found = (each for each in sums.resources.brought if each.action.number in numbers)
    return Sums(tuple(each for each in found if key in {None, each.key}))


def _by_axis(
    axes: Sequence[tuple[Axis, Sequence[ActionExtract]]], sums: CurrencySums, names: YearNames
) -> BudgetByAxis | None:
    if not axes or not sums.resources.total():
        return None
    by_party = [[_brought_to(actions, sums, party).total() for _, actions in axes] for party in names.parties]
    totals = [_brought_to(actions, sums).total() for _, actions in axes]
    others = [total - sum(column, ZERO) for total, column in zip(totals, zip(*by_party, strict=True), strict=True)]
    return BudgetByAxis(
        currency=sums.currency,
        axes=tuple(Verbatim(axis.label) for axis, _ in axes),
        parties=tuple(names.parties.values()),
        amounts=tuple(map(tuple, by_party)),
        others=tuple(others),
    )


def _by_contributor(sums: CurrencySums) -> BudgetByContributor | None:
    if not sums.resources.total():
        return None
    listed = list(sums.resources.by_contributor())
    return BudgetByContributor(
        currency=sums.currency,
        contributors=tuple(one.noun for one, _ in listed),
        cash=tuple(own.total(is_cash=True) for _, own in listed),
        in_kind=tuple(own.total(is_cash=False) for _, own in listed),
    )
