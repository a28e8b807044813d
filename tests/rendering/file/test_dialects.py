"""The dialect that is read: a strange prefix is made the usual one, another kind of file is named."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.rendering.file.dialects import is_document, no_document, with_usual_prefix
from tests.support.word import W


@pytest.mark.parametrize(
    "xml", [f'<x:document xmlns:x="{W}"><x:body/></x:document>', f'<document xmlns="{W}"><body/></document>']
)
def test_another_prefix_becomes_the_usual_one(xml: str) -> None:
    made = with_usual_prefix(etree.fromstring(xml))
    assert etree.tostring(made).startswith(b"<w:document")
    assert is_document(made)
    assert [child.tag for child in made] == [f"{{{W}}}body"]


def test_what_is_not_of_word_keeps_its_prefix() -> None:
    other = etree.fromstring('<x:a xmlns:x="urn:x"/>')
    assert with_usual_prefix(other) is other
    assert not is_document(other)
    assert not is_document(None)


def test_a_strict_document_is_told_how_to_be_saved() -> None:
    strict = etree.fromstring('<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')
    fault = no_document({"word/document.xml": strict}, None)
    assert fault.what == "document au format Open XML strict"
    assert "Document Word (.docx)" in fault.fix
    assert no_document({}, None).what == "aucun document Word dans l’archive"
