"""A merge of cells whose first row goes begins at the next."""

from __future__ import annotations

import pytest

from tests.support.as_word import paragraph, word_365
from tests.support.block_templates import NO, YES, found, rendered
from tests.support.sample_templates import CONTEXT, cell, grid
from tests.support.word import DOCUMENT, member

WIDTH = '<w:tcW w:w="100" w:type="dxa"/>'


def row(text: str, merge: str | None = None, before: str = "") -> str:
    """A row of two cells, the first of which is merged downwards."""
    marks = {None: "", "continue": "<w:vMerge/>", "restart": '<w:vMerge w:val="restart"/>'}
    first = cell(paragraph(text) if text else "<w:p/>", f"{WIDTH}{before}{marks[merge]}")
    return first + cell(paragraph("b"))


def tag(text: str) -> str:
    return cell(paragraph(text)) + cell("<w:p/>")


IF, END_IF, ELSE = tag("{%tr if oui %}"), tag("{%tr endif %}"), tag("{%tr else %}")
LOOP, END_LOOP = tag("{%tr for l in lignes %}"), tag("{%tr endfor %}")
A, B, C = row("A", "restart"), row("", "continue"), row("C")


def merges(*rows: str, context: dict[str, object]) -> list[str]:
    """What each cell that is merged says, row by row."""
    word = rendered(word_365(grid(2, *rows), paragraph("Fin.")), context)
    assert "groupe" not in member(word, DOCUMENT).decode()
    return [value or "continue" for value in found(word, "//w:vMerge/@w:val | //w:vMerge[not(@w:val)]")]


@pytest.mark.parametrize(
    ("rows", "kept", "gone"),
    [
        ([IF, A, END_IF, B, B], ["restart", "continue", "continue"], ["restart", "continue"]),
        ([C, IF, A, END_IF, B], ["restart", "continue"], ["restart"]),
        ([A, B, IF, A, END_IF, B], ["restart", "continue"] * 2, ["restart", "continue", "restart"]),
        ([A, IF, B, END_IF, B], ["restart", "continue", "continue"], ["restart", "continue"]),
        ([A, IF, B, END_IF], ["restart", "continue"], ["restart"]),
        ([C, IF, A, B, END_IF, C], ["restart", "continue"], []),
        ([IF, A, ELSE, A, END_IF, B], ["restart", "continue"], ["restart", "continue"]),
        ([A, IF, C, END_IF, B], ["restart", "restart"], ["restart", "continue"]),
    ],
)
def test_the_next_row_begins_the_merge_when_its_first_goes(rows: list[str], kept: list[str], gone: list[str]) -> None:
    assert merges(*rows, context=YES) == kept
    assert merges(*rows, context=NO) == gone


def test_a_merge_that_begins_in_a_loop_without_a_turn_begins_after_it() -> None:
    assert merges(LOOP, A, END_LOOP, B, context={**CONTEXT, "lignes": []}) == ["restart"]


def test_a_merge_at_the_head_of_a_loop_begins_at_the_next_row_of_each_turn() -> None:
    head = [LOOP, tag("{%tr if l.b == 1 %}"), A, END_IF, B, B, END_LOOP]
    assert merges(C, *head, context=CONTEXT)[:3] == ["restart", "continue", "continue"]
    assert merges(*[C, LOOP, IF, A, END_IF, B, B, END_LOOP], context=NO) == [
        "restart",
        "continue",
        "continue",
        "continue",
    ]


def test_each_turn_of_a_loop_has_a_merge_of_its_own() -> None:
    assert merges(LOOP, A, B, END_LOOP, context=CONTEXT) == ["restart", "continue"] * 2


def test_a_merge_is_known_by_its_column_and_its_width() -> None:
    wide = cell(paragraph("A"), f'{WIDTH}<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')
    assert merges(wide, IF, A, END_IF, B, context=NO) == ["restart", "restart"]


def test_a_table_whose_rows_stay_is_left_as_it_is() -> None:
    assert merges(A, B, C, context=CONTEXT) == ["restart", "continue"]


def across(merge: str, text: str = "x") -> str:
    return cell(paragraph(text), f'{WIDTH}<w:hMerge w:val="{merge}"/>' if merge else WIDTH)


TC_IF, TC_END = cell(paragraph("{%tc if oui %}")), cell(paragraph("{%tc endif %}"))


@pytest.mark.parametrize(
    ("cells", "kept", "gone"),
    [
        ([TC_IF, across("restart"), TC_END, across("continue"), across("")], ["restart", "continue"], ["restart"]),
        ([across("restart"), TC_IF, across("continue"), TC_END, across("")], ["restart", "continue"], ["restart"]),
        (
            [across("restart"), across("continue"), TC_IF, across("restart"), TC_END, across("continue")],
            ["restart", "continue"] * 2,
            ["restart", "continue", "restart"],
        ),
    ],
)
def test_the_next_cell_begins_the_merge_across_when_its_first_goes(
    cells: list[str], kept: list[str], gone: list[str]
) -> None:
    for context, expected in ((YES, kept), (NO, gone)):
        word = rendered(word_365(grid(len(cells), "".join(cells)), paragraph("Fin.")), context)
        assert found(word, "//w:hMerge/@w:val") == expected
        assert "groupe" not in member(word, DOCUMENT).decode()


def test_merges_across_of_a_loop_are_left_as_they_are() -> None:
    rows = [LOOP, across("restart") + across("continue"), END_LOOP]
    word = rendered(word_365(grid(2, *rows), paragraph("Fin.")))
    assert found(word, "//w:hMerge/@w:val") == ["restart", "continue"] * 2
