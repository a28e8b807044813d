"""The guards at work: what each lets through, and what it reports."""

from __future__ import annotations

from typing import Any

import pytest

from generator.artifacts import Blank
from generator.rendering.compiled.guard_references import Reference
from generator.rendering.faults import Spot
from generator.rendering.file.additions import Additions, PartAdditions
from generator.rendering.fill.guard_filters import (
    each_element,
    environment_with,
    order_value,
    print_in_run,
    use_value,
    value_to_cut,
)
from generator.rendering.fill.printed_values import Filling, FillingContext
from generator.rendering.language.bounded_values import MismatchError
from generator.rendering.language.holes import Unknown
from generator.rendering.language.resource_limits import Ration
from generator.rendering.tags.tag import Tag

UNKNOWN = Unknown.at("a")


def context(*, draft: bool = False, targets: int = 1) -> FillingContext:
    filling = Filling(draft, PartAdditions(Additions({}, "x"), "x"), Ration())
    made = FillingContext(environment_with({}), {}, None, {})  # type: ignore[arg-type]
    made.filling, made.ration = filling, filling.ration
    made.references = [Reference("a", "a", Tag("{{ a }}", Spot()), targets=targets)]
    return made


def reported(made: FillingContext) -> list[str]:
    return [fault.message.code for fault in made.filling.faults]


def test_a_plain_text_is_escaped_and_counted() -> None:
    made = context()
    before = made.ration.room
    assert print_in_run(made, "a & b", 0) == "a &amp; b"
    assert made.ration.room < before


@pytest.mark.parametrize(
    ("value", "code"),
    [(UNKNOWN, "TP201"), (None, "TP202"), (Blank("x"), "TP202"), ([], "TP203"), (True, "TP203"), ("\0", "TP205")],
)
def test_what_cannot_be_printed_is_reported_once(value: Any, code: str) -> None:
    made = context()
    assert [print_in_run(made, value, 0) for _ in range(2)] == ["", ""]
    assert reported(made) == [code]


def test_what_is_more_than_plain_text_leaves_as_an_instruction() -> None:
    made = context()
    assert print_in_run(made, "a\nb", 0) == "<?parafe 0?>"
    assert made.filling.text_of(0) == "ab"


@pytest.mark.parametrize(("value", "code"), [("abc", "TP204"), (3, "TP204"), (UNKNOWN, "TP201")])
def test_what_is_no_list_is_not_walked(value: Any, code: str) -> None:
    made = context()
    assert each_element(made, value, 0) == []
    assert reported(made) == [code]


def test_a_draft_walks_a_hole_once_with_as_many_values_as_the_loop_names() -> None:
    blank = Blank("x")
    assert each_element(context(draft=True), blank, 0) == [blank]
    assert each_element(context(draft=True, targets=2), blank, 0) == [(blank, blank)]


def test_a_final_document_must_know_every_name_that_it_reads_and_a_draft_need_not() -> None:
    final, draft = context(), context(draft=True)
    assert use_value(final, UNKNOWN, 0) is use_value(draft, UNKNOWN, 0) is UNKNOWN
    assert (reported(final), reported(draft)) == (["TP201"], [])


def test_a_hole_is_neither_smaller_nor_greater() -> None:
    made = context()
    assert isinstance(order_value(made, None, 0), Unknown)
    assert reported(made) == ["TP202"]
    assert order_value(made, 3, 0) == 3


def test_an_extract_is_taken_of_texts_and_lists_alone() -> None:
    assert value_to_cut("abc") == "abc"
    assert value_to_cut(None) is None
    with pytest.raises(MismatchError, match="un ensemble d’éléments"):
        value_to_cut({})
