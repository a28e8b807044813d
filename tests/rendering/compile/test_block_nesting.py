"""Blocks: each is opened, goes on and is closed in its turn."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from generator.rendering.compile.block_nesting import MAX_BRANCHES, syntax_faults
from generator.rendering.compile.jinja_source import build_source
from generator.rendering.faults import Spot
from generator.rendering.language.tag_collection import Tag
from generator.rendering.language.tag_syntax import MAX_NESTING
from generator.rendering.language.tag_text import TAG
from generator.rendering.word.hidden_numbers import encode


def codes(text: str) -> list[str]:
    tags = [Tag(tag, Spot()) for tag in TAG.findall(text)]
    numbers = iter(range(len(tags)))
    hidden = TAG.sub(lambda tag: f"{tag[0][:-2]}{encode(next(numbers))}{tag[0][-2:]}", text)
    return [fault.message.code for fault in syntax_faults(build_source(hidden, tags), Environment(autoescape=True))]


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
        ("{% if a %}{{ b c }}", ["TP103", "TP107"]),
        ("{% if a %}" * MAX_NESTING + "{% endif %}" * MAX_NESTING, []),
        ("{% if a %}" * (MAX_NESTING + 1) + "{% endif %}" * (MAX_NESTING + 1), ["TP118"]),
        ("{% if a %}" + "{% elif b %}" * MAX_BRANCHES + "{% endif %}", ["TP118"]),
        ("{% if a %}" + "{% elif b %}" * (MAX_BRANCHES - 1) + "{% endif %}", []),
    ],
)
def test_each_fault_of_a_block_has_its_code(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
