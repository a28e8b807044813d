"""Blocks that keep the XML whole, whichever branch is taken."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from generator.rendering.compile.block_balance import balance_faults
from generator.rendering.compile.jinja_source import build_source


@pytest.mark.parametrize(
    ("text", "is_sound"),
    [
        ("<w:p>{% if a %}<w:r/>{% endif %}</w:p>", True),
        ("<w:p>{% if a %}</w:p><w:p>{% endif %}</w:p>", True),
        ("<w:p>{% if a %}</w:p>{% endif %}", False),
        ("{% if a %}<w:p>{% else %}<w:p>{% endif %}</w:p>", False),
        ("<w:tr><w:tc>{% for a in b %}</w:tc></w:tr><w:tr><w:tc>{% endfor %}</w:tc></w:tr>", True),
        ("<w:tr><w:tc>{% for a in b %}</w:tc></w:tr>{% endfor %}", False),
        ("<w:tr><w:tc>{% if a %}</w:tc><w:tc>{% endif %}</w:tc></w:tr>", False),
        ('{% if a %}<w:p w:x="{{ a }}">{% endif %}', False),
        ("<w:footnote>{% if a %}</w:footnote><w:footnote>{% endif %}</w:footnote>", False),
    ],
)
def test_a_block_closes_as_much_as_it_opens_in_mirror_order(text: str, is_sound: bool) -> None:
    tree = Environment(autoescape=True).parse(text)
    assert (list(balance_faults(tree, build_source(text, []))) == []) is is_sound
