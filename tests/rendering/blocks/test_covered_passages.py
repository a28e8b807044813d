"""A bookmark all of whose text goes is no target: references to it are refused, and the lint says when that happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rendering.review import review_template
from tests.support.as_word import control, field, notes, paragraph, run, text_box, word_365
from tests.support.block_templates import END_IF, IF, LOOP, NO, YES, end, in_header, rendered, start
from tests.support.sample_templates import CONTEXT, cell, grid
from tests.support.word import DOCUMENT, member, render_errors

S, E = start("ici"), end()
REFERENCE = paragraph("voir ", field(" REF ici \\h ", run("5")))
LINK = paragraph(f'<w:hyperlink w:anchor="ici">{run("voir")}</w:hyperlink>')
PAGE = paragraph(field(" PAGEREF ici \\h ", run("2")))
OPEN, CLOSE = run("{% if oui %}"), run("{% endif %}")
TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"


def lint(template: bytes, folder: Path) -> list[str]:
    path = folder / "modele.docx"
    path.write_bytes(template)
    return [finding.code for finding in review_template(path).findings if finding.code == "TP504"]


def bookmarked(*content: str) -> str:
    return paragraph(S, *content, E)


EMPTIED = {
    "one condition": bookmarked("{% if oui %}un{% endif %}"),
    "a tag that Word cut": bookmarked("{% i", "f oui %}un{% end", "if %}"),
    "a tab": bookmarked(OPEN, TAB, CLOSE),
    "a break": bookmarked(OPEN, BREAK, CLOSE),
    "a link": bookmarked(OPEN, f'<w:hyperlink w:anchor="x">{run("lien")}</w:hyperlink>', CLOSE),
    "a field": bookmarked(OPEN, field(" SEQ T ", run("1")), CLOSE),
    "a tracked insertion": bookmarked(f'<w:ins w:id="9" w:author="a">{run("{% if oui %}un{% endif %}")}</w:ins>'),
    "a content control": bookmarked(control(run("{% if oui %}un{% endif %}"))),
    "a text box": paragraph(text_box(bookmarked("{% if oui %}un{% endif %}"))),
    "marks of spelling": bookmarked('<w:proofErr w:type="spellStart"/>', "{% if oui %}un{% endif %}"),
    "two conditions": bookmarked("{% if oui %}un{% endif %}{% if oui %}deux{% endif %}"),
    "two choices": bookmarked("{% if oui %}un{% elif oui == 3 %}deux{% endif %}"),
    "an empty choice": bookmarked("{% if oui %}un{% else %}{% endif %}"),
    "a condition inside": bookmarked("{% if nom %}{% if oui %}un{% endif %}{% endif %}"),
    "white space around": bookmarked(" {% if oui %}un{% endif %} "),
    "a name given before": bookmarked("{% set t = 1 %}{% if oui %}un{% endif %}"),
    "a loop without a turn": bookmarked("{% for x in [1] if oui %}un{% endfor %}"),
    "over two paragraphs": paragraph(S, "{% if oui %}un") + paragraph("deux{% endif %}", E),
    "around paragraphs": S + IF + paragraph("x") + END_IF + E,
    "from one paragraph to the next": paragraph("a", S) + IF + paragraph("x") + END_IF + paragraph(E, "z"),
    "a cell": grid(1, cell(bookmarked("{% if oui %}un{% endif %}"))),
    "a table inside a table": grid(1, cell(grid(1, cell(bookmarked("{% if oui %}un{% endif %}"))) + "<w:p/>")),
    "as Google Docs marks headings": paragraph(S, E, "{% if oui %}Article 5{% endif %}"),
    "behind the words": paragraph("{% if oui %}Article 5{% endif %}", S, E),
    "before a paragraph": S + E + paragraph("{% if oui %}Article 5{% endif %}"),
}  # fmt: skip


@pytest.mark.parametrize("xml", EMPTIED.values(), ids=EMPTIED)
def test_a_reference_to_what_data_may_empty_is_refused_then_and_told_by_the_lint(xml: str, tmp_path: Path) -> None:
    template = word_365(xml, REFERENCE)
    assert [error[:5] for error in render_errors(template, NO)] == ["TP503"]
    assert render_errors(template, YES) == []
    assert lint(template, tmp_path) == ["TP504"]


@pytest.mark.parametrize("reference", [LINK, PAGE], ids=["a link", "a page number"])
def test_whatever_refers_to_an_emptied_passage_is_refused(reference: str) -> None:
    template = word_365(bookmarked("{% if oui %}un{% endif %}"), reference)
    assert [error[:5] for error in render_errors(template, NO)] == ["TP503"]


def test_a_bookmark_of_a_header_or_of_a_note_is_watched_too() -> None:
    emptied = bookmarked("{% if oui %}un{% endif %}")
    for template in (in_header(word_365(REFERENCE), emptied), notes("footnote", emptied, REFERENCE)):
        assert [error[:5] for error in render_errors(template, NO)] == ["TP503"]
        assert render_errors(template, YES) == []


STAYING = {
    "words beside": bookmarked("Un {% if oui %}deux{% endif %}"),
    "a choice": bookmarked("{% if oui %}un{% else %}deux{% endif %}"),
    "a choice of three": bookmarked("{% if oui %}un{% elif oui == 3 %}deux{% else %}trois{% endif %}"),
    "a choice inside": bookmarked("{% if oui %}un{% else %}{% if nom %}a{% else %}b{% endif %}{% endif %}"),
    "a break": bookmarked("{% if oui %}un{% endif %}", BREAK),
    "a field": bookmarked("{% if oui %}un{% endif %}", field(" SEQ T ", run("1"))),
    "a value": bookmarked("{{ nom }}"),
    "a value beside a condition": bookmarked("{% if oui %}un{% endif %}{{ nom }}"),
    "a heading of Google Docs": paragraph(S, E, "Article {% if oui %}5{% endif %}"),
    "an empty paragraph": paragraph(S, E),
    "each branch of a block": IF + paragraph(S, "a", E) + paragraph("{%p else %}") + paragraph(
        start("ici", 2), "b", end(2)) + END_IF,
}  # fmt: skip


@pytest.mark.parametrize("xml", STAYING.values(), ids=STAYING)
def test_what_always_covers_something_is_neither_refused_nor_told(xml: str, tmp_path: Path) -> None:
    template = word_365(xml, REFERENCE)
    assert render_errors(template, NO) == render_errors(template, YES) == []
    assert lint(template, tmp_path) == []


def test_a_reference_inside_the_condition_is_sure(tmp_path: Path) -> None:
    template = word_365(bookmarked("{% if oui %}un, voir ", field(" REF ici ", run("5")), "{% endif %}"))
    assert render_errors(template, NO) == render_errors(template, YES) == []
    assert lint(template, tmp_path) == []


def test_a_value_that_is_empty_is_found_when_it_is_printed() -> None:
    template = word_365(bookmarked("{{ nom }}"), REFERENCE)
    assert [error[:5] for error in render_errors(template, {"nom": " "})] == ["TP503"]
    assert render_errors(template, {}, draft=True) == []


def test_each_turn_of_a_loop_is_judged_for_itself() -> None:
    looped = [LOOP, bookmarked("{% if l.b == 1 %}un{% endif %}"), REFERENCE, paragraph("{%p endfor %}")]
    rows = [{"b": 1}, {"b": 1}]
    assert render_errors(word_365(*looped), {"lignes": rows}) == []
    assert len(render_errors(word_365(*looped), {"lignes": [*rows, {"b": 2}]})) == 1


def test_a_bookmark_that_nothing_refers_to_is_left_where_it_is() -> None:
    template = word_365(bookmarked("{% if oui %}un{% endif %}"))
    assert render_errors(template, NO) == []
    assert 'w:name="ici"' in member(rendered(template, {**CONTEXT, **NO}), DOCUMENT).decode()
