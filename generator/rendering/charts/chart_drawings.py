"""A chart as a value: the drawing that stands in the text, its part, and the width of the text around it.

Format: ECMA-376 part 1, 20.4.2.8 (inline drawings), 21.2.2.29 (what names the part of a chart).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from generator.artifacts import Chart
from generator.messages import template_reasons as reasons
from generator.rendering.charts.chart_parts import chart_part, on_one_line
from generator.rendering.charts.chart_scale import Scale, UnfitChartError, refuse_unfit
from generator.rendering.charts.text_widths import EMUS_OF_MILLIMETRE, TO_FIT
from generator.rendering.file.additions import PartAdditions
from generator.rendering.opc.archive import Member
from generator.rendering.opc.relation_types import OFFICE, STYLES
from generator.rendering.opc.xml_parts import Element, parse
from generator.rendering.word.names import CHARTS, DRAWING, DRAWING_ANCHOR, TYPE, WORDPROCESSINGML, w

_STANDING_HEIGHT: Final = 80
_HEAD, _CATEGORY, _BAR, _GAP = 22, 9, 5, 4
"""Millimetres: title and legend together; the least for a category that lies; for each of its bars; between two."""

_TALLEST: Final = 225
"""The text of an A4 page, less what a title above it needs."""

_LARGEST: Final = 1000
_MEASURED_WIDTH: Final = 160
"""The width of the text of most acts: how values are written does not depend on that of one section."""

_TEMPLATES_KEPT: Final = 64
"""Parts of styles whose font is found once: to parse one costs as much as ten charts."""

_FONTS, _ASCII = w("rFonts"), w("ascii")
_BY_DEFAULT: Final = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{_FONTS}"
_STYLE, _IS_DEFAULT = w("style"), w("default")


def chart_run(chart: Chart, additions: PartAdditions) -> Element:
    """Return the run that shows a chart, whose part is added to the package.

    Raises:
        UnfitChartError: it cannot be drawn.
    """
    refuse_unfit(chart)
    height = _height(chart) if chart.height is None else chart.height
    for side in (height, chart.width):
        if side is not None and not 0 < side <= _LARGEST:
            raise UnfitChartError(reasons.UNFIT_SIZE.format(side))
    part = chart_part(
        Scale.of(chart, chart.width or _MEASURED_WIDTH, height), _font(additions.additions.related_member(STYLES))
    )
    description, title = on_one_line(chart.description), on_one_line(chart.title)
    named = f' title="{title}"' if title else ""
    width = TO_FIT if chart.width is None else chart.width * EMUS_OF_MILLIMETRE
    return parse(
        f'<w:r xmlns:w="{WORDPROCESSINGML}" xmlns:wp="{DRAWING_ANCHOR}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}">'
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height * EMUS_OF_MILLIMETRE}"/>'
        f'<wp:docPr id="1" name="Graphique" descr="{description}"{named}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{CHARTS}">'
        f'<c:chart xmlns:c="{CHARTS}" r:id="{additions.chart(part)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _height(chart: Chart) -> int:
    """Return the height that bars need to be read, in millimetres."""
    if not chart.kind.is_lying:
        return _STANDING_HEIGHT
    bars = 1 if chart.kind.is_stacked else len(chart.series)
    return min(_HEAD + len(chart.categories) * (max(_CATEGORY, bars * _BAR) + _GAP), _TALLEST)


def _is_plain(style: Element) -> bool:
    return style.get(TYPE) == "paragraph" and style.get(_IS_DEFAULT) in {"1", "true", "on"}


@lru_cache(maxsize=_TEMPLATES_KEPT)
def _font(styles: Member | None) -> str:
    """Return the font of plain text; empty where it is the theme's, which charts take by themselves."""
    root = None if styles is None else parse(styles.content())
    if root is None:
        return ""
    plain = next(filter(_is_plain, root.iter(_STYLE)), None)
    own = None if plain is None else plain.find(f"{w('rPr')}/{_FONTS}")
    for fonts in (own, root.find(_BY_DEFAULT)):
        if fonts is not None and fonts.get(_ASCII):
            return str(fonts.get(_ASCII))
    return ""
