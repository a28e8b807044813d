"""What the Jinja source of a part lost or doubled."""

from __future__ import annotations

import pytest

from generator.rendering.compile.lost_content import compile_faults, content_faults, joined_faults
from generator.rendering.file.filled_parts import Part
from generator.rendering.file.spots import Spots
from generator.rendering.tags.tag_collection import TagCollector
from generator.rendering.word.headings import Headings
from tests.support.as_word import paragraph
from tests.support.word import element, xml_of


def numbered(*content: str) -> tuple[object, TagCollector, Spots]:
    root = element(f"<w:body>{''.join(content)}</w:body>")
    spots = Spots(Part("word/document.xml", "corps", root, {}), Headings(None))
    collector = TagCollector(spots)
    collector.collect(root)
    return root, collector, spots


@pytest.mark.parametrize(
    ("lost", "replacement", "code"),
    [("", "", None), ("Bonjour", "", "TP111"), ("Bonjour", "Bonjour Bonjour", "TP112"), ("{{ nom", "nom", "TP110")],
)
def test_a_word_or_a_tag_that_is_lost_or_doubled_is_told(lost: str, replacement: str, code: str | None) -> None:
    root, collector, spots = numbered(paragraph("Bonjour {{ nom }} !"))
    source = xml_of(root).replace(lost, replacement, 1) if lost else xml_of(root)
    faults = compile_faults(root, source, collector.tags, spots)  # type: ignore[arg-type]
    assert code in {fault.message.code for fault in faults} if code else list(faults) == []


def test_one_tag_of_two_that_is_lost_is_told_by_its_name() -> None:
    root, collector, spots = numbered(paragraph("{{ nom }} {{ prenom }}"))
    kept = xml_of(root).replace("{{ prenom", "prenom", 1)
    faults = compile_faults(root, kept, collector.tags, spots)  # type: ignore[arg-type]
    assert [fault.what for fault in faults if fault.message.code == "TP110"] == ["{{ prenom }}"]


def test_a_picture_that_is_lost_is_named() -> None:
    root, _, spots = numbered(paragraph("{%p if a %}", "<w:r><w:drawing/></w:r>"), paragraph("{%p endif %}"))
    faults = list(content_faults(root, "{% if a %}{% endif %}", spots))  # type: ignore[arg-type]
    assert [fault.what for fault in faults] == ["une image ou une zone de texte"]


def test_braces_joined_across_paragraphs_are_told_at_each_end() -> None:
    root, _, spots = numbered(paragraph("a {"), paragraph("% b %"), paragraph("} c"))
    faults = list(joined_faults(root, "<w:t>a {% b %} c</w:t>", spots))  # type: ignore[arg-type]
    assert [fault.message.code for fault in faults] == ["TP101", "TP101"]
