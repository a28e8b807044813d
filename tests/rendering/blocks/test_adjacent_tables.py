"""Tables that data bring side by side stay apart."""

from __future__ import annotations

import pytest

from tests.support.as_word import paragraph, word_365
from tests.support.block_templates import (
    ELSE,
    END_IF,
    END_LOOP,
    IF,
    LOOP,
    NO,
    YES,
    end,
    found,
    in_header,
    rendered,
    start,
)
from tests.support.sample_templates import cell, grid

TABLE, OTHER = grid(1, cell(paragraph("a"))), grid(1, cell(paragraph("b")))
FIN = paragraph("Fin.")
SIDE_BY_SIDE = "//w:tbl/following-sibling::*[not(self::w:bookmarkStart or self::w:bookmarkEnd)][1][self::w:tbl]"
LOW = "//w:p[w:pPr/w:spacing[@w:line='20'][@w:lineRule='exact']]"
MET = {
    "a table in a loop": (LOOP + TABLE + END_LOOP, YES),
    "a loop behind a table": (TABLE + paragraph("{%p for c in colonnes[:1] %}") + OTHER + END_LOOP, YES),
    "a paragraph that goes between two tables": (TABLE + IF + FIN + END_IF + OTHER, NO),
    "a condition around each": (IF + TABLE + END_IF + IF + OTHER + END_IF, YES),
    "the last of a turn and the first of the next": (LOOP + TABLE + FIN + OTHER + END_LOOP, YES),
    "a branch and what follows": (IF + FIN + ELSE + TABLE + END_IF + OTHER, NO),
    "a loop that has no turn between": (TABLE + paragraph("{%p for v in vide %}") + FIN + END_LOOP + OTHER, YES),
    "a mark between": (LOOP + start("ici") + TABLE + end() + END_LOOP, YES),
    "tables of a cell": (grid(1, cell(LOOP + TABLE + END_LOOP + FIN)), YES),
}


@pytest.mark.parametrize(("xml", "context"), MET.values(), ids=MET)
def test_two_tables_that_data_bring_side_by_side_stay_apart(xml: str, context: dict[str, object]) -> None:
    word = rendered(word_365(xml, FIN), context)
    assert len(found(word, LOW)) == 1
    assert found(word, SIDE_BY_SIDE) == []
    assert found(word, "//w:tbl/@*") == []


APART = {
    "a paragraph in the loop": LOOP + TABLE + FIN + END_LOOP,
    "a condition inside": TABLE + FIN + IF + OTHER + END_IF,
    "a branch each": IF + TABLE + ELSE + OTHER + END_IF,
    "two that touch in the template": TABLE + OTHER,
}


@pytest.mark.parametrize("xml", APART.values(), ids=APART)
def test_tables_that_never_meet_are_left_as_they_are(xml: str) -> None:
    for context in (YES, NO):
        assert found(rendered(word_365(xml, FIN), context), LOW) == []


def test_tables_of_a_header_stay_apart() -> None:
    word = rendered(in_header(word_365(FIN), LOOP + TABLE + END_LOOP + FIN))
    assert len(found(word, LOW, "word/header9.xml")) == 1
