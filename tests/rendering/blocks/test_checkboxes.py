"""Boxes to tick show the sign of the state that a tag writes."""

from __future__ import annotations

import pytest

from tests.support.as_word import paragraph, word_365
from tests.support.block_templates import END_LOOP, LOOP, found, in_header, rendered
from tests.support.sample_templates import CONTEXT
from tests.support.word import render_errors

STATE = "{% if oui %}1{% else %}0{% endif %}"


def box(state: str, shown: str, signs: str = "") -> str:
    signs = signs or '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610"/>'
    properties = f'<w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/>{signs}</w14:checkbox></w:sdtPr>'
    return paragraph(f"<w:sdt>{properties}<w:sdtContent>{shown}</w:sdtContent></w:sdt>", " Présent")


def text(sign: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{sign}</w:t></w:r>"


SHOWN = "//w:sdtContent//w:t"


@pytest.mark.parametrize(("oui", "sign"), [(True, "☒"), (False, "☐")])
@pytest.mark.parametrize("before", "☐☒")
def test_the_sign_follows_the_state(oui: bool, sign: str, before: str) -> None:
    word = rendered(word_365(box(STATE, text(before))), {**CONTEXT, "oui": oui})
    assert found(word, SHOWN) == [sign]
    assert found(word, "//w14:checked/@w14:val") == [str(int(oui))]


def test_the_sign_and_the_font_are_those_that_the_box_names() -> None:
    signs = '<w14:checkedState w14:val="00FE" w14:font="Wingdings"/>'
    word = rendered(word_365(box(STATE, text("☐"), signs)))
    assert found(word, SHOWN) == ["\u00fe"]
    assert found(word, "//w:sdtContent//w:rFonts/@w:ascii") == ["Wingdings"]


def test_a_sign_that_is_a_symbol_follows_too() -> None:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="00A8"/></w:r>'
    signs = '<w14:checkedState w14:val="00FE" w14:font="Wingdings"/>'
    word = rendered(word_365(box(STATE, symbol, signs)))
    assert found(word, "//w:sym/@w:char") == ["00FE"]


def test_the_boxes_of_a_loop_follow_each_its_turn() -> None:
    word = rendered(word_365(LOOP, box("{{ l.b - 1 }}", text("☐")), END_LOOP))
    assert found(word, SHOWN) == ["☐", "☒"]


def test_a_box_of_a_header_follows() -> None:
    content = box(STATE, text("☐")).replace(
        "<w:p ", '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    )
    assert found(rendered(in_header(word_365(paragraph("a")), content)), SHOWN, "word/header9.xml") == ["☒"]


def test_a_state_that_word_does_not_know_is_refused() -> None:
    [error] = render_errors(word_365(box("{{ couleur }}", text("☐"))), CONTEXT)
    assert " ".join(error.split()).startswith("TP508 corps : l’état d’une case à cocher se lit « ff0000 »")


def test_a_box_that_no_tag_ticks_is_left_as_it_is() -> None:
    assert found(rendered(word_365(box("1", text("☐")), paragraph("{{ nom }}"))), SHOWN) == ["☐"]
