"""docxtpl's objects as values: what each brings into a document, and where it may stand.

A ``RichText`` is runs, a ``RichTextParagraph`` paragraphs: XML that the object holds as text. It is parsed strictly,
so that an ill-formed one is refused by name. A ``Listing`` is text in which the bell character starts a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any, TypeAlias

from docxtpl import Listing, RichText, RichTextParagraph
from lxml import etree

from generator.rendering.ooxml import OFFICE, PARAGRAPH, RUN, WORDPROCESSINGML, Element, parse, w

WordObject: TypeAlias = Any
"""One of docxtpl's objects, which publish no types."""

_LETTER = re.compile(r"\{\{(p|tr|tc|r)\s")
_HOLDER = f'<w:body xmlns:w="{WORDPROCESSINGML}" xmlns:r="{OFFICE}">{{}}</w:body>'
_STAND_INS = {"\a": "\ufde0", "\f": "\ufde1"}
"""Noncharacters for the two breaks that XML does not allow (Unicode 23.7)."""

_TO_STAND_INS = str.maketrans(_STAND_INS)
_FROM_STAND_INS = str.maketrans({stand_in: character for character, stand_in in _STAND_INS.items()})
_WITHOUT_BREAKS = str.maketrans(dict.fromkeys(("\t", "\n", *_STAND_INS.values())))


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of object is.

    Attributes:
        name: its name for readers.
        letter: the letter of the tag that prints it: ``r`` between runs, ``p`` between paragraphs.
        elements: the elements that it may be made of.
    """

    name: str
    letter: str
    elements: frozenset[str]

    @property
    def tag(self) -> str:
        """The tag that prints it."""
        return f"{{{{{self.letter} … }}}}"


_KINDS = {
    RichText: Kind("un texte enrichi", "r", frozenset({RUN, w("hyperlink")})),
    RichTextParagraph: Kind("un paragraphe enrichi", "p", frozenset({PARAGRAPH})),
}


class UnfitObjectError(ValueError):
    """An object cannot enter a document; the message says why, in French."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """What an object brings: elements, and the text that a reader finds in them."""

    elements: tuple[Element, ...]
    text: str


def kind_of_object(value: object) -> Kind | None:
    """Return the kind of one of docxtpl's objects, or ``None`` for any other value."""
    return next((kind for known, kind in _KINDS.items() if isinstance(value, known)), None)


def letter_of(tag: str) -> str:
    """Return the letter of a tag that prints: ``{{r v}}`` has « r », ``{{ v }}`` has none."""
    match = _LETTER.match(tag)
    return match[1] if match else ""


def listing_text(listing: Listing) -> str:
    """Return the text that a ``Listing`` was made of."""
    return unescape(listing.xml)


def embed(value: WordObject, kind: Kind) -> Embedded:
    """Read the elements of an object.

    Raises:
        UnfitObjectError: when it holds anything else than its kind does.
    """
    try:
        holder = parse(_HOLDER.format(value.xml.translate(_TO_STAND_INS)))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnfitObjectError(f"son contenu est mal formé ({error})") from None
    elements = tuple(holder)
    for element in elements:
        if element.tag not in kind.elements:
            raise UnfitObjectError(f"il contient un élément « {etree.QName(element).localname} »")
    text = "".join(map(str, holder.itertext()))
    return Embedded(elements, text.translate(_WITHOUT_BREAKS))


def with_breaks(text: str) -> str:
    """Return a text of an embedded element with its breaks as they were written."""
    return text.translate(_FROM_STAND_INS)
