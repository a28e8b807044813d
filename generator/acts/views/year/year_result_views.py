"""What a year gave, as templates see it: measured and meant, spent and planned, and what the parties conclude."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.acts.facts.contracting import TypedFigure
from generator.acts.facts.fact import Nothing, Verbatim
from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.quantities import CurrencyNamed, Money, Writing, money
from generator.acts.facts.typed_texts import FreeText, free_text
from generator.acts.facts.yearly import GapTold, MeasuredTold, PlannedAndSpent, ShareTold
from generator.acts.view_fields import View, fact
from generator.acts.views.year.year_names import YearNames
from generator.acts.views.year.year_sums import ZERO, CurrencySums, sums_by_currency
from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_conclusions import Conclusion
from generator.case.year.extracted_parts import IndicatorExtract
from generator.model import sentences


class MeasuredIndicatorView(View, title="Un indicateur mesuré"):
    """What was meant of an indicator, and what was measured."""

    label: FreeText | Missing = fact("libelle", "ce qui est mesuré")
    unit: str | Nothing = fact("unite", "unité ; vide à défaut")
    baseline: TypedFigure | Nothing = fact("depart", "valeur de départ ; vide à défaut")
    target: TypedFigure | Nothing = fact("cible", "valeur visée ; vide à défaut")
    actual: TypedFigure | Missing = fact("constate", "valeur constatée")
    gap: GapTold | Nothing = fact("ecart", "constaté moins visé, quand ce sont des nombres ; vide sinon")


class ActionResultView(View, title="Les résultats d’une action"):
    """What an action gave."""

    number: str = fact("numero", "numéro")
    heading: FreeText | Missing = fact("intitule", "intitulé")
    planned: Money | Missing = fact("prevu", "dépenses prévues")
    spent: Money | Missing = fact("realise", "dépenses réalisées")
    gap: Money | Nothing = fact("ecart", "réalisé moins prévu ; vide si l’un des deux n’est pas connu")
    summary: FreeText | Nothing = fact("bilan", "bilan, tel qu’il est saisi ; vide à défaut")
    indicators: tuple[MeasuredIndicatorView, ...] = fact("indicateurs", "indicateurs, visés et constatés")
    difficulties: tuple[FreeText, ...] = fact("difficultes", "difficultés rencontrées")
    recommendations: tuple[FreeText, ...] = fact("recommandations", "recommandations pour la suite")
    decisions: tuple[FreeText, ...] = fact("decisions", "suites décidées")


class AxisSpentView(View, title="Les dépenses d’un axe"):
    """What was planned and spent for one axis."""

    label: Verbatim = fact("intitule", "intitulé de l’axe, mot pour mot")
    planned: Money = fact("prevu", "dépenses prévues")
    spent: Money = fact("realise", "dépenses réalisées")
    gap: Money = fact("ecart", "réalisé moins prévu")


class SpentBudgetView(View, title="Les dépenses de l’année dans une devise"):
    """What was planned and spent in one currency."""

    currency: CurrencyNamed = fact("devise", "devise, en lettres et au pluriel : « euros »")
    planned: Money = fact("prevu", "total des dépenses prévues")
    spent: Money = fact("realise", "total des dépenses réalisées et connues")
    full_spent: Money = fact("realise_complet", "le même, en chiffres et en lettres")
    gap: Money = fact("ecart", "réalisé moins prévu")
    share: ShareTold | Nothing = fact("taux", "part du prévu qui est dépensée : « 87 % » ; vide si rien n’est prévu")
    is_partial: bool = fact("partiel", "la dépense d’une action au moins n’est pas connue")
    axes: tuple[AxisSpentView, ...] = fact("axes", "prévu et réalisé par axe")
    chart: PlannedAndSpent | None = fact("graphique", "prévu et réalisé par axe ; faux si aucune dépense n’est connue")


class YearResultsView(View, title="Les résultats de l’année"):
    """What the actions of a year gave."""

    actions: tuple[ActionResultView, ...] = fact("actions", "résultats de chaque action")
    budgets: tuple[SpentBudgetView, ...] = fact("budgets", "dépenses prévues et réalisées, une fois par devise")
    measured: MeasuredTold = fact("mesures", "combien d’indicateurs sont mesurés : « 18 indicateurs sur 21 »")
    unreported: tuple[str, ...] = fact("sans_bilan", "numéros des actions dont rien n’est encore dit")


def year_results(record: YearRecord) -> YearResultsView:
    """Return what the actions of a year gave, as far as it is known."""
    ordered = sorted(record.governed, key=lambda action: action.number)
    indicators = [indicator for action in ordered for indicator in action.indicators]
    return YearResultsView(
        actions=tuple(map(_result, ordered)),
        budgets=tuple(_budget(record, sums) for sums in sums_by_currency(record, YearNames.of(record))),
        measured=MeasuredTold(sum(indicator.actual is not None for indicator in indicators), len(indicators)),
        unreported=tuple(action.number for action in ordered if not _is_reported(action)),
    )


def _is_reported(action: ActionExtract) -> bool:
    return bool(action.spent or action.conclusions or any(indicator.actual for indicator in action.indicators))


def _spent(action: ActionExtract) -> Decimal | None:
    """Return what an action spent, in the currency of its budget; None when that is not known."""
    if not action.spent or any(line.value is None for line in action.spent):
        return None
    return sum((line.value for line in action.spent if line.value is not None), ZERO)


def _result(action: ActionExtract) -> ActionResultView:
    planned, spent = action.expenses, _spent(action)
    about = Missing(Gap.YEAR_ACTION_BUDGET, about=action.number)
    difference = None if planned is None or spent is None else spent - planned
    gap = money(difference, action.currency, Writing.FIGURES, about)
    return ActionResultView(
        number=action.number,
        heading=free_text(action.title, sentences.ACTION_TITLE, Missing(Gap.ACTION_TITLE)),
        planned=money(planned, action.currency, Writing.FIGURES, about),
        spent=money(spent, action.currency, Writing.FIGURES, Missing(Gap.SPENT, about=action.number)),
        gap=gap if isinstance(gap, Money) else "",
        summary=next(iter(_concluded(action, Conclusion.SUMMARY)), ""),
        indicators=tuple(_indicator(action, indicator) for indicator in action.indicators),
        difficulties=_concluded(action, Conclusion.DIFFICULTY),
        recommendations=_concluded(action, Conclusion.RECOMMENDATION),
        decisions=_concluded(action, Conclusion.DECISION),
    )


def _concluded(action: ActionExtract, kind: Conclusion) -> tuple[FreeText, ...]:
    sentence = sentences.CONTEXT if kind is Conclusion.SUMMARY else sentences.LABEL
    return tuple(FreeText(each.text, sentence) for each in action.conclusions if each.kind == kind.value)


def _indicator(action: ActionExtract, indicator: IndicatorExtract) -> MeasuredIndicatorView:
    target, actual = indicator.target, indicator.actual
    return MeasuredIndicatorView(
        label=free_text(indicator.label, sentences.LABEL, Missing(Gap.INDICATOR, about=action.number)),
        unit=indicator.unit or "",
        baseline=TypedFigure(indicator.baseline) if indicator.baseline else "",
        target=TypedFigure(target) if target else "",
        actual=TypedFigure(actual) if actual else Missing(Gap.ACTUAL, about=indicator.label or action.number),
        gap=GapTold(target, actual) if target and actual else "",
    )


def _budget(record: YearRecord, sums: CurrencySums) -> SpentBudgetView:
    planned, spent = planned_and_spent(sums.actions)
    axes = [
        (axis.label, planned_and_spent(own))
        for axis in record.framework.axes
        if (own := [action for action in sums.actions if action.axis == axis.id])
    ]
    is_known = any(_spent(action) is not None for action in sums.actions)
    return SpentBudgetView(
        currency=CurrencyNamed(sums.currency),
        planned=_figures(planned, sums),
        spent=_figures(spent, sums),
        full_spent=Money(spent, sums.currency, Writing.FULL, Missing(Gap.YEAR_AMOUNT)),
        gap=_figures(spent - planned, sums),
        share=ShareTold(spent, planned) if planned else "",
        is_partial=any(_spent(action) is None for action in sums.actions),
        axes=tuple(_axis(label, totals, sums) for label, totals in axes),
        chart=_chart(axes, sums) if is_known and axes else None,
    )


def planned_and_spent(actions: Iterable[ActionExtract]) -> tuple[Decimal, Decimal]:
    """Return what was planned, and what is known to be spent."""
    listed = list(actions)
    return sum((each.expenses or ZERO for each in listed), ZERO), sum((_spent(each) or ZERO for each in listed), ZERO)


def _figures(amount: Decimal, sums: CurrencySums) -> Money:
    return Money(amount, sums.currency, Writing.FIGURES, Missing(Gap.YEAR_AMOUNT))


def _axis(label: str, totals: tuple[Decimal, Decimal], sums: CurrencySums) -> AxisSpentView:
    planned, spent = totals
    return AxisSpentView(
        label=Verbatim(label),
        planned=_figures(planned, sums),
        spent=_figures(spent, sums),
        gap=_figures(spent - planned, sums),
    )


def _chart(axes: Sequence[tuple[str, tuple[Decimal, Decimal]]], sums: CurrencySums) -> PlannedAndSpent:
    return PlannedAndSpent(
        currency=sums.currency,
        axes=tuple(Verbatim(label) for label, _ in axes),
        planned=tuple(planned for _, (planned, _) in axes),
        spent=tuple(spent for _, (_, spent) in axes),
    )
