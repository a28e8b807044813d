"""The text that a part must have, and that it has."""

from __future__ import annotations

from xml.parsers.expat import ExpatError

import pytest

from generator.rendering.fill.expected_text import expected_text, first_difference, text_of_xml
from generator.rendering.opc.xml_stretches import stretches_of

STATIC = stretches_of(["<w:t>a &amp; ", "</w:t>"])


def test_static_chunks_are_known_and_values_are_their_own_text() -> None:
    assert expected_text(["<w:t>a &amp; ", "b &lt;c&gt;", "</w:t>"], STATIC, str) == "a & b <c>"


def test_a_fragment_has_the_text_that_it_prints() -> None:
    assert expected_text(["<w:t>a &amp; ", "<?parafe 7?>", "</w:t>"], STATIC, "<{}>".format) == "a & <7>"


def test_where_chunks_end_inside_tags_the_text_is_read_from_the_whole() -> None:
    assert expected_text(['<w:x w:a="', "b", '"/>c'], None, str) == "c"


def test_the_text_of_a_part_is_all_that_stands_between_its_tags() -> None:
    assert text_of_xml("<a>é<b> &amp; </b>c</a>".encode()) == "é & c"
    with pytest.raises(ExpatError):
        text_of_xml(b"<a>")


@pytest.mark.parametrize(
    ("expected", "actual", "shown"),
    [("abc", "abX", "abc"), ("abc", "ab", "abc"), ("x" * 99 + "y", "x" * 99, "x" * 40 + "y")],
)
def test_the_first_difference_is_shown_with_what_precedes(expected: str, actual: str, shown: str) -> None:
    assert first_difference(expected, actual) == shown
