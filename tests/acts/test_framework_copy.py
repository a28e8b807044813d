"""The copy of the framework convention: the signed words and no others, marked as a copy in its header alone."""

from collections.abc import Mapping

import pytest
import yaml

from generator.convention import Framework, Paragraph
from generator.model import DocumentKind
from generator.model.kind import Stage, Subject
from generator.rendering import Template, compile_template, extract_text
from tests.support.places import ROOT, SIGNED_TEXTS, TEMPLATES

FOLDER = TEMPLATES / "convention_cadre"
SIGNED_WORDS = (SIGNED_TEXTS / "convention-dijon-chefchaouen-2016.txt").read_text(encoding="utf-8").split()
COPY = "Copie pour information"


@pytest.fixture(scope="module")
def template() -> Template:
    return compile_template(FOLDER / "modele.docx")


def framework() -> Framework:
    path = ROOT / "inputs" / "conventions" / "dijon-chefchaouen-2016.yaml"
    text = path.read_text(encoding="utf-8")
    return Framework.model_validate(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - text only


def printed(paragraphs: tuple[Paragraph, ...]) -> list[dict[str, str]]:
    return [{"texte": paragraph.words, "forme": paragraph.layout.value} for paragraph in paragraphs]


def context(*, projet: bool = False, exemple: bool = False) -> Mapping[str, object]:
    text = framework().text
    return {
        "projet": projet,
        "exemple": exemple,
        "texte": {
            "titre": text.title,
            "comparution": printed(text.parties),
            "titre_preambule": text.preamble_heading or "",
            "preambule": printed(text.preamble),
            "formule": printed(text.agreement),
            "articles": [
                {"titre": article.heading, "paragraphes": printed(article.paragraphs)} for article in text.articles
            ],
            "cloture": printed(text.closing),
        },
    }


def header_and_footer(docx: bytes) -> list[str]:
    body = extract_text(docx)
    return extract_text(docx, headers_and_footers=True).removeprefix(body).split("\n")


def test_the_copy_holds_the_signed_text_word_for_word(template: Template) -> None:
    assert extract_text(template.render(context())).split() == SIGNED_WORDS


def test_the_copy_has_one_paragraph_for_each_of_the_text_and_no_empty_one(template: Template) -> None:
    lines = extract_text(template.render(context())).split("\n")
    assert lines == list(framework().text.in_reading_order())


def test_the_words_copy_for_information_stand_in_the_header_alone(template: Template) -> None:
    docx = template.render(context())
    assert COPY in header_and_footer(docx)
    assert COPY not in extract_text(docx)


def test_example_data_shows_in_the_header_and_nowhere_else(template: Template) -> None:
    marked, unmarked = template.render(context(exemple=True)), template.render(context())
    assert "EXEMPLE – sans valeur" in header_and_footer(marked)
    assert "EXEMPLE" not in header_and_footer(unmarked)
    assert extract_text(marked) == extract_text(unmarked)


def test_a_copy_of_a_signed_text_is_never_called_a_draft(template: Template) -> None:
    assert "PROJET" not in header_and_footer(template.render(context(projet=True)))


def test_a_text_without_a_preamble_prints_no_empty_heading(template: Template) -> None:
    values = dict(context())
    values["texte"] = {**dict(values["texte"]), "titre_preambule": "", "preambule": []}  # type: ignore[call-overload]
    lines = extract_text(template.render(values)).split("\n")
    assert "" not in lines
    assert "Préambule" not in lines


def test_the_kind_is_made_on_request_alone() -> None:
    text = (FOLDER / "document.yaml").read_text(encoding="utf-8")
    kind = DocumentKind.model_validate(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - text only
    assert kind.on_request
    assert kind.subject is Subject.FRAMEWORK
    assert kind.stage is Stage.AFTER_SIGNATURE
    assert kind.package_role is None
