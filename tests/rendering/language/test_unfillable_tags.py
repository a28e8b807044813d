"""Tags where none is filled."""

from __future__ import annotations

import pytest

from generator.rendering.file.word_file import open_word_file
from generator.rendering.language.unfillable_tags import unfilled_faults, untie_controls
from tests.support.as_word import control, paragraph
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
