"""Grafting: the body of another document brought into a part of ours, as it would look there.

Styles are known by their names: the template's own prevails, and one that it lacks is brought along. Lists go on, or
begin again. Images and links get relations of the part; bookmarks get free numbers, and one whose name is taken is
left out. What cannot follow (sections, notes, charts, comments…) is refused or taken off, never half brought.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from generator.messages import template_reasons as reasons
from generator.rendering.file.additions import PartAdditions
from generator.rendering.grafts.incoming_document import IncomingDocument, Link
from generator.rendering.grafts.incoming_lists import IncomingLists, Numbering
from generator.rendering.grafts.incoming_styles import IncomingStyles
from generator.rendering.opc.relation_types import HYPERLINK, IMAGE, OFFICE
from generator.rendering.opc.xml_parts import Element, remove
from generator.rendering.word.names import (
    BOOKMARK_END,
    BOOKMARK_START,
    COMMENT_MARKS,
    ENDNOTE_CALL,
    FOOTNOTE_CALL,
    ID,
    NAME,
    PARAGRAPH,
    PARAGRAPH_ID,
    SECTION,
    TEXT_ID,
    w,
)

_MARGINS = (w("headerReference"), w("footerReference"))


class UnfitDocumentError(ValueError):
    """A document cannot be brought into another; the message says why, in French."""


def graft(
    document: IncomingDocument, additions: PartAdditions, numbering: Numbering, used: Sequence[str] = ()
) -> list[Element]:
    """Return the blocks of a document, ready to stand in a part.

    Args:
        document: the document; it is left as it is.
        additions: what the part and its package get.
        numbering: what becomes of its lists.
        used: the lists of the part before the place of the graft, in reading order.

    Raises:
        UnfitDocumentError: it holds what cannot stand in another document.
    """
    lists = IncomingLists(document, additions.additions, numbering, used)
    styles = IncomingStyles(document, additions.additions, lists)
    # The last sectPr of a body is that of the whole document (ECMA-376 part 1, 17.6.17): the template has its own.
    blocks = [deepcopy(block) for block in document.blocks if block.tag != SECTION]
    for block in blocks:
        _take_off(block, keeps_sections=numbering is Numbering.AS_WRITTEN)
        lists.place(block)  # before styles are renamed: a list may come from the style
        styles.name(block)
        _relate(block, document, additions)
    _number_bookmarks(blocks, additions)
    return blocks


def _take_off(block: Element, *, keeps_sections: bool) -> None:
    """Remove what belongs to the other document alone, and refuse what would be lost."""
    if next(block.iter(FOOTNOTE_CALL, ENDNOTE_CALL), None) is not None:
        raise UnfitDocumentError(reasons.HOLDS_NOTE)
    for element in [*block.iter(*COMMENT_MARKS), *block.iter(*_MARGINS)]:
        remove(element)
    for paragraph in block.iter(PARAGRAPH):
        paragraph.attrib.pop(PARAGRAPH_ID, "")
        paragraph.attrib.pop(TEXT_ID, "")
    if not keeps_sections and next(block.iter(SECTION), None) is not None:
        raise UnfitDocumentError(reasons.HOLDS_SECTION)


def _relate(block: Element, document: IncomingDocument, additions: PartAdditions) -> None:
    """Give each image and link a relation of the part."""
    for element in block.iter("*"):
        for name, value in element.attrib.items():
            if str(name).startswith(f"{{{OFFICE}}}") and value:
                element.set(name, _relation(document.links.get(str(value)), additions))


def _relation(link: Link | None, additions: PartAdditions) -> str:
    if link is not None and link.kind == HYPERLINK and link.address:
        return additions.link(link.address)
    if link is not None and link.kind == IMAGE and link.content:
        return additions.image(link.content, link.extension, link.content_type)
    raise UnfitDocumentError(reasons.HOLDS_STRANGER.format(link.kind if link else "?"))


def _number_bookmarks(blocks: list[Element], additions: PartAdditions) -> None:
    """Give bookmarks free numbers; one whose name is taken goes, with its end."""
    bookmarks = additions.bookmarks()
    starts = [start for block in blocks for start in block.iter(BOOKMARK_START)]
    numbers = {start.get(ID, ""): bookmarks.take(start.get(NAME, "")) for start in starts}
    for mark in [mark for block in blocks for mark in block.iter(BOOKMARK_START, BOOKMARK_END)]:
        number = numbers.get(mark.get(ID, ""))
        if number is not None:
            mark.set(ID, str(number))
        elif mark in blocks:
            blocks.remove(mark)
        else:
            remove(mark)
