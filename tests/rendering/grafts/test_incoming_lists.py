"""The lists of a document that enters a template: they go on, begin again, or are a list of their own."""

from __future__ import annotations

from typing import Any

import pytest

from generator.rendering.file.additions import Additions
from generator.rendering.file.word_file import open_word_file
from generator.rendering.grafts.incoming_document import IncomingDocument, document_of_file
from generator.rendering.grafts.incoming_lists import IncomingLists, Numbering
from tests.support.numbered_lists import numbered
from tests.support.word import NAMESPACES, W, element, saved

NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr></w:p>'


def placed(numbering: Numbering, text: str = "%1.") -> tuple[list[str], Any]:
    """The lists of two paragraphs of a clause, in a template that has a list written as « 1. »; its definitions."""
    template = open_word_file(saved(numbered(["a"])))
    additions = Additions(template.members, template.document, template.trees)
    clause = document_of_file(open_word_file(saved(numbered(["b"], text))))
    lists = IncomingLists(clause, additions, numbering, used=["77"])
    paragraphs = [element(NUMBERED), element(NUMBERED)]
    for paragraph in paragraphs:
        lists.place(paragraph)
    numbers = [paragraph.find(".//w:numId", NAMESPACES).get(f"{{{W}}}val") for paragraph in paragraphs]
    return numbers, additions.related("numbering")


def test_a_list_like_one_of_the_template_goes_on_with_it() -> None:
    numbers, _ = placed(Numbering.CONTINUES)
    assert numbers == ["77", "77"]


def test_a_list_like_none_is_brought_once() -> None:
    numbers, ours = placed(Numbering.CONTINUES, "§ %1")
    assert numbers[0] == numbers[1] != "77"
    assert [child.tag.rpartition("}")[2] for child in ours] == sorted(child.tag.rpartition("}")[2] for child in ours)


def test_a_list_that_begins_again_has_a_definition_that_word_joins_to_no_other() -> None:
    numbers, ours = placed(Numbering.RESTARTS)
    assert numbers[0] == numbers[1] != "77"
    signs = [sign.attrib.values()[0] for sign in ours.iter("{*}nsid")]
    assert len(signs) == len(set(signs))


@pytest.mark.parametrize(("text", "is_own"), [("%1.", True), ("§ %1", False)])
def test_a_list_as_written_is_the_template_s_when_it_is_the_very_same(text: str, is_own: bool) -> None:
    numbers, _ = placed(Numbering.AS_WRITTEN, text)
    assert (numbers == ["77", "77"]) is is_own


def test_a_paragraph_without_a_list_stays_without() -> None:
    template = open_word_file(saved(numbered(["a"])))
    additions = Additions(template.members, template.document, template.trees)
    paragraph = element("<w:p/>")
    IncomingLists(IncomingDocument((), None, None, {}), additions, Numbering.CONTINUES, ()).place(paragraph)
    assert len(paragraph) == 0
    assert not additions
