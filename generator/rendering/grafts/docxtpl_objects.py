"""docxtpl's objects as values: what each brings into a document, and where it may stand.

A ``RichText`` is runs, a ``RichTextParagraph`` paragraphs: XML that the object holds as text. It is parsed strictly,
so that an ill-formed one is refused by name. An ``InlineImage`` is a run with a picture, a ``Listing`` text in which
the bell character starts a paragraph, a sub-document another document whose body is grafted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import docxtpl
from docx.image.exceptions import UnrecognizedImageError
from docx.image.image import Image
from docx.oxml.shape import CT_Inline
from docxtpl import InlineImage, Listing, RichText, RichTextParagraph
from lxml import etree

from generator.rendering.grafts.grafting import Numbering, UnfitDocumentError, graft
from generator.rendering.grafts.incoming_document import foreign_of_subdocument
from generator.rendering.opc.additions import PartAdditions
from generator.rendering.word.ooxml import (
    BODY,
    DRAWING,
    DRAWING_ANCHOR,
    OFFICE,
    PARAGRAPH,
    PICTURE,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    WORDPROCESSINGML,
    Element,
    parse,
    w,
)

WordObject: TypeAlias = Any
"""One of docxtpl's objects, which publish no types."""

_LETTER = re.compile(r"\{\{(p|tr|tc|r)\s")
_HOLDER = f'<w:body xmlns:w="{WORDPROCESSINGML}" xmlns:r="{OFFICE}">{{}}</w:body>'
_STAND_INS = {"\a": "\ufde0", "\f": "\ufde1"}
"""Noncharacters for the two breaks that XML does not allow (Unicode 23.7)."""

_TO_STAND_INS = str.maketrans(_STAND_INS)
_FROM_STAND_INS = str.maketrans({stand_in: character for character, stand_in in _STAND_INS.items()})
_WITHOUT_BREAKS = str.maketrans(dict.fromkeys(("\t", "\n", *_STAND_INS.values())))

_ORDERED = (
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "strike",
    "color",
    "sz",
    "szCs",
    "u",
    "shd",
    "vertAlign",
    "rtl",
    "lang",
)
"""The order of the properties that docxtpl writes (ECMA-376 part 1, 17.3.2.28)."""

_LINK, _LINKED = w("hyperlink"), f"{{{OFFICE}}}id"
_DRAWING_NAME, _PICTURE_NAME, _CLICK = (
    f"{{{DRAWING_ANCHOR}}}docPr",
    f"{{{PICTURE}}}cNvPr",
    f"{{{DRAWING}}}hlinkClick",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of object is.

    Attributes:
        name: its name for readers.
        letter: the letter of the tag that prints it: ``r`` between runs, ``p`` between paragraphs, none inside a run.
        elements: the elements that it may be made of; none for a sub-document, which is grafted.
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
    InlineImage: Kind("une image", "", frozenset({RUN})),
    RichTextParagraph: Kind("un paragraphe enrichi", "p", frozenset({PARAGRAPH})),
}
if hasattr(docxtpl, "Subdoc"):  # there where docxcompose is installed
    _KINDS[docxtpl.Subdoc] = Kind("un sous-document", "p", frozenset())


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


def embed(value: WordObject, kind: Kind, additions: PartAdditions) -> Embedded:
    """Read the elements of an object; what they link to is added to the package.

    Raises:
        UnfitObjectError: when it holds anything else than its kind does, or a file that is no image.
    """
    if isinstance(value, InlineImage):
        return _embedded(parse(_picture(value, additions)))
    if not kind.elements:
        return _embedded(_grafted(value, additions))
    try:
        holder = parse(_HOLDER.format(value.xml.translate(_TO_STAND_INS)))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnfitObjectError(f"son contenu est mal formé ({error})") from None
    for element in holder:
        if element.tag not in kind.elements:
            raise UnfitObjectError(f"il contient un élément « {etree.QName(element).localname} »")
    for properties in holder.iter(RUN_PROPERTIES):
        _set_in_order(properties)
    for link in holder.iter(_LINK):
        link.set(_LINKED, additions.link(_address(link.get(_LINKED, ""))))
    return _embedded(holder)


def _grafted(subdocument: WordObject, additions: PartAdditions) -> Element:
    holder = etree.Element(BODY)
    try:
        holder.extend(graft(foreign_of_subdocument(subdocument), additions, Numbering.AS_WRITTEN))
    except UnfitDocumentError as error:
        raise UnfitObjectError(str(error)) from None
    for text in holder.iter(TEXT):
        text.text = (text.text or "").translate(_TO_STAND_INS)
    return holder


def _set_in_order(properties: Element) -> None:
    """Give the properties of a run the order of the schema and what it requires, which docxtpl leaves out."""
    properties[:] = sorted(properties, key=_rank)
    for shading in properties.iterfind(w("shd")):
        shading.set(w("val"), "clear")


def _rank(element: Element) -> int:
    name = etree.QName(element).localname
    return _ORDERED.index(name) if name in _ORDERED else len(_ORDERED)


def _embedded(holder: Element) -> Embedded:
    return Embedded(tuple(holder), "".join(_texts(holder)))


def _texts(holder: Element) -> Iterator[str]:
    """Iterate over all text in reading order, without the breaks, which count in the texts of runs alone."""
    if holder.tag == TEXT:
        yield (holder.text or "").translate(_WITHOUT_BREAKS)
        return
    yield holder.text or ""
    for element in holder:
        yield from _texts(element)
        yield element.tail or ""


def _address(url: str) -> str:
    """Check that a link leads to an address: an identifier of another document's relation means nothing here."""
    if not urlsplit(url).scheme:
        raise UnfitObjectError(
            f"le lien « {url} » n'est pas une adresse (donnez url_id=template.build_url_id(adresse))"
        )
    return url


def _picture(image: InlineImage, additions: PartAdditions) -> str:
    """Return the XML of an image, by python-docx's own means."""
    try:
        read = Image.from_file(image.image_descriptor)
    except (OSError, UnrecognizedImageError) as error:
        raise UnfitObjectError(f"l'image est illisible ({error})") from None
    width, height = read.scaled_dimensions(image.width, image.height)
    identifier = additions.image(read.blob, read.ext, read.content_type)
    inline = CT_Inline.new_pic_inline(additions.next_identifier(), identifier, read.filename, width, height)
    if image.anchor:
        link = additions.link(_address(image.anchor))
        for properties in (*inline.iter(_DRAWING_NAME), *inline.iter(_PICTURE_NAME)):
            etree.SubElement(properties, _CLICK, {_LINKED: link})
    return _HOLDER.format(f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>")


def with_breaks(text: str) -> str:
    """Return a text of an embedded element with its breaks as they were written."""
    return text.translate(_FROM_STAND_INS)
