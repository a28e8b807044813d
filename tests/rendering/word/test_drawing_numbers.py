"""The numbers of pictures."""

from __future__ import annotations

from generator.rendering.word.drawing_numbers import drawing_numbers, number_drawings
from tests.support.word import element


def numbered(xml: str, own: set[int], taken: set[int]) -> list[str]:
    root = element(xml)
    number_drawings(root, frozenset(own), taken)
    return [drawing.get("id") for drawing in root.iter("{*}docPr")]


def test_those_of_a_body_are_numbered_as_docxtpl_does() -> None:
    body = '<w:document><w:body><wp:docPr id="1"/><wp:docPr id="1"/></w:body></w:document>'
    assert numbered(body, set(), {1002}) == ["1001", "1003"]


def test_elsewhere_a_number_is_kept_once_unless_another_part_has_it() -> None:
    header = '<w:hdr><wp:docPr id="5"/><wp:docPr id="5"/><wp:docPr id="7"/><wp:docPr id="8"/></w:hdr>'
    assert numbered(header, {5}, {5, 7}) == ["5", "1", "2", "8"]


def test_a_number_that_is_none_counts_for_zero() -> None:
    assert drawing_numbers(element(f'<w:hdr><wp:docPr id="x"/><wp:docPr id="{"9" * 11}"/></w:hdr>')) == {0}
