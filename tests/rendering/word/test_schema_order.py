"""Children at the places that the schema gives them."""

from __future__ import annotations

import pytest

from generator.rendering.word.names import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, w
from generator.rendering.word.schema_order import get_or_add, in_order, put, put_first, rank, replace_child
from tests.support.word import element, xml_of


@pytest.mark.parametrize(
    ("holder", "child", "expected"),
    [
        ("<w:rPr/>", "<w:b/>", "<w:rPr><w:b/></w:rPr>"),
        ("<w:rPr><w:lang/></w:rPr>", "<w:vertAlign/>", "<w:rPr><w:vertAlign/><w:lang/></w:rPr>"),
        ("<w:rPr><w:b/><w:sz/></w:rPr>", "<w:color/>", "<w:rPr><w:b/><w:color/><w:sz/></w:rPr>"),
        ("<w:rPr><w:b/><w14:glow/></w:rPr>", "<w:u/>", "<w:rPr><w:b/><w:u/><w14:glow/></w:rPr>"),
        ("<w:pPr><w:jc/><w:sectPr/></w:pPr>", "<w:numPr/>", "<w:pPr><w:numPr/><w:jc/><w:sectPr/></w:pPr>"),
        ("<w:pPr><w:pStyle/></w:pPr>", "<w:numPr/>", "<w:pPr><w:pStyle/><w:numPr/></w:pPr>"),
        ("<w:tcPr><w:shd/></w:tcPr>", "<w:tcW/>", "<w:tcPr><w:tcW/><w:shd/></w:tcPr>"),
        ("<w:p><w:r/></w:p>", "<w:pPr/>", "<w:p><w:pPr/><w:r/></w:p>"),
        (
            "<w:numbering><w:abstractNum/><w:num/></w:numbering>",
            '<w:abstractNum w:id="2"/>',
            '<w:numbering><w:abstractNum/><w:abstractNum w:id="2"/><w:num/></w:numbering>',
        ),
    ],
)
def test_a_child_is_put_before_those_that_must_follow_it(holder: str, child: str, expected: str) -> None:
    made = element(holder)
    put(element(child), made)
    assert xml_of(made) == expected


def test_what_the_schema_gives_no_place_is_put_behind_the_properties() -> None:
    paragraph = element("<w:p><w:pPr/><w:r/></w:p>")
    put_first(element("<w:bookmarkStart/>"), paragraph)
    assert xml_of(paragraph) == "<w:p><w:pPr/><w:bookmarkStart/><w:r/></w:p>"


def test_a_child_that_is_there_is_not_added() -> None:
    run = element("<w:r><w:t/></w:r>")
    assert get_or_add(RUN_PROPERTIES, run) is get_or_add(RUN_PROPERTIES, run)
    assert xml_of(run) == "<w:r><w:rPr/><w:t/></w:r>"


def test_a_child_takes_the_place_of_those_of_its_name() -> None:
    properties = element('<w:rPr><w:u w:val="a"/><w:b/><w:u w:val="b"/></w:rPr>')
    replace_child(element('<w:u w:val="c"/>'), properties)
    assert xml_of(properties) == '<w:rPr><w:b/><w:u w:val="c"/></w:rPr>'


def test_children_are_sorted_and_those_unknown_stand_at_the_end() -> None:
    properties = element("<w:rPr><w14:glow/><w:u/><w:b/><w:rStyle/></w:rPr>")
    assert xml_of(*in_order(properties, RUN_PROPERTIES)) == "<w:rStyle/><w:b/><w:u/><w14:glow/>"
    assert rank(w("pStyle"), PARAGRAPH_PROPERTIES) < rank(w("numPr"), PARAGRAPH_PROPERTIES) < rank("x", "y")
