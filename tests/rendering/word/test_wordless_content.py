"""What a part holds besides words: counted alike in its tree and in its source."""

from __future__ import annotations

import pytest

from generator.rendering.word.wordless_content import content_of, count_in_source, name_of_content
from tests.support.word import element, xml_of


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("<w:drawing/>", "une image ou une zone de texte"),
        ('<w:br w:type="page"/>', "un saut de page"),
        ('<w:br w:type="column"/>', "un saut de colonne"),
        ('<w:sectPr w:rsidR="1"/>', "une fin de section"),
        ('<w:footnoteReference w:id="2"/>', "un appel de note"),
        ('<w:fldChar w:fldCharType="begin"/>', "un champ"),
    ],
)
def test_what_a_reader_would_miss_has_a_name(content: str, name: str) -> None:
    root = element(f"<w:r>{content}</w:r>")
    assert [name_of_content(found) for found in content_of(root)] == [name]
    assert count_in_source(xml_of(root)) == 1


@pytest.mark.parametrize("content", ["<w:br/>", "<w:t>w:drawing</w:t>", "<w:symbole/>", "<w:commentReference/>"])
def test_what_nobody_would_miss_counts_for_nothing(content: str) -> None:
    root = element(f"<w:r>{content}</w:r>")
    assert list(content_of(root)) == []
    assert count_in_source(xml_of(root)) == 0
