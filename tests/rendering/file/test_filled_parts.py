"""The parts that are filled, in the order and under the names that readers see."""

from __future__ import annotations

import docx

from generator.rendering.file.filled_parts import filled_parts
from generator.rendering.file.word_file import open_word_file
from generator.rendering.word.names import w
from tests.support.sample_templates import footnotes
from tests.support.word import document, saved


def labels(word: bytes) -> list[str]:
    return [part.label for part in filled_parts(open_word_file(word))]


def test_a_document_has_a_body_and_properties() -> None:
    assert labels(document("x")) == ["corps", "propriétés", "propriétés"]


def test_headers_are_numbered_as_the_sections_name_them() -> None:
    word = docx.Document()
    word.add_section()
    for section in word.sections:
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    assert labels(saved(word))[:5] == ["corps", "en-tête 1", "en-tête 2", "pied de page 1", "pied de page 2"]


def test_notes_have_the_numbers_that_readers_see() -> None:
    [notes] = [part for part in filled_parts(open_word_file(footnotes())) if part.label == "note"]
    assert notes.note_labels == {(w("footnote"), "2"): "note 1"}
