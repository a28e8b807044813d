"""The styles of a document that enters a template: the template's own, or brought along, and never in its place."""

from __future__ import annotations

from typing import Any

from generator.rendering.file.additions import Additions
from generator.rendering.file.word_file import WordFile, open_word_file
from generator.rendering.grafts.incoming_document import IncomingDocument
from generator.rendering.grafts.incoming_lists import IncomingLists, Numbering
from generator.rendering.grafts.incoming_styles import IncomingStyles
from tests.support.word import document, element, xml_of

STYLE = '<w:style w:type="{}" w:styleId="{}"{}><w:name w:val="{}"/>{}</w:style>'


def grafted(block: str, *styles: str) -> tuple[str, Any, list[Any]]:
    """A block in the template's terms, the styles that the template has then, and those that are new."""
    word: WordFile = open_word_file(document("x"))
    before = {style.get(key) for style in word.trees["word/styles.xml"] for key in style.attrib if "styleId" in key}
    additions = Additions(word.members, word.document, word.trees)
    incoming = IncomingDocument((), element(f"<w:styles>{''.join(styles)}</w:styles>"), None, {})
    lists = IncomingLists(incoming, additions, Numbering.CONTINUES, ())
    content = element(block)
    IncomingStyles(incoming, additions, lists).name(content)
    ours = additions.change_related("styles")
    return xml_of(content), ours, [style for style in ours.iterfind("{*}style") if identifier(style) not in before]


def identifier(style: Any) -> str:
    return next(value for key, value in style.attrib.items() if key.endswith("styleId"))


def test_a_style_of_the_same_name_is_the_template_s_own_whatever_its_identifier() -> None:
    content, _, new = grafted(
        '<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr></w:p>', STYLE.format("paragraph", "Titre1", "", "heading 1", "")
    )
    assert content == '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>'
    assert new == []


def test_a_default_style_that_is_brought_is_no_default_any_more() -> None:
    """Word takes the last default style of a type for every paragraph that names none: one of ours must stay alone."""
    default = STYLE.format("paragraph", "Corps", ' w:default="1"', "Corps de la ville", "")
    _, ours, new = grafted('<w:p><w:pPr><w:pStyle w:val="Corps"/></w:pPr></w:p>', default)
    assert [identifier(style) for style in new] == ["Corps"]
    defaults = [style for style in ours.iterfind("{*}style") if any(key.endswith("default") for key in style.attrib)]
    kinds = [value for style in defaults for key, value in style.attrib.items() if key.endswith("}type")]
    assert "paragraph" in kinds
    assert sorted(kinds) == sorted(set(kinds))


def test_a_style_comes_with_those_that_it_names_even_in_a_circle() -> None:
    first = STYLE.format("paragraph", "A", "", "a", '<w:next w:val="B"/>')
    second = STYLE.format("paragraph", "B", "", "b", '<w:basedOn w:val="Normal"/><w:next w:val="A"/>')
    _, _, new = grafted('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>', first, second)
    assert [identifier(style) for style in new] == ["B", "A"]


def test_a_style_whose_identifier_is_taken_gets_another() -> None:
    other = STYLE.format("paragraph", "Heading1", "", "Autre chose", "")
    content, _, new = grafted('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>', other)
    assert [identifier(style) for style in new] == ["Heading11"]
    assert 'w:val="Heading11"' in content


def test_a_style_that_no_document_has_keeps_its_name() -> None:
    content, _, new = grafted('<w:r><w:rPr><w:rStyle w:val="Absent"/></w:rPr></w:r>')
    assert 'w:val="Absent"' in content
    assert new == []
