"""What lost its last paragraph, its cells or its rows, and Word would refuse."""

from __future__ import annotations

import pytest

from generator.rendering.word.empty_boxes import drop_empty_tables, end_boxes, lacks_always, may_lack
from tests.support.word import element, xml_of


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ("<w:tc/>", "<w:tc><w:p/></w:tc>"),
        ("<w:tc><w:p/><w:tbl/></w:tc>", "<w:tc><w:p/><w:tbl/><w:p/></w:tc>"),
        ("<w:tc><w:p/></w:tc>", "<w:tc><w:p/></w:tc>"),
        ("<w:hdr/>", "<w:hdr><w:p/></w:hdr>"),
        ("<w:hdr><w:sdt><w:p/></w:sdt></w:hdr>", "<w:hdr><w:sdt><w:p/></w:sdt></w:hdr>"),
    ],
)
def test_a_cell_ends_with_a_paragraph_and_any_other_box_holds_one(box: str, expected: str) -> None:
    root = element(f"<w:x>{box}</w:x>")
    end_boxes(root)
    assert xml_of(root) == f"<w:x>{expected}</w:x>"


def test_a_row_without_a_cell_goes_then_a_table_without_a_row() -> None:
    inner = "<w:tbl><w:tr/></w:tbl>"
    root = element(f"<w:body>{inner}<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr><w:tr/></w:tbl></w:body>")
    drop_empty_tables(root)
    assert xml_of(root) == "<w:body><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body>"


@pytest.mark.parametrize(
    ("pieces", "lacks"),
    [
        (["<w:tc><w:tcPr/><w:p><w:t>", "mot", "</w:t></w:p></w:tc>"], False),
        (["<w:tc><w:tcPr/>", "<w:p/></w:p>", "</w:tc>"], False),
        (["<w:tc><w:tcPr/>", "</w:tc>"], True),
        (["<w:tc><w:tbl/>", "</w:tc>"], True),
        (["<w:tbl><w:tblGrid/>", "</w:tbl>"], True),
        (["<w:tbl><w:tr></w:tr>", "</w:tbl>"], False),
        (["<w:tr>", "</w:tr>"], True),
        (["<w:hdr>", "</w:hdr>"], True),
    ],
    ids=lambda value: "".join(value) if isinstance(value, list) else None,
)
def test_what_may_lack_something_is_told_from_the_pieces_around_what_went(pieces: list[str], *, lacks: bool) -> None:
    assert may_lack(pieces) is lacks


@pytest.mark.parametrize(
    ("piece", "lacks"),
    [
        ("</w:p></w:tc>", False),
        ("</w:tc>", False),
        ("<w:tc><w:p/></w:tc>", True),
        ("<w:p></w:p><w:sdt/></w:tc>", True),
        ("<w:p></w:p><w:tc/>", True),
        ("</w:tc></w:tr></w:tbl>", False),
        ("</w:tblGrid></w:tbl>", True),
    ],
)
def test_a_piece_that_may_lack_something_by_itself_is_told_in_doubt_too(piece: str, *, lacks: bool) -> None:
    assert lacks_always(piece) is lacks
