"""The one dialect of WordprocessingML that is read, transitional with the prefix ``w``, and how others come to it.

Word writes it by default. A program that writes XML by rote may give its namespace another prefix, which means the same
(Namespaces in XML 1.0, section 4); a strict document (ECMA-376 part 1, annex A) or a .dotx is another kind of file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from generator.messages import template_files
from generator.rendering.faults import Fault
from generator.rendering.word.ooxml import CONTENT_TYPES, WORDPROCESSINGML, Element, w

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def with_usual_prefix(tree: Element) -> Element:
    """Return a part with the prefix ``w``, by which docxtpl and Word's own tools know its elements."""
    if etree.QName(tree).namespace != WORDPROCESSINGML or tree.prefix == "w":
        return tree
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
            "document au format Open XML strict",
            fix="enregistrez-le dans Word comme « Document Word (.docx) », non comme « Document Open XML strict »",
        )
    if _TEMPLATE_TYPE in _declared_types(types):
        return Fault(
            template_files.UNREADABLE,
            "modèle Word (.dotx)",
            fix="enregistrez-le dans Word comme « Document Word (.docx) », non comme « Modèle Word »",
        )
    return Fault(template_files.UNREADABLE, "aucun document Word dans l'archive")


def _declared_types(types: Element | None) -> Iterable[str]:
    overrides = () if types is None else types.iter(f"{{{CONTENT_TYPES}}}Override")
    return {override.get("ContentType", "") for override in overrides}
