"""Holes: false, equal to nothing, and contagious."""

from __future__ import annotations

from operator import eq, ge, gt, le, lt

import pytest

from generator.artifacts import Blank
from generator.rendering.language.holes import Unknown, first_hole, is_hole


def test_an_unknown_value_is_false_equal_to_nothing_and_smaller_than_nothing() -> None:
    unknown = Unknown.at("a")
    assert not unknown
    assert unknown != unknown  # noqa: PLR0124 - that is the point
    assert [compare(unknown, 1) for compare in (eq, lt, le, gt, ge)] == [False] * 5


def test_what_stands_below_it_is_unknown_by_its_path() -> None:
    assert Unknown.at("a").below("b").path == "a.b"
    assert Unknown.at("a")["b"].path == "a"


@pytest.mark.parametrize(
    ("value", "expected"), [(None, True), (Blank("x"), True), (Unknown.at("a"), True), ("", False)]
)
def test_a_hole_is_what_has_nothing_to_print(value: object, expected: bool) -> None:
    assert is_hole(value) is expected
    assert bool(first_hole(["a", value])) is expected


def test_a_text_has_no_hole() -> None:
    assert first_hole("abc") == []
