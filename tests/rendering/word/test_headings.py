"""Headings: by the outline level of a paragraph, else by its style, its name, and those that it is based on."""

from __future__ import annotations

import pytest

from generator.rendering.word.headings import Headings
from tests.support.word import element

STYLES = (
    '<w:styles><w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Fille"><w:name w:val="x"/><w:basedOn w:val="T1"/></w:style>'
    '<w:style w:styleId="Niveau"><w:name w:val="y"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="Corps"><w:name w:val="z"/><w:basedOn w:val="T1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
    "</w:style></w:styles>"
)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:pStyle w:val="T1"/>', True),
        ('<w:pStyle w:val="Fille"/>', True),
        ('<w:pStyle w:val="Niveau"/>', True),
        ('<w:pStyle w:val="Corps"/>', False),
        ('<w:pStyle w:val="Article"/>', True),
        ('<w:pStyle w:val="Absent"/>', False),
        ('<w:pStyle w:val="T1"/><w:outlineLvl w:val="9"/>', False),
        ('<w:outlineLvl w:val="0"/>', True),
        ("", False),
    ],
)
def test_a_heading_is_known_by_its_level_or_by_its_style(properties: str, expected: bool) -> None:
    paragraph = element(f"<w:p><w:pPr>{properties}</w:pPr></w:p>")
    assert (paragraph in Headings(element(STYLES))) is expected


def test_without_styles_the_identifier_tells() -> None:
    assert element('<w:p><w:pPr><w:pStyle w:val="Article"/></w:pPr></w:p>') in Headings(None)
