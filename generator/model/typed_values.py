"""What was typed in an input, walked once: its texts and its dates, with their paths."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pydantic import BaseModel

from generator.findings import Path
from generator.model.sentences import Sentence, sentence_of


class TextInSentence(NamedTuple):
    """A text that was typed, with its path, and the sentence of the acts that takes it in."""

    path: Path
    text: str
    sentence: Sentence


class TypedValues(NamedTuple):
    """What was typed in an input, in the order of its fields: texts, those that a sentence takes in, dates."""

    texts: list[tuple[Path, str]]
    in_sentences: list[TextInSentence]
    days: list[tuple[Path, date]]


def typed_values(entry: BaseModel) -> TypedValues:
    """Walk an input. Words chosen from a list are no texts."""
    found = TypedValues([], [], [])
    _add_typed(entry, (), None, found)
    return found


def _add_typed(value: object, path: Path, sentence: Sentence | None, found: TypedValues) -> None:
    if type(value) is str:
        found.texts.append((path, value))
        if sentence is not None:
            found.in_sentences.append(TextInSentence(path, value, sentence))
    elif type(value) is date:
        found.days.append((path, value))
    elif type(value) is tuple:
        for rank, item in enumerate(value):
            _add_typed(item, (*path, rank), sentence, found)
    elif keys := _KEYS[type(value)]:
        values = vars(value)
        for name, key, own in keys:
            item = values[name]
            if item is not None:
                _add_typed(item, (*path, key), own, found)


class _KeysByClass(dict[type, tuple[tuple[str, str, Sentence | None], ...]]):
    """A class of entries → its attributes with the keys that people type, and the sentences that take them in."""

    def __missing__(self, kind: type) -> tuple[tuple[str, str, Sentence | None], ...]:
        fields = kind.model_fields if issubclass(kind, BaseModel) else {}
        keys = self[kind] = tuple(
            (name, described.alias or name, sentence_of(described)) for name, described in fields.items()
        )
        return keys


_KEYS = _KeysByClass()
