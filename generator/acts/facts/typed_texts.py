"""What people type, as facts: a text, and the sentence that takes it in."""

from __future__ import annotations

from collections.abc import Sequence

from generator.acts.facts.fact import DetailedFact
from generator.acts.facts.gaps import Missing
from generator.model.sentences import Sentence


class FreeText(DetailedFact):
    """A text as it was typed, and the sentence that takes it in.

    Attributes:
        text: the text.
        sentence: the sentence, which says what grammar the text must have there.
    """

    text: str
    sentence: Sentence


class FreeTextList(DetailedFact):
    """Several such texts inside one sentence; none of them is printed as nothing."""

    texts: Sequence[FreeText]


def free_text(text: str | None, sentence: Sentence, missing: Missing) -> FreeText | Missing:
    """Return a text with its sentence; what is missing when nothing was typed."""
    return FreeText(text, sentence) if text else missing


def free_texts(texts: tuple[str, ...], sentence: Sentence) -> tuple[FreeText, ...]:
    """Return several texts, all taken in by one sentence."""
    return tuple(FreeText(text, sentence) for text in texts)
