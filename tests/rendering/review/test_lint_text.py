"""The static text of a paragraph, without what its tags print."""

from __future__ import annotations

from generator.rendering.faults import Spot
from generator.rendering.review.lint_text import readable_text, static_text, text_faults

TEXT = "Le {{ a }}{% if b %} oui{% else %} non{% endif %}."


def test_a_value_has_a_stand_in_and_what_directs_joins_no_words() -> None:
    assert static_text(TEXT, "x") == "Le x\N{WORD JOINER} oui\N{WORD JOINER} non\N{WORD JOINER}."
    assert readable_text(TEXT) == "Le … oui /  non."


def test_a_fault_shows_what_is_wrong_and_what_is_right() -> None:
    [fault] = text_faults("Vu l'avis", Spot())
    assert (fault.message.code, fault.what, fault.kind) == ("TP412", "Vu l'avis", "Vu l’avis")
