"""A year in French: the words of its charts, and what deserves attention, in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from generator.acts.facts.yearly import (
    ActionsTold,
    AxisLeftOut,
    BudgetByAxis,
    BudgetByContributor,
    BudgetUnbalanced,
    BudgetUnknown,
    CreditsExceeded,
    FundingAwaited,
    GapTold,
    MeasuredTold,
    NothingMeasured,
    PlannedAndSpent,
    PlannedAndSpentByYear,
    ShareTold,
    SignedBeforeVote,
    TravellersTold,
)
from generator.acts.wordings.french_namings import after_of
from generator.artifacts import Chart, ChartKind, Series
from generator.french import (
    NARROW_NO_BREAK_SPACE,
    amount_in_figures,
    capitalized,
    cardinal,
    decimal_number,
    enumerate_and,
    is_plural,
    long_date,
    percent,
)

_EURO: Final = "EUR"
_SPACES: Final = re.compile(r"\s")
_NUMBER: Final = re.compile(r"(?P<number>[-−]?\d+(?:\s\d{3})*(?:,\d+)?)\s*(?P<unit>%?)")
"""A number as people type it; a point is left alone, which marks thousands for some and decimals for others."""


def budget_by_axis(fact: BudgetByAxis) -> Chart:
    """Draw what is brought to each axis: by each party, then by all others together, whose names are long."""
    series = [Series(noun.text, tuple(amounts)) for noun, amounts in zip(fact.parties, fact.amounts, strict=True)]
    if any(fact.others):
        series.append(Series("Cofinanceurs et organismes associés", tuple(fact.others)))
    totals = [sum(column, Decimal()) for column in zip(*fact.amounts, fact.others, strict=True)]
    return Chart(
        ChartKind.STACKED_ROWS,
        "Budget prévisionnel par axe",
        tuple(fact.axes),
        tuple(series),
        f"Graphique : budget prévisionnel par axe. {_listed(fact.axes, totals, fact.currency)}.",
        _unit(fact.currency),
    )


def budget_by_contributor(fact: BudgetByContributor) -> Chart:
    """Draw what each contributor brings, money and contributions in kind apart."""
    names = [capitalized(noun.text) for noun in fact.contributors]
    totals = [cash + in_kind for cash, in_kind in zip(fact.cash, fact.in_kind, strict=True)]
    series = [Series("Numéraire", tuple(fact.cash))]
    if any(fact.in_kind):
        series.append(Series("Apports en nature valorisés", tuple(fact.in_kind)))
    return Chart(
        ChartKind.ROWS,
        "Financement par contributeur",
        tuple(names),
        tuple(series),
        f"Graphique : financement du programme par contributeur. {_listed(names, totals, fact.currency)}.",
        _unit(fact.currency),
    )


def planned_and_spent(fact: PlannedAndSpent) -> Chart:
    """Draw what was planned and what was spent, side by side."""
    return Chart(
        ChartKind.ROWS,
        "Dépenses prévues et réalisées par axe",
        tuple(fact.axes),
        (Series("Prévu", tuple(fact.planned)), Series("Réalisé", tuple(fact.spent))),
        f"Graphique : dépenses par axe. Prévu : {_listed(fact.axes, fact.planned, fact.currency)}. "
        f"Réalisé : {_listed(fact.axes, fact.spent, fact.currency)}.",
        _unit(fact.currency),
    )


def planned_and_spent_by_year(fact: PlannedAndSpentByYear) -> Chart:
    """Draw what was planned and what was spent each year, side by side."""
    return Chart(
        ChartKind.BARS,
        "Dépenses prévues et réalisées par année",
        tuple(fact.years),
        (Series("Prévu", tuple(fact.planned)), Series("Réalisé", tuple(fact.spent))),
        f"Graphique : dépenses par année. Prévu : {_listed(fact.years, fact.planned, fact.currency)}. "
        f"Réalisé : {_listed(fact.years, fact.spent, fact.currency)}.",
        _unit(fact.currency),
    )


def _listed(names: Sequence[str], amounts: Sequence[Decimal], currency: str) -> str:
    return " ; ".join(f"{name} : {_figures(amount, currency)}" for name, amount in zip(names, amounts, strict=True))


def _figures(amount: Decimal, currency: str) -> str:
    """Write an amount; as it is where its currency has fewer decimals: a rule says so."""
    try:
        return amount_in_figures(amount, currency)
    except ValueError:
        return f"{amount} {currency}"


def _unit(currency: str) -> str:
    return "€" if currency == _EURO else currency


def funding_awaited(fact: FundingAwaited) -> str:
    """Say which contribution is not secured."""
    amount = _figures(fact.amount, fact.currency)
    whose = after_of(fact.contributor)
    return f"Action n° {fact.action} : l’apport de {amount} {whose} est sollicité, et n’est pas acquis."


def budget_unknown(fact: BudgetUnknown) -> str:
    """Say of which actions an amount is not known."""
    return f"{_actions(fact.actions)} : un montant n’est pas connu, et les totaux de l’année ne le comptent pas."


def budget_unbalanced(fact: BudgetUnbalanced) -> str:
    """Say by how much expenses and resources differ."""
    gap = _figures(abs(fact.expenses - fact.resources), fact.currency)
    which = "dépassent les ressources" if fact.expenses > fact.resources else "sont inférieures aux ressources"
    return f"Action n° {fact.action} : les dépenses {which} de {gap}."


def credits_exceeded(fact: CreditsExceeded) -> str:
    """Say which assembly has not voted enough."""
    brought, voted = (_figures(amount, fact.currency) for amount in (fact.brought, fact.voted))
    return f"Les apports en numéraire {after_of(fact.party)} ({brought}) dépassent les crédits votés ({voted})."


def nothing_measured(fact: NothingMeasured) -> str:
    """Say which actions have no indicator."""
    return f"{_actions(fact.actions)} : aucun indicateur n’est défini, et les résultats ne pourront pas être mesurés."


def signed_before_vote(fact: SignedBeforeVote) -> str:
    """Say which signature is planned too early."""
    return (
        f"Action n° {fact.action} : la signature {after_of(fact.party)} est prévue le {long_date(fact.signature)}, "
        f"avant sa délibération du {long_date(fact.vote)}."
    )


def axis_left_out(fact: AxisLeftOut) -> str:
    """Say which axis no action belongs to."""
    return f"Aucune action de l’année ne relève de l’axe « {fact.axis} »."


def actions_told(fact: ActionsTold) -> str:
    """Count actions in letters."""
    if fact.count == 0:
        return "aucune action"
    return f"{cardinal(fact.count, feminine=True)} {'actions' if is_plural(fact.count) else 'action'}"


def travellers_told(fact: TravellersTold) -> str:
    """Count travellers by their quality; nothing where none is known."""
    counted = ((fact.elected, "élu", "élus"), (fact.officers, "agent", "agents"), (fact.others, "tiers", "tiers"))
    told = [f"{count} {many if is_plural(count) else one}" for count, one, many in counted if count]
    return enumerate_and(told) if told else ""


def gap_told(fact: GapTold) -> str:
    """Write how far a measure is from its target, when both are numbers: « +200 », « −12 % », « 0 »."""
    target, actual = _NUMBER.fullmatch(fact.target.strip()), _NUMBER.fullmatch(fact.actual.strip())
    if target is None or actual is None or target["unit"] != actual["unit"]:
        return ""
    gap = _value(actual) - _value(target)
    sign = "+" if gap > 0 else ""
    return f"{sign}{decimal_number(gap)}{NARROW_NO_BREAK_SPACE if actual['unit'] else ''}{actual['unit']}"


def _value(number: re.Match[str]) -> Decimal:
    digits = _SPACES.sub("", number["number"]).replace(",", ".").replace("−", "-")
    return Decimal(digits)


def share_told(fact: ShareTold) -> str:
    """Write a share, rounded to the unit: « 87 % »."""
    return percent((100 * fact.part / fact.whole).quantize(Decimal(1)))


def measured_told(fact: MeasuredTold) -> str:
    """Count the indicators that were measured: « 18 indicateurs sur 21 »."""
    return f"{fact.measured} {'indicateurs' if is_plural(fact.measured) else 'indicateur'} sur {fact.count}"


def _actions(numbers: Iterable[str]) -> str:
    listed = list(numbers)
    return f"{'Actions' if is_plural(len(listed)) else 'Action'} n° {enumerate_and(listed)}"
