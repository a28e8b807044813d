"""Drawings that ask for it get the width of the text around them: of their section, their column or their cell."""

from __future__ import annotations

import pytest

from generator.rendering.charts.text_widths import fit_drawings
from generator.rendering.opc.xml_parts import parse

TWIP, MM = 635, 36_000
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
DRAWN = '<w:r><w:drawing><wp:inline><wp:extent cx="0" cy="9"/></wp:inline></w:drawing></w:r>'


def section(width: int, more: str = "") -> str:
    page = f'<w:pgSz w:w="{width}"/><w:pgMar w:left="1000" w:right="500" w:gutter="100"/>'
    return f"<w:sectPr>{page}{more}</w:sectPr>"


def widths(*blocks: str) -> list[int]:
    root = parse(f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}</w:body></w:document>")
    fit_drawings(root)
    return [int(extent.get("cx", "")) for extent in root.iter("{*}extent")]


def test_the_section_of_a_drawing_is_the_first_that_ends_after_it() -> None:
    wide = f"<w:p><w:pPr>{section(16600)}</w:pPr></w:p>"
    drawn = f"<w:p>{DRAWN}</w:p>"
    assert widths(drawn, wide, drawn, section(11600)) == [15000 * TWIP, 10000 * TWIP]


def test_a_drawing_may_stand_in_the_paragraph_that_ends_its_section() -> None:
    assert widths(f"<w:p><w:pPr>{section(16600)}</w:pPr>{DRAWN}</w:p>", section(11600)) == [15000 * TWIP]


def test_columns_share_the_width_less_what_lies_between() -> None:
    two = section(11600, '<w:cols w:num="2" w:space="400"/>')
    assert widths(f"<w:p>{DRAWN}</w:p>", two) == [4800 * TWIP]


def cell(properties: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{properties}<w:p>{DRAWN}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"


def test_a_cell_has_its_own_width_less_its_margins() -> None:
    told = '<w:tcPr><w:tcW w:w="5216" w:type="dxa"/></w:tcPr>'
    assert widths(cell(told), section(11600)) == [5000 * TWIP]


@pytest.mark.parametrize("properties", ["", '<w:tcPr><w:tcW w:w="50" w:type="pct"/></w:tcPr>'])
def test_a_cell_that_does_not_say_has_its_share_of_the_text(properties: str) -> None:
    assert widths(cell(properties), section(11600)) == [5000 * TWIP]


@pytest.mark.parametrize("page", ["", "<w:sectPr/>"])
def test_a_document_without_a_page_gets_the_usual_width(page: str) -> None:
    assert widths(f"<w:p>{DRAWN}</w:p>", page) == [160 * MM]


def test_no_drawing_is_too_narrow_to_be_seen() -> None:
    told = '<w:tcPr><w:tcW w:w="10" w:type="dxa"/></w:tcPr>'
    assert widths(cell(told), section(11600)) == [20 * MM]


def test_a_drawing_with_a_width_keeps_it() -> None:
    assert widths(f"<w:p>{DRAWN.replace('0', '7', 1)}</w:p>", section(11600)) == [7]
