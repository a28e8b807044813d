"""Content types: what each part of a package is, as ``[Content_Types].xml`` says (ECMA-376 part 2, 10.1.2).

A part has the type of its own ``Override``; without one, that of its extension, a ``Default``.
"""

from __future__ import annotations

from lxml import etree

from generator.rendering.opc.xml_parts import Element

TYPES = "[Content_Types].xml"
"""The member that declares them; it is no part itself, and has no type."""

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
DEFAULT, OVERRIDE = f"{{{_NAMESPACE}}}Default", f"{{{_NAMESPACE}}}Override"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT, DOCUMENT_TEMPLATE = f"{_WORD}.document.main+xml", f"{_WORD}.template.main+xml"
STYLES, NUMBERING, COMMENTS = f"{_WORD}.styles+xml", f"{_WORD}.numbering+xml", f"{_WORD}.comments+xml"
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
"""Types of the parts of a Word file (ECMA-376 part 1, 11.3; 14.2.1 for charts)."""


def overrides(types: Element | None) -> dict[str, str]:
    """Return the types that parts have of their own, by their names in the archive."""
    if types is None:
        return {}
    return {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in types.iter(OVERRIDE)}


def type_of(types: Element, name: str, extension: str) -> str:
    """Return the type of a part: its own, or that of its extension, or an empty string."""
    own = overrides(types).get(name)
    if own is not None:
        return own
    for default in types.iter(DEFAULT):
        if default.get("Extension", "").lower() == extension.lower():
            return str(default.get("ContentType", ""))
    return ""


def declare_part(types: Element, name: str, content_type: str) -> None:
    """Give a part a type of its own."""
    etree.SubElement(types, OVERRIDE, {"PartName": f"/{name}", "ContentType": content_type})


def declare_extension(types: Element, extension: str, content_type: str) -> None:
    """Give an extension a type, unless it has one; an extension has one type, whatever its case (10.1.2.2)."""
    if extension.lower() not in {default.get("Extension", "").lower() for default in types.iter(DEFAULT)}:
        types.insert(0, etree.Element(DEFAULT, {"Extension": extension, "ContentType": content_type}))
