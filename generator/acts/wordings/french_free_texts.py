"""What people type, in the French of the sentence that takes it in."""

from __future__ import annotations

from generator.acts.facts.typed_texts import FreeText
from generator.french import fitted


def free_text(fact: FreeText) -> str:
    """Write a text as its sentence takes it: « d’organiser un salon », « de la décision du 12 février 2018 »."""
    return fitted(fact.text, fact.sentence.grammar, fact.sentence.instead).text
