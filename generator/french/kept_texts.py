"""What is worked out of texts, each looked at once: a year’s acts repeat most of each other’s."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final, TypeVar

_TEXTS_KEPT: Final = 4096
"""Bounds the memory: the texts of a few of a year's actions at once."""

_READERS_KEPT: Final = 100
"""More than the rules have; those made for lists of words go by the lists, which a run seldom changes."""

kept_by_text: Final = lru_cache(maxsize=_TEXTS_KEPT)
"""Keep what a function works out of a text."""

P = TypeVar("P")
Reader = Callable[[str], object]
"""What looks for something in a text; what it returns is false where it finds nothing, as in most texts."""


def holds_one_of(text: str, parts: Iterable[str]) -> bool:
    """Tell whether a text holds one of these parts of words, given in lower case: sooner done than a pattern."""
    folded = text.casefold()
    return any(part in folded for part in parts)


class Readings:
    """What readers find in texts. A text is read once, by all readers, and asked for once, for all of them.

    Rules each look for something rare in every text of every action: one look-up of a text tells which rules, if any,
    have something to say of it.
    """

    def __init__(self) -> None:
        """Begin without readers."""
        self._readers: dict[Reader, None] = {}
        self._found: dict[str, tuple[tuple[Reader, object], ...]] = {}

    def learn(self, reader: Reader) -> None:
        """Take one more reader, and have it read the texts that are kept."""
        if len(self._readers) >= _READERS_KEPT:
            self._readers, self._found = {}, {}
        if reader not in self._readers:
            self._readers[reader] = None
            self._found = {text: (*found, *_told(reader, text)) for text, found in self._found.items()}

    def of(self, texts: Sequence[tuple[P, str]]) -> dict[Reader, list[tuple[P, str, object]]]:
        """Return, by reader, the texts in which it finds something, each with its place and what is found."""
        if len(self._found) > _TEXTS_KEPT:
            self._found = {}
        by_reader: dict[Reader, list[tuple[P, str, object]]] = {reader: [] for reader in self._readers}
        kept = self._found
        for place, text in texts:
            found = kept.get(text)
            if found is None:
                found = kept[text] = tuple(each for reader in self._readers for each in _told(reader, text))
            for reader, told in found:
                by_reader[reader].append((place, text, told))
        return by_reader


def _told(reader: Reader, text: str) -> tuple[tuple[Reader, object], ...]:
    found = reader(text)
    return ((reader, found),) if found else ()


READINGS: Final = Readings()
"""Those of a run."""
