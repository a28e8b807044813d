"""Two texts compared paragraph by paragraph."""

import pytest

from generator.compare.text_differences import Difference, differences, has_articles


def test_differences_name_the_heading_above_and_pass_over_the_length_of_lines_to_fill_in() -> None:
    before = "Titre\nArticle 1er – Objet\nun\ndeux\nFait à ………, le ………"
    after = "Titre\nArticle 1er – Objet\nun\ntrois\nFait à …………………, le …………"
    (difference,) = differences(before, after)
    assert difference.where == "sous « Article 1er – Objet »"
    assert str(difference) == "« deux » devient « trois »"


def test_before_the_first_article_there_is_no_heading() -> None:
    (difference,) = differences("Entre\nla Ville", "Entre\nle Département")
    assert difference.heading == ""
    assert difference.where == "avant le premier article"


def test_a_no_break_space_is_no_difference() -> None:
    assert list(differences("12\u202f500,00\u00a0€", "12 500,00 €")) == []


def test_what_has_gone_and_what_has_come_are_told_apart() -> None:
    (gone,) = differences("un\ndeux", "un")
    assert str(gone) == "« deux » a disparu"
    (come,) = differences("un", "un\ndeux")
    assert str(come) == "« deux » est ajouté"


def test_a_long_paragraph_is_cut_around_the_change() -> None:
    start = "mot " * 60
    shown = str(Difference("", f"{start}ancien", f"{start}nouveau"))
    assert "ancien" in shown
    assert "nouveau" in shown
    assert shown.count("…") == 2


def test_words_beside_a_line_to_fill_in_are_compared() -> None:
    (difference,) = differences("louer un local à ………", "acheter un local à ………")
    assert str(difference) == "« louer un local à …… » devient « acheter un local à …… »"


def test_each_paragraph_of_a_block_that_changed_stands_under_its_own_heading() -> None:
    before = "Entre\nArticle 1er – Objet\nlouer"
    after = "Et\nArticle 1er - Objet\nvendre"
    assert [difference.heading for difference in differences(before, after)] == [
        "",
        "Article 1er - Objet",
        "Article 1er - Objet",
    ]


def test_a_heading_that_has_gone_still_tells_where_a_paragraph_stood() -> None:
    headings = [found.heading for found in differences("Article 1er – Objet\nlouer", "Objet\nvendre")]
    assert headings == ["Article 1er – Objet", "Article 1er – Objet"]


@pytest.mark.parametrize("heading", ["Article 1er – Objet", "ARTICLE 2 : DURÉE", "Article\u00a0premier", "Annexe II"])
def test_articles_are_known_however_they_are_headed(heading: str) -> None:
    assert has_articles(f"Entre\n{heading}\nlouer")


@pytest.mark.parametrize("text", ["1. Objet", "Vu l’article 4", "Articles cités"])
def test_other_paragraphs_head_no_article(text: str) -> None:
    assert not has_articles(text)
