"""A signed text is cut where it is cut by hand, and no word of it is lost, added or moved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import run
from generator.convention import SignedText
from generator.convention.signed_text import Layout
from generator.forms.framework_forms import framework_form
from generator.load import load_framework
from generator.load.cutting import cut
from generator.load.yaml_tree import read_tree
from generator.model.typed_keys import Node
from generator.workspace import Workspace
from tests.support.places import ROOT

SIGNED = ROOT / "tests" / "texts" / "convention-dijon-chefchaouen-2016.txt"
OTHER = """\
CONVENTION DE COOPÉRATION
2024 – 2026

ENTRE : la Ville de Valmont, d'une part,
ET : la Commune de Tazerout, d'autre part,

Vu la délibération du 3 juin 2024 ;
Considérant leur amitié,

Les parties conviennent de ce qui suit.

ARTICLE PREMIER : OBJET
La présente convention vise l'eau, et l'article 2.
Article II.
Elle dure trois ans, comme le veut
l'article L. 1115-1.

Art. 3 – Modalités de prise en charge
des frais
• le transport ;
• le séjour.

Fait à Valmont, en deux exemplaires.
"""

LINES = st.sampled_from(
    [
        "Entre la Ville et la Commune",
        "Préambule",
        "- un tiret ;",
        "Vu le code ;",
        "Il est convenu ce qui suit",
        "Article 1er – Objet",
        "ARTICLE PREMIER",
        "Art. 2",
        "Article 3 :",
        "Fait à Valmont",
        "suite de la phrase",
        "Une   phrase # entière.",
        "  clé: 'valeur' \u00ab\u00a0citée\u00a0»",
        "",
    ]
)
texts = st.lists(LINES | st.text(st.characters(codec="latin-1", exclude_categories=["Cc"])), min_size=1).map("\n".join)


def words(text: SignedText) -> list[str]:
    return " ".join(text.in_reading_order()).split()


def words_of_form(text: SignedText) -> list[str]:
    """The words of a text as the form gives them back."""
    tree = read_tree(framework_form("abc", text), "abc.yaml")
    assert tree.findings == ()
    assert tree.root is not None
    return list(_words_below(tree.root["texte"]))


def _words_below(node: Node) -> Iterator[str]:
    if isinstance(node, str):
        yield from node.split()
    elif isinstance(node, list):
        for item in node:
            yield from _words_below(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in {"numero", "forme"}:
                yield from _words_below(value)


def test_the_signed_text_is_cut_as_it_was_cut_by_hand() -> None:
    by_hand = load_framework("dijon-chefchaouen-2016", Workspace(ROOT)).value
    assert by_hand is not None
    assert list(cut(SIGNED.read_text(encoding="utf-8")).in_reading_order()) == list(by_hand.text.in_reading_order())


def test_its_words_are_those_of_the_file() -> None:
    text = SIGNED.read_text(encoding="utf-8")
    assert words_of_form(cut(text)) == text.split()


def test_each_way_of_writing_an_article_is_known() -> None:
    articles = cut(OTHER).articles
    assert [(article.number, article.heading) for article in articles] == [
        (1, "ARTICLE PREMIER : OBJET"),
        (2, "Article II."),
        (3, "Art. 3 – Modalités de prise en charge des frais"),
    ]


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Article 1 – Objet", 1),
        ("Article 1er", 1),
        ("ARTICLE PREMIER", 1),
        ("Art. 2", 2),
        ("Article IV :", 4),
        ("Art. 3 Durée et renouvellement", 3),
        ("ARTICLE I OBJET", 1),
        ("Art. 2.- Moyens", 2),
    ],
)
def test_the_number_of_an_article_is_read_from_its_heading(heading: str, number: int) -> None:
    (article,) = cut(f"Titre\n\n{heading}\nLes parties coopèrent.").articles
    assert (article.number, article.heading) == (number, heading)
    assert [paragraph.words for paragraph in article.paragraphs] == ["Les parties coopèrent."]


def test_a_reference_to_an_article_is_no_heading() -> None:
    text = cut("Titre\n\nArticle 1\nSelon l'article 2, et\nl'article 3.\nArticle L. 1115-1 du code.")
    assert [article.number for article in text.articles] == [1]


def test_each_part_is_where_it_belongs() -> None:
    text = cut(OTHER)
    assert text.title == "CONVENTION DE COOPÉRATION 2024 – 2026"
    assert text.parties[0].words.startswith("ENTRE : la Ville de Valmont")
    assert text.preamble[0].words == "Vu la délibération du 3 juin 2024 ; Considérant leur amitié,"
    assert [paragraph.words for paragraph in text.agreement] == ["Les parties conviennent de ce qui suit."]
    assert [paragraph.words for paragraph in text.closing] == ["Fait à Valmont, en deux exemplaires."]


def test_titles_and_chapters_stand_apart_from_the_paragraphs_around_them() -> None:
    text = cut("Convention\n\nTITRE I – PRINCIPES\nArticle 1\nUn.\nChapitre 2 : Suite\nDeux.\nArticle 2\nTrois.")
    assert [paragraph.words for paragraph in text.articles[0].paragraphs] == ["Un.", "Chapitre 2 : Suite", "Deux."]
    assert text.title == "Convention TITRE I – PRINCIPES"
    assert [article.number for article in text.articles] == [1, 2]


def test_a_text_without_a_blank_line_is_cut_at_its_parties_and_at_its_closing() -> None:
    text = cut(
        "CONVENTION\nEntre la Ville A\net la Ville B.\nArticle 1 Objet\nUn,\nFait à A, dit-on.\nDeux.\nFait à A."
    )
    assert text.title == "CONVENTION"
    assert [paragraph.words for paragraph in text.parties] == ["Entre la Ville A et la Ville B."]
    assert [paragraph.words for paragraph in text.articles[0].paragraphs] == ["Un, Fait à A, dit-on. Deux."]
    assert [paragraph.words for paragraph in text.closing] == ["Fait à A."]


def test_what_follows_the_closing_is_no_article() -> None:
    text = cut("Titre\nArticle 1 – Objet\nUn alinéa.\n\nFait à Valmont.\n\nArticle 2 – Ajouté à la main")
    assert [article.number for article in text.articles] == [1]
    assert [paragraph.words for paragraph in text.closing] == ["Fait à Valmont.", "Article 2 – Ajouté à la main"]


def test_dash_items_are_paragraphs_of_their_own() -> None:
    items = cut(OTHER).articles[2].paragraphs
    assert [(item.words, item.layout) for item in items] == [
        ("• le transport ;", Layout.DASH),
        ("• le séjour.", Layout.DASH),
    ]


@given(texts.filter(lambda text: text.strip() != ""))
def test_no_word_is_lost_added_or_moved(text: str) -> None:
    assert words(cut(text)) == text.split()


@given(texts.filter(lambda text: text.strip() != ""))
def test_the_form_gives_back_the_words(text: str) -> None:
    assert words_of_form(cut(text)) == text.split()


def test_the_command_writes_the_form_with_the_text(workspace: Path) -> None:
    assert run(["new", "convention", "essai", "--from", str(SIGNED)]) == 0
    form = (workspace / "inputs/conventions/essai.yaml").read_text(encoding="utf-8")
    assert "Découpé automatiquement" in form
    assert "- numero: 7" in form
    assert "budget_par_action" in form


def test_a_page_break_and_a_tabulation_are_justification(workspace: Path) -> None:
    (workspace / "texte.txt").write_text("Titre\n\tArticle 1\n\tUn\talinéa.\fArticle 2\nUn autre.\n", encoding="utf-8")
    assert run(["new", "convention", "essai", "--from", "texte.txt"]) == 0
    form = (workspace / "inputs/conventions/essai.yaml").read_text(encoding="utf-8")
    assert "Un alinéa." in form
    assert "- numero: 2" in form


@pytest.mark.parametrize("content", [b"", b" \n\n", b"%PDF-1.7", "Article 1 – Durée".encode("cp1252")])
def test_a_file_that_is_no_text_is_refused_and_nothing_is_written(workspace: Path, content: bytes) -> None:
    (workspace / "texte.txt").write_bytes(content)
    assert run(["new", "convention", "essai", "--from", "texte.txt"]) == 1
    assert not (workspace / "inputs/conventions/essai.yaml").exists()


@pytest.mark.usefixtures("workspace")
def test_a_missing_file_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "convention", "essai", "--from", "absent.txt"]) == 1
    assert "FO001" in "".join(capsys.readouterr())
