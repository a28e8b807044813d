"""Two texts compared paragraph by paragraph, in a reader’s words; lines to fill in by hand are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_HEADING = re.compile(r"^(?:Article (?:1er|\d+)|Annexe \d+) – .+$")
_BY_HAND = re.compile(r"…{2,}")
_SHOWN = 110


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that is not the same in two texts.

    Attributes:
        heading: the article or annex above it, as it is headed; empty before the first one.
        before: what the first text says; empty where the paragraph is new.
        after: what the second text says; empty where the paragraph has gone.
    """

    heading: str
    before: str
    after: str

    @property
    def where(self) -> str:
        """Where it stands, in words."""
        return f"sous « {self.heading} »" if self.heading else "avant le premier article"

    def __str__(self) -> str:
        """« ancien » devient « nouveau », or what was added or removed."""
        if not self.after:
            return f"« {_excerpt(self.before, 0)} » a disparu"
        if not self.before:
            return f"« {_excerpt(self.after, 0)} » est ajouté"
        pairs = enumerate(zip(self.before, self.after, strict=False))
        first = next((rank for rank, (old, new) in pairs if old != new), 0)
        return f"« {_excerpt(self.before, first)} » devient « {_excerpt(self.after, first)} »"


def differences(before: str, after: str) -> Iterator[Difference]:
    """Yield the paragraphs that differ between two texts of one paragraph a line; spaces of every kind are alike."""
    old, new = _paragraphs(before), _paragraphs(after)
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield from _paired(old[old_start:old_end], new[new_start:new_end], _heading_above(new, new_start))


def _paired(old: Sequence[str], new: Sequence[str], heading: str) -> Iterator[Difference]:
    for rank in range(max(len(old), len(new))):
        yield Difference(heading, old[rank] if rank < len(old) else "", new[rank] if rank < len(new) else "")


def _paragraphs(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line and not _BY_HAND.search(line)]


def _heading_above(paragraphs: Sequence[str], rank: int) -> str:
    above = (paragraphs[index] for index in range(min(rank, len(paragraphs) - 1), -1, -1))
    return next((line for line in above if _HEADING.match(line)), "")


def _excerpt(text: str, position: int) -> str:
    """Show a paragraph around a position, from the start of a word, with « … » where it is cut."""
    if len(text) <= _SHOWN:
        return text
    start = text.rfind(" ", 0, max(position - _SHOWN // 3, 0)) + 1
    end = start + _SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
