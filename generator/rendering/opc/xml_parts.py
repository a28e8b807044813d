"""The XML of parts: parsed strictly, written as Word expects it."""

from __future__ import annotations

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml gives its element type no public name
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parse(xml: bytes | str) -> Element:
    """Parse strictly: no entity, no network, no recovery.

    Raises:
        etree.XMLSyntaxError: when the XML is not well formed.
    """
    # huge_tree: a rendering may hold a text longer than the ten million characters that libxml2 stops at.
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def parse_untrusted(xml: bytes) -> Element:
    """Parse a part of a file from outside, without what means nothing to Word: indentation, comments, instructions.

    Raises:
        etree.XMLSyntaxError: when the XML is not well formed, or elements are inside others beyond 256 times.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,  # libxml2 then stops at 256 elements inside one another
        remove_blank_text=True,
        remove_comments=True,  # a comment inside w:t would cut the text in two for docxtpl
        remove_pis=True,  # an instruction of the file could pass for one of ours, which name what is printed
    )
    return etree.fromstring(xml, parser)


def serialize(root: Element) -> bytes:
    """Write a whole part, with the declaration that Word expects."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def remove(element: Element) -> None:
    """Take an element off; no text follows an element in these parts.

    lxml removes an element with its tail: mixed content would lose words, but WordprocessingML has none.
    """
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
