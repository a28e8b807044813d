"""Fragments put into the tree, in the format of what stands around them."""

from __future__ import annotations

import pytest

from generator.rendering.fill.fragment_placing import place_fragments
from generator.rendering.fill.fragments import Piece, PieceKind
from generator.rendering.language.resource_limits import ExhaustedError, Ration
from tests.support.word import element, xml_of

MARK = Piece(PieceKind.MARK, "[à compléter]")
HIGHLIGHTED = '<w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">[à compléter]</w:t>'


def placed(xml: str, *fragments: tuple[Piece, ...], room: int = 10**6) -> str:
    root = element(xml)
    place_fragments(root, fragments, Ration(room))
    return xml_of(root)


def test_a_fragment_takes_the_place_of_its_instruction_among_words() -> None:
    made = placed("<w:p><w:r><w:t>a <?parafe 0?> b</w:t></w:r></w:p>", (MARK,))
    assert (
        made
        == f'<w:p><w:r><w:t>a </w:t></w:r><w:r>{HIGHLIGHTED}</w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r></w:p>'
    )


def test_several_fragments_of_a_run_come_in_their_order() -> None:
    first, second = (Piece(PieceKind.TEXT, "x"),), (Piece(PieceKind.TEXT, "y"),)
    made = placed("<w:p><w:r><w:t><?parafe 1?>-<?parafe 0?></w:t><w:t><?parafe 0?></w:t></w:r></w:p>", first, second)
    assert made == "<w:p><w:r><w:t>y-x</w:t><w:t>x</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("holder", "expected"),
    [
        ("<w:p><?parafe 0?></w:p>", f"<w:p><w:r>{HIGHLIGHTED}</w:r></w:p>"),
        ("<w:body><?parafe 0?></w:body>", f"<w:body><w:p><w:r>{HIGHLIGHTED}</w:r></w:p></w:body>"),
        ("<w:tc><?parafe 0?></w:tc>", f"<w:tc><w:p><w:r>{HIGHLIGHTED}</w:r></w:p></w:tc>"),
    ],
)
def test_a_mark_alone_is_a_run_among_runs_and_a_paragraph_among_paragraphs(holder: str, expected: str) -> None:
    assert placed(holder, (MARK,)) == expected


def test_the_elements_of_an_object_stand_where_it_was_printed() -> None:
    paragraph = element("<w:p><w:r><w:t>objet</w:t></w:r></w:p>")
    made = placed("<w:body><w:p/><?parafe 0?><w:p/></w:body>", (Piece(PieceKind.OBJECT, "objet", (paragraph,)),))
    assert made == "<w:body><w:p/><w:p><w:r><w:t>objet</w:t></w:r></w:p><w:p/></w:body>"


def test_a_format_that_is_copied_too_often_is_refused_before_it_is_copied() -> None:
    properties = "<w:rPr><w:b/></w:rPr>"
    xml = f"<w:p><w:r>{properties}<w:t><?parafe 0?></w:t></w:r></w:p>"
    lines = (Piece(PieceKind.LINE_BREAK),) * 100
    placed(xml, lines)
    with pytest.raises(ExhaustedError):
        placed(xml, lines, room=10_000)
