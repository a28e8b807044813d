"""What a paragraph of a template should not hold beside its words."""

from __future__ import annotations

import pytest

from generator.rendering.faults import Spot
from generator.rendering.file.filled_parts import Part
from generator.rendering.file.spots import Spots
from generator.rendering.review.lint_layout import layout_faults, result_faults
from generator.rendering.word.headings import Headings
from tests.support.as_word import field, paragraph, run
from tests.support.word import element


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>", []),
        ('<w:r><w:rPr><w:sz w:val="20"/><w:color w:val="1"/></w:rPr><w:t>a</w:t></w:r>', ["taille, couleur"]),
        ('<w:r><w:rPr><w:sz w:val="20"/></w:rPr></w:r>', []),
        ('<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>a</w:t></w:r>', []),
        ('<w:pPr><w:jc w:val="center"/><w:spacing w:line="240"/></w:pPr>', ["alignement, interligne"]),
        ('<w:pPr><w:spacing w:before="240"/></w:pPr>', []),
    ],
)
def test_what_a_style_is_for_is_told_when_it_is_written_without_one(content: str, what: list[str]) -> None:
    assert [fault.what for fault in layout_faults(element(f"<w:p>{content}</w:p>"), Spot())] == what


def test_a_pending_revision_and_a_no_break_space_in_a_tag_are_told() -> None:
    paragraph = element("<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>")
    faults = layout_faults(paragraph, Spot(paragraph="{{\u00a0a }}"))
    assert [fault.message.code for fault in faults] == ["TP403", "TP404"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{\u200e nom }} du", [("{{", "U+200E")]),
        ("la mai\u00adrie de\u200b la\u2069 ville", [("mairie", "U+00AD"), ("de", "U+200B"), ("la", "U+2069")]),
        ("la mairie", []),
    ],
)
def test_signs_that_nobody_sees_are_told_in_tags_and_in_words(text: str, told: list[tuple[str, str]]) -> None:
    faults = [
        fault for fault in layout_faults(element("<w:p/>"), Spot(paragraph=text)) if fault.message.code == "TP431"
    ]
    assert [(fault.what, fault.kind) for fault in faults] == told


@pytest.mark.parametrize(
    ("code", "told"),
    [(" MERGEFIELD nom ", ["MERGEFIELD"]), (' DATE \\@ "d" ', ["DATE"]), (' HYPERLINK "x" ', []), (" TOC ", [])],
)
def test_a_tag_that_an_update_of_its_field_would_replace_is_told(code: str, told: list[str]) -> None:
    for content in (field(code, run("{{ a }}")), f"<w:fldSimple w:instr='{code}'>{run('{{ a }}')}</w:fldSimple>"):
        root = element(f"<w:body>{paragraph(content)}</w:body>")
        faults = list(result_faults(root, Spots(Part("x", "corps", root, {}), Headings(None))))
        assert [fault.kind for fault in faults] == told
        assert {fault.message.code for fault in faults} <= {"TP432"}
