"""What people type, in the French of the sentence that takes it in."""

from __future__ import annotations

from generator.acts.facts.typed_texts import FreeText, FreeTextList
from generator.french import enumerate_and, fitted


def free_text(fact: FreeText) -> str:
    """Write a text as its sentence takes it: « d’organiser un salon », « de la décision du 12 février 2018 »."""
    return fitted(fact.text, fact.sentence.grammar, fact.sentence.instead).text


def free_text_list(fact: FreeTextList) -> str:
    """List texts inside a sentence, each as the sentence takes it."""
    return enumerate_and([free_text(text) for text in fact.texts]) if fact.texts else ""
