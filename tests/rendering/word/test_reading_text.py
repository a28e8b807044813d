"""The text of a document in reading order."""

from __future__ import annotations

import pytest

from generator.rendering.word.reading_text import extract_text, paragraph_text, paragraphs
from tests.support.sample_templates import footnotes, margins
from tests.support.word import element


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:cr/></w:r>", "a\tb\n\n"),
        ('<w:r><w:br w:type="page"/></w:r>', "\f"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/></w:r>", "a\N{NON-BREAKING HYPHEN}"),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>", "a"),
    ],
)
def test_breaks_read_as_characters_and_a_tab_stop_as_nothing(content: str, expected: str) -> None:
    assert paragraph_text(element(f"<w:p>{content}</w:p>")) == expected


def test_a_box_is_read_after_the_paragraph_that_holds_it() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>dedans</w:t></w:r></w:p></w:txbxContent>"
    body = element(f"<w:body><w:p>{box}<w:r><w:t>autour</w:t></w:r></w:p></w:body>")
    assert list(paragraphs(body)) == ["autour", "dedans"]


def test_headers_footers_and_notes_follow_the_body_when_asked_for() -> None:
    assert "Note" not in extract_text(footnotes())
    assert extract_text(footnotes(), headers_and_footers=True).endswith("Note {{ nom }}")
    assert "En-tête {{ nom }}" in extract_text(margins(), headers_and_footers=True)
