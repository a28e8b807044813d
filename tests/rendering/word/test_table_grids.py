"""The grid of a table: as many columns as its widest row, and the same width."""

from __future__ import annotations

import pytest

from generator.rendering.word.table_grids import fit_grids, width_of_row
from tests.support.word import element

CELL = "<w:tc><w:p/></w:tc>"


def spanning(columns: int) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr><w:p/></w:tc>'


@pytest.mark.parametrize(
    ("row", "width"),
    [
        (CELL * 3, 3),
        (CELL + spanning(4), 5),
        ('<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + CELL, 3),
        (f"<w:tc><w:tbl><w:tr>{CELL * 9}</w:tr></w:tbl><w:p/></w:tc>{CELL}", 2),
        (spanning(10**12), 63),
    ],
)
def test_a_row_takes_the_columns_that_its_own_cells_span_and_skip(row: str, width: int) -> None:
    assert width_of_row(element(f"<w:tr>{row}</w:tr>")) == width


@pytest.mark.parametrize(
    ("widths", "cells", "expected"),
    [((600, 300), 3, ["400", "200", "300"]), ((300, 300, 300), 1, ["900"]), ((300, 300), 2, ["300", "300"])],
)
def test_columns_are_added_or_taken_off_and_the_width_stays(
    widths: tuple[int, ...], cells: int, expected: list[str]
) -> None:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    root = element(f"<w:body><w:tbl><w:tblGrid>{grid}</w:tblGrid><w:tr>{CELL * cells}</w:tr></w:tbl></w:body>")
    fit_grids(root)
    assert [next(iter(column.attrib.values())) for column in root.iter("{*}gridCol")] == expected
