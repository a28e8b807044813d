"""What the parties conclude of an action, word for word: the documents of the year print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.case.year.extracted_parts import Placed, at
from generator.findings import Places
from generator.model.action import Action


class Conclusion(StrEnum):
    """What a conclusion is: the key that it was typed under."""

    SUMMARY = "bilan"
    DIFFICULTY = "difficultes"
    RECOMMENDATION = "recommandations"
    DECISION = "decisions"


@dataclass(frozen=True, slots=True)
class ConclusionExtract(Placed):
    """A conclusion; ``kind`` is a value of ``Conclusion``."""

    kind: str
    text: str


def conclusions_kept(action: Action, places: Places) -> Iterator[ConclusionExtract]:
    """Yield what the parties conclude, in the order in which a report tells it."""
    done = action.achieved
    if done is None:
        return
    if done.summary:
        yield ConclusionExtract(*at(places, "realisations", "bilan"), Conclusion.SUMMARY.value, done.summary)
    listed = (
        (Conclusion.DIFFICULTY, done.difficulties),
        (Conclusion.RECOMMENDATION, done.recommendations),
        (Conclusion.DECISION, done.decisions),
    )
    for kind, texts in listed:
        for rank, text in enumerate(texts):
            yield ConclusionExtract(*at(places, "realisations", kind.value, rank), kind.value, text)
