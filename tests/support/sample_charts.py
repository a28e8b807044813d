"""Charts of every shape that acts may show, and of every sort of value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.artifacts import Chart, ChartKind, Series

AXES = (
    "Développement économique et économie sociale et solidaire",
    "Attractivité et rayonnement des territoires",
    "Appui aux politiques publiques innovantes et partage d’expérience de gestion des communes",
    "Éducation et jeunesse",
    "Développement social et solidarité",
)
HOSTILE = "A & <B> \"q\" 'r' ]]> {{ x }}\n<?parafe 0?>\tfin"
"""Words that would be markup, tags or instructions, were they not escaped."""


def series(name: str, *values: float | str | None) -> Series:
    return Series(name, tuple(None if value is None else Decimal(value) for value in values))


def chart(*given: Series, **changes: Any) -> Chart:
    """A chart, plain where nothing else is asked."""
    shown = given or (series("Prévu", 1, 2),)
    return replace(Chart(ChartKind.BARS, "Budget", ("A", "B"), shown, "Deux barres.", "€"), **changes)


_MANY = tuple(f"Catégorie {rank}" for rank in range(30))
CHARTS: Mapping[str, Chart] = {
    "rows": chart(series("Prévu", 12000, 8500, "4250.5", 0, 1500), kind=ChartKind.ROWS, categories=AXES),
    "rows of two": chart(
        series("Prévu", 12000, 8500, 4250, 0, 1500),
        series("Dépensé", 11000, None, 2000, 0, 1500),
        kind=ChartKind.ROWS,
        categories=AXES,
    ),
    "stacked rows": chart(
        series("Ville de Dijon", 6000, 5000, 4000, 0, 900),
        series("Commune de Chefchaouen", 3000, 2000, 250, 0, 100),
        series("Ministère", 3000, 1500, 0, 0, 500),
        kind=ChartKind.STACKED_ROWS,
        categories=AXES,
    ),
    "bars, one below zero": chart(series("2025", 26000, 12000), series("2026", 24000, -3000)),
    "stacked bars": chart(
        *(series(f"Partie {rank}", 1000 * rank, -500 * rank) for rank in range(1, 10)), kind=ChartKind.STACKED_BARS
    ),
    "nothing but zero": chart(series("x", 0, 0), unit="%"),
    "one category": chart(series("x", 5), categories=("Seule",), unit="", title=""),
    "thirty bars": chart(series("x", *range(1000, 31000, 1000)), categories=_MANY),
    "thirty rows": chart(series("x", *range(1000, 31000, 1000)), kind=ChartKind.ROWS, categories=_MANY),
    "hostile words": chart(
        series(HOSTILE, 1), categories=(HOSTILE,), title=HOSTILE, description=HOSTILE, unit=HOSTILE, width=60, height=40
    ),
}
