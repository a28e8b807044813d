"""Runs written after the model of one, as elements."""

from __future__ import annotations

import pytest

from generator.rendering.fill.fragments import Piece, PieceKind
from generator.rendering.fill.run_elements import elements_of
from generator.rendering.fill.run_writer import RunWriter
from generator.rendering.opc.xml_parts import Element
from tests.support.word import element, xml_of

MODEL = '<w:r w:rsidR="1"><w:rPr><w:b/><w:lang w:val="fr-FR"/></w:rPr></w:r>'
FORMAT = '<w:rPr><w:b/><w:lang w:val="fr-FR"/></w:rPr>'


def text(content: str) -> str:
    return f'<w:t xml:space="preserve">{content}</w:t>'


def groups(*pieces: Piece, model: str = MODEL) -> list[str]:
    writer: RunWriter[Element] = RunWriter()
    for piece in pieces:
        writer.add(piece)
    return [xml_of(*group.runs) for group in elements_of(writer.groups, element(model))]


def test_a_text_is_a_run_with_the_attributes_and_the_format_of_the_model() -> None:
    assert groups(Piece(PieceKind.TEXT, "a")) == [f'<w:r w:rsidR="1">{FORMAT}{text("a")}</w:r>']


@pytest.mark.parametrize(
    ("kind", "properties"),
    [
        (PieceKind.SUPERSCRIPT, '<w:rPr><w:b/><w:vertAlign w:val="superscript"/><w:lang w:val="fr-FR"/></w:rPr>'),
        (PieceKind.MARK, '<w:rPr><w:b/><w:highlight w:val="yellow"/><w:lang w:val="fr-FR"/></w:rPr>'),
    ],
)
def test_a_style_adds_its_property_at_the_place_of_the_schema(kind: PieceKind, properties: str) -> None:
    assert groups(Piece(kind, "a")) == [f"<w:r>{properties}{text('a')}</w:r>"]


def test_the_words_around_a_style_stay() -> None:
    pieces = Piece(PieceKind.TEXT, "1"), Piece(PieceKind.SUPERSCRIPT, "er"), Piece(PieceKind.TEXT, " mai")
    raised = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{text("er")}</w:r>'
    assert groups(*pieces, model="<w:r/>") == [f"<w:r>{text('1')}</w:r>{raised}<w:r>{text(' mai')}</w:r>"]


def test_a_style_takes_the_place_of_the_model_s_own() -> None:
    model = '<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr></w:r>'
    [made] = groups(Piece(PieceKind.SUPERSCRIPT, "a"), model=model)
    assert made == f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{text("a")}</w:r>'


def test_a_line_break_stays_in_its_run_and_a_tab_has_its_own() -> None:
    model = "<w:r/>"
    assert groups(Piece(PieceKind.TEXT, "a"), Piece(PieceKind.LINE_BREAK), Piece(PieceKind.TEXT, "b"), model=model) == [
        f"<w:r>{text('a')}<w:br/>{text('b')}</w:r>"
    ]
    assert groups(Piece(PieceKind.TEXT, "a"), Piece(PieceKind.TAB), Piece(PieceKind.TEXT, "b"), model=model) == [
        f"<w:r>{text('a')}</w:r><w:r><w:tab/></w:r><w:r>{text('b')}</w:r>"
    ]


def test_each_paragraph_is_a_group() -> None:
    writer: RunWriter[Element] = RunWriter()
    for kind in (PieceKind.PARAGRAPH_BREAK, PieceKind.PAGE_BREAK):
        writer.add(Piece(kind))
    assert [group.on_new_page for group in writer.groups] == [False, False, True]


def test_an_object_stands_between_runs_in_its_own_format() -> None:
    link = element('<w:hyperlink w:anchor="a"/>')
    assert '<w:hyperlink w:anchor="a"/>' in groups(Piece(PieceKind.OBJECT, "", (link,)))[0]
