"""The one dialect of WordprocessingML that is read, transitional with the prefix ``w``, and how others come to it.

Word writes it by default. A program that writes XML by rote may give its namespace another prefix, which means the same
(Namespaces in XML 1.0, section 4); a strict document (ECMA-376 part 1, annex A) or a .dotx is another kind of file.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.messages import template_files
from generator.messages import template_reasons as reasons
from generator.rendering.faults import Fault
from generator.rendering.opc.content_types import DOCUMENT_TEMPLATE, overrides
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import WORDPROCESSINGML, w

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def with_usual_prefix(tree: Element) -> Element:
    """Return a part with the prefix ``w``, by which docxtpl and Word's own tools know its elements."""
    if etree.QName(tree).namespace != WORDPROCESSINGML or tree.prefix == "w":
        return tree
    # lxml fixes the prefixes of an element when it makes it: the root is made anew, and its children follow.
    others = {prefix: name for prefix, name in tree.nsmap.items() if prefix and name != WORDPROCESSINGML}
    usual = etree.Element(tree.tag, nsmap={**others, "w": WORDPROCESSINGML})
    usual.attrib.update(tree.attrib)
    usual.extend(list(tree))
    return usual


def is_document(tree: Element | None) -> bool:
    """Whether a part is a document in the dialect that is read."""
    return tree is not None and tree.tag == w("document")


def no_document(trees: Mapping[str, Element], types: Element | None) -> Fault:
    """Say why an archive holds no document that can be read."""
    if any(tree.tag == f"{{{_STRICT}}}document" for tree in trees.values()):
        return Fault(
            template_files.UNREADABLE,
            reasons.STRICT_DOCUMENT,
            fix=reasons.SAVE_AS_TRANSITIONAL,
        )
    if DOCUMENT_TEMPLATE in overrides(types).values():
        return Fault(
            template_files.UNREADABLE,
            reasons.WORD_TEMPLATE,
            fix=reasons.SAVE_AS_DOCUMENT,
        )
    return Fault(template_files.UNREADABLE, reasons.NO_DOCUMENT)
