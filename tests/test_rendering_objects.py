"""docxtpl's objects as values: the same result as docxtpl's where it is right, a refusal where it is not."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docxtpl import Listing, RichText, RichTextParagraph
from rendering.word import NAMESPACES, document, render_errors, saved, tree
from test_rendering_conformance import of_docxtpl, parts

from generator.rendering import compile_template, extract_text

RICH_PROPERTIES: dict[str, dict[str, Any]] = {
    "style": {"style": "Strong"},
    "color": {"color": "#ff0000"},
    "size": {"size": 40},
    "subscript": {"subscript": True},
    "superscript": {"superscript": True},
    "bold": {"bold": True},
    "italic": {"italic": True},
    "underline": {"underline": True},
    "dotted underline": {"underline": "dotted"},
    "strike": {"strike": True},
    "font": {"font": "Arial"},
    "regional font": {"font": "eastAsia:SimSun"},
    "right to left": {"rtl": True, "bold": True, "italic": True},
    "language": {"lang": "fr-FR"},
    "none": {},
}


def italic(text: str) -> bytes:
    """A template whose only tag stands in an italic run, between two others."""
    word = docx.Document()
    paragraph = word.add_paragraph("Avant ", style="Quote")
    paragraph.add_run(text).italic = True
    paragraph.add_run(" après").bold = True
    return saved(word)


@pytest.mark.parametrize("properties", RICH_PROPERTIES.values(), ids=RICH_PROPERTIES)
def test_rich_text_is_the_one_that_docxtpl_prints(properties: dict[str, Any]) -> None:
    context = {"v": RichText("Musées & <Dijon>", **properties)}
    template = italic("{{r v}}")
    assert parts(compile_template(template).render(context)) == parts(of_docxtpl(template, context))


def test_rich_text_is_added_to_and_breaks_its_lines() -> None:
    rich = RichText("un\ndeux\ttrois", bold=True)
    rich.add(" quatre\acinq", italic=True)
    rich.add(RichText("\fsix"))
    template = italic("{{r v}}")
    assert parts(compile_template(template).render({"v": rich})) == parts(of_docxtpl(template, {"v": rich}))


def test_a_listing_starts_paragraphs_in_the_format_of_its_own() -> None:
    template = italic("{{ v }}")
    context = {"v": Listing("un & <deux>\atrois\n\tquatre\fcinq")}
    assert parts(compile_template(template).render(context)) == parts(of_docxtpl(template, context))


def test_rich_paragraphs_stand_between_paragraphs() -> None:
    rich = RichTextParagraph("Titre", parastyle="Heading1")
    rich.add(RichText("ligne\nrompue", bold=True), parastyle="ListBullet")
    template = document("Avant", "{{p v }}", "Après")
    context = {"v": rich}
    assert parts(compile_template(template).render(context)) == parts(of_docxtpl(template, context))


def test_objects_stand_in_loops() -> None:
    template = document("{%p for v in valeurs %}", "{{r v }}", "{%p endfor %}", "Fin")
    context = {"valeurs": [RichText("a", bold=True), RichText("b")]}
    assert extract_text(compile_template(template).render(context)) == "a\nb\nFin"


def test_a_plain_text_is_printed_in_the_format_of_its_run_where_docxtpl_prints_nothing() -> None:
    rendered = compile_template(italic("{{r v}}")).render({"v": "simple & <net>"})
    assert extract_text(rendered) == "Avant simple & <net> après"
    [run] = tree(rendered).xpath("//w:r[w:t='simple & <net>']", namespaces=NAMESPACES)
    assert run.xpath("w:rPr/w:i", namespaces=NAMESPACES)
    assert "simple" not in extract_text(of_docxtpl(italic("{{r v}}"), {"v": "simple & <net>"}))


def test_a_rich_text_among_plain_words_is_refused_with_its_tag() -> None:
    [error] = render_errors(document("Le {{ v }}."), {"v": RichText("a")})
    assert error.startswith("TP211 corps : « Le {{ v }}. » : `v` est un texte enrichi, qui s'écrit « {{r … }} »")


def test_an_ill_formed_rich_text_is_refused_by_name() -> None:
    [error] = render_errors(italic("{{r v}}"), {"v": RichText("a", style='"><')})
    assert error.startswith("TP212 corps : « Avant {{r v}} après » : `v` ne peut pas entrer dans le document")


def test_a_rich_text_without_text_prints_nothing() -> None:
    rendered = compile_template(italic("{{r v}}")).render({"v": RichText()})
    assert docx.Document(io.BytesIO(rendered)).paragraphs[0].text == "Avant  après"
