"""Templates that docxtpl renders right, with the values that they read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import docx

from tests.support.word import W, body, document, edited, saved, table, with_members

CONTEXT: Mapping[str, Any] = {
    "nom": "Musées & Patrimoine <Dijon>",
    "oui": True,
    "non": False,
    "vide": [],
    "lignes": [{"a": "x", "b": 1, "c": ["p", "q"]}, {"a": "y & z", "b": 2, "c": []}],
    "colonnes": ["un", "deux", "trois"],
    "couleur": "FF0000",
    "largeur": 2,
    "a": {"b": {"c": "profond"}},
}

P = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def split_runs() -> bytes:
    word = docx.Document()
    paragraph = word.add_paragraph("Avant ")
    for number, piece in enumerate(["{", "{ a", ".b", ".c }", "} après"]):
        paragraph.add_run(piece).bold = number % 2 == 0
    return saved(word)


def margins() -> bytes:
    word = docx.Document()
    section = word.sections[0]
    section.header.paragraphs[0].text = "En-tête {{ nom }}"
    section.footer.paragraphs[0].text = "{% if oui %}Pied{% endif %}"
    section.footer.add_paragraph("{%p if non %}")
    section.footer.add_paragraph("caché")
    section.footer.add_paragraph("{%p endif %}")
    return saved(word)


def footnotes() -> bytes:
    reference = '<w:p><w:r><w:t>Texte</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{P.format("Note {{ nom }}")}</w:footnote></w:footnotes>'
    word = with_members(body(reference), {"word/footnotes.xml": notes.encode()})
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{FOOTNOTES}"/></Types>'
    word = edited(word, "[Content_Types].xml", lambda xml: xml.replace("</Types>", override))
    relation = f'<Relationship Id="rId99" Type="{RELATION}" Target="footnotes.xml"/></Relationships>'
    return edited(word, "word/_rels/document.xml.rels", lambda xml: xml.replace("</Relationships>", relation))


def properties() -> bytes:
    word = docx.Document()
    word.core_properties.title = "Titre {{ a.b.c }}"
    word.core_properties.author = "{{ couleur }}"
    return saved(word)


def text_box() -> str:
    return (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        + P.format("Boîte {{ nom }}")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>Autour</w:t></w:r></w:p>"
    )


TOP_BORDER = '<w:tcW w:w="100" w:type="dxa"/><w:tcBorders><w:top w:val="single"/></w:tcBorders>'


def cell(content: str, properties: str = '<w:tcW w:w="100" w:type="dxa"/>') -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def grid(columns: int, *rows: str) -> str:
    widths = '<w:gridCol w:w="1000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{widths}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


TEMPLATES = {
    "a value": document("Bonjour {{ nom }}, {{ a.b.c }} !"),
    "a condition inside a paragraph": document("A {% if oui %}B{% else %}C{% endif %} D {% if non %}E{% endif %}"),
    "a condition around paragraphs": document("{%p if oui %}", "B", "{%p else %}", "C", "{%p endif %}", "D"),
    "a loop around paragraphs": document("{%p for l in lignes %}", "{{ loop.index }} {{ l.a }}", "{%p endfor %}"),
    "a loop inside a paragraph": document("{% for l in lignes %}{{ l.a }}, {% endfor %}fin"),
    "nested loops": document(
        "{%p for l in lignes %}", "{% for c in l.c %}{{ c }}{% endfor %}", "{%p endfor %}", "{%p for v in vide %}",
        "rien", "{%p else %}", "aucun", "{%p endfor %}",
    ),
    "rows": table(["A", "B"], ["{%tr for l in lignes %}", ""], ["{{ l.a }}", "{{ l.b }}"], ["{%tr endfor %}", ""]),
    "cells": table(["{%tc for c in colonnes %}", "{{ c }}", "{%tc endfor %}"], ["x", "y", "z"]),
    "cells of every row": table(
        ["{%tc for c in colonnes %}", "{{ c }}", "{%tc endfor %}"],
        ["{%tc for c in colonnes %}", "{{ c }}!", "{%tc endfor %}"],
    ),
    "a column span": body(
        grid(3, cell(P.format("{% colspan largeur %}{{ nom }}")) + cell(P.format("B")), cell(P.format("C")) * 3)
    ),
    "a cell background": table(["{% cellbg couleur %}{{ nom }}", "B"]),
    "a background beside other properties": body(
        grid(1, cell(P.format("{% cellbg couleur %}{{ nom }}"), TOP_BORDER + '<w:vAlign w:val="center"/>'))
    ),
    "vertical merge": table(["{%tr for l in lignes %}", ""], ["{% vm %}Pareil", "{{ l.a }}"], ["{%tr endfor %}", ""]),
    "horizontal merge": table(["{%tc for c in colonnes %}", "{% hm %}Pareil", "{%tc endfor %}"], ["x", "y", "z"]),
    "a row that goes": table(["A", "B"], ["{%tr if non %}", ""], ["C", "D"], ["{%tr endif %}", ""]),
    "a run loop": body(
        "<w:p><w:r><w:t>A</w:t></w:r><w:r><w:t>{%r if oui %}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>B</w:t></w:r>"
        "<w:r><w:t>{%r endif %}</w:t></w:r><w:r><w:t>C</w:t></w:r></w:p>"
    ),
    "trimmed tags": document("Début {% if oui -%}", "milieu", "{%- endif %} fin"),
    "comments": document("A{# caché #}B", "{#p paragraphe caché #}", "C"),
    "escaped braces": document("{_{ littéral }_} {_% aussi %_} {{ nom }}"),
    "typographic quotes": document("{% if a.b.c == “profond” %}{{ nom }}{% endif %} {{ a[‘b’].c }}"),
    "comparison signs": document("{% if lignes|length > 1 and 1 < 2 %}{{ nom }}{% endif %}"),
    "filters and sets": document("{% set x = a.b.c|upper %}{{ x }} {{ colonnes|join(', ') }} {{ lignes[0].a }}"),
    "split runs": split_runs(),
    "headers and footers": margins(),
    "footnotes": footnotes(),
    "properties": properties(),
    "a text box": body(text_box()),
    "a header row span": body(
        grid(
            2,
            cell(P.format("{{ nom }}"), '<w:tcW w:w="100" w:type="dxa"/><w:gridSpan w:val="2"/>'),
            cell(P.format("{%tr for l in lignes %}")) + cell(P.format("")),
            cell(P.format("{{ l.a }}")) + cell(P.format("{{ l.b }}")),
            cell(P.format("{%tr endfor %}")) + cell(P.format("")),
        )
    ),
    "a nested table": body(grid(1, cell(grid(1, cell(P.format("{{ nom }}"))) + P.format("{{ a.b.c }}")))),
    "an attribute": body('<w:p><w:r><w:t>x</w:t></w:r><w:bookmarkStart w:id="7" w:name="{{ couleur }}"/></w:p>'),
}  # fmt: skip
