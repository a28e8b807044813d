"""Every call of a note leads to one."""

from __future__ import annotations

from generator.rendering.compile.note_calls import note_faults
from generator.rendering.file.filled_parts import filled_parts
from generator.rendering.file.spots import Spots, headings_of
from generator.rendering.file.word_file import open_word_file
from tests.support.sample_templates import footnotes
from tests.support.word import DOCUMENT, edited


def faults(word: bytes) -> list[str]:
    opened = open_word_file(word)
    return [fault.what for fault in note_faults(opened, Spots(filled_parts(opened)[0], headings_of(opened)))]


def test_a_call_that_leads_to_a_note_is_none() -> None:
    assert faults(footnotes()) == []


def test_a_call_that_leads_nowhere_is_told() -> None:
    astray = edited(footnotes(), DOCUMENT, lambda xml: xml.replace('Reference w:id="2"', 'Reference w:id="3"'))
    assert faults(astray) == ["note de bas de page"]
