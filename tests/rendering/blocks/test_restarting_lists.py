"""Numbered lists that lie in a loop begin again at each turn; others go on."""

from __future__ import annotations

import pytest

from generator.rendering import compile_template
from tests.support.as_word import paragraph, word_365
from tests.support.block_templates import (
    ELSE,
    END_IF,
    END_LOOP,
    IF,
    LOOP,
    found,
    in_header,
    item,
    numbered,
    rendered,
)
from tests.support.sample_templates import CONTEXT, cell, grid
from tests.support.word import edited, member, render_errors

NUMBERING = "word/numbering.xml"
TITLE, ONE, TWO = paragraph("Partie {{ l.a }}"), item("Point un"), item("Point deux")
INNER = paragraph("{%p for c in colonnes %}") + item("{{ c }}") + END_LOOP


def lists(word: bytes, part: str = "word/document.xml") -> list[str]:
    return found(word, "//w:numPr/w:numId/@w:val", part)


def starts(word: bytes, number: str) -> list[str]:
    return found(word, f"//w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride/@w:val", NUMBERING)


def test_a_list_of_a_turn_begins_again_at_the_next() -> None:
    word = rendered(numbered(LOOP, TITLE, ONE, TWO, END_LOOP))
    first, again, other, last = lists(word)
    assert (first, other) == (again, last)
    assert first == "41" != other
    assert starts(word, other) == ["1", "1"]
    assert starts(word, first) == []
    [definition] = found(word, f"//w:num[@w:numId='{other}']/w:abstractNumId/@w:val", NUMBERING)
    assert definition == "40"


def test_each_turn_has_a_list_of_its_own() -> None:
    context = {**CONTEXT, "lignes": [{"a": number} for number in range(4)]}
    assert len(set(lists(rendered(numbered(LOOP, TITLE, ONE, TWO, END_LOOP), context)))) == 4


GOES_ON = {
    "a list that begins before": [ONE, LOOP, TITLE, ONE, TWO, END_LOOP],
    "a list that ends after": [LOOP, TITLE, ONE, TWO, END_LOOP, ONE],
    "a list whose items are the turns": [LOOP, item("{{ l.a }}"), END_LOOP],
    "items under a title of their own": [LOOP, TITLE, item("{{ l.a }}"), END_LOOP],
    "items that are alternatives": [LOOP, IF, ONE, ELSE, TWO, END_IF, END_LOOP],
    "items with items below": [LOOP, ONE, item("a", level=1), item("b", level=1), END_LOOP],
    "a list outside any loop": [IF, ONE, TWO, END_IF],
    "a list that begins before, under another number": [item("a", 43), LOOP, TITLE, ONE, TWO, END_LOOP],
}


@pytest.mark.parametrize("elements", GOES_ON.values(), ids=GOES_ON)
def test_a_list_that_is_not_of_one_turn_goes_on(elements: list[str]) -> None:
    template = numbered(*elements)
    if "43" in "".join(elements):  # lists of one definition count on together
        same = '<w:num w:numId="43"><w:abstractNumId w:val="40"/></w:num></w:numbering>'
        template = edited(template, NUMBERING, lambda xml: xml.replace("</w:numbering>", same))
    assert set(lists(rendered(template))) <= {"41", "43"}
    assert member(rendered(template), NUMBERING) == member(template, NUMBERING)


def test_bullets_are_left_as_they_are() -> None:
    assert set(lists(rendered(numbered(LOOP, TITLE, ONE, TWO, END_LOOP, number_format="bullet")))) == {"41"}


def test_the_items_of_a_loop_inside_count_on_within_a_turn_of_the_loop_around() -> None:
    word = rendered(numbered(LOOP, TITLE, INNER, END_LOOP))
    first, other = lists(word)[:3], lists(word)[3:]
    assert set(first) == {"41"}
    assert len(set(other)) == 1
    assert set(other) != {"41"}


def test_a_list_of_a_turn_of_a_loop_inside_begins_again_each_time() -> None:
    inner = paragraph("{%p for c in colonnes %}") + ONE + TWO + END_LOOP
    assert len(set(lists(rendered(numbered(LOOP, TITLE, inner, END_LOOP))))) == 6


def test_a_list_of_the_cells_of_a_row_begins_again_at_each_row() -> None:
    rows = grid(1, cell(paragraph("{%tr for l in lignes %}")), cell(ONE + TWO), cell(paragraph("{%tr endfor %}")))
    assert len(set(lists(rendered(numbered(rows, paragraph("Fin.")))))) == 2


def test_a_number_in_each_row_goes_on() -> None:
    rows = grid(
        2,
        cell(paragraph("{%tr for l in lignes %}")) + cell(paragraph()),
        cell(paragraph("{{ l.a }}")) + cell(ONE),
        cell(paragraph("{%tr endfor %}")) + cell(paragraph()),
    )
    assert lists(rendered(numbered(rows, paragraph("Fin.")))) == ["41", "41"]


def test_a_list_of_a_header_begins_again_too() -> None:
    word = rendered(in_header(numbered(paragraph("a")), LOOP + TITLE + ONE + TWO + END_LOOP))
    assert len(set(lists(word, "word/header9.xml"))) == 2


def test_a_list_that_comes_from_a_style_begins_again() -> None:
    styled = paragraph("a", properties='<w:pStyle w:val="Puce"/>')
    style = (
        '<w:style w:type="paragraph" w:styleId="Puce"><w:name w:val="puce"/><w:pPr><w:numPr><w:numId w:val="41"/>'
        "</w:numPr></w:pPr></w:style></w:styles>"
    )
    template = edited(
        numbered(LOOP, TITLE, styled, styled, END_LOOP),
        "word/styles.xml",
        lambda xml: xml.replace("</w:styles>", style),
    )
    first, again, other, last = lists(rendered(template))
    assert first == again == "41"
    assert other == last != "41"


def test_two_lists_of_one_loop_begin_again_apart() -> None:
    other = item("x", 42), item("y", 42)
    assert len(set(lists(rendered(numbered(LOOP, TITLE, ONE, TWO, *other, END_LOOP))))) == 4


def test_a_template_renders_the_same_lists_each_time() -> None:
    template = compile_template(numbered(LOOP, TITLE, ONE, TWO, END_LOOP))
    assert template.render(CONTEXT) == template.render(CONTEXT)


def test_lists_without_end_are_refused() -> None:
    context = {**CONTEXT, "lignes": [{"a": number} for number in range(5000)]}
    [error] = render_errors(numbered(LOOP, TITLE, ONE, TWO, END_LOOP), context)
    assert error.startswith("TP208")
    assert render_errors(word_365(LOOP, TITLE, END_LOOP), context) == []
