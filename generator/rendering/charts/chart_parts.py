"""The part of a chart: its values as literal data, and each value written as the act writes it.

There is no workbook behind the chart: what an act shows is settled. Numbers are written by us, not by a number format,
whose signs would be those of the reader's machine; hence no axis of values either, since each bar bears its own.
Format: ECMA-376 part 1, 21.2 (charts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from markupsafe import escape

from generator.artifacts import Chart, Series
from generator.messages import template_reasons as reasons
from generator.rendering.charts.chart_looks import AXIS_LINE, LOOKS, ON_PAPER, UNFRAMED
from generator.rendering.charts.chart_scale import Scale, UnfitChartError
from generator.rendering.word.names import CHARTS, DRAWING

_OPENING: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<c:chartSpace xmlns:c="{CHARTS}" xmlns:a="{DRAWING}">'
    '<c:date1904 val="0"/><c:lang val="fr-FR"/><c:roundedCorners val="0"/>'
)
_SIZE, _TITLE_SIZE = 900, 1100
"""Sizes of letters, in hundredths of a point."""

_BREAKS: Final = re.compile(r"[\t\n\r\f\v\a]+")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FLAGS = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
_UNSHOWN: Final = "".join(f'<c:show{flag} val="0"/>' for flag in _FLAGS)
_SHOWN: Final = _UNSHOWN.replace('Val val="0"', 'Val val="1"')
_USUAL_GAP, _WIDEST_GAP = 60, 300
_CATEGORY_AXIS, _VALUE_AXIS = 1001, 1002


def chart_part(scale: Scale, font: str) -> bytes:
    """Return the part of a chart that can be drawn.

    Args:
        scale: the chart, as it is measured.
        font: of its letters; empty for that of the document's theme.

    Raises:
        UnfitChartError: a letter of its texts cannot be written.
    """
    chart = scale.chart
    series = "".join(_series(scale, rank, each) for rank, each in enumerate(chart.series))
    direction = "bar" if chart.kind.is_lying else "col"
    grouping, overlap = ("stacked", 100) if chart.kind.is_stacked else ("clustered", 0)
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if len(chart.series) > 1 else ""
    parts = (
        f"{_OPENING}<c:chart>{_title(chart.title)}<c:plotArea><c:layout/>",
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}',
        f'<c:gapWidth val="{_gap(chart)}"/><c:overlap val="{overlap}"/><c:axId val="{_CATEGORY_AXIS}"/>',
        f'<c:axId val="{_VALUE_AXIS}"/></c:barChart>{_axes(scale)}</c:plotArea>{legend}',
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{UNFRAMED}',
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_letters(font)}</a:pPr>",
        '<a:endParaRPr lang="fr-FR"/></a:p></c:txPr></c:chartSpace>',
    )
    return "".join(parts).encode()


def _gap(chart: Chart) -> int:
    """Return the gap between two categories, in hundredths of a bar: one that stands alone would fill the page."""
    return _USUAL_GAP if chart.kind.is_lying else max(_USUAL_GAP, _WIDEST_GAP // len(chart.categories))


def on_one_line(text: str) -> str:
    """Escape a text, on one line, for an element or for an attribute.

    Raises:
        UnfitChartError: it holds a letter that XML does not allow.
    """
    line = _BREAKS.sub(" ", text)
    forbidden = _FORBIDDEN.search(line)
    if forbidden:
        raise UnfitChartError(reasons.UNFIT_LETTER.format(f"U+{ord(forbidden[0]):04X}"))
    return str(escape(line))


def _letters(font: str) -> str:
    face = f'<a:latin typeface="{on_one_line(font)}"/>' if font else ""
    return f'<a:defRPr sz="{_SIZE}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{face}</a:defRPr>'


def _title(text: str) -> str:
    if not text:
        return '<c:autoTitleDeleted val="1"/>'
    properties = f'sz="{_TITLE_SIZE}" b="1"'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {properties}/></a:pPr>"
        f'<a:r><a:rPr lang="fr-FR" {properties}/><a:t>{on_one_line(text)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
    )


def _series(scale: Scale, rank: int, series: Series) -> str:
    categories = scale.chart.categories
    count = f'<c:ptCount val="{len(categories)}"/>'
    names = "".join(_point(at, on_one_line(name)) for at, name in enumerate(categories))
    values = "".join(_point(at, f"{value:f}") for at, value in enumerate(series.values) if value is not None)
    return (
        f'<c:ser><c:idx val="{rank}"/><c:order val="{rank}"/><c:tx><c:v>{on_one_line(series.name)}</c:v></c:tx>'
        f'{LOOKS[rank % len(LOOKS)]}<c:invertIfNegative val="0"/>'
        f"<c:dLbls>{''.join(_labels(scale, series))}{_UNSHOWN}</c:dLbls>"
        f"<c:cat><c:strLit>{count}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{count}{values}</c:numLit></c:val></c:ser>"
    )


def _point(rank: int, value: str) -> str:
    return f'<c:pt idx="{rank}"><c:v>{value}</c:v></c:pt>'


def _labels(scale: Scale, series: Series) -> Iterator[str]:
    """Iterate over the values as their bars bear them."""
    look, place = (ON_PAPER, "ctr") if scale.chart.kind.is_stacked else ("", "outEnd")
    for at, value in enumerate(series.values):
        if value is None:
            continue
        text = scale.written(value)
        if scale.holds(value, text):
            turn = ' rot="-5400000" vert="horz"' if scale.is_written_upright(text) else ""
            yield (
                f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr{turn}/><a:p><a:r><a:rPr lang="fr-FR"/>'
                f"<a:t>{on_one_line(text)}</a:t></a:r></a:p></c:rich></c:tx>{look}"
                f'<c:dLblPos val="{place}"/>{_SHOWN}</c:dLbl>'
            )


def _axes(scale: Scale) -> str:
    """Return the axis of categories, read from the top where bars lie, and that of values, which is not shown."""
    lies = scale.chart.kind.is_lying
    order, places = ("maxMin", ("l", "t")) if lies else ("minMax", ("b", "l"))
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{places[0]}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{AXIS_LINE}<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{scale.greatest:f}"/><c:min val="{scale.least:f}"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{places[1]}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/></c:valAx>'
    )
