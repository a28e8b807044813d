"""The instructions of fields, simple or spread over runs."""

from __future__ import annotations

from generator.rendering.word.field_codes import field_codes
from tests.support.as_word import field
from tests.support.word import element


def codes(content: str) -> list[str]:
    return [code for code in field_codes(element(f"<w:p>{content}</w:p>")) if code]


def test_a_code_that_word_cut_into_runs_is_one() -> None:
    assert codes(field(" PA").replace("</w:instrText>", "</w:instrText><w:instrText>GE </w:instrText>")) == [" PAGE "]


def test_each_field_has_its_own_code() -> None:
    simple = '<w:fldSimple w:instr=" DATE "/>'
    assert codes(simple + field(" PAGE ") + field(" REF x ")) == [" DATE ", " PAGE ", " REF x "]
