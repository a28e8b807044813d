"""Fragments: a text cut where it breaks and where its style changes."""

from __future__ import annotations

import pytest

from generator.artifacts import Style, StyledText
from generator.rendering.fill.fragments import Piece, PieceKind, broken, holds_breaks, styled_pieces

TEXT, LINE = PieceKind.TEXT, Piece(PieceKind.LINE_BREAK)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a", [Piece(TEXT, "a")]),
        ("a\nb", [Piece(TEXT, "a"), LINE, Piece(TEXT, "b")]),
        ("\r\n", [LINE]),
        ("\n\r", [LINE, LINE]),
        (
            "a\t\f\a",
            [Piece(TEXT, "a"), Piece(PieceKind.TAB), Piece(PieceKind.PAGE_BREAK), Piece(PieceKind.PARAGRAPH_BREAK)],
        ),
        ("", []),
    ],
)
def test_a_text_is_cut_at_its_breaks(text: str, pieces: list[Piece]) -> None:
    assert list(broken(text, TEXT)) == pieces
    assert holds_breaks(text) is any(piece.kind is not TEXT for piece in pieces)


def test_a_styled_text_is_cut_where_its_style_changes() -> None:
    text = StyledText(("1", Style.PLAIN), ("er", Style.SUPERSCRIPT), (" mars\n", Style.PLAIN))
    kinds = [piece.kind for piece in styled_pieces(text)]
    assert kinds == [TEXT, PieceKind.SUPERSCRIPT, TEXT, PieceKind.LINE_BREAK]
