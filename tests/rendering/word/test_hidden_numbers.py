"""Numbers hidden in texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.rendering.word.hidden_numbers import NUMBER, decode, encode, without_numbers


@given(st.integers(min_value=0, max_value=10**9))
def test_a_number_is_read_as_it_was_hidden(number: int) -> None:
    assert decode(encode(number)) == number
    assert NUMBER.fullmatch(encode(number))


def test_a_text_gets_rid_of_its_numbers_and_xml_keeps_them() -> None:
    hidden = f"a{encode(31)}b"
    assert without_numbers(hidden) == "ab"
    assert etree.fromstring(f"<a>{hidden}</a>").text == hidden
