"""Texts of law that several bodies cite, each once."""

import pytest

from generator.acts.facts.texts_of_law import TextOfLaw, texts_of_law

CODE = "le code général des collectivités territoriales"


def test_a_text_that_two_bodies_cite_is_cited_once() -> None:
    assert texts_of_law(["la loi A", "la loi B", "la loi A"]) == (TextOfLaw("la loi A", []), TextOfLaw("la loi B", []))


def test_articles_of_one_code_are_put_together_in_the_order_of_their_numbers() -> None:
    cited = [
        f"{CODE}, et notamment ses articles L. 2121-29 et L. 1115-1",
        f"{CODE}, et notamment ses articles L. 1115-1, L. 1115-2 et L. 3211-1",
    ]
    assert texts_of_law(cited) == (TextOfLaw(CODE, ["L. 1115-1", "L. 1115-2", "L. 2121-29", "L. 3211-1"]),)


def test_the_tenth_article_comes_after_the_second() -> None:
    (text,) = texts_of_law([f"{CODE}, et notamment ses articles L. 1115-10 et L. 1115-2"])
    assert text.articles == ["L. 1115-2", "L. 1115-10"]


def test_a_code_cited_whole_and_by_its_articles_is_one_text() -> None:
    assert texts_of_law([CODE, f"{CODE}, et notamment ses articles L. 1115-1"]) == (TextOfLaw(CODE, ["L. 1115-1"]),)


@pytest.mark.parametrize("listed", ["L. 1 à L. 3", "L. 1 à L. 3, L. 5 et L. 7"])
def test_a_range_of_articles_stays_one(listed: str) -> None:
    (text,) = texts_of_law([f"{CODE}, et notamment ses articles {listed}"])
    assert text.articles[0] == "L. 1 à L. 3"


def test_one_article_is_an_article_of_its_code_as_several_are() -> None:
    cited = [
        f"{CODE}, et notamment son article L. 1115-2",
        f"{CODE}, et notamment ses articles L. 1115-1 et L. 2121-29",
    ]
    assert texts_of_law(cited) == (TextOfLaw(CODE, ["L. 1115-1", "L. 1115-2", "L. 2121-29"]),)


def test_no_citation_gives_no_text() -> None:
    assert texts_of_law([]) == ()
