"""What people type, fitted to the sentence that takes it in: the table, and what holds for any text."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.french import NO_BREAK_SPACE, Fitted, Grammar, fitted
from generator.french.common_nouns import COMMON_NOUNS, NO_INFINITIVES
from tests.support.places import TESTS

TABLE: dict[str, dict[str, str]] = yaml.safe_load((TESTS / "french" / "free_texts.yaml").read_text("utf-8"))
ROWS = [(grammar, typed, expected) for grammar, rows in TABLE.items() for typed, expected in rows.items()]
ANNOUNCED = {
    Grammar.PURPOSE: ("ce qui suit", f"ce qui suit{NO_BREAK_SPACE}: Nous venons"),
    Grammar.NOUN_GROUP: ("l’autorité suivante", f"l’autorité suivante{NO_BREAK_SPACE}: Nous venons"),
    Grammar.NAME: ("le suivant", f"le suivant{NO_BREAK_SPACE}: Nous venons"),
    Grammar.AFTER_OF: ("le texte suivant", f"du texte suivant{NO_BREAK_SPACE}: Nous venons"),
    Grammar.INFINITIVE: ("respecter ce qui suit", f"respecter ce qui suit{NO_BREAK_SPACE}: Nous venons"),
}


def test_every_grammar_has_its_table() -> None:
    assert set(TABLE) == {grammar.name for grammar in Grammar}


@pytest.mark.parametrize(("grammar", "typed", "expected"), ROWS)
def test_what_is_typed_is_fitted_as_the_table_says(grammar: str, typed: str, expected: str) -> None:
    is_sure = not expected.startswith("! ")
    assert fitted(typed, Grammar[grammar]) == Fitted(expected.removeprefix("! ").replace("~", NO_BREAK_SPACE), is_sure)


@pytest.mark.parametrize("grammar", ANNOUNCED)
def test_what_does_not_fit_is_announced(grammar: Grammar) -> None:
    instead, expected = ANNOUNCED[grammar]
    assert fitted("Nous venons.", grammar, instead) == Fitted(expected, is_sure=False)


def test_a_noun_group_among_undertakings_is_assured() -> None:
    found = fitted("mise à disposition d’une salle", Grammar.INFINITIVE, "respecter ce qui suit")
    assert found == Fitted("assurer la mise à disposition d’une salle", is_sure=False)


@given(st.text(), st.sampled_from(Grammar))
def test_what_is_fitted_once_is_fitted_for_good(typed: str, grammar: Grammar) -> None:
    once = fitted(typed, grammar)
    if once.is_sure and grammar is not Grammar.AFTER_OF:
        assert fitted(once.text, grammar) == once


@given(st.text(st.characters(categories=["L", "N"])), st.sampled_from(Grammar))
def test_no_letter_and_no_figure_is_lost(typed: str, grammar: Grammar) -> None:
    assert typed[1:] in fitted(typed, grammar).text


def test_no_word_is_a_noun_and_none() -> None:
    assert {word for word in COMMON_NOUNS if word != word.lower()} == set()
    assert {word for word in NO_INFINITIVES if not word.endswith(("er", "ir", "re", "oir"))} == set()
