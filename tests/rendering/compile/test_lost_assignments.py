"""Values that a loop names: right within a turn, refused where Jinja has lost them."""

from __future__ import annotations

import pytest

from generator.rendering import TemplateErrors, compile_template
from tests.support.word import document


def lost(text: str) -> list[str]:
    try:
        compile_template(document(text))
    except TemplateErrors as errors:
        return [f"{fault.message.code} {fault.what} {fault.spot.tag}" for fault in errors.faults]
    return []


@pytest.mark.parametrize(
    "text",
    [
        "{% set t = 0 %}{% for a in l %}{% set t = t + a %}{% endfor %}{{ t }}",
        "{% set t = 0 %}{% for a in l %}{% set t = t + a %}{{ t }}{% endfor %}",
        "{% for a in l %}{% set t = a %}{% endfor %}{% if t %}x{% endif %}",
        "{% for a in l %}{% if a.g != t %}{{ a.g }}{% endif %}{% set t = a.g %}{% endfor %}",
        "{% for a in l %}{% for b in a %}{% set t = b %}{% endfor %}{{ t }}{% endfor %}",
        "{% for a in l %}{% if a %}{% set t = a %}{% endif %}{% endfor %}{% for x in t %}x{% endfor %}",
        "{% for a in l %}{% set t = t ~ 'x' %}{% endfor %}",
    ],
)
def test_a_value_read_outside_the_turn_that_gave_it_is_refused_at_the_assignment(text: str) -> None:
    [fault] = lost(text)
    assert fault.startswith("TP145 t {% set t = ")


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in l %}{% set t = a %}{{ t }}{% endfor %}{% for b in m %}{% set t = b %}{{ t }}{% endfor %}",
        "{% for a in l %}{% set t = a %}{% endfor %}{% set t = 3 %}{{ t }}",
        "{% for a in l %}{% if a %}{% set t = 1 %}{% else %}{% set t = 2 %}{% endif %}{{ t }}{% endfor %}",
        "{% for a in l %}{% set titre = titre|upper %}{{ titre }}{% endfor %}",
        "{% for a in l %}{% set t = a %}{% endfor %}{% for t in m %}{{ t }}{% endfor %}",
        "{% if a %}{% set t = 1 %}{% endif %}{{ t }}",
    ],
)
def test_a_value_read_in_its_turn_is_right(text: str) -> None:
    assert lost(text) == []
