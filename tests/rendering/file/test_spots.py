"""Where a paragraph stands, as its reader sees it."""

from __future__ import annotations

import docx

from generator.rendering.faults import Spot
from generator.rendering.file.filled_parts import filled_parts
from generator.rendering.file.spots import Spots, headings_of
from generator.rendering.file.word_file import open_word_file
from generator.rendering.word.names import PARAGRAPH
from tests.support.sample_templates import footnotes
from tests.support.word import saved


def spots(word: bytes, label: str = "corps") -> list[Spot]:
    opened = open_word_file(word)
    [part] = [part for part in filled_parts(opened) if part.label == label]
    places = Spots(part, headings_of(opened))
    return [places.of(paragraph) for paragraph in part.root.iter(PARAGRAPH)]


def test_a_paragraph_stands_under_the_nearest_heading_and_in_its_row() -> None:
    word = docx.Document()
    word.add_paragraph("a")
    word.add_heading("Article 1", 1)
    word.add_table(2, 1).cell(1, 0).text = "b"
    first, title, upper, lower = spots(saved(word))
    assert (first.heading, title.heading) == ("", "Article 1")
    assert (upper.row, lower.row, lower.paragraph) == ("tableau 1, ligne 1", "tableau 1, ligne 2", "b")
    assert lower.heading == "Article 1"


def test_a_note_has_its_number() -> None:
    [spot] = spots(footnotes(), "note")
    assert spot.part == "note 1"


def test_a_place_is_written_from_the_widest_to_the_narrowest() -> None:
    spot = Spot("corps", "Article 1", "a {{ b }} c", "tableau 1, ligne 2", "frais.docx", "{{ b }}")
    assert str(spot) == (
        "clause frais.docx, corps, «\u00a0Article 1\u00a0», tableau 1, ligne 2\u00a0: «\u00a0a →{{ b }}← c\u00a0»"
    )
    assert str(Spot()) == ""
