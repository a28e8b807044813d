"""docxtpl's objects, and pictures, as values: what each brings into a document, and where it may stand.

A ``RichText`` is runs, a ``RichTextParagraph`` paragraphs: XML that the object holds as text. It is parsed strictly,
so that an ill-formed one is refused by name. An ``InlineImage`` is a run with a picture, a ``Listing`` text in which
the bell character starts a paragraph, a sub-document another document whose body is grafted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import IO, Any, TypeAlias
from urllib.parse import urlsplit

import docxtpl
from docx.image.image import Image
from docx.oxml.shape import CT_Inline
from docx.shared import Mm
from docxtpl import InlineImage, Listing, RichText, RichTextParagraph
from lxml import etree

from generator.artifacts import Picture
from generator.messages import template_reasons as reasons
from generator.rendering.file.additions import PartAdditions
from generator.rendering.grafts.grafting import UnfitDocumentError, graft
from generator.rendering.grafts.incoming_document import document_of_subdocument
from generator.rendering.grafts.incoming_lists import Numbering
from generator.rendering.grafts.stand_ins import STAND_INS, TO_STAND_INS
from generator.rendering.opc.relation_types import OFFICE
from generator.rendering.opc.xml_parts import Element, parse
from generator.rendering.word.names import (
    BODY,
    DRAWING,
    DRAWING_NAME,
    LINK,
    LINKED,
    PARAGRAPH,
    PICTURE_NAME,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    VALUE,
    WORDPROCESSINGML,
    w,
)
from generator.rendering.word.schema_order import in_order

WordObject: TypeAlias = Any
"""One of docxtpl's objects, which publish no types."""

_HOLDER = f'<w:body xmlns:w="{WORDPROCESSINGML}" xmlns:r="{OFFICE}">{{}}</w:body>'
_WITHOUT_BREAKS = str.maketrans(dict.fromkeys(("\t", "\n", *STAND_INS.values())))

_CLICK = f"{{{DRAWING}}}hlinkClick"


@dataclass(frozen=True, slots=True)
class ObjectKind:
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


_IMAGE = ObjectKind("une image", "", frozenset({RUN}))

_KINDS = {
    RichText: ObjectKind("un texte enrichi", "r", frozenset({RUN, LINK})),
    InlineImage: _IMAGE,
    Picture: _IMAGE,
    RichTextParagraph: ObjectKind("un paragraphe enrichi", "p", frozenset({PARAGRAPH})),
}
if hasattr(docxtpl, "Subdoc"):  # there where docxcompose is installed
    _KINDS[docxtpl.Subdoc] = ObjectKind("un sous-document", "p", frozenset())


class UnfitObjectError(ValueError):
    """An object cannot enter a document; the message says why, in French."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """What an object brings: elements, and the text that a reader finds in them."""

    elements: tuple[Element, ...]
    text: str


def kind_of_object(value: object) -> ObjectKind | None:
    """Return the kind of one of docxtpl's objects, or ``None`` for any other value."""
    return next((kind for known, kind in _KINDS.items() if isinstance(value, known)), None)


def listing_text(value: object) -> str | None:
    """Return the text that a ``Listing`` was made of, or ``None`` for any other value."""
    return unescape(value.xml) if isinstance(value, Listing) else None


def embed(value: WordObject, kind: ObjectKind, additions: PartAdditions) -> Embedded:
    """Read the elements of an object; what they link to is added to the package.

    Raises:
        UnfitObjectError: when it holds anything else than its kind does, or a file that is no image.
    """
    if isinstance(value, Picture):
        return _embedded(parse(_own_picture(value, additions)))
    if isinstance(value, InlineImage):
        return _embedded(parse(_picture(value, additions)))
    if not kind.elements:
        return _embedded(_grafted(value, additions))
    try:
        holder = parse(_HOLDER.format(value.xml.translate(TO_STAND_INS)))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnfitObjectError(reasons.ILL_FORMED_OBJECT.format(error)) from None
    for element in holder:
        if element.tag not in kind.elements:
            raise UnfitObjectError(reasons.HOLDS_ELEMENT.format(etree.QName(element).localname))
    for properties in holder.iter(RUN_PROPERTIES):
        _set_in_order(properties)
    for link in holder.iter(LINK):
        link.set(LINKED, additions.link(_address(link.get(LINKED, ""))))
    return _embedded(holder)


def _grafted(subdocument: WordObject, additions: PartAdditions) -> Element:
    holder = etree.Element(BODY)
    try:
        holder.extend(graft(document_of_subdocument(subdocument), additions, Numbering.AS_WRITTEN))
    except UnfitDocumentError as error:
        raise UnfitObjectError(str(error)) from None
    for text in holder.iter(TEXT):
        text.text = (text.text or "").translate(TO_STAND_INS)
    return holder


def _set_in_order(properties: Element) -> None:
    """Give the properties of a run the order of the schema and what it requires, which docxtpl leaves out."""
    properties[:] = in_order(properties, RUN_PROPERTIES)
    for shading in properties.iterfind(w("shd")):
        shading.set(VALUE, "clear")  # the schema requires the pattern (17.3.2.32), and Word refuses a shd without it


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
        raise UnfitObjectError(reasons.NO_ADDRESS.format(url))
    return url


def _picture(image: InlineImage, additions: PartAdditions) -> str:
    """Return the XML of an image of docxtpl, by python-docx's own means."""
    read = _read(image.image_descriptor)
    # The description and the sizes are python-docx’s, as docxtpl takes them: only the numbers are ours.
    inline = _inline(read, image.width, image.height, additions)
    if image.anchor:
        link = additions.link(_address(image.anchor))
        for properties in (*inline.iter(DRAWING_NAME), *inline.iter(PICTURE_NAME)):
            etree.SubElement(properties, _CLICK, {LINKED: link})
    return _in_run(inline)


def _own_picture(picture: Picture, additions: PartAdditions) -> str:
    """Return the XML of a picture of ours: its own height, and what it shows."""
    inline = _inline(_read(BytesIO(picture.content)), None, Mm(picture.height), additions)
    for properties in inline.iter(DRAWING_NAME):
        properties.set("descr", picture.description)
    return _in_run(inline)


def _read(file: IO[bytes] | str) -> Image:
    try:
        image: Image = Image.from_file(file)
    except Exception as error:  # noqa: BLE001 - python-docx raises bare exceptions of files that are cut short
        raise UnfitObjectError(reasons.UNREADABLE_IMAGE.format(error)) from None
    return image


def _inline(image: Image, width: int | None, height: int | None, additions: PartAdditions) -> CT_Inline:
    """Return the drawing of an image that stands in a line; a size that is None follows from the other."""
    identifier = additions.image(image.blob, image.ext, image.content_type)
    return CT_Inline.new_pic_inline(
        additions.next_identifier(), identifier, image.filename, *image.scaled_dimensions(width, height)
    )


def _in_run(inline: CT_Inline) -> str:
    return _HOLDER.format(f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>")
