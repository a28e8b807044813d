"""Paragraphs: what they hold themselves, and what stands in a box inside them."""

from __future__ import annotations

import pytest

from generator.rendering.word.paragraphs import (
    MAX_BOXES,
    own_texts,
    paragraph_of,
    refuse_deep_boxes,
    section_ends,
    style_of,
)
from tests.support.word import element

BOXED = "<w:p><w:r><w:t>a</w:t></w:r><w:txbxContent><w:p><w:r><w:t>b</w:t></w:r></w:p></w:txbxContent></w:p>"


def test_the_texts_of_a_box_belong_to_the_paragraph_inside_it() -> None:
    outer = element(BOXED)
    inner = outer.find(".//{*}txbxContent/{*}p")
    assert [text.text for text in own_texts(outer)] == ["a"]
    assert [text.text for text in own_texts(inner)] == ["b"]
    assert paragraph_of(inner) is outer
    assert paragraph_of(outer) is None


def test_a_paragraph_without_a_style_has_none() -> None:
    assert style_of(element("<w:p><w:pPr/></w:p>")) is None
    assert style_of(element('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>')) == "A"


def test_a_former_section_of_a_tracked_change_ends_nothing() -> None:
    tracked = "<w:p><w:pPr><w:pPrChange><w:pPr><w:sectPr/></w:pPr></w:pPrChange></w:pPr></w:p>"
    assert section_ends(element(tracked)) == []
    assert len(section_ends(element("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"))) == 1


def test_boxes_inside_one_another_have_a_bound() -> None:
    def nested(depth: int) -> str:
        return "<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth

    refuse_deep_boxes(element(nested(MAX_BOXES + 1)))
    with pytest.raises(ValueError, match="inside others"):
        refuse_deep_boxes(element(nested(MAX_BOXES + 2)))
