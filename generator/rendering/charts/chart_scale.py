"""How a chart is measured: the numbers that it spans, and which values fit upon their bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from generator.artifacts import Chart, ChartKind
from generator.french.numbers import decimal_number
from generator.french.spaces import NO_BREAK_SPACE
from generator.messages import template_reasons as reasons
from generator.rendering.language.bounded_values import MAX_NUMBER

_ZERO: Final = Decimal(0)
_LETTER, _LINE = Decimal("1.8"), Decimal(5)
"""Width of a digit and height of a line of nine points, in millimetres, with some air."""

_PLOT_OF_LYING, _AROUND_STANDING = Decimal("0.5"), 25
"""What names leave of the width where bars lie; the millimetres above and below bars that stand."""

_ROOM_BESIDE: Final = {ChartKind.ROWS: Decimal("0.3"), ChartKind.BARS: Decimal("0.15")}
"""How far the axis goes beyond the longest bar, of all that it spans, so that its value stands beside it."""

_CENTS: Final = 2

_FINEST: Final = -12
"""The least exponent of a number that is drawn: nothing that an act counts has more decimals."""


class UnfitChartError(ValueError):
    """A chart cannot be drawn; the message says why, in French."""


def refuse_unfit(chart: Chart) -> None:
    """Refuse a chart that cannot be drawn.

    Raises:
        UnfitChartError: it shows nothing, its series are uneven, or a number cannot be drawn.
    """
    if not chart.categories or not chart.series:
        raise UnfitChartError(reasons.NOTHING_TO_SHOW)
    for series in chart.series:
        if len(series.values) != len(chart.categories):
            raise UnfitChartError(reasons.NOT_AS_MANY_VALUES.format(series.name))
        for value in series.values:
            if value is not None and not _is_drawable(value):
                raise UnfitChartError(reasons.UNFIT_NUMBER.format(series.name, value))


def _is_drawable(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent  # a letter where it is no number; a great one would be written at length
    return isinstance(exponent, int) and exponent >= _FINEST and abs(value) <= MAX_NUMBER


@dataclass(frozen=True, slots=True)
class Scale:
    """What a chart spans, and how large it is drawn.

    Attributes:
        chart: the chart.
        width: of the whole, in millimetres.
        height: of the whole, in millimetres.
        decimals: how many each number has.
        least: where the axis starts: zero, or below.
        greatest: where the axis ends: zero, or above.
    """

    chart: Chart
    width: int
    height: int
    decimals: int
    least: Decimal
    greatest: Decimal

    @classmethod
    def of(cls, chart: Chart, width: int, height: int) -> Self:
        """Measure a chart whose numbers can be drawn."""
        values = [value for series in chart.series for value in series.values if value is not None]
        decimals = max((len(decimal_number(value).partition(",")[2]) for value in values), default=0)
        # « 12,5 € » is no way to write an amount; a rate, « 17,5 % », has the decimals that it needs.
        if decimals and chart.unit != "%":
            decimals = max(decimals, _CENTS)
        ends = list(_stacks(chart)) if chart.kind.is_stacked else values
        least, greatest = min(_ZERO, *ends), max(_ZERO, *ends)
        if least == greatest:
            return cls(chart, width, height, decimals, _ZERO, Decimal(1))
        room = (greatest - least) * _ROOM_BESIDE.get(chart.kind, _ZERO)
        return cls(chart, width, height, decimals, least and least - room, greatest and greatest + room)

    def written(self, value: Decimal) -> str:
        """Write a value as its bar bears it: « 12 500 € », « 12 500,50 € » where any of the chart has decimals."""
        whole, _, decimals = decimal_number(value).partition(",")
        number = f"{whole},{decimals.ljust(self.decimals, '0')}" if self.decimals else whole
        return f"{number}{NO_BREAK_SPACE}{self.chart.unit}" if self.chart.unit else number

    def is_written_upright(self, text: str) -> bool:
        """Whether values stand on end: side by side, they would run into one another."""
        bars = len(self.chart.categories) * (1 if self.chart.kind.is_stacked else len(self.chart.series))
        return not self.chart.kind.is_lying and len(text) * _LETTER * bars > self.width

    def holds(self, value: Decimal, text: str) -> bool:
        """Whether a value is written: beside its bar always; upon one of several end to end, where there is room."""
        if not self.chart.kind.is_stacked:
            return True
        lies = self.chart.kind.is_lying
        room = self.width * _PLOT_OF_LYING if lies else Decimal(max(self.height - _AROUND_STANDING, 0))
        length = abs(value) * room / (self.greatest - self.least)
        return length >= (len(text) * _LETTER if lies or self.is_written_upright(text) else _LINE)


def _stacks(chart: Chart) -> Iterator[Decimal]:
    """Iterate over how far the bars of each category reach, below and above zero."""
    for values in zip(*(series.values for series in chart.series), strict=True):
        given = [value for value in values if value is not None]
        yield sum((value for value in given if value < 0), _ZERO)
        yield sum((value for value in given if value > 0), _ZERO)
