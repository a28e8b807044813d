"""What a template reads, gathered by path."""

from __future__ import annotations

from generator.rendering.compile.values_read import ReadValue, gathered
from generator.rendering.faults import Spot


def test_readings_of_one_path_are_one_value_with_every_place_once() -> None:
    first, second = Spot("corps"), Spot("en-tête 1")
    values = gathered([("a", False, first), ("b", False, first), ("a", True, second), ("a", False, first)])
    assert list(values.values()) == [
        ReadValue("a", is_loop=True, spots=(first, second), walked=(second,)),
        ReadValue("b", is_loop=False, spots=(first,)),
    ]
