"""The syntax of tags, one by one."""

from __future__ import annotations

import pytest

from generator.rendering.faults import Spot
from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.tags.tag import Tag
from generator.rendering.tags.tag_syntax import completed, lone_tag_faults


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
    [
        ("{{ a b }}", "TP103"),
        ("{% si a %}", "TP104"),
        ("{{ a|uper }}", "TP105"),
        ("{{ " + "(" * 16 + "a", "TP118"),
        ("{{ now() }}", "TP146"),
        ("{% colspan 2 + %}", "TP103"),
    ],
)
def test_a_faulty_tag_has_its_code(tag: str, code: str) -> None:
    faults = lone_tag_faults(Tag(tag, Spot()), PlainDataEnvironment({}, {}))
    assert [fault.message.code for fault in faults] == [code]
    assert all(fault.fix or fault.message.fix for fault in faults)


@pytest.mark.parametrize(
    "tag", ["{% vm %}", "{%- hm -%}", "{# x #}", "{% cellbg a -%}", "{{ x.get('a') }}", "{{ loop.cycle(1) }}"]
)
def test_what_docxtpl_makes_by_itself_and_what_may_be_called_have_none(tag: str) -> None:
    assert lone_tag_faults(Tag(tag, Spot()), PlainDataEnvironment({}, {})) == []
