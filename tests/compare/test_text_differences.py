"""Two texts compared paragraph by paragraph."""

from generator.compare.text_differences import Difference, differences


def test_differences_name_the_heading_above_and_pass_over_what_is_written_by_hand() -> None:
    before = "Titre\nArticle 1er – Objet\nun\ndeux\nFait à ………, le ………"
    after = "Titre\nArticle 1er – Objet\nun\ntrois\nFait à Dijon …………"
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
