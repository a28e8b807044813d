"""Names and parsers of Office Open XML (ECMA-376), the format of .docx files."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

WORDPROCESSINGML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DRAWING_ANCHOR = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MARKUP_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
VML = "urn:schemas-microsoft-com:vml"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element  # noqa: SLF001 - lxml gives its element type no public name


def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{WORDPROCESSINGML}}}{name}"


BODY, PARAGRAPH, RUN, TEXT = w("body"), w("p"), w("r"), w("t")
TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
PARAGRAPH_PROPERTIES, RUN_PROPERTIES = w("pPr"), w("rPr")
BREAK, TAB = w("br"), w("tab")

MAX_BOXES = 24
"""Paragraphs and tables inside one another: tables inside tables, text boxes inside paragraphs."""

BLOCK_CONTAINERS = frozenset({CELL, w("hdr"), w("ftr"), w("footnote"), w("endnote"), w("comment"), w("txbxContent")})
"""What Word refuses to open, or to number, without a paragraph inside."""


def parse(xml: bytes | str) -> Element:
    """Parse strictly: no entity, no network, no recovery.

    Raises:
        etree.XMLSyntaxError: when the XML is not well formed.
    """
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def parse_template(xml: bytes) -> Element:
    """Parse a part of a template strictly, without what means nothing to Word: indentation, comments, instructions.

    Raises:
        etree.XMLSyntaxError: when the XML is not well formed.
        ValueError: when paragraphs or tables are inside others beyond what Word shows.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,  # elements inside elements two hundred and fifty-six times at most
        remove_blank_text=True,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(xml, parser)
    for box in root.iter(PARAGRAPH, TABLE):
        if sum(1 for _ in box.iterancestors(PARAGRAPH, TABLE)) > MAX_BOXES:
            raise ValueError("paragraphs or tables inside others")
    return root


def serialize(root: Element) -> bytes:
    """Write a whole part, with the declaration that Word expects."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def paragraph_of(element: Element) -> Element | None:
    """Return the nearest paragraph around ``element``."""
    return next(element.iterancestors(PARAGRAPH), None)


def remove(element: Element) -> None:
    """Take an element off; no text follows an element in these parts."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def own_texts(paragraph: Element) -> Iterator[Element]:
    """Iterate over the text elements of a paragraph, leaving out those of a text box inside it."""
    return (text for text in paragraph.iter(TEXT) if paragraph_of(text) is paragraph)
