"""Charts and pictures whose part holds tags are refused by name: a loop would show the same in each turn."""

from __future__ import annotations

import pytest

from tests.support.as_word import paragraph, with_part, word_365
from tests.support.block_templates import END_LOOP, LOOP
from tests.support.word import edited, render_errors, with_members

LOOPED = word_365(LOOP, paragraph("{{ l.a }}"), END_LOOP)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text>{}</text></svg>'


def with_svg(text: str) -> bytes:
    """A template whose loop holds a drawing as text."""
    types = '<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    word = edited(LOOPED, "[Content_Types].xml", lambda xml: xml.replace("</Types>", types))
    return with_members(word, {"word/media/image9.svg": SVG.format(text).encode()})


def with_chart(text: str) -> bytes:
    chart = f'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:v>{text}</c:v></c:chartSpace>'
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    return with_part(LOOPED, "word/charts/chart1.xml", "chart", kind, chart)


@pytest.mark.parametrize(
    ("template", "name"),
    [(with_svg("{{ l.a }}"), "word/media/image9.svg"), (with_chart("{{ l.a }}"), "word/charts/chart1.xml")],
    ids=["picture", "chart"],
)
def test_a_part_with_a_tag_is_refused_by_its_name(template: bytes, name: str) -> None:
    [error] = render_errors(template, {"lignes": []})
    assert error.startswith("TP114")
    assert name in error


@pytest.mark.parametrize("template", [with_svg("x"), with_chart("x")], ids=["picture", "chart"])
def test_a_part_without_a_tag_is_left(template: bytes) -> None:
    assert render_errors(template, {"lignes": [{"a": "x"}, {"a": "y"}]}) == []
