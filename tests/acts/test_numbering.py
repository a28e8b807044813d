"""Numbers of articles and annexes."""

import itertools

import pytest

from generator.acts.numbering import annex_numbers, article_numbers, holds, is_live
from generator.model.kind import Heading


def heading(identifier: str, **keys: object) -> Heading:
    return Heading.model_validate({"id": identifier, **keys})


def test_live_articles_are_numbered_without_a_hole() -> None:
    headings = [heading("objet"), heading("tiers", si=["tiers"]), heading("budget")]
    assert article_numbers(headings, {"tiers": []}) == {"objet": "1er", "tiers": None, "budget": "2"}
    assert article_numbers(headings, {"tiers": ["x"]}) == {"objet": "1er", "tiers": "2", "budget": "3"}


def test_a_repeated_article_has_a_number_for_each_element_and_none_is_skipped() -> None:
    headings = [heading("objet"), heading("engagements", pour_chaque="contractants"), heading("budget")]
    context = {"contractants": [{"id": "a"}, {"id": "b"}, {"id": "c"}]}
    numbers = article_numbers(headings, context)
    assert numbers["engagements"] == {"a": "2", "b": "3", "c": "4"}
    assert numbers["budget"] == "5"


def test_an_article_may_be_left_out_when_a_variable_holds() -> None:
    headings = [heading("seul", sauf_si=["langues.autres"])]
    assert article_numbers(headings, {"langues": {"autres": []}}) == {"seul": "1er"}
    assert article_numbers(headings, {"langues": {"autres": ["arabe"]}}) == {"seul": None}


@pytest.mark.parametrize("alive", list(itertools.product([True, False], repeat=4)))
def test_every_combination_of_optional_articles_gives_consecutive_numbers(alive: tuple[bool, ...]) -> None:
    headings = [heading("objet"), *(heading(f"a{i}", si=[f"f{i}"]) for i in range(4)), heading("fin")]
    context = {f"f{i}": on for i, on in enumerate(alive)}
    printed = [number for number in article_numbers(headings, context).values() if number]
    assert printed == ["1er", *(str(rank) for rank in range(2, len(printed) + 1))]


def test_annexes_are_numbered_in_figures_and_listed() -> None:
    headings = [heading("budget", intitule="Budget"), heading("trajets", intitule="Déplacements", si=["deplacements"])]
    numbers, listed = annex_numbers(headings, {"deplacements": [1]})
    assert numbers == {"budget": "1", "trajets": "2"}
    assert listed == [{"rang": "1", "intitule": "Budget"}, {"rang": "2", "intitule": "Déplacements"}]
    numbers, listed = annex_numbers(headings, {"deplacements": []})
    assert numbers == {"budget": "1", "trajets": None}
    assert [annex["rang"] for annex in listed] == ["1"]


def test_an_unknown_variable_does_not_hold() -> None:
    assert not holds({}, "inconnu.sous")
    assert not holds({"a": "texte"}, "a.b")
    assert is_live((), ("inconnu",), {})
