"""Proofs at scale: a plain run does a tenth of each, a longer run the whole, and the plain one says what is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest

T = TypeVar("T")

LONGER_RUN = ".venv/bin/pytest -m scale"

in_full_only = pytest.mark.scale
"""A proof of which a tenth would prove nothing."""


def a_tenth_or_in_full(name: str, size: int) -> pytest.MarkDecorator:
    """Run a test at a tenth of its size; at its full size in the longer run only."""
    tenth = pytest.param(size // 10, id="a tenth")
    return pytest.mark.parametrize(name, [tenth, pytest.param(size, id="in full", marks=in_full_only)])


def every_tenth(values: Sequence[T], *, name: Callable[[T], str]) -> list[object]:
    """Give each tenth value to a plain run, and the others to the longer one."""
    return [
        pytest.param(value, id=name(value), marks=in_full_only if rank % 10 else ())
        for rank, value in enumerate(values)
    ]


def proofs_among(items: list[pytest.Item]) -> int:
    """Return how many of some tests are proofs at scale."""
    return sum(item.get_closest_marker("scale") is not None for item in items)


def left_out_words(count: int) -> str:
    """Say how many proofs at scale a plain run left out, and how to run them."""
    proofs = "1 proof at scale was" if count == 1 else f"{count} proofs at scale were"
    return f"{proofs} left to the longer run: {LONGER_RUN}"
