"""Bookmarks in or around a tag are moved to the nearest place that stays."""

from __future__ import annotations

import pytest

from tests.support.as_word import control, paragraph, run, word_365
from tests.support.block_templates import (
    END_IF,
    END_LOOP,
    IF,
    LOOP,
    NO,
    YES,
    end,
    found,
    rendered,
    start,
)
from tests.support.sample_templates import cell, grid
from tests.support.word import DOCUMENT, compile_codes, document, member, render_errors

S, E = start("_Ref10"), end()
BETWEEN = "//w:bookmarkStart[@w:name='_Ref10']/following::w:t[following::w:bookmarkEnd[@w:id='1']]"


def covered(word: bytes) -> str:
    """The text between the two marks of the bookmark, each of which stands once."""
    assert found(word, "//w:bookmarkStart/@w:name") == ["_Ref10"]
    assert found(word, "//w:bookmarkEnd/@w:id") == ["1"]
    return "".join(found(word, BETWEEN))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (("{% if ", S, "oui %}x{% endif %} fin", E), "x fin"),
        (("Voir {% if ", S, "oui %}x{% endif %} fin", E), "x fin"),
        ((S, "Voir {{ coul", E, "eur }} suite"), "Voir FF0000"),
        (("Voir {{ coul", S, E, "eur }} suite"), "FF0000"),
        (("a {% if oui %}x{% end", S, "if %} fin", E), " fin"),
        ((S, "a {% i", E, "f oui %}x{% endif %} fin"), "a "),
        (("{{ coul", S, "eur }} b {{ coul", E, "eur }} c"), "FF0000 b FF0000"),
    ],
)
def test_a_bookmark_inside_a_tag_that_word_cut_covers_what_the_tag_prints(content: tuple[str, ...], text: str) -> None:
    word = rendered(word_365(paragraph(*content)), YES)
    assert covered(word) == text


def test_the_format_of_a_run_that_is_cut_is_kept_on_both_sides() -> None:
    word = rendered(word_365(paragraph(run("Voir {{ n", "<w:b/>"), S, run("om }}", "<w:b/>"), E)), YES)
    assert found(word, "//w:r[w:rPr/w:b]/w:t") == ["Voir ", "Musées & Patrimoine <Dijon>"]


AROUND = {
    "on the start of a condition": (paragraph(S, "{%p if oui %}", E) + paragraph("x") + END_IF, True),
    "on the end of a condition": (IF + paragraph("x") + paragraph(S, "{%p endif %}", E), True),
    "from the start of a condition to its end": (
        paragraph(S, "{%p if oui %}") + paragraph("x") + paragraph("{%p endif %}", E), False),
    "from the start of a loop to its end": (
        paragraph(S, "{%p for l in lignes %}") + paragraph("x") + paragraph("{%p endfor %}", E), True),
    "from the start of a condition to what it holds": (
        paragraph(S, "{%p if oui %}") + paragraph("x", E) + END_IF, False),
    "from what a condition holds to its end": (IF + paragraph(S, "x") + paragraph("{%p endif %}", E), False),
    "before a condition to its start": (
        paragraph(S, "a") + paragraph("{%p if oui %}", E) + paragraph("x") + END_IF, True),
    "on the start of a loop": (paragraph(S, "{%p for l in lignes %}", E) + paragraph("x") + END_LOOP, True),
    "on the end of a loop": (LOOP + paragraph("x") + paragraph(S, "{%p endfor %}", E), True),
    "on a row": (
        grid(1, cell(paragraph(S, "{%tr if oui %}", E)), cell(paragraph("x")), cell(paragraph("{%tr endif %}"))), True),
    "on a cell": (
        grid(1, cell(paragraph(S, "{%tc if oui %}", E)) + cell(paragraph("x")) + cell(paragraph("{%tc endif %}"))
             + cell(paragraph("y"))), True),
    "on a comment": (paragraph(S, "{#p rien #}", E), True),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "always"), AROUND.values(), ids=AROUND)
def test_a_bookmark_on_what_a_tag_takes_away_stays_in_one_block(xml: str, always: bool) -> None:
    template = word_365(xml, paragraph("Fin."))
    for context, stays in ((YES, True), (NO, always)):
        word = rendered(template, context)
        assert found(word, "//w:bookmarkStart/@w:name") == ["_Ref10"] * stays
        assert found(word, "//w:bookmarkEnd/@w:id") == ["1"] * stays


def test_the_place_of_the_cursor_goes_with_the_tag() -> None:
    word = rendered(word_365(paragraph("{{ n", start("_GoBack"), "om }} x", end())), YES)
    assert "_GoBack" not in member(word, DOCUMENT).decode()
    assert "bookmarkEnd" not in member(word, DOCUMENT).decode()


def test_the_place_of_the_cursor_that_a_block_cuts_goes_in_silence() -> None:
    word = rendered(word_365(paragraph(start("_GoBack"), "{% if oui %}a", end(), "b{% endif %}")), YES)
    assert found(word, "//w:bookmarkStart | //w:bookmarkEnd") == []


def test_a_comment_whose_call_goes_leaves_no_mark() -> None:
    called = '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'
    word = rendered(
        word_365(paragraph('<w:commentRangeStart w:id="3"/>', "a"), paragraph("{%p if oui %}", called), END_IF), YES
    )
    assert "comment" not in member(word, DOCUMENT).decode()


def test_a_bookmark_that_a_trimming_tag_would_take_is_refused() -> None:
    xml = paragraph("a", S, "{%- if oui %}b{% endif %} c", E)
    assert compile_codes(word_365(xml)) == ["TP123"]
    assert compile_codes(document("a {%- if oui %}b{% endif %}")) == []


def test_a_bookmark_that_would_be_lost_is_named_where_a_reference_follows_it() -> None:
    reference = paragraph("voir ", f'<w:fldSimple w:instr=" REF _Ref10 ">{run("5")}</w:fldSimple>')
    [error] = render_errors(word_365(paragraph(S, "{%- if oui -%}b{%- endif -%}", E), reference), YES)
    assert "signet « _Ref10 »" in " ".join(error.split())


@pytest.mark.parametrize(
    "xml",
    [
        S + control(IF) + paragraph("x") + E + control(END_IF),
        control(S + IF) + paragraph("x") + E + control(END_IF),
        control(S + IF) + paragraph("x", E) + control(END_IF),
        control(S + IF + E) + paragraph("x") + control(END_IF),
        IF + paragraph("a") + END_IF + S + IF + paragraph("x") + E + END_IF,
        IF + S + paragraph("x") + END_IF + E + IF + paragraph("b") + END_IF,
    ],
)
def test_a_mark_between_paragraphs_goes_by_the_tag_that_it_touches(xml: str) -> None:
    word = word_365(paragraph("Avant."), xml, paragraph("Fin."))
    assert covered(rendered(word, YES)) in {"x", ""}
    assert len(found(rendered(word, NO), "//w:bookmarkStart")) == len(found(rendered(word, NO), "//w:bookmarkEnd"))


def test_a_mark_that_words_part_from_the_tag_stays_cut() -> None:
    cut = word_365(S, paragraph("Avant."), IF, paragraph("x", E), END_IF)
    assert compile_codes(cut) == ["TP501"]
