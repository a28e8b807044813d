"""Templates of which docxtpl makes a wrong document without an error, and which are rendered right here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import docx

from tests.support.as_word import OFFICE, control, field, notes, paragraph, run, with_part, word_365
from tests.support.block_templates import END_IF, END_LOOP, IF, LOOP, item, numbered, with_note
from tests.support.sample_templates import P, cell, footnotes, grid
from tests.support.word import DOCUMENT, body, document, edited, saved, table


def core_property(**properties: str) -> bytes:
    word = docx.Document()
    for name, value in properties.items():
        setattr(word.core_properties, name, value)
    return saved(word)


def custom_property() -> bytes:
    xml = (
        f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"><property '
        'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Objet">'
        "<vt:lpwstr>{{ nom }}</vt:lpwstr></property></Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    return with_part(document("x"), "docProps/custom.xml", "custom-properties", kind, xml)


def application_property() -> bytes:
    tag = "<Company>{{ nom }}</Company></Properties>"
    return edited(document("x"), "docProps/app.xml", lambda xml: xml.replace("</Properties>", tag))


def two_sections_and_a_note() -> bytes:
    return edited(
        footnotes(), DOCUMENT, lambda xml: xml.replace("<w:body>", "<w:body><w:p><w:pPr><w:sectPr/></w:pPr></w:p>")
    )


CELL = "<w:tc>{}</w:tc>"

BACKGROUND = P.format("{% cellbg couleur %}x")

TRACKED = '<w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr><w:i/></w:rPr></w:rPrChange>'

BOUND = (
    '<w:sdt><w:sdtPr><w:alias w:val="x"/><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/></w:sdtPr><w:sdtContent>'
    + paragraph("{{ nom }}")
    + "</w:sdtContent></w:sdt>"
)

BOOKMARK = '<w:bookmarkStart w:id="1" w:name="ici"/>'
MERGED = '<w:tcW w:w="100" w:type="dxa"/><w:vMerge w:val="{}"/>'
BOX = paragraph(
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t>'
    "</w:r></w:sdtContent></w:sdt>"
)


RIGHT: dict[str, tuple[bytes, Mapping[str, Any], str, str]] = {
    "a tag in an endnote": (notes("endnote", paragraph("Fin {{ nom }}")), {}, "word/endnotes.xml", ">Fin Musées &amp;"),
    "a tag in a custom property": (custom_property(), {}, "docProps/custom.xml", "<vt:lpwstr>Musées &amp; Patr"),
    "a tag in a property of the application": (application_property(), {}, "docProps/app.xml", "<Company>Musées &amp;"),
    "a tag among the keywords": (core_property(keywords="{{ nom }}"), {}, "docProps/core.xml", ">Musées &amp; Patr"),
    "an ampersand in a title": (core_property(title="{{ nom }}"), {}, "docProps/core.xml", ">Musées &amp; Patrimoine"),
    "a value with tags in a note of several sections": (
        two_sections_and_a_note(), {"nom": "{{ couleur }}"}, "word/footnotes.xml", ">Note {{ couleur }}<"),
    "a background of a cell with empty properties": (
        body(grid(1, CELL.format(f"<w:tcPr/>{BACKGROUND}")), "<w:p/>"), {}, DOCUMENT, '<w:tcPr><w:shd w:val="clear"'),
    "a background of a cell without properties": (
        body(grid(1, CELL.format(BACKGROUND)), "<w:p/>"), {}, DOCUMENT, '<w:tcPr><w:shd w:val="clear"'),
    "a column in a content control": (
        word_365(grid(2, control(cell(paragraph("{{ nom }}"))) + cell(paragraph("x")))), {}, DOCUMENT,
        '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>'),
    "a line end that Word shows as a space": (
        body("<w:p><w:r><w:t>a\nb {{ couleur }}</w:t></w:r></w:p>"), {}, DOCUMENT, ">a\nb FF0000<"),
    "a tab after a tracked format": (
        word_365(paragraph(run("{{ v }}", TRACKED))),
        {"v": "a\tb"},
        DOCUMENT,
        f"<w:rPr>{TRACKED}</w:rPr><w:tab/>".replace('w:id="1"', 'w:id="2"'),  # the run that was split keeps the first
    ),
    "a tag in a control tied to data": (
        word_365(BOUND), {}, DOCUMENT, '<w:sdtPr><w:alias w:val="x"/></w:sdtPr>'),
    "a control around the start of a block": (
        word_365(control(IF), paragraph("x"), END_IF), {}, DOCUMENT, "<w:body><w:p "),
    "controls around the ends of a block": (
        word_365(control(IF), paragraph("x"), control(END_IF)), {}, DOCUMENT, "<w:body><w:p "),
    "a bookmark inside a tag": (
        word_365(paragraph("{{ a", BOOKMARK, ".b.c }}")), {}, DOCUMENT, BOOKMARK),
    "a bookmark on the paragraph of a tag": (
        word_365(paragraph(BOOKMARK, "{%p if oui %}"), paragraph("x"), END_IF), {}, DOCUMENT, BOOKMARK),
    "a reference in a loop to a bookmark of its turn": (
        word_365(LOOP, paragraph(BOOKMARK, "{{ l.a }}"), paragraph(field(" REF ici ", run("x"))), END_LOOP), {},
        DOCUMENT, "> REF ici_t2 <"),
    "a note that a loop calls": (
        with_note("footnote", [LOOP, paragraph("a", "CALL"), END_LOOP], paragraph("Note {{ couleur }}")), {}, DOCUMENT,
        '<w:footnoteReference w:id="4"/>'),
    "a list of several items in a loop": (
        numbered(LOOP, paragraph("Partie"), item("a"), item("b"), END_LOOP), {}, "word/numbering.xml",
        "<w:startOverride "),
    "a table in a loop": (
        word_365(LOOP, grid(1, cell(paragraph("x"))), END_LOOP, paragraph("Fin.")), {}, DOCUMENT, '<w:sz w:val="2"/>'),
    "a row that begins a merge and goes": (
        word_365(grid(1, cell(paragraph("{%tr if non %}")), cell(paragraph("x"), MERGED.format("restart")),
                      cell(paragraph("{%tr endif %}")), cell(paragraph("y"), MERGED.format("continue"))),
                 paragraph("Fin.")),
        {}, DOCUMENT, MERGED.format("restart")),
    "a box to tick whose state a tag writes": (
        word_365(BOX.format("{% if oui %}1{% endif %}")), {}, DOCUMENT, ">☒<"),
    "the result of a reference that Word keeps": (
        word_365(paragraph(BOOKMARK, "Article 5"), paragraph(field(" REF ici ", run("5")))), {}, DOCUMENT,
        'w:dirty="true"'),
    "text before a tag that trims": (
        document("A {% if oui -%}", "B {%- else -%}", "C {%- endif %}"), {"oui": True}, DOCUMENT, ">A B<"),
    "a tag that trims before a table": (
        table(["x"], before=["A {% set v = 1 -%}"]), {}, DOCUMENT, ">A </w:t></w:r></w:p><w:tbl>"),
    "a line end inside a string of a tag": (
        word_365(paragraph("<w:r><w:t>{{ 'a</w:t><w:br/><w:t>b' }}</w:t></w:r>")), {}, DOCUMENT, ">a b<"),
    "an apostrophe inside a text of a tag": (document('{{ "l’école" }}'), {}, DOCUMENT, ">l’école<"),
    "a condition on a text that was typeset": (
        document("""{% if ecole == "l'école" %}oui{% endif %}"""), {"ecole": "l’école"}, DOCUMENT, ">oui<"),
    "an XML element around the start of a block": (
        word_365(f'<w:customXml w:element="e">{IF}</w:customXml>', paragraph("x"), END_IF), {"oui": True}, DOCUMENT,
        "<w:body><w:p "),
}  # fmt: skip
