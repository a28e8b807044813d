"""The voted text and the act to sign, where the voted draft was kept without its data.

Nothing tells then which words carry the substance: from the first article to the last annex every difference bars;
before the first article, every figure and every name does. What the draft left blank there may be filled in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.compare.text_differences import Difference

_BLANK = re.compile(r"\[à compléter[^\]]*\]")
_FIGURE = re.compile(r"\d+(?:[\s.,/-]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_substantial(difference: Difference, texts: str, later: Iterable[str] = ()) -> bool:
    """Whether a difference may change what was voted.

    Args:
        difference: a paragraph that is not the same.
        texts: both texts, whole: a word that stands there in small letters is no name, even where it opens a sentence.
        later: what only exists after the vote (numbers and dates of the deliberations): set aside before the first
            article, where acts are cited.
    """
    if difference.heading:
        return True
    if _is_filled_in(difference):
        return False
    small = set(_WORD.findall(texts))
    before, after = (_without(later, text) for text in (difference.before, difference.after))
    return _marks(before, small) != _marks(after, small)


def _is_filled_in(difference: Difference) -> bool:
    """Whether a paragraph says what it said, its blanks filled in."""
    parts = _BLANK.split(difference.before)
    pattern = ".+".join(map(re.escape, parts))
    return len(parts) > 1 and re.fullmatch(pattern, difference.after) is not None


def _without(later: Iterable[str], text: str) -> str:
    for words in later:
        text = text.replace(" ".join(words.split()), "")
    return text


def _marks(text: str, small: set[str]) -> Counter[str]:
    """Count the figures and the names of a paragraph."""
    figures = ("".join(figure.split()) for figure in _FIGURE.findall(text))
    names = (word for word in _WORD.findall(text) if word != word.lower() and word.lower() not in small)
    return Counter([*figures, *names])
