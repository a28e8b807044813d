"""Texts as digests: two are one when their words are the same, and nearly one when most groups of words are.

Case, accents, punctuation and spaces do not count. A sketch keeps the smallest digests of a text's groups of three
words: of two texts, the share of the smallest digests of both together that both have tells how much they share (A.
Broder, « On the resemblance and containment of documents », 1997).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from generator.french import kept_by_text, plain_words

_BYTES_OF_TEXT: Final = 8
_BYTES_OF_GROUP: Final = 4
_GROUP: Final = 3
"""Words of a group: fewer stand in many texts, more are lost by one changed word."""
_SKETCH: Final = 16
"""Digests kept of a text: enough to tell half from a quarter."""
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@kept_by_text
def digest_of(text: str) -> str:
    """Return a digest that is equal for texts of the same words."""
    return _digest(plain_words(text), _BYTES_OF_TEXT)


@kept_by_text
def sketch_of(text: str) -> str:
    """Return the smallest digests of a text's groups of words, in order, side by side."""
    words = plain_words(text)
    groups = {_digest(words[rank : rank + _GROUP], _BYTES_OF_GROUP) for rank in range(max(1, len(words) - _GROUP + 1))}
    return "".join(sorted(groups)[:_SKETCH])


@kept_by_text
def years_in(text: str) -> tuple[int, ...]:
    """Return the years that a text names, in order, each once."""
    return tuple(sorted({int(year) for year in _YEAR.findall(text)}))


def groups_of(sketch: str) -> tuple[str, ...]:
    """Return the digests that a sketch is made of."""
    width = 2 * _BYTES_OF_GROUP
    return tuple(sketch[start : start + width] for start in range(0, len(sketch), width))


def is_nearly_the_same(one: str, other: str) -> bool:
    """Whether two sketches are those of texts that share more than half of their groups of words."""
    first, second = frozenset(groups_of(one)), frozenset(groups_of(other))
    smallest = sorted(first | second)[: max(len(first), len(second))]
    return 2 * sum(group in first and group in second for group in smallest) > len(smallest)


def _digest(words: Sequence[str], size: int) -> str:
    return blake2b(" ".join(words).encode(), digest_size=size).hexdigest()
