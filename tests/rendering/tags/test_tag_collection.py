"""Tags found and numbered, wherever Word cut them."""

from __future__ import annotations

from generator.rendering.file.filled_parts import Part
from generator.rendering.file.spots import Spots
from generator.rendering.tags.tag_collection import TagCollector
from generator.rendering.word.headings import Headings
from generator.rendering.word.hidden_numbers import NUMBER, decode, without_numbers
from tests.support.as_word import paragraph
from tests.support.word import element, xml_of


def collected(*content: str) -> tuple[TagCollector, str]:
    root = element(f"<w:body>{''.join(content)}</w:body>")
    collector = TagCollector(Spots(Part("word/document.xml", "corps", root, {}), Headings(None)))
    collector.collect(root)
    return collector, xml_of(root)


def test_a_tag_that_word_cut_is_one_and_carries_its_number() -> None:
    collector, xml = collected(paragraph("a {", "{ b", " }", "} c"), paragraph("{% if d %}"))
    assert [tag.text for tag in collector.tags] == ["{{ b }}", "{% if d %}"]
    assert [decode(number) for number in NUMBER.findall(xml)] == [0, 1]
    assert without_numbers(xml).count("<w:t ") == 5


def test_a_tag_in_an_attribute_is_numbered_too() -> None:
    collector, xml = collected('<w:bookmarkStart w:name="{{ a }}"/>')
    assert [tag.text for tag in collector.tags] == ["{{ a }}"]
    assert NUMBER.search(xml)


def test_a_merge_carries_no_number_for_docxtpl_knows_it_by_its_very_words() -> None:
    collector, xml = collected(f"<w:tc>{paragraph('{% vm %}x')}</w:tc>")
    assert [tag.disappears for tag in collector.tags] == [True]
    assert "{% vm %}" in xml


def test_what_cannot_be_filled_is_told_by_its_code() -> None:
    cases = {
        "{{ a": "TP101", "a }}": "TP102", "{{ «a» }}": "TP113", r"{% cellbg '\1' %}": "TP103",
    }  # fmt: skip
    for text, code in cases.items():
        collector, _ = collected(paragraph(text))
        assert [fault.message.code for fault in collector.faults] == [code]
