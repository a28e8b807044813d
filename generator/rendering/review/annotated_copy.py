"""A copy of a template with remarks as Word comments, each at its paragraph.

Word takes comments in the body alone: a remark about a header, a footer or a text box stands at the nearest paragraph
that may hold it, one about a clause at the tag that includes it, and says where it belongs.
Format: ECMA-376 part 1, 17.13.4 (comments).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count

from lxml import etree

from generator.french import NO_BREAK_SPACE
from generator.rendering.faults import Spot
from generator.rendering.file.additions import Additions
from generator.rendering.file.word_file import INSIDE, WordFile, open_word_file
from generator.rendering.grafts.clauses import included_in
from generator.rendering.opc.archive import Archive
from generator.rendering.opc.relation_types import COMMENTS
from generator.rendering.opc.xml_parts import XML_SPACE, Element
from generator.rendering.review.template_review import placed_paragraphs
from generator.rendering.word.names import BODY, COMMENT_MARKS, ID, PARAGRAPH, RUN, TEXT, w
from generator.rendering.word.schema_order import put_first

_AUTHOR = "parafe"
_COMMENT = w("comment")
_APART = "\N{WORD JOINER}"
_DELIMITERS = ("{{", "{%", "{#", "}}", "%}", "#}")
"""What a comment must not hold: a tag in a part that is never filled is a fault of the template."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a comment says, and about which place; the head of the document for no place."""

    spot: Spot
    text: str


def annotate(data: bytes, remarks: Iterable[Remark]) -> bytes:
    """Return a copy of a template with each remark as a comment.

    Args:
        data: the template.
        remarks: what to say, in order.

    Raises:
        UnreadableArchiveError: when the template cannot be opened.
    """
    package = open_word_file(data)
    additions = Additions(package.members, package.document, package.trees)
    holders = _holders(package, additions.change(package.document))
    comments = additions.change_related(COMMENTS)
    numbers = count(1 + max((int(comment.get(ID, "0")) for comment in comments.iter(_COMMENT)), default=-1))
    for number, remark in zip(numbers, remarks, strict=False):
        holder = holders.get(remark.spot, holders.get(replace(remark.spot, heading="")))
        _mark(holders.get(_inclusion(remark.spot), holders[Spot()]) if holder is None else holder, str(number))
        comments.append(
            _comment(str(number), f"{remark.spot}{NO_BREAK_SPACE}: {remark.text}" if holder is None else remark.text)
        )
    return Archive(()).complete({**package.members, **additions.members()}.values())


def _holders(package: WordFile, document: Element) -> Mapping[Spot, Element]:
    """Return the paragraph that takes the comments about each place of the body; ``Spot()`` is the head.

    A place is known without its heading too, which may stand in a clause; a clause, by the tag that includes it.
    """
    holders: dict[Spot, Element] = {}
    for paragraph, spot in placed_paragraphs(package):
        if paragraph.getroottree().getroot() is document:
            for key in (spot, replace(spot, heading=""), Spot(clause=included_in(paragraph))):
                holders.setdefault(key, _outermost(paragraph))
    holders[Spot()] = next(iter(holders.values())) if holders else _first_paragraph(document)
    return holders


def _inclusion(spot: Spot) -> Spot:
    """Return the key of the tag that includes the clause of a place."""
    return Spot(clause=spot.clause.partition(INSIDE)[0])


def _outermost(paragraph: Element) -> Element:
    """Return the paragraph that holds the text box in which another stands, or the paragraph itself."""
    *_, outermost = (paragraph, *paragraph.iterancestors(PARAGRAPH))
    return outermost


def _first_paragraph(document: Element) -> Element:
    """Give a body without a paragraph its first."""
    body = document.find(BODY)
    paragraph = etree.Element(PARAGRAPH)
    put_first(paragraph, document if body is None else body)
    return paragraph


def _mark(paragraph: Element, number: str) -> None:
    """Put a comment's range around all that a paragraph holds, and its reference behind."""
    start, end, call = COMMENT_MARKS
    put_first(etree.Element(start, {ID: number}), paragraph)
    etree.SubElement(paragraph, end, {ID: number})
    etree.SubElement(etree.SubElement(paragraph, RUN), call, {ID: number})


def _comment(number: str, text: str) -> Element:
    # No date: w:date is optional (17.13.4.2), and equal templates give equal copies on any day.
    comment = etree.Element(_COMMENT, {ID: number, w("author"): _AUTHOR, w("initials"): _AUTHOR[0]})
    run = etree.SubElement(etree.SubElement(comment, PARAGRAPH), RUN)
    etree.SubElement(run, TEXT, {XML_SPACE: "preserve"}).text = _without_tags(text)
    return comment


def _without_tags(text: str) -> str:
    for delimiter in _DELIMITERS:
        text = text.replace(delimiter, _APART.join(delimiter))
    return text
