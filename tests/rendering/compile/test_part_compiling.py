"""One part compiled, or every reason why it cannot be."""

from __future__ import annotations

import pytest

from generator.rendering.compile.part_compiling import CompiledPart, FaultyPartError, compile_part
from generator.rendering.file.filled_parts import Part
from generator.rendering.fill.guard_filters import environment_with
from generator.rendering.word.headings import Headings
from tests.support.as_word import paragraph
from tests.support.word import element


def compiled(*content: str, name: str = "document") -> CompiledPart:
    inside = f"<w:body>{''.join(content)}</w:body>" if name == "document" else "".join(content)
    part = Part("word/x.xml", "corps", element(f"<w:{name}>{inside}</w:{name}>"), {})
    return compile_part(part, Headings(None), environment_with({}))


def test_a_part_without_tags_is_constant_save_the_body() -> None:
    assert compiled(paragraph("a"), name="hdr").is_constant
    assert not compiled(paragraph("{{ a }}"), name="hdr").is_constant
    assert not compiled(paragraph("a")).is_constant


def test_stretches_are_known_unless_a_tag_stands_in_an_attribute() -> None:
    known = compiled(paragraph("a {{ b }} c")).stretches or {}
    assert [each.text for each in known.values()] == ["a ", " c"]
    assert compiled('<w:p><w:bookmarkStart w:id="1" w:name="{{ a }}"/></w:p>').stretches is None


def test_stretches_are_not_told_where_each_rendering_needs_mending() -> None:
    cell = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    assert compiled(cell.format(paragraph("{{ a }}"))).stretches
    assert compiled(cell.format(paragraph("{{ a }}") + "<w:sdt/>")).stretches is None


def test_what_it_reads_is_known() -> None:
    part = compiled(paragraph("{{ a }}"), paragraph("{%p for b in c %}"), paragraph("{%p endfor %}"))
    assert [(reference.path, is_loop) for reference, is_loop in part.read] == [("a", False), ("c", True)]


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(FaultyPartError) as refused:
        compiled(paragraph("{{ a"), paragraph("{{ b|uper }}"), paragraph("{% si c %}"))
    assert [fault.message.code for fault in refused.value.faults] == ["TP101", "TP105", "TP104"]
