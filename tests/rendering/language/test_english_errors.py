"""What Jinja and Python say in English, said in French: each sentence as this version of Jinja words it."""

from __future__ import annotations

import pytest
from jinja2 import Environment, TemplateSyntaxError

from generator.messages import template_reasons as reasons
from generator.rendering.language.english_errors import failure_in_french, syntax_error_in_french


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{ 'a }}", reasons.UNCLOSED_QUOTE),
        ("{{ a ? }}", reasons.UNEXPECTED_CHARACTER.format("?")),
        ("{{ (a }}", reasons.MISSING_BEFORE.format("}", ")")),
        ("{{ a..b }}", reasons.NAME_AFTER_DOT),
        ("{{ a b }}", reasons.INSTEAD_OF.format("}}", "b")),
        ("{{ }}", reasons.INCOMPLETE),
        ("{{ ) }}", reasons.UNEXPECTED.format(")")),
        ("{% for a in b %}{% set loop = 1 %}{% endfor %}", reasons.LOOP_IS_RESERVED),
        ("{% set 1 = a %}", reasons.NAME_EXPECTED),
        ("{% for 'x' in a %}{% endfor %}", reasons.NAME_EXPECTED),
    ],
)
def test_each_refusal_of_jinja_has_a_french_sentence(tag: str, expected: str) -> None:
    with pytest.raises(TemplateSyntaxError) as refused:
        Environment(autoescape=True).from_string(tag)
    sentence, remedy = syntax_error_in_french(refused.value.message or "")
    assert sentence == expected
    assert remedy


def test_what_is_not_known_is_told_as_it_is() -> None:
    assert syntax_error_in_french("no idea") == ("no idea", reasons.ONE_NAME)
    assert failure_in_french(RuntimeError("no idea")) == reasons.UNFIT_VALUES
    assert failure_in_french(ZeroDivisionError()) == reasons.DIVISION_BY_ZERO
