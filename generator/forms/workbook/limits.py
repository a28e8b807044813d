"""What a cell cannot hold: the library that writes it would leave it empty without a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from generator.findings import Path
from generator.model.entries import Entry

LONGEST_TEXT: Final = 32_767
"""Characters of one cell (ECMA-376, and every spreadsheet program)."""

_MARKS_OF_A_LINE: Final = 3


def texts_too_long(value: Entry) -> Iterator[tuple[Path, int]]:
    """Yield what is too long for its cell: its path, how many characters it takes there."""
    lengths: dict[Path, int] = defaultdict(int)
    for path, text in value.typed.texts:
        is_item = isinstance(path[-1], int)
        marks = _MARKS_OF_A_LINE * (text.count("\n") + 1) if is_item else 0
        lengths[path[:-1] if is_item else path] += len(text) + marks
    return ((path, length) for path, length in lengths.items() if length > LONGEST_TEXT)
