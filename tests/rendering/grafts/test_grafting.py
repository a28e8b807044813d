"""The body of another document, ready to stand in a part of ours, or refused."""

from __future__ import annotations

import pytest

from generator.rendering.file.additions import Additions, PartAdditions
from generator.rendering.file.word_file import open_word_file
from generator.rendering.grafts.grafting import UnfitDocumentError, graft
from generator.rendering.grafts.incoming_document import IncomingDocument, Link
from generator.rendering.grafts.incoming_lists import Numbering
from tests.support.word import DOCUMENT, body, element, xml_of

MARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/>'


def grafted(*blocks: str, numbering: Numbering = Numbering.CONTINUES, **links: Link) -> str:
    template = open_word_file(body(f"<w:p>{MARK.format(4, 'pris')}</w:p>"))
    additions = PartAdditions(Additions(template.members, template.document, template.trees), DOCUMENT)
    document = IncomingDocument(tuple(map(element, blocks)), None, None, links)
    return xml_of(*graft(document, additions, numbering))


def test_what_belongs_to_the_other_document_alone_stays_behind() -> None:
    paragraph = (
        '<w:p w14:paraId="1" w14:textId="2"><w:commentRangeStart w:id="1"/><w:r/><w:commentRangeEnd w:id="1"/></w:p>'
    )
    assert grafted(paragraph, "<w:sectPr/>") == "<w:p><w:r/></w:p>"


def test_bookmarks_get_free_numbers_and_one_whose_name_is_taken_goes_with_its_end() -> None:
    made = grafted(f"<w:p>{MARK.format(1, 'pris')}{MARK.format(2, 'libre')}</w:p>")
    assert made == f"<w:p>{MARK.format(5, 'libre')}</w:p>"


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', "il contient une note"),
        ("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>", "il contient un saut de section"),
        ('<w:p><w:hyperlink r:id="rId1"/></w:p>', r"il contient un élément qui ne peut pas le suivre \(chart\)"),
        ('<w:p><w:hyperlink r:id="rId9"/></w:p>', r"il contient un élément qui ne peut pas le suivre \(\?\)"),
    ],
)
def test_what_cannot_follow_is_refused_by_name(block: str, reason: str) -> None:
    with pytest.raises(UnfitDocumentError, match=reason):
        grafted(block, rId1=Link("chart"))


def test_a_sub_document_keeps_its_sections_without_their_margins() -> None:
    section = '<w:p><w:pPr><w:sectPr><w:headerReference r:id="rId1"/></w:sectPr></w:pPr></w:p>'
    assert grafted(section, numbering=Numbering.AS_WRITTEN) == "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"


def test_a_link_gets_a_relation_of_the_part() -> None:
    made = grafted('<w:p><w:hyperlink r:id="rId1"/></w:p>', rId1=Link("hyperlink", "https://www.dijon.fr"))
    assert 'r:id="rId' in made
    assert 'r:id="rId1"' not in made
