"""The properties of cells that docxtpl writes, in the order of the schema."""

from __future__ import annotations

import pytest

from generator.rendering.compile.cell_properties import open_empty_properties, with_ordered_properties
from tests.support.word import element, xml_of


@pytest.mark.parametrize(
    ("written", "ordered"),
    [
        (
            '<w:tcPr><w:shd w:fill="{{ c }}"/><w:tcW w:w="1"/></w:tcPr>',
            '<w:tcPr><w:tcW w:w="1"/><w:shd w:fill="{{ c }}"/></w:tcPr>',
        ),
        (
            '<w:tcPr><w:vAlign/><w:vMerge w:val="{% if loop.first %}restart{% endif %}"/></w:tcPr>',
            '<w:tcPr><w:vMerge w:val="{% if loop.first %}restart{% endif %}"/><w:vAlign/></w:tcPr>',
        ),
        ("<w:tcPr><w:vAlign/><w:tcW/></w:tcPr>", "<w:tcPr><w:vAlign/><w:tcW/></w:tcPr>"),
        ("<w:tcPr>{{ a }}<w:tcW/></w:tcPr>", "<w:tcPr>{{ a }}<w:tcW/></w:tcPr>"),
    ],
)
def test_properties_that_hold_a_tag_are_ordered_and_no_others(written: str, ordered: str) -> None:
    assert with_ordered_properties(written) == ordered


def test_a_cell_that_a_tag_shapes_has_properties_that_docxtpl_finds() -> None:
    row = element("<w:tr><w:tc><w:p><w:r><w:t>{% vm %}</w:t></w:r></w:p></w:tc><w:tc><w:tcPr/><w:p/></w:tc></w:tr>")
    open_empty_properties(row)
    assert xml_of(row).count("<w:tcPr></w:tcPr>") == 2
