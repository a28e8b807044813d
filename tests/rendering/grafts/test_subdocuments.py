"""Sub-documents of docxtpl, whatever template they were made for: the same result, or a refusal by name."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm
from docxtpl import DocxTemplate

from generator.rendering import compile_template, extract_text
from tests.support.docxtpl_comparison import parts
from tests.support.docxtpl_values import bare_template, of_docxtpl_with, picture, stranger, written
from tests.support.package_lint import faults_of, new_faults
from tests.support.word import NAMESPACES, body, document, render_errors, table, tree

TEMPLATE = document("Avant", "{{p v }}", "Après {{ nom }}")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A file with a style and lists of its own."""
    word = docx.Document()
    word.styles.add_style("Lettre", WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Quote"]
    for text, style in (("corps", "Lettre"), ("a", "List Number"), ("b", "List Number"), ("c", "List Bullet")):
        word.add_paragraph(text, style=style)
    word.add_picture(picture(7), width=Mm(5))
    path = tmp_path / "lettre.docx"
    word.save(path)
    return path


@pytest.mark.parametrize(
    "template",
    [
        TEMPLATE,
        table(["{{p v }}", "b"]),
        document("{%p if nom %}", "{{p v }}", "{%p endif %}"),
    ],
)
def test_a_sub_document_is_the_one_that_docxtpl_inserts(template: bytes) -> None:
    ours = compile_template(template).render({"v": written(fresh(template)), "nom": "x"})
    assert parts(ours) == parts(of_docxtpl_with(template, lambda word: {"v": written(word), "nom": "x"}))


def test_a_file_is_the_one_that_docxtpl_inserts_but_for_the_numbers_that_it_draws(letter: Path) -> None:
    ours = parts(compile_template(TEMPLATE).render({"v": fresh(TEMPLATE).new_subdoc(letter), "nom": "x"}))
    theirs = parts(of_docxtpl_with(TEMPLATE, lambda word: {"v": word.new_subdoc(letter), "nom": "x"}))
    drawn = "word/numbering.xml"
    assert {**ours, drawn: None} == {**theirs, drawn: None}


@pytest.mark.parametrize("made", [lambda word, _: written(word), lambda word, path: word.new_subdoc(path)])
def test_a_sub_document_of_another_template_brings_its_styles_lists_and_pictures(
    made: Callable[[DocxTemplate, Path], Any], letter: Path
) -> None:
    subdocument = made(stranger(), letter)
    bare = bare_template()
    rendered = compile_template(bare).render({"v": subdocument})
    assert new_faults(bare, rendered) == []
    word = docx.Document(io.BytesIO(rendered))
    theirs = list(subdocument.subdocx.paragraphs)
    ours = word.paragraphs[1 : 1 + len(theirs)]
    assert [paragraph.text for paragraph in ours] == [paragraph.text for paragraph in theirs]
    styles = {style.style_id: style.name for style in subdocument.docx.styles}
    assert [paragraph.style.name for paragraph in ours] == [styles[style_of(paragraph)] for paragraph in theirs]
    [image] = word.element.xpath(".//a:blip/@r:embed")
    assert word.part.related_parts[image].blob in (picture().getvalue(), picture(7).getvalue())
    numbers = set(word.element.xpath("//w:numPr/w:numId/@w:val"))
    assert numbers <= set(word.part.numbering_part.element.xpath("//w:num/@w:numId"))


def test_a_sub_document_printed_twice_repeats_no_identifier(letter: Path) -> None:
    template = document("{%p for i in [1, 2] %}", "{{p v }}", "{%p endfor %}")
    subdocument = fresh(template).new_subdoc(letter)
    subdocument.add_paragraph("fin")
    first, second = (compile_template(template).render({"v": subdocument}) for _ in range(2))
    assert first == second
    assert faults_of(first) == []
    identifiers = tree(first).xpath("//wp:docPr/@id", namespaces=NAMESPACES | WP)
    assert len(identifiers) == len(set(identifiers)) == 2
    assert extract_text(first).count("corps") == 2


def test_values_and_tags_written_in_a_sub_document_stay_text() -> None:
    subdocument = fresh(TEMPLATE).new_subdoc()
    subdocument.add_paragraph("{{ secret }} {% if x %} <?parafe 0?>")
    assert "{{ secret }} {% if x %} <?parafe 0?>" in extract_text(
        compile_template(TEMPLATE).render({"v": subdocument, "nom": "x", "secret": "?"})
    )


def test_a_sub_document_that_would_lose_a_note_is_refused_by_name() -> None:
    note = docx.Document(io.BytesIO(body('<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="2"/></w:r></w:p>')))
    subdocument = fresh(TEMPLATE).new_subdoc()
    subdocument.subdocx.element.body.insert(0, note.element.body[0])
    [error] = render_errors(TEMPLATE, {"v": subdocument, "nom": "x"})
    assert error.startswith(
        "TP212 corps : « {{p v }} » : « v » ne peut pas entrer dans le document : il contient une note"
    )


def test_a_sub_document_among_plain_words_is_refused_with_its_tag() -> None:
    [error] = render_errors(document("a {{ v }}"), {"v": written(stranger())})
    assert "TP211" in error
    assert "un sous-document, qui s’écrit « {{p … }} »" in error


WP = {"wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}


def fresh(template: bytes) -> DocxTemplate:
    return DocxTemplate(io.BytesIO(template))


def style_of(paragraph: Any) -> str:
    return "".join(paragraph._p.xpath("w:pPr/w:pStyle/@w:val")) or "Normal"
