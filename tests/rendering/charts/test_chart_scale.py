"""How charts are measured: numbers of one form, values upon bars where there is room, nothing over anything else."""

from __future__ import annotations

from decimal import Decimal

from generator.artifacts import ChartKind
from generator.rendering.charts.chart_scale import Scale
from tests.support.sample_charts import CHARTS, chart, series

WIDTH, HEIGHT = 160, 80


def test_all_numbers_of_a_chart_have_the_decimals_that_one_needs() -> None:
    amounts = Scale.of(chart(series("x", 1, "2.5")), WIDTH, HEIGHT)
    rates = Scale.of(chart(series("x", 1, "2.5"), unit="%"), WIDTH, HEIGHT)
    whole = Scale.of(chart(series("x", "1.00", 2)), WIDTH, HEIGHT)
    assert [scale.written(Decimal(1)) for scale in (amounts, rates, whole)] == [
        "1,00\u00a0€",
        "1,0\u00a0%",
        "1\u00a0€",
    ]


def test_a_number_without_unit_stands_alone() -> None:
    assert Scale.of(chart(unit=""), WIDTH, HEIGHT).written(Decimal(1234)) == "1\u202f234"


def test_stacked_values_are_added_on_either_side_of_zero() -> None:
    stacked = chart(series("x", 1, -2), series("y", 3, -4), kind=ChartKind.STACKED_BARS)
    scale = Scale.of(stacked, WIDTH, HEIGHT)
    assert (scale.least, scale.greatest) == (-6, 4)


def test_a_chart_of_zeros_spans_something() -> None:
    scale = Scale.of(CHARTS["nothing but zero"], WIDTH, HEIGHT)
    assert (scale.least, scale.greatest) == (0, 1)


def test_a_value_is_written_upon_a_bar_that_holds_it_alone() -> None:
    scale = Scale.of(chart(series("x", 10000, 1), series("y", 1, 1), kind=ChartKind.STACKED_ROWS), WIDTH, HEIGHT)
    assert [scale.holds(value, "10\u202f000\u00a0€") for value in (Decimal(10000), Decimal(1), Decimal(0))] == [
        True,
        False,
        False,
    ]


def test_a_value_beside_its_bar_is_always_written() -> None:
    scale = Scale.of(chart(series("x", 10000, 0)), WIDTH, HEIGHT)
    assert scale.holds(Decimal(0), "0\u00a0€")


def test_values_stand_on_end_where_bars_are_many() -> None:
    few, many = (Scale.of(CHARTS[name], WIDTH, HEIGHT) for name in ("one category", "thirty bars"))
    assert not few.is_written_upright("12 000 €")
    assert many.is_written_upright("12 000 €")
    assert not Scale.of(CHARTS["thirty rows"], WIDTH, HEIGHT).is_written_upright("12 000 €")
