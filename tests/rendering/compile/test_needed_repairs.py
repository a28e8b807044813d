"""What Word would refuse or misread is mended, whatever the data make of a table, a bookmark or a picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.rendering import compile_template
from tests.support.package_lint import new_faults
from tests.support.sample_templates import CONTEXT, P, cell, grid
from tests.support.word import NAMESPACES, body, tree

END = cell(P.format("{%tc endif %}"))

TABLES: Mapping[str, tuple[str, list[int]]] = {
    "a span beyond the grid": (
        grid(2, cell(P.format("{% colspan largeur %}x")) + cell(P.format("y")), cell(P.format("z")) * 2),
        [666, 666, 666],
    ),
    "a span of a cell without properties": (
        grid(1, "<w:tc><w:tcPr/><w:p><w:r><w:t>{% colspan largeur %}x</w:t></w:r></w:p></w:tc>"),
        [500, 500],
    ),
    "a table wider than the cell that holds it": (
        grid(1, cell(P.format("{%tc if oui %}")) + cell(grid(3, cell(P.format("x")) * 3) + P.format("y")) + END),
        [1000],
    ),
    "columns that go": (
        grid(3, cell(P.format("x")) * 2 + cell(P.format("{%tc if non %}")) + cell(P.format("y")) + END),
        [1500, 1500],
    ),
    "a row that skips a column": (
        grid(
            2,
            f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(P.format("{% cellbg couleur %}x"))}',
            cell(P.format("{%tr if non %}")),
            cell(P.format("y")) * 2,
            cell(P.format("{%tr endif %}")),
        ),
        [1000, 1000],
    ),
}


@pytest.mark.parametrize(("xml", "widths"), TABLES.values(), ids=TABLES)
def test_a_table_has_as_many_columns_as_its_widest_row(xml: str, widths: list[int]) -> None:
    template = body(xml)
    rendered = compile_template(template).render(CONTEXT)
    assert new_faults(template, rendered) == []
    assert columns(rendered) == widths


def columns(word: bytes) -> list[int]:
    """The widths of the columns of a document's first table."""
    found: list[Any] = tree(word).xpath("//w:body/w:tbl/w:tblGrid/w:gridCol/@w:w", namespaces=NAMESPACES)
    return [int(width) for width in found]


def test_the_properties_of_a_cell_stand_in_the_order_of_the_schema() -> None:
    borders = '<w:tcW w:w="9" w:type="dxa"/><w:tcBorders><w:top w:val="single"/></w:tcBorders><w:vAlign w:val="top"/>'
    looped = [cell(P.format(text), borders) for text in ("{%tr for l in lignes %}", "{% vm %}x", "{%tr endfor %}")]
    for xml, names in (
        (cell(P.format("{% colspan largeur %}x"), borders), "tcW gridSpan tcBorders vAlign"),
        (cell(P.format("{% cellbg couleur %}x"), borders), "tcW tcBorders shd vAlign"),
        (looped, "tcW vMerge tcBorders vAlign"),
    ):
        rendered = compile_template(body(grid(1, *([xml] if isinstance(xml, str) else xml)))).render(CONTEXT)
        properties = tree(rendered).xpath("//w:tc[1]/w:tcPr", namespaces=NAMESPACES)[0]
        assert " ".join(str(child.tag).partition("}")[2] for child in properties) == names
