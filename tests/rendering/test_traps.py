"""Where docxtpl makes a wrong document without an error: rendered right, or refused with its place.

``docs/docxtpl.md`` has a row for each case of the two tables here.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pytest
from docxtpl import Listing

from generator.rendering import compile_template, extract_text
from tests.support.as_word import (
    control,
    field,
    notes,
    paragraph,
    paragraphs,
    run,
    text_box,
    with_part,
    word_365,
)
from tests.support.docxtpl_comparison import of_docxtpl
from tests.support.docxtpl_traps import BOOKMARK, BOX, CELL, RIGHT, TRACKED
from tests.support.places import ROOT
from tests.support.sample_templates import CONTEXT, P, cell, grid
from tests.support.word import DOCUMENT, body, document, edited, member, render_errors, table

MANUAL = (ROOT / "docs/docxtpl.md").read_text(encoding="utf-8")

IF, END_IF = paragraph("{%p if oui %}"), paragraph("{%p endif %}")
NOTE_CALL, PAGE_BREAK = '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:br w:type="page"/></w:r>'
SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
EQUATION = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>'
)


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'


def beside_a_tag(*content: str, properties: str = "") -> bytes:
    """A template where something stands in the paragraph of ``{%p if %}``."""
    tag = paragraph(*content, "{%p if oui %}", properties=properties)
    return word_365(paragraph("Avant."), tag, paragraph("Y."), END_IF)


def inside_a_tag(content: str) -> bytes:
    """A template where something stands in the middle of a tag."""
    return word_365(paragraph("{{ a.b", content, ".c }}"))


REFUSED: dict[str, tuple[bytes, str]] = {
    "a section that ends in the paragraph of a tag": (
        beside_a_tag(properties="<w:sectPr/>"), "TP123 corps : « {%p if oui %} » : une fin de section"),
    "a page break beside a tag": (beside_a_tag(PAGE_BREAK), "TP123 corps : « {%p if oui %} » : un saut de page"),
    "a note beside a tag": (beside_a_tag(NOTE_CALL), "TP123 corps : « {%p if oui %} » : un appel de note"),
    "a symbol beside a tag": (beside_a_tag(SYMBOL), "TP123 corps : « {%p if oui %} » : un symbole"),
    "a field beside a tag": (beside_a_tag(field(" PAGE ")), "TP123 corps : « {%p if oui %} » : un champ"),
    "a text box beside a tag": (
        beside_a_tag(text_box(paragraph())), "TP124 corps : « {%p if oui %} » : la balise « {%p if oui %} » côtoie"),
    "a text box after a tag": (
        word_365(paragraph("{%p if oui %}", text_box(paragraph())), END_IF), "TP124 corps : « {%p if oui %} » : la"),
    "an inner table before the tag of a row": (
        word_365(grid(1, cell(grid(1, cell(paragraph())) + paragraph("{%tr if oui %}")), cell(paragraph("x")),
                      cell(paragraph("{%tr endif %}")))), "TP124 corps, tableau 1, ligne 1 : « {%tr if oui %} » : la"),
    "a picture beside a tag": (
        beside_a_tag("<w:r><w:drawing/></w:r>"), "TP123 corps : « {%p if oui %} » : une image ou une zone de texte"),
    "an equation before a trimming tag": (
        word_365(paragraph("a", EQUATION.replace(">x<", "><"), "{%- if oui %}b{% endif %}")),
        "TP123 corps : « a{%- if oui %}b{% endif %} » : une équation"),
    "a picture in a row that a tag takes away": (
        word_365(grid(2, cell(paragraph("{%tr if oui %}")) + cell(paragraph("<w:r><w:pict/></w:r>")),
                      cell(paragraph("x")) * 2, cell(paragraph("{%tr endif %}")) + cell(paragraph()))),
        "TP123 corps, tableau 1, ligne 1 : une image"),
    "a page break inside a tag": (inside_a_tag(PAGE_BREAK), "TP116 corps : « {{ a.b\f.c }} » : un saut de page"),
    "a symbol inside a tag": (inside_a_tag(SYMBOL), "TP116 corps : « {{ a.b.c }} » : un symbole"),
    "a field inside a tag": (inside_a_tag(field(" PAGE ")), "TP116 corps : « {{ a.b.c }} » : un champ"),
    "an equation inside a tag": (inside_a_tag(EQUATION), "TP116 corps : « {{ a.b.c }} » : une équation"),
    "a text box with a tag beside a tag": (
        beside_a_tag(text_box(paragraph("{{ nom }}"))), "TP124 corps : « {%p if oui %} » : la balise"),
    "a field that a condition cuts": (
        word_365(paragraph(field(" PAGE ").removesuffix(FIELD_END), "{% if oui %}", FIELD_END, "{% endif %}")),
        "TP501 corps : « {% if oui %}{% endif %} » : un bloc coupe le champ PAGE"),
    "a bookmark that a loop cuts": (
        word_365(paragraph("{% for l in lignes %}", BOOKMARK, "{% endfor %}", '<w:bookmarkEnd w:id="1"/>')),
        "TP501 corps : « {% for l in lignes %}{% endfor %} » : un bloc coupe le signet « ici »"),
    "a block from one link to another": (
        word_365(paragraph(LINK.format(run("a {% if oui %}")), LINK.format(run("b {% endif %}")))),
        "TP502 corps : « a →{% if oui %}←b {% endif %} » : le bloc"),
    "a reference to a clause that goes": (
        word_365(paragraph("{%p if non %}"), paragraph(BOOKMARK, "Article 5", '<w:bookmarkEnd w:id="1"/>'), END_IF,
                 paragraph(field(" REF ici \\r ", run("5")))), "TP503 corps : « 5 » : le champ REF ici mène"),
    "a state of a box that is none": (
        word_365(BOX.format("{{ couleur }}")), "TP508 corps : l’état d’une case à cocher se lit"),
    "a tag that ends in a control": (
        word_365(paragraph("{{ a", control(run(".b.c }}")))), "TP108 corps : « {{ a.b.c }} » : balise à cheval"),
    "a tag that ends in a link": (
        word_365(paragraph("{{ a", f'<w:hyperlink w:anchor="x">{run(".b.c }}")}</w:hyperlink>')),
        "TP108 corps : « {{ a.b.c }} » : balise à cheval"),
    "a brace too many": (document("{{ nom }}}"), "TP141 corps : « {{ nom }}} » : « {{ nom }}} » n’a pas les accolades"),
    "braces set apart": (
        document("{ { nom } }"), "TP141 corps : « { { nom } } » : « { { nom } } » n’a pas les accolades"),
    "a tag in what a field asks for": (
        word_365(paragraph(field(' HYPERLINK "{{ nom }}" ', run("x")))),
        "TP143 corps : « x » : une balise se trouve dans un lien hypertexte (HYPERLINK)"),
    "a total made in a loop": (
        document("{% set t = 0 %}{% for c in noms %}{% set t = t + 1 %}{% endfor %}{{ t }}"),
        "TP145 corps : « {% set t = 0 %}{% for c in noms %}→{% set t = t + 1 %}←{% endfor %}{{ t }} » : « t » reçoit"),
    "a block that ends in another cell": (
        table(["{% if oui %}a", "b{% endif %}"]), "TP115 corps, tableau 1, ligne 1 : « →{% if oui %}←a » : le bloc"),
    "text in a row that a comment takes away": (
        table(["{#tr caché #}", "x"], ["a", "b"]), "TP111 corps, tableau 1, ligne 1 : « x » : le texte « x »"),
    "a comment over several paragraphs": (
        document("{#p caché", "aussi", "#}"), "TP101 corps : « {#p caché » : balise ouverte"),
    "a tag in a Word comment": (
        with_part(document("x"), "word/comments.xml", "comments", "application/xml", "<c>{{ nom }}</c>"),
        "TP114 balise dans une partie qui n’est jamais remplie : word/comments.xml"),
    "a tag in a document variable": (
        edited(document("x"), "word/settings.xml", lambda xml: re.sub(
            r"(<w:settings[^>]*>)", r'\1<w:docVars><w:docVar w:name="a" w:val="{{ nom }}"/></w:docVars>', xml)),
        "TP114 balise dans une partie qui n’est jamais remplie : word/settings.xml"),
    "a yes or no printed": (document("{{ oui }}"), "TP203 corps : « {{ oui }} » : « oui » est un oui ou non"),
    "a list printed": (document("{{ vide }}"), "TP203 corps : « {{ vide }} » : « vide » est une liste"),
    "a name that is not there": (document("{{ absent }}"), "TP201 corps : « {{ absent }} » : « absent » n’existe pas"),
    "nothing printed": (document("{{ rien }}"), "TP202 corps : « {{ rien }} » : « rien » n’est pas renseigné"),
}  # fmt: skip


@pytest.mark.parametrize(("template", "message"), REFUSED.values(), ids=REFUSED)
def test_what_docxtpl_renders_wrong_is_refused_with_its_place(template: bytes, message: str) -> None:
    context = {**CONTEXT, "rien": None}
    assert of_docxtpl(template, context)
    errors = [" ".join(error.split()) for error in render_errors(template, context)]
    assert any(error.startswith(" ".join(message.split())) for error in errors), errors


@pytest.mark.parametrize(("template", "context", "part", "expected"), RIGHT.values(), ids=RIGHT)
def test_what_docxtpl_renders_wrong_is_rendered_right(
    template: bytes, context: Mapping[str, Any], part: str, expected: str
) -> None:
    values = {**CONTEXT, **context}
    assert expected not in member(of_docxtpl(template, values), part).decode()
    assert expected in member(compile_template(template).render(values), part).decode()


def test_the_manual_lists_every_case_where_docxtpl_is_wrong() -> None:
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$", MANUAL, re.MULTILINE)[1:]
    codes = {name: message[:5] for name, (_, message) in REFUSED.items()}
    assert {name: code for name, code in rows if code.startswith("TP")} == codes
    assert {name for name, code in rows if not code.startswith("TP")} == set(RIGHT)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{% if oui</w:t><w:br/><w:t>and oui %}x{% endif %}", "x"),
        ("{%p</w:t><w:tab/><w:t>if oui %}", ""),
        ("{{ largeur </w:t><w:noBreakHyphen/><w:t> 1 }}", "1"),
    ],
)
def test_spaces_and_hyphens_that_word_turned_into_elements_count_in_a_tag(tag: str, expected: str) -> None:
    end = END_IF if tag.startswith("{%p") else ""
    word = word_365(paragraph(f"<w:r><w:t>{tag}</w:t></w:r>"), end)
    assert extract_text(compile_template(word).render(CONTEXT)).strip() == expected


def test_cells_without_properties_are_merged() -> None:
    rows = [CELL.format(P.format(text)) for text in ("{%tr for l in lignes %}", "{% vm %}x", "{%tr endfor %}")]
    rendered = member(compile_template(body(grid(1, *rows), "<w:p/>")).render(CONTEXT), DOCUMENT).decode()
    assert re.findall(r'<w:vMerge w:val="(\w+)"/></w:tcPr>', rendered) == ["restart", "continue"]


@pytest.mark.parametrize("tag", ["{% vm %}", "{% hm %}", "{% colspan 2 %}", "{% cellbg couleur %}"])
def test_a_tag_for_cells_outside_a_table_is_refused(tag: str) -> None:
    [error] = render_errors(document("Avant.", f"{tag}x"), CONTEXT)
    assert error.startswith(f"TP104 corps : « →{tag}←x » : instruction inconnue ou interdite : « {tag} »")


def test_a_document_without_properties_is_given_none_where_docxtpl_signs_it() -> None:
    with zipfile.ZipFile(BytesIO(document("{{ nom }}"))) as archive:
        contents = {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, re.sub(rb"<\w+ [^>]*docProps/core.xml[^>]*>", b"", content))
    template = buffer.getvalue()
    assert b"python-docx" in member(of_docxtpl(template, CONTEXT), "docProps/core.xml")
    with pytest.raises(KeyError):
        member(compile_template(template).render(CONTEXT), "docProps/core.xml")


def test_what_notes_and_properties_read_is_told_as_variables() -> None:
    word = edited(
        notes("footnote", paragraph("{{ a.b }}")),
        "docProps/core.xml",
        lambda xml: xml.replace("</cp:coreProperties>", "<cp:keywords>{{ c }}</cp:keywords></cp:coreProperties>"),
    )
    variables = compile_template(word).variables()
    assert {path: variable.spots[0].part for path, variable in variables.items()} == {
        "a.b": "note 1", "c": "propriétés"}  # fmt: skip


def test_a_smart_tag_inside_a_tag_goes_with_it_as_with_docxtpl() -> None:
    word = word_365(paragraph("{{ ", f'<w:smartTag w:uri="urn:x" w:element="City">{run("nom")}</w:smartTag>', " }}"))
    assert extract_text(compile_template(word).render(CONTEXT)) == extract_text(of_docxtpl(word, CONTEXT))


def test_a_listing_in_a_tracked_format_keeps_the_end_of_its_line() -> None:
    word = word_365(paragraph(run("{{ v }}", TRACKED), "."), paragraphs("Fin."))
    assert extract_text(compile_template(word).render({"v": Listing("a\n\tb")})) == "a\n\tb.\nFin."
