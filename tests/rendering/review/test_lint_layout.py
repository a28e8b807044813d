"""What a paragraph of a template should not hold beside its words."""

from __future__ import annotations

import pytest

from generator.rendering.faults import Spot
from generator.rendering.review.lint_layout import layout_faults
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
