"""Fragments put into runs alone give what the whole tree gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.artifacts import Style, StyledText
from generator.rendering import Template, compile_template
from generator.rendering.compiled.needed_repairs import NeededRepairs
from generator.rendering.fill import part_filling, run_splicing
from tests.support.word import DOCUMENT, document, member
from tests.support.word import body as body_of

TEXT = ("Le {{ a }} mars, {{ b }}", "{{ a }}{{ c }}", "{%p for x in d %}", "{{ x }} : {{ a }}", "{%p endfor %}", "Fin.")
TEMPLATE = compile_template(document(*TEXT))
VALUES = st.sampled_from(
    ["mot", "", "a\nb", "a\tb", "\n", " x ", "<&>", "l'an", StyledText(("1", Style.PLAIN), ("er", Style.SUPERSCRIPT))]
)


def body(template: Template, context: dict[str, Any]) -> bytes:
    content = member(template.render(context, draft=True), DOCUMENT)
    return etree.tostring(etree.fromstring(content), method="c14n")


@given(st.fixed_dictionaries({}, optional=dict.fromkeys("abc", VALUES) | {"d": st.lists(VALUES, max_size=3)}))
def test_runs_alone_give_the_document_that_the_whole_tree_gives(context: dict[str, Any]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NeededRepairs, "may_serve", lambda *_: True)
        whole = body(TEMPLATE, context)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(part_filling, "serialize")
        assert body(TEMPLATE, context) == whole


RUNS = (
    '<w:r w:rsidR="00A1"><w:rPr><w:b/><w:lang w:val="fr-FR"/></w:rPr><w:t xml:space="preserve">Le {{ a }} </w:t></w:r>',
    '<w:r><w:t>{{ a }}</w:t><w:br/><w:t xml:space="preserve"> & {{ b }}</w:t><w:tab/></w:r>'.replace("&", "&amp;"),
    '<w:r><w:rPr><w:highlight w:val="red"/><w:vertAlign w:val="subscript"/></w:rPr><w:tab/><w:t>{{ c }}</w:t></w:r>',
    "<w:r><w:rPr/><w:t/><w:t>{{ a }}{{ b }}{{ c }}</w:t><w:t/></w:r>",
    '<w:r><w:lastRenderedPageBreak/><w:t>{{ b }}</w:t><w:t xml:space="preserve"/><w:t>{{ b }}</w:t></w:r>',
    "<w:r><w:rPr><w:i/></w:rPr><w:t>{% if a %}{{ a }}{% endif %} fin</w:t></w:r>",
)


@given(
    st.lists(st.sampled_from(RUNS), min_size=1, max_size=4),
    st.fixed_dictionaries({}, optional=dict.fromkeys("abc", VALUES)),
)
def test_a_run_as_word_writes_them_gives_what_the_whole_tree_gives(runs: list[str], context: dict[str, Any]) -> None:
    template = compile_template(body_of(f"<w:p>{''.join(runs)}</w:p>"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NeededRepairs, "may_serve", lambda *_: True)
        whole = body(template, context)
    assert body(template, context) == whole


def test_a_format_that_word_tracked_takes_the_whole_tree() -> None:
    tracked = '<w:rPr><w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>'
    template = compile_template(body_of(f"<w:p><w:r>{tracked}<w:t>{{{{ a }}}}</w:t></w:r></w:p>"))
    assert member(template.render({"a": "x\ny"}), DOCUMENT).count(b"<w:rPrChange") == 1


def test_a_word_lost_in_a_run_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    template = compile_template(document("Le {{ a }} mars"))
    monkeypatch.setattr(run_splicing, "escape_in_run", lambda _: "")
    content = member(template.render({"a": "lundi\n12"}), DOCUMENT)
    assert b"lundi" in content
    assert b"12" in content


def test_what_starts_a_paragraph_takes_the_whole_tree() -> None:
    content = member(compile_template(document("{{ a }}")).render({"a": "a\fb"}), DOCUMENT)
    assert content.count(b"</w:p>") > member(document("{{ a }}"), DOCUMENT).count(b"</w:p>")


BOX = (
    '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>Boîte {{ b }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
)


@pytest.mark.parametrize("context", [{"a": "x\ny", "b": "z"}, {"a": "x", "b": "y\nz"}, {"a": "x\ny", "b": "z\nt"}])
@pytest.mark.parametrize("is_behind", [False, True])
def test_a_run_around_a_text_box_is_written_once(context: dict[str, str], *, is_behind: bool) -> None:
    around = "<w:t>Autour {{ a }}</w:t>"
    template = compile_template(body_of(f"<w:p><w:r>{around + BOX if is_behind else BOX + around}</w:r></w:p>"))
    content = member(template.render(context), DOCUMENT).decode()
    assert content.count("Boîte ") == content.count("Autour ") == 1
    assert content.count("<w:br/>") == "".join(context.values()).count("\n")
