"""Fields whose result is the template's are marked to be computed when the document is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rendering import compile_template
from tests.support.as_word import field, paragraph, run, word_365
from tests.support.block_templates import bookmarked, found, rendered

REF = field(" REF _Ref10 \\h ", run("5"))
SIMPLE = f'<w:fldSimple w:instr=" REF _Ref10 ">{run("5")}</w:fldSimple>'
MARKED = {
    "a reference": REF,
    "a simple reference": SIMPLE,
    "a page": field(" PAGEREF _Ref10 ", run("5")),
    "a table of contents": field(' TOC \\o "1-3" ', run("Article 1")),
    "a caption": field(" SEQ Tableau ", run("1")),
    "a sum": field(" =SUM(ABOVE) ", run("12")),
}
LEFT = {
    "a number of page": field(" PAGE ", run("1")),
    "a reference to no bookmark": field(" REF _Ref99 ", run("5")),
    "a link": field(' HYPERLINK "http://example.org" ', run("ici")),
}
DIRTY = "//*[@w:dirty='true']"


@pytest.mark.parametrize("xml", MARKED.values(), ids=MARKED)
def test_a_result_that_may_be_stale_is_marked_and_told(xml: str) -> None:
    template = word_365(bookmarked("_Ref10", "Article"), paragraph("voir ", xml), paragraph("{{ nom }}"))
    [mark] = found(rendered(template), f"{DIRTY}/@w:fldCharType | {DIRTY}/@w:instr")
    assert mark in {"begin", " REF _Ref10 "}
    [fault] = compile_template(template).stale_fields
    assert fault.message.code == "TP505"
    assert fault.spot.paragraph.startswith("voir ")


@pytest.mark.parametrize("xml", LEFT.values(), ids=LEFT)
def test_a_result_that_is_never_stale_is_left(xml: str) -> None:
    template = word_365(bookmarked("_Ref10", "Article"), paragraph(xml))
    assert found(rendered(template), DIRTY) == []
    assert compile_template(template).stale_fields == ()


def test_the_settings_ask_the_reader_nothing(tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(word_365(bookmarked("_Ref10", "Article"), paragraph(REF)))
    assert found(compile_template(path).render({}), "//w:updateFields", "word/settings.xml") == []
