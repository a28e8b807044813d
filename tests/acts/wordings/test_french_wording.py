"""French as a language: every fact has its words, every text its typography."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator.acts.facts
from generator.acts.facts.fact import DetailedFact, DrawnFact, Fact
from generator.acts.wordings.french_wording import in_french, typeset_in_french, wording_of
from generator.artifacts import Style, StyledText
from generator.french import typeset


def facts() -> Iterator[type[Fact]]:
    """Every class of facts that a module defines."""
    for found in pkgutil.iter_modules(generator.acts.facts.__path__, f"{generator.acts.facts.__name__}."):
        module = importlib.import_module(found.name)
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Fact) and kind.__module__ == module.__name__:
                yield kind


@pytest.mark.parametrize("kind", [kind for kind in facts() if kind not in {Fact, DetailedFact, DrawnFact}])
def test_every_fact_has_french_words(kind: type[Fact]) -> None:
    assert wording_of(kind) is not wording_of(Fact)


def test_a_fact_that_nobody_words_is_refused() -> None:
    class Unheard(Fact):
        pass

    with pytest.raises(NotImplementedError, match="Unheard"):
        in_french(Unheard())


def test_ordinals_are_raised() -> None:
    text = typeset_in_french("le 1er mars")
    assert text == "le 1er\u00a0mars"
    assert isinstance(text, StyledText)
    assert text.parts == (("le 1", Style.PLAIN), ("er", Style.SUPERSCRIPT), ("\u00a0mars", Style.PLAIN))


def test_a_text_without_ordinals_stays_a_plain_text() -> None:
    assert type(typeset_in_french("l'objet : rien")) is str
    assert typeset_in_french("l'objet : rien") == "l’objet\u00a0: rien"


@given(st.text(max_size=30))
def test_a_text_is_typeset_once_and_for_all(text: str) -> None:
    once = typeset_in_french(text)
    assert once == typeset(text)
    assert typeset_in_french(once) == once
