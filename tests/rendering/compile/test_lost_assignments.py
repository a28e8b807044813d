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


def remarks(text: str) -> list[str]:
    return [
        f"{remark.message.code} {remark.what} {remark.spot.tag}" for remark in compile_template(document(text)).remarks
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{% if a %}{% set x = 1 %}{% endif %}{{ x }}",
        "{% if a %}{% set x = 1 %}{% endif %}{% if x %}y{% endif %}",
        "{% if a %}{% set x = 1 %}{% elif b %}{% set x = 2 %}{% endif %}{{ x }}{{ x }}",
        "{% if a %}{% set x = 1 %}{% endif %}{% if b %}{{ x }}{% endif %}",
    ],
)
def test_a_name_that_a_condition_alone_gives_is_told_at_the_condition(text: str) -> None:
    assert remarks(text) == ["TP439 x {% if a %}"]


@pytest.mark.parametrize(
    "text",
    [
        "{% set x = 0 %}{% if a %}{% set x = 1 %}{% endif %}{{ x }}",
        "{% if a %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}",
        "{% if a %}{% set x = 1 %}{% endif %}{% if a %}{{ x }}{% endif %}",
        "{% if a %}{% set x = 1 %}{% endif %}{{ x|default('') }}",
        "{% if a %}{% set x = 1 %}{% endif %}{% if x is defined %}{{ x }}{% endif %}",
        "{% if a %}{% set x = 1 %}{{ x }}{% endif %}",
        "{% for x in l %}{{ x }}{{ loop.index }}{% endfor %}",
    ],
)
def test_a_name_that_is_given_wherever_it_is_read_is_not_told(text: str) -> None:
    assert remarks(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{% if a %}{% set x = 1 %}{% endif %}{{ x }}", "donnez-lui une valeur dans chaque cas"),
        ("{% for x in l %}{{ x }}{% endfor %}{{ x.n }}", "« x » n’existe que dans sa boucle, « {% for x in l %} »"),
        ("{{ loop.index }}", "n’existe que dans une boucle"),
    ],
)
def test_the_rendering_that_lacks_such_a_name_says_why(text: str, words: str) -> None:
    with pytest.raises(TemplateErrors) as raised:
        compile_template(document(text)).render({"a": 0, "l": [1]})
    [finding] = raised.value.findings
    assert finding.code == "TP201"
    assert words in " ".join(finding.fix.split())


def test_a_name_of_a_loop_that_the_data_have_too_is_right_outside_it() -> None:
    compile_template(document("{% for x in l %}{{ x }}{% endfor %}{{ x }}")).render({"l": [1], "x": "y"})
