"""Tags as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.tags.tag import letter_of
from generator.rendering.tags.tag_text import TAG, alone, outside, spans, straight, with_plain_spaces


@given(st.text(alphabet="{}%#a '\"\n", max_size=40))
def test_tags_are_where_the_pattern_finds_them(text: str) -> None:
    assert list(spans(text)) == [match.span() for match in TAG.finditer(text)]


def test_many_openings_that_nothing_closes_are_read_once() -> None:
    assert list(spans("{{" * 200_000)) == []


def test_outside_tags_a_space_stands_for_each() -> None:
    assert outside("a{{ b }}c{% d %}") == "a c "


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{r v }}", "{{ v }}"),
        ("{%tr- for %}", "{%tr- for %}"),
        ("{%p if a == “b” %}", '{% if a == "b" %}'),
        ("{{\u00a0a['x\u00a0y']\u202f}}", "{{ a['x\u00a0y'] }}"),
    ],
)
def test_jinja_reads_a_tag_without_letter_curly_quotes_and_no_break_spaces(tag: str, expected: str) -> None:
    assert alone(tag) == expected


def test_no_break_spaces_inside_strings_are_text() -> None:
    assert with_plain_spaces("{{\u00a0'a\u00a0b' }}") == "{{ 'a\u00a0b' }}"
    assert straight("{{ ‘a’ }}") == "{{ 'a' }}"


@pytest.mark.parametrize(("tag", "letter"), [("{{r v}}", "r"), ("{{p v}}", "p"), ("{{ v }}", ""), ("{%p if v %}", "")])
def test_the_letter_of_a_tag_that_prints(tag: str, letter: str) -> None:
    assert letter_of(tag) == letter
