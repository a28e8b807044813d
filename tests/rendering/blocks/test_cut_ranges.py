"""Ranges that a block cuts are refused, by what they are and where both ends stand."""

from __future__ import annotations

import pytest

from tests.support.as_word import control, notes, paragraph, run, word_365
from tests.support.block_templates import (
    BEGIN,
    ELSE,
    END,
    END_IF,
    END_LOOP,
    IF,
    LOOP,
    NO,
    SEPARATE,
    YES,
    bookmarked,
    code,
    end,
    in_header,
    rendered,
    start,
)
from tests.support.sample_templates import CONTEXT, cell, grid
from tests.support.word import compile_codes, render_errors

PAGE = (BEGIN, code(" PAGE "), SEPARATE, run("1"))
COMMENT = '<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'
PERMISSION = '<w:permStart w:id="4" w:edGrp="everyone"/>', '<w:permEnd w:id="4"/>'
MOVE = '<w:moveFromRangeStart w:id="5" w:name="move1"/>', '<w:moveFromRangeEnd w:id="5"/>'
MOVED = '<w:moveToRangeStart w:id="6" w:name="move1"/>', '<w:moveToRangeEnd w:id="6"/>'


def inline(first: str, last: str) -> str:
    """A paragraph in which a condition keeps or drops the end of a range."""
    return paragraph(first, "a", "{% if oui %}", last, "{% endif %}")


CUT = {
    "a field": (inline("".join(PAGE), END), "le champ PAGE"),
    "a field around the start of a loop": (
        paragraph(*PAGE) + LOOP + paragraph(END) + END_LOOP, "le champ PAGE"),
    "an inner field": (
        paragraph(BEGIN, code(" IF "), SEPARATE,
                  "{% if oui %}", BEGIN, code(" PAGE "), SEPARATE, "{% endif %}", END, END),
        "le champ PAGE"),
    "a bookmark": (inline(start("ici"), end()), "le signet « ici »"),
    "a bookmark of two branches": (
        IF + paragraph(start("ici"), "a") + ELSE + paragraph("b", end()) + END_IF, "le signet « ici »"),
    "a comment": (inline(*COMMENT), "la zone d’un commentaire"),
    "an editable zone": (inline(*PERMISSION), "une zone modifiable"),
    "the source of a move": (inline(*MOVE), "un déplacement suivi"),
    "the goal of a move": (inline(*MOVED), "un déplacement suivi"),
    "a bookmark that a row of a table ends": (
        grid(1, cell(paragraph(start("ici"), "a")), cell(paragraph("{%tr if oui %}")), cell(paragraph("b", end())),
             cell(paragraph("{%tr endif %}"))) + paragraph("c"), "le signet « ici »"),
    "a bookmark that a cell ends": (
        grid(2, cell(paragraph("{%tc if oui %}")) + cell(paragraph(start("ici"), "a"))
             + cell(paragraph("{%tc endif %}")) + cell(paragraph("b", end()))) + paragraph("c"), "le signet « ici »"),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "what"), CUT.values(), ids=CUT)
def test_a_range_that_a_block_cuts_is_refused_by_its_name(xml: str, what: str) -> None:
    [error] = [" ".join(each.split()) for each in render_errors(word_365(xml), CONTEXT)]
    assert error.startswith("TP501 corps")
    assert f"un bloc coupe {what} : son début est " in error


def test_a_block_inside_what_a_field_asks_for_is_the_one_fault() -> None:
    cut = paragraph(BEGIN, code(" PAGE "), "{% if oui %}", SEPARATE, "{% endif %}", "1", END)
    assert compile_codes(word_365(cut)) == ["TP143"]


def test_the_places_of_both_ends_are_told() -> None:
    [error] = render_errors(word_365(paragraph("Un", start("ici")), IF, paragraph("Deux", end()), END_IF), CONTEXT)
    assert " ".join(error.split()).startswith(
        "TP501 corps : « Un » : un bloc coupe le signet « ici » : son début est hors de tout bloc, sa fin dans "
        "« {%p if oui %} » (corps : « Deux »)"
    )


@pytest.mark.parametrize("part", ["header", "footnote", "endnote"])
def test_a_range_that_a_block_cuts_in_another_part_is_refused_there(part: str) -> None:
    cut = inline("".join(PAGE), END)
    word = in_header(word_365(paragraph("a")), cut) if part == "header" else notes(part, cut)
    label = {"header": "en-tête 1", "footnote": "note 1", "endnote": "note de fin 1"}[part]
    [error] = render_errors(word, CONTEXT)
    assert " ".join(error.split()).startswith(f"TP501 {label} : ")


WHOLE = {
    "inside a block": IF + paragraph(*PAGE, END) + bookmarked("ici", "a") + END_IF,
    "around a block": paragraph(start("ici"), *PAGE) + IF + paragraph("a") + END_IF + paragraph(END, end()),
    "around a block of a paragraph": paragraph(start("ici"), *PAGE, "{% if oui %}a{% endif %}", END, end()),
    "a field inside a field": IF + paragraph(BEGIN, code(" IF "), *PAGE, END, code(" = 1 "), SEPARATE, END) + END_IF,
    "in both branches": IF + bookmarked("a", "x") + ELSE + bookmarked("b", "y", number=2) + END_IF,
    "in a loop": LOOP + paragraph(start("ici"), *PAGE, END, end(), *PERMISSION) + END_LOOP,
    "in a row": grid(1, cell(paragraph("{%tr if oui %}")), cell(paragraph(start("ici"), *PAGE, END, end())),
                     cell(paragraph("{%tr endif %}"))) + paragraph("c"),
}  # fmt: skip


@pytest.mark.parametrize("context", [YES, NO], ids=["kept", "gone"])
@pytest.mark.parametrize("xml", WHOLE.values(), ids=WHOLE)
def test_a_range_that_no_block_cuts_is_rendered(xml: str, context: dict[str, object]) -> None:
    word = rendered(word_365(xml, paragraph("Fin.")), context)
    assert word.count(b"word/document.xml")


def link(text: str, target: str = "x") -> str:
    return f'<w:hyperlink w:anchor="{target}">{run(text)}</w:hyperlink>'


def revision(kind: str, text: str) -> str:
    return f'<w:{kind} w:id="8" w:author="a">{run(text)}</w:{kind}>'


ACROSS = {
    "un lien": (link("a {% if oui %}") + link("b {% endif %}")),
    "un contrôle de contenu": (control(run("a {% if oui %}")) + control(run("b {% endif %}"))),
    "une révision suivie": (revision("ins", "a {% if oui %}") + revision("ins", "b {% endif %}")),
    "un champ": "".join(
        f'<w:fldSimple w:instr=" PAGE ">{run(text)}</w:fldSimple>' for text in ("{% if oui %}", "{% endif %}")
    ),
}


@pytest.mark.parametrize(("holder", "xml"), ACROSS.items(), ids=ACROSS)
def test_a_block_that_would_join_two_holders_is_refused(holder: str, xml: str) -> None:
    [error] = [" ".join(each.split()) for each in render_errors(word_365(paragraph(xml)), CONTEXT)]
    assert error.startswith("TP502 corps")
    assert f"commence dans {holder} et finit dans un autre" in error


APART = {
    "un contrôle de contenu": (control(IF + paragraph("x")) + END_IF, "Supprimer le contrôle de contenu"),
    "une révision suivie": (paragraph(revision("ins", "a {% if oui %}"), "b {% endif %}"), "acceptez ou refusez"),
    "un lien": (paragraph(link("a {% if oui %}"), "b {% endif %}"), "retirez le lien"),
    "un élément XML": (f'<w:customXml w:element="e">{IF}{paragraph("x")}</w:customXml>{END_IF}', "tous deux dehors"),
}


@pytest.mark.parametrize(("holder", "xml", "fix"), [(name, *each) for name, each in APART.items()], ids=APART)
def test_a_block_of_which_one_end_is_in_a_holder_is_told_by_what_that_is(holder: str, xml: str, fix: str) -> None:
    [error] = [" ".join(each.split()) for each in render_errors(word_365(xml), CONTEXT)]
    assert error.startswith("TP509 corps")
    assert f"est dans {holder}, l’autre non" in error
    assert fix in error


def test_a_comment_whose_call_alone_is_in_a_block_is_refused() -> None:
    first, last = '<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/>'
    call = '<w:r><w:commentReference w:id="3"/></w:r>'
    [error] = render_errors(word_365(paragraph(first, "a", last), IF, paragraph("x", call), END_IF), CONTEXT)
    assert " ".join(error.split()).startswith(
        "TP501 corps : « x » : un bloc coupe la zone d’un commentaire : elle est hors de tout bloc, l’appel du "
        "commentaire dans « {%p if oui %} »"
    )
    assert "supprimez ce commentaire" in error


def test_a_cut_range_is_not_told_where_blocks_are_not_closed() -> None:
    assert compile_codes(word_365(paragraph(start("ici"), "{% if oui %}", end()))) == ["TP107"]


def test_every_independent_fault_comes_in_the_same_run() -> None:
    assert compile_codes(word_365(inline(start("ici"), end()), paragraph("{{ a|uper }}"))) == ["TP501", "TP105"]
