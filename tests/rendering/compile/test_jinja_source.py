"""From a patched part to its source: one tag a line, each known by its number."""

from __future__ import annotations

import pytest

from generator.rendering.compile.jinja_source import build_source, numbers, split_tags
from generator.rendering.compiled.guard_references import Slot
from generator.rendering.faults import Spot
from generator.rendering.tags.tag import Tag
from generator.rendering.word.hidden_numbers import encode

TAGS = [Tag("{{ a }}", Spot("un")), Tag("{{ b }}", Spot("deux"))]


def hidden(tag: str, number: int) -> str:
    return tag.replace("}}", encode(number) + "}}").replace("%}", encode(number) + "%}")


def test_a_source_is_cut_into_what_precedes_each_tag_and_the_tag() -> None:
    assert list(split_tags("a{{ b }}c")) == [("a", "{{ b }}"), ("c", "")]
    assert numbers(f"{hidden('{{ b }}', 1)} {{{{ x }}}} {hidden('{{ a }}', 0)}") == [1, 0]


def test_the_line_of_jinja_names_a_tag_wherever_docxtpl_moved_it() -> None:
    source = build_source(f"<w:t>{hidden('{{ b }}', 1)}</w:t>\n<w:t>{hidden('{{ a }}', 0)}</w:t>", TAGS)
    assert source.text == "<w:t>{{\n b }}</w:t>\n<w:t>{{\n a }}</w:t>"
    assert [source.tag(line).spot.part for line in source.lines] == ["deux", "un"]


def test_a_tag_that_docxtpl_made_counts_for_the_one_before_it() -> None:
    source = build_source(f"{hidden('{{ b }}', 1)}{{% if loop.first %}}", TAGS)
    assert list(source.origins) == [1, 1]


@pytest.mark.parametrize(
    ("markup", "slot"),
    [
        ("<w:t>", Slot.RUN),
        ('<w:t xml:space="preserve">a ', Slot.RUN),
        ('<w:bookmarkStart w:name="', Slot.PLAIN),
        ("<w:instrText>", Slot.PLAIN),
        ("<dc:title>", Slot.PLAIN),
        ("<w:p>", Slot.BARE),
        ("</w:r>", Slot.BARE),
        ("<w:t/>", Slot.BARE),
    ],
)
def test_the_last_xml_tag_before_a_tag_tells_where_it_prints(markup: str, slot: Slot) -> None:
    assert list(build_source(f"{markup}{hidden('{{ a }}', 0)}", TAGS).slots) == [slot]


def test_a_loop_repeats_no_identifier_of_a_paragraph_and_is_told_to_repeat_others() -> None:
    paragraph = '<w:p w14:paraId="0000000A"><w:bookmarkStart w:id="1"/>'
    looped = build_source(f"{hidden('{% for a in b %}', 0)}{paragraph}{hidden('{% endfor %}', 1)}{paragraph}", TAGS)
    assert looped.text.count("paraId") == 1
    assert looped.repeats_identifiers
    assert not build_source(paragraph, TAGS).repeats_identifiers
