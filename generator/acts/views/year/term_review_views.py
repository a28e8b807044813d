"""What a framework convention gave before it ends, as templates see it: by year, and by axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.acts.facts.fact import Verbatim
from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.quantities import CurrencyNamed, Money, Writing
from generator.acts.facts.yearly import ActionsTold, PlannedAndSpentByYear
from generator.acts.view_fields import View, fact
from generator.acts.views.year.year_names import YearNames
from generator.acts.views.year.year_result_views import YearResultsView, planned_and_spent, year_results
from generator.acts.views.year.year_sums import CurrencySums, sums_by_currency
from generator.case.year import ActionExtract, YearRecord
from generator.convention import Renewal


class YearOfTermView(View, title="Une année de la convention-cadre"):
    """What was planned and spent in one year."""

    year: str = fact("annee", "année")
    actions: str = fact("actions", "nombre d’actions, en chiffres")
    planned: Money = fact("prevu", "dépenses prévues")
    spent: Money = fact("realise", "dépenses réalisées et connues")
    gap: Money = fact("ecart", "réalisé moins prévu")


class TermBudgetView(View, title="Les années dans une devise"):
    """What was planned and spent each year, in one currency."""

    currency: CurrencyNamed = fact("devise", "devise, en lettres et au pluriel : « euros »")
    years: tuple[YearOfTermView, ...] = fact("annees", "années, dans l’ordre")
    chart: PlannedAndSpentByYear = fact("graphique", "prévu et réalisé par année")


class TermReviewView(View, title="Le bilan avant renouvellement"):
    """What a framework convention gave, in the years that are known."""

    count: ActionsTold = fact("nombre", "combien d’actions, en lettres : « six actions »")
    years: tuple[str, ...] = fact("annees", "années dont les actions sont connues")
    budgets: tuple[TermBudgetView, ...] = fact("budgets", "dépenses par année, une fois par devise")
    results: YearResultsView = fact("resultats", "ce que toutes ces actions ont donné")
    left_out: tuple[Verbatim, ...] = fact("axes_sans_action", "axes dont aucune action ne relève, mot pour mot")
    is_tacit: bool = fact("reconduction_tacite", "la convention-cadre se reconduit tacitement")
    by_vote: bool = fact("par_deliberation", "elle se renouvelle par délibération des parties")
    needs_evaluation: bool = fact("evaluation_prealable", "elle veut une évaluation avant son renouvellement")


def term_review(record: YearRecord) -> TermReviewView:
    """Return what a framework convention gave: last year's actions count with those of the year."""
    former = tuple(action for action in record.former if action.framework == record.framework.id)
    whole = replace(record, actions=(*former, *record.governed), former=())
    framework, served = record.framework, {action.axis for action in whole.actions}
    return TermReviewView(
        count=ActionsTold(len(whole.actions)),
        years=tuple(sorted({_year_of(action) for action in whole.actions})),
        budgets=tuple(_budget(sums) for sums in sums_by_currency(whole, YearNames.of(whole))),
        results=year_results(whole),
        left_out=tuple(Verbatim(axis.label) for axis in framework.axes if axis.id not in served),
        is_tacit=framework.term.renewal is Renewal.TACIT,
        by_vote=framework.term.renewal is Renewal.DELIBERATION,
        needs_evaluation=framework.evaluation.before_renewal,
    )


def _year_of(action: ActionExtract) -> str:
    return action.number.split("-", 1)[0]


def _budget(sums: CurrencySums) -> TermBudgetView:
    years = sorted({_year_of(action) for action in sums.actions})
    listed = [[action for action in sums.actions if _year_of(action) == year] for year in years]
    totals = [planned_and_spent(actions) for actions in listed]
    return TermBudgetView(
        currency=CurrencyNamed(sums.currency),
        years=tuple(
            _year(year, actions, both, sums.currency) for year, actions, both in zip(years, listed, totals, strict=True)
        ),
        chart=PlannedAndSpentByYear(
            currency=sums.currency,
            years=tuple(years),
            planned=tuple(planned for planned, _ in totals),
            spent=tuple(spent for _, spent in totals),
        ),
    )


def _year(year: str, actions: Sequence[ActionExtract], both: tuple[Decimal, Decimal], currency: str) -> YearOfTermView:
    planned, spent = both

    def figures(amount: Decimal) -> Money:
        return Money(amount, currency, Writing.FIGURES, Missing(Gap.YEAR_AMOUNT))

    return YearOfTermView(
        year=year,
        actions=str(len(actions)),
        planned=figures(planned),
        spent=figures(spent),
        gap=figures(spent - planned),
    )
