"""Blocks: each is opened, goes on and is closed in its turn."""

from __future__ import annotations

import pytest

from generator.rendering.compile.block_nesting import MAX_BRANCHES, read_blocks
from generator.rendering.faults import Spot
from generator.rendering.tags.tag import Tag
from generator.rendering.tags.tag_syntax import MAX_NESTING
from generator.rendering.tags.tag_text import TAG


def faults(*paragraphs: str, faulty: dict[int, str] | None = None) -> list[str]:
    """What is said of the blocks of some paragraphs that stand in one cell, each with the tag that is blamed."""
    tags = [Tag(tag, Spot(), homes=(n, -1)) for n, text in enumerate(paragraphs) for tag in TAG.findall(text)]
    return [f"{fault.message.code} {fault.what}".strip() for fault in read_blocks(tags, faulty or {}).faults]


def codes(text: str) -> list[str]:
    return [fault.partition(" ")[0] for fault in faults(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if a %}{% elif b %}{% else %}{% endif %}", []),
        ("{% for a in b %}{% else %}{% endfor %}", []),
        ("{% if a %}", ["TP107"]),
        ("{% endif %}", ["TP106"]),
        ("{% if a %}{% endfor %}{% endif %}", ["TP106"]),
        ("{% if a %}{% else %}{% elif b %}{% endif %}", ["TP106"]),
        ("{% for a in b %}{% elif c %}{% endfor %}", ["TP106"]),
        ("{% if a %}" * MAX_NESTING + "{% endif %}" * MAX_NESTING, []),
        ("{% if a %}" * (MAX_NESTING + 1) + "{% endif %}" * (MAX_NESTING + 1), ["TP118"]),
        ("{% if a %}" + "{% elif b %}" * MAX_BRANCHES + "{% endif %}", ["TP118"]),
        ("{% if a %}" + "{% elif b %}" * (MAX_BRANCHES - 1) + "{% endif %}", []),
    ],
)
def test_each_fault_of_a_block_has_its_code(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_what_is_to_blame_is_told_by_where_the_others_stand() -> None:
    outer = "{%p if a %}", "{% if b %}x{% endif %}{% endif %}", "{%p if c %}", "{%p endif %}", "{%p endif %}"
    assert faults(*outer) == ["TP106 {% endif %}"]
    assert faults("{%p for x in l %}", "{% if b %}x", "{%p endfor %}") == ["TP107 {% if b %}"]
    assert faults("{% if a %}", "x", "{% endif %}") == []
    assert faults("{%p if a %}", "{% for x in l %}", "{%p endif %}", "{% endfor %}") == ["TP144 {% for x in l %}"]


def test_a_faulty_tag_stands_for_what_was_meant_and_else_for_any_end() -> None:
    assert faults("{%p si a %}", "{%p endif %}", faulty={0: "{%p if a %}"}) == []
    assert faults("{% i f a %}{% endif %}", faulty={0: ""}) == []
    assert faults("{% for x in l %}{% fin %}", faulty={1: "{% endif %}"}) == []
    assert faults("{% i f a %}{% endif %}{% endif %}", faulty={0: ""}) == ["TP106 {% endif %}"]
