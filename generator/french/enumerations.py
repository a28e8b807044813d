"""Enumerations inside a sentence: « Valmont, Tazerout et Agadir »."""

from __future__ import annotations

from collections.abc import Sequence


def enumerate_and(items: Sequence[str]) -> str:
    """Join items with commas and « et » before the last: « a », « a et b », « a, b et c ».

    Raises:
        ValueError: there are no items.
    """
    return _enumerated(items, "et")


def enumerate_or(items: Sequence[str]) -> str:
    """Join items with commas and « ou » before the last: « a », « a ou b », « a, b ou c ».

    Raises:
        ValueError: there are no items.
    """
    return _enumerated(items, "ou")


def _enumerated(items: Sequence[str], conjunction: str) -> str:
    if not items:
        raise ValueError("Une énumération a au moins un terme.")
    *others, last = items
    return f"{', '.join(others)} {conjunction} {last}" if others else last
