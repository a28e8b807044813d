"""Notes that a loop calls: one for each call, with the values of its turn."""

from __future__ import annotations

import pytest
from docxtpl import InlineImage

from generator.rendering import compile_template
from tests.support.as_word import paragraph
from tests.support.block_templates import (
    END_IF,
    END_LOOP,
    IF,
    LOOP,
    found,
    rendered,
    start,
    with_note,
)
from tests.support.block_templates import end as mark_end
from tests.support.docxtpl_values import picture, stranger
from tests.support.package_lint import new_faults
from tests.support.sample_templates import CONTEXT, cell, grid
from tests.support.word import DOCUMENT, member, render_errors

CALLING = paragraph("Acte {{ l.a }}", "CALL")
LOOPED = [LOOP, CALLING, END_LOOP]
KINDS = pytest.mark.parametrize("kind", ["footnote", "endnote"])


def notes_of(word: bytes, kind: str = "footnote") -> list[tuple[str, str]]:
    """The number and the text of each note that the body calls, in the order of the calls."""
    texts = {
        number: "".join(found(word, f"//w:{kind}[@w:id='{number}']//w:t", f"word/{kind}s.xml"))
        for number in found(word, f"//w:{kind}/@w:id", f"word/{kind}s.xml")
    }
    return [(number, texts[number]) for number in found(word, f"//w:{kind}Reference/@w:id")]


def texts_of(word: bytes, kind: str = "footnote") -> list[str]:
    return [text for _, text in notes_of(word, kind)]


@KINDS
def test_each_call_has_a_note_of_its_own_with_the_values_of_its_turn(kind: str) -> None:
    template = with_note(kind, LOOPED, paragraph("Note {{ l.a }} de {{ couleur }}"))
    word = rendered(template)
    assert texts_of(word, kind) == ["Note x de FF0000", "Note y & z de FF0000"]
    assert len({number for number, _ in notes_of(word, kind)}) == 2
    assert new_faults(template, word) == []
    assert f"<w:{kind} ".encode() not in member(word, DOCUMENT)


@KINDS
def test_a_note_without_a_tag_is_copied(kind: str) -> None:
    word = rendered(with_note(kind, LOOPED, paragraph("Fixe")))
    assert texts_of(word, kind) == ["Fixe", "Fixe"]


def test_a_note_is_called_in_rows_and_inside_a_paragraph() -> None:
    rows = grid(1, cell(paragraph("{%tr for l in lignes %}")), cell(CALLING), cell(paragraph("{%tr endfor %}")))
    assert texts_of(rendered(with_note("footnote", [rows, paragraph("a")], paragraph("{{ l.a }}")))) == ["x", "y & z"]
    inline = paragraph("{% for l in lignes %}", "CALL", "{% endfor %}")
    assert texts_of(rendered(with_note("footnote", [inline], paragraph("{{ l.a }}")))) == ["x", "y & z"]


def test_a_note_in_a_condition_of_a_loop_is_there_for_the_turns_that_call_it() -> None:
    body = [LOOP, paragraph("a{% if l.b == 2 %}", "CALL", "{% endif %}"), END_LOOP]
    assert texts_of(rendered(with_note("footnote", body, paragraph("{{ l.a }}")))) == ["y & z"]


def test_a_loop_without_a_turn_leaves_no_note() -> None:
    word = rendered(with_note("footnote", LOOPED, paragraph("{{ l.a }}")), {**CONTEXT, "lignes": []})
    assert found(word, "//w:footnote", "word/footnotes.xml") == []


def test_a_note_has_paragraphs_blocks_and_bookmarks_of_its_own() -> None:
    note = IF + paragraph("{{ l.a }}", start("ici"), "!", mark_end()) + END_IF + paragraph("fin")
    template = with_note("footnote", LOOPED, note)
    word = rendered(template)
    assert texts_of(word) == ["x!fin", "y & z!fin"]
    assert new_faults(template, word) == []


def test_a_note_called_once_outside_any_loop_is_left_in_its_part() -> None:
    assert texts_of(rendered(with_note("footnote", [paragraph("a", "CALL")], paragraph("{{ nom }}")))) == [
        CONTEXT["nom"]
    ]


def test_a_note_of_a_loop_reads_as_a_note_in_messages_and_variables() -> None:
    template = with_note("footnote", LOOPED, paragraph("Voir {{ absent }}"))
    [error] = render_errors(template, CONTEXT)
    assert " ".join(error.split()).startswith("TP201 note 1 : « Voir →{{ absent }}← »")
    assert compile_template(template).variables()["absent"].spots[0].part == "note 1"


def test_a_draft_marks_what_a_note_of_a_loop_lacks() -> None:
    word = compile_template(with_note("footnote", LOOPED, paragraph("Voir {{ absent }}"))).render(CONTEXT, draft=True)
    assert texts_of(word) == ["Voir [à compléter\u00a0: absent]"] * 2


def test_a_picture_of_the_data_in_a_note_of_a_loop_is_refused_by_name() -> None:
    template = with_note("footnote", LOOPED, paragraph("{{ image }}"))
    [error] = render_errors(template, {**CONTEXT, "image": InlineImage(stranger(), picture())})
    assert error.startswith("TP507 corps")


def test_a_template_renders_the_same_notes_each_time() -> None:
    template = compile_template(with_note("footnote", LOOPED, paragraph("{{ l.a }}")))
    assert template.render(CONTEXT) == template.render(CONTEXT)
