"""The text alone, where a voted draft was kept without its data: what bars and what may pass."""

import pytest

from generator.compare.text_differences import Difference
from generator.compare.voted_text import is_substantial

TEXTS = "chaque partie, la ville, toute modification, représentée par"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("la Ville de Valmont, ci-après dénommée « la Ville »", "la Ville de Tazerout, ci-après dénommée « la Ville »"),
        ("Année 2017", "Année 2018"),
        ("montant : 12 500 €", "montant : 12 600 €"),
        ("représentée par Madame Hélène Fictive", "représentée par Madame Hélène Autre"),
        ("Valmont et Tazerout", "Valmont"),
        ("la Ville de Valmont", ""),
        ("", "l’Association des Amis"),
        ("Tazerout est représentée", "Valmont est représentée"),
    ],
)
def test_before_the_first_article_figures_and_names_bar(before: str, after: str) -> None:
    assert is_substantial(Difference("", before, after), TEXTS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("chaque partie est désignée", "chaque partie est dénommée"),
        ("Chaque partie", "Toute partie"),
        ("la délibération [à compléter : numéro]", "la délibération n° 12 du Conseil"),
        ("la Ville de Valmont", "La Ville de Valmont"),
    ],
)
def test_before_the_first_article_words_may_be_mended_and_blanks_filled_in(before: str, after: str) -> None:
    assert not is_substantial(Difference("", before, after), TEXTS)


def test_a_blank_filled_in_beside_a_changed_name_is_no_mere_completion() -> None:
    before, after = "Valmont, par la délibération [à compléter : n°]", "Tazerout, par la délibération n° 12"
    assert is_substantial(Difference("", before, after), TEXTS)


def test_from_the_first_article_every_word_bars() -> None:
    assert is_substantial(Difference("Article 4 – Engagements", "mettre à disposition", "louer"), TEXTS)
    assert is_substantial(Difference("Annexe 1 – Budget", "[à compléter : montant]", "10,00 €"), TEXTS)


def test_the_numbers_and_dates_of_the_deliberations_are_set_aside_where_acts_are_cited() -> None:
    difference = Difference("", "Vu la délibération de Valmont", "Vu la délibération n° 12 de Valmont du 3 mars 2017")
    assert is_substantial(difference, TEXTS)
    assert not is_substantial(difference, TEXTS, ("12", "3 mars\u00a02017"))
