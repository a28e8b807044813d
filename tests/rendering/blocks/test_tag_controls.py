"""Content controls around the paragraph, the row or the cell of a tag."""

from __future__ import annotations

import pytest

from generator.rendering import extract_text
from tests.support.as_word import control, notes, paragraph, word_365
from tests.support.block_templates import END_IF, END_LOOP, IF, LOOP, NO, YES, end, found, in_header, rendered, start
from tests.support.sample_templates import cell, grid

X, FIN = paragraph("x"), paragraph("Fin.")
ROW_TAGS = [f"<w:tr>{cell(paragraph(tag))}</w:tr>" for tag in ("{%tr if oui %}", "{%tr endif %}")]
ROW = f"<w:tr>{cell(X)}</w:tr>"

PROPERTIES = '<w:customXmlPr><w:attr w:name="a" w:val="b"/></w:customXmlPr>'
XML = '<w:customXml w:uri="urn:x" w:element="e">{}</w:customXml>'


def rows(*content: str) -> str:
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>{"".join(content)}</w:tbl>'


CONTROLLED = {
    "around the start": control(IF) + X + END_IF,
    "around the end": IF + X + control(END_IF),
    "around both": control(IF) + X + control(END_IF),
    "around each paragraph": control(IF) + control(X) + control(END_IF),
    "twice": control(control(IF)) + X + END_IF,
    "around a mark of the cursor too": control(start("_GoBack") + IF + end()) + X + END_IF,
    "around an empty bookmark too": control(start("ici") + end() + IF) + X + END_IF,
    "around the whole block": control(IF + X + END_IF),
    "around a row": rows(control(ROW_TAGS[0]), ROW, ROW_TAGS[1]),
    "around a cell": grid(
        1, control(cell(paragraph("{%tc if oui %}"))) + cell(X) + control(cell(paragraph("{%tc endif %}"))) + cell(FIN)
    ),
    "of XML": XML.format(IF) + X + XML.format(END_IF),
    "of XML with properties": XML.format(f"{PROPERTIES}{IF}") + X + END_IF,
    "of XML and of content": control(XML.format(IF)) + X + XML.format(control(END_IF)),
    "inside the paragraph": paragraph(control("<w:r><w:t>{%p if oui %}</w:t></w:r>")) + X + END_IF,
}  # fmt: skip


@pytest.mark.parametrize("xml", CONTROLLED.values(), ids=CONTROLLED)
def test_a_control_around_a_tag_goes_with_it(xml: str) -> None:
    template = word_365(xml, FIN)
    assert "x" in extract_text(rendered(template, YES)).split()
    assert "x" not in extract_text(rendered(template, NO)).split()
    assert found(rendered(template, YES), "//w:sdtContent[not(*)]|//w:customXml") == []


def test_a_control_around_a_loop_s_tags_leaves_no_control() -> None:
    word = rendered(word_365(control(LOOP), paragraph("{{ l.a }}"), control(END_LOOP)))
    assert extract_text(word).split("\n")[:2] == ["x", "y & z"]
    assert found(word, "//w:sdt") == []


def test_controls_of_headers_and_notes_work_too() -> None:
    word = rendered(in_header(word_365(FIN), control(IF) + X + END_IF + FIN), NO)
    assert found(word, "//w:t", "word/header9.xml") == ["Fin."]
    assert found(rendered(notes("footnote", control(IF), X, END_IF, FIN), NO), "//w:t", "word/footnotes.xml") == [
        "Fin."
    ]


def test_a_control_with_words_or_with_an_object_stays() -> None:
    word = rendered(word_365(control(paragraph("{{ couleur }}")), control(X)))
    assert len(found(word, "//w:sdt")) == 2
