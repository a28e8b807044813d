"""A template that repeats identifiers is mended when it is opened, and left alone when it repeats none."""

from __future__ import annotations

from generator.rendering.file.repeated_identifiers import numbers_beside_body, with_unique_identifiers
from generator.rendering.file.word_file import open_word_file
from tests.support.identified_content import bookmark, drawing, margins, numbered
from tests.support.word import document


def test_what_repeats_nothing_keeps_its_members() -> None:
    opened = open_word_file(document("x"))
    assert with_unique_identifiers(opened).members == opened.members


def test_the_parts_that_repeat_something_are_written_anew_and_no_other() -> None:
    opened = open_word_file(margins(numbered("0000000A", "0000000A"), "", bookmark(1, "a")))
    mended = with_unique_identifiers(opened)
    assert [name for name in opened.members if mended.members[name] != opened.members[name]] == ["word/header1.xml"]
    assert mended.members["word/header1.xml"].content().count(b"paraId") == 1


def test_the_numbers_of_pictures_beside_the_body_are_taken() -> None:
    assert numbers_beside_body(open_word_file(margins(drawing(3), drawing(4), drawing(5)))) == {3, 4}
