"""A sequence of stretches is known to be well formed without being read: lxml must always agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.rendering.opc.xml_stretches import is_sound, stretches_of

PIECES = (
    "<d><b>",
    "<p><t>",
    " et ",
    "</t></p>",
    "</t></p><p><t>",
    "<x a='>'/>",
    "</b><b>",
    "</b></d>",
    "</d>",
    "<t/>",
    "<d></d>",
)
"""Stretches of a part: beginnings, ends, both, neither."""

TEXTS = ("", "mot", "&amp;", "&#39;", "&#10;", "é\n", "&", "<t>", "]]>", "\ufffe", "a\nb", "&x;")


def parsed(pieces: list[str]) -> bool:
    try:
        etree.fromstring("".join(pieces))
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True


@given(st.lists(st.sampled_from(PIECES + TEXTS), max_size=12))
def test_what_is_sound_is_well_formed(pieces: list[str]) -> None:
    known = stretches_of(PIECES)
    assert known is not None
    if is_sound(pieces, known):
        assert parsed(pieces)


@given(st.lists(st.sampled_from(("<p><t>", "</t></p>", "</t></p><p><t>", "mot", "&amp;")), max_size=12))
def test_what_is_well_formed_is_sound(inside: list[str]) -> None:
    known = stretches_of(PIECES)
    pieces = ["<d><b>", *inside, "</b></d>"]
    assert known is not None
    assert is_sound(pieces, known) is parsed(pieces)


@pytest.mark.parametrize(
    "pieces",
    [
        [],
        ["<d/>"],
        ["<d><b>"],
        ["<d><b>", "<d></d>"],
        ["<d><b>", "</b></d>", "mot"],
        ["<d><b>", "</b><b>", "</d>"],
        ["<d><b>", "</b></d>", "<d><b>", "</b></d>"],
        ["mot", "<d><b>", "</b></d>"],
        ["</b></d>"],
        ["<d><b>", "&", "</b></d>"],
        ["<d><b>", "&a", "mp;", "</b></d>"],
    ],
    ids="".join,
)
def test_what_does_not_close_what_it_opened_or_holds_markup_is_not_sound(pieces: list[str]) -> None:
    known = stretches_of(PIECES)
    assert known is not None
    assert not is_sound(pieces, known)


@pytest.mark.parametrize(
    "piece", ['<a b="', '"/>', "a > b", "<a></b>", "<a b='1' b='2'/>", "&x;", "<a>&</a>", "<!-- a"]
)
def test_what_is_no_whole_stretch_is_not_known(piece: str) -> None:
    assert stretches_of(["<d>", piece, "</d>"]) is None


def test_a_stretch_tells_what_it_closes_what_it_opens_and_its_text() -> None:
    (found,) = (stretches_of(["</t></p> a<x/> &amp; <p><t>"]) or {}).values()
    assert (found.closes, found.opens, found.text) == ("/p/t", "/p/t", " a &amp; ")
