"""The syntax of tags, one by one."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from generator.rendering.faults import Spot
from generator.rendering.language.tag_collection import Tag
from generator.rendering.language.tag_syntax import completed, lone_tag_faults


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{ a }}", "{{ a }}"),
        ("{% if a %}", "{% if a %}{% endif %}"),
        ("{% elif a %}", "{% if 1 %}{% elif a %}{% endif %}"),
        ("{% endif %}", ""),
        ("{% endif a %}", None),
        ("{% set a %}", None),
        ("{% set a = 1 %}", "{% set a = 1 %}"),
        ("{% macro m() %}", None),
    ],
)
def test_a_tag_is_completed_into_a_whole_statement(tag: str, expected: str | None) -> None:
    assert completed(tag) == expected


@pytest.mark.parametrize(
    ("tag", "code"),
    [("{{ a b }}", "TP103"), ("{% si a %}", "TP104"), ("{{ a|uper }}", "TP105"), ("{{ " + "(" * 16 + "a", "TP118")],
)
def test_a_faulty_tag_has_its_code_and_what_docxtpl_makes_by_itself_has_none(tag: str, code: str) -> None:
    tags = [Tag("{% vm %}", Spot()), Tag("{# x #}", Spot()), Tag(tag, Spot())]
    assert [fault.message.code for fault in lone_tag_faults(tags, Environment(autoescape=True))] == [code]
