"""Plain values within bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from docxtpl import RichText
from jinja2.exceptions import SecurityError

from generator.rendering.language.bounded_values import (
    MAX_ITEMS,
    MAX_NUMBER,
    MAX_TEXT,
    MismatchError,
    bounded_list,
    bounded_text,
    joined,
    kind_of,
    plain_number,
    plain_text,
    refuse_objects,
)


class Loud(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "LOUD"


@pytest.mark.parametrize(
    ("value", "text"), [("a", "a"), (12, "12"), (1.5, "1.5"), (Decimal("1.50"), "1.50"), (True, "True")]
)
def test_a_text_or_a_number_is_written_as_it_is(value: Any, text: str) -> None:
    assert plain_text(value) == text


def test_a_class_of_the_program_does_not_run_its_own_methods() -> None:
    assert plain_text(Loud("doux")) == "doux"


@pytest.mark.parametrize("value", [[], {}, object()])
def test_what_is_no_text_is_refused_in_french(value: Any) -> None:
    with pytest.raises(MismatchError, match="un texte ou un nombre était attendu"):
        plain_text(value)


def test_bounds_admit_their_last_value_and_refuse_the_next() -> None:
    assert plain_number(MAX_NUMBER) == MAX_NUMBER
    assert len(bounded_text("x" * MAX_TEXT)) == MAX_TEXT
    assert len(bounded_list(range(MAX_ITEMS))) == MAX_ITEMS
    assert len(joined("", ["x" * MAX_TEXT])) == MAX_TEXT
    for beyond in (
        lambda: plain_number(MAX_NUMBER + 1),
        lambda: bounded_text("x" * (MAX_TEXT + 1)),
        lambda: bounded_list(range(MAX_ITEMS + 1)),
        lambda: joined("", ["x" * MAX_TEXT, "x"]),
    ):
        with pytest.raises(SecurityError, match="démesuré"):
            beyond()


def test_objects_are_refused_and_texts_are_not() -> None:
    refuse_objects(["a", Loud("b"), 1, None])
    with pytest.raises(MismatchError, match="imprimez-le seul"):
        refuse_objects(["a", RichText("b")])


@pytest.mark.parametrize(
    ("value", "name"), [(True, "un oui ou non"), ([], "une liste"), ({}, "un ensemble d’éléments"), ("", "un texte")]
)
def test_a_kind_has_a_french_name(value: object, name: str) -> None:
    assert kind_of(value) == name
