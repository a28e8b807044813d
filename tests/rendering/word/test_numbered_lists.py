"""Lists: which a paragraph is in, by itself or by its style, and which lists are the same."""

from __future__ import annotations

import pytest

from generator.rendering.word.numbered_lists import Lists
from tests.support.word import element

LEVEL = '<w:lvl w:ilvl="0"{}><w:start w:val="1"/><w:lvlText w:val="{}"/></w:lvl>'
COPIED = ' w:tplc="4A2C11F0"'
NUMBERING = (
    f'<w:numbering><w:abstractNum w:abstractNumId="0">{LEVEL.format("", "%1.")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{LEVEL.format(COPIED, "%1.")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{LEVEL.format("", "–")}</w:abstractNum>'
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(3))
    + "</w:numbering>"
)
STYLES = (
    '<w:styles><w:style w:styleId="Liste"><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    '</w:style><w:style w:styleId="Fille"><w:basedOn w:val="Liste"/></w:style></w:styles>'
)
LISTS = Lists(element(NUMBERING), element(STYLES))


@pytest.mark.parametrize(
    ("properties", "number", "level"),
    [
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', "1", "1"),
        ('<w:pStyle w:val="Fille"/>', "3", "2"),
        ('<w:pStyle w:val="Fille"/><w:numPr><w:numId w:val="0"/></w:numPr>', "", "2"),
        ("", "", "0"),
    ],
)
def test_the_list_of_a_paragraph_is_its_own_else_that_of_its_style(properties: str, number: str, level: str) -> None:
    paragraph = element(f"<w:p><w:pPr>{properties}</w:pPr></w:p>")
    assert (LISTS.list_of(paragraph), LISTS.level_of(paragraph)) == (number, level)


def test_lists_are_alike_by_their_levels_whatever_the_template_of_word_that_they_were_copied_from() -> None:
    definition = LISTS.definition("1")
    assert definition is not None
    assert LISTS.alike(definition) == ["1", "2"]


def test_a_list_of_another_document_is_the_same_by_number_and_levels() -> None:
    other = Lists(element(NUMBERING.replace("–", "•")), None)
    assert [LISTS.is_same(number, other) for number in ("1", "3", "9")] == [True, False, False]
