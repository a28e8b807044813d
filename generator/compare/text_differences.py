"""Two texts compared paragraph by paragraph, in a reader’s words; how long a line to fill in by hand is matters not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_HEADING = re.compile(r"^(?:Article|ARTICLE|Annexe|ANNEXE)\s(?:1er|1ER|premier|PREMIER|\d+|[IVX]+)\b.*$", re.MULTILINE)
"""A heading as legal services write them: « Article 1er – Objet », « ARTICLE 2 : DURÉE », « Annexe II »."""

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
            for rank in range(max(old_end - old_start, new_end - new_start)):
                old_rank, new_rank = min(old_start + rank, old_end), min(new_start + rank, new_end)
                yield Difference(
                    _heading_above(new, new_rank) or _heading_above(old, old_rank),
                    old[old_rank] if old_rank < old_end else "",
                    new[new_rank] if new_rank < new_end else "",
                )


def has_articles(text: str) -> bool:
    """Whether articles or annexes are headed as such, so that what precedes the first one can be told apart."""
    return _HEADING.search(text) is not None


def _paragraphs(text: str) -> list[str]:
    lines = (_BY_HAND.sub("……", " ".join(line.split())) for line in text.split("\n"))
    return [line for line in lines if line]


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
