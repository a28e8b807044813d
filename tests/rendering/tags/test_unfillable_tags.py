"""Tags where none is filled."""

from __future__ import annotations

import pytest

from generator.rendering.file.filled_parts import Part
from generator.rendering.file.spots import Spots
from generator.rendering.file.word_file import open_word_file
from generator.rendering.tags.unfillable_tags import take_out_field_tags, unfilled_faults, untie_controls
from generator.rendering.word.headings import Headings
from tests.support.as_word import control, field, paragraph
from tests.support.word import document, edited, element

SETTINGS = "word/settings.xml"
BOUND = '<w:dataBinding w:xpath="/a"/>'


@pytest.mark.parametrize(("text", "ties"), [("{{ a }}", 0), ("a", 1)])
def test_a_control_is_untied_when_a_tag_fills_it(text: str, ties: int) -> None:
    root = element(f"<w:body>{control(paragraph(text), BOUND)}</w:body>")
    untie_controls(root)
    assert len(list(root.iter("{*}dataBinding"))) == ties


@pytest.mark.parametrize("text", ["{{ a }}", "%7B%7B a", "&#123;&#123; a }}"])
def test_a_tag_in_a_part_that_is_never_filled_is_told_however_it_is_written(text: str) -> None:
    word = edited(
        document("x"),
        "word/settings.xml",
        lambda xml: xml.replace("</w:settings>", f"<w:x w:a='{text}'/></w:settings>"),
    )
    assert [fault.what for fault in unfilled_faults(open_word_file(word), {"word/document.xml"})] == [
        "word/settings.xml"
    ]
    assert list(unfilled_faults(open_word_file(word), {"word/settings.xml"})) == []


SPLIT = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD {</w:instrText></w:r>'
    "<w:r><w:instrText>{ n</w:instrText></w:r><w:r><w:instrText>om }} </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SIMPLE = """<w:fldSimple w:instr=' IF {{ a }} = 1 "x" "y" '/>"""
NESTED = field(' IF 1 = 1 "{{ a }}" ', field(" PAGE ", "<w:r><w:t>1</w:t></w:r>"))


@pytest.mark.parametrize(
    ("content", "code", "kind"),
    [
        (SPLIT, "TP143", "un champ de fusion (MERGEFIELD)"),
        (SIMPLE, "TP143", "un champ conditionnel (IF)"),
        (NESTED, "TP143", "un champ conditionnel (IF)"),
        (field(' HYPERLINK "{{ a }}" '), "TP143", "un lien hypertexte (HYPERLINK)"),
        (field(" SEQ {{ a }} "), "TP143", "un champ SEQ"),
        (field(" {{ a }} "), "TP117", ""),
    ],
)
def test_a_tag_in_what_a_field_asks_for_is_told_once_and_taken_out(content: str, code: str, kind: str) -> None:
    root = element(f"<w:body>{paragraph(content)}</w:body>")
    spots = Spots(Part("word/document.xml", "corps", root, {}), Headings(None))
    [fault] = take_out_field_tags(root, spots)
    assert (fault.message.code, fault.kind) == (code, kind)
    assert list(take_out_field_tags(root, spots)) == []


def test_a_tag_in_the_result_of_a_field_is_left_to_the_review() -> None:
    root = element(f"<w:body>{paragraph(field(' MERGEFIELD nom ', '<w:r><w:t>{{ nom }}</w:t></w:r>'))}</w:body>")
    assert list(take_out_field_tags(root, Spots(Part("x", "corps", root, {}), Headings(None)))) == []
