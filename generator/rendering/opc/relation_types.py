"""Types of relations, by their last word: ``…/officeDocument/2006/relationships/image`` is ``image``.

Sources: ECMA-376 part 1, 11.3 (parts of a Word file), 15.2 (shared parts); [MS-DOCX] and [MS-OFFMACRO2] for macros.
"""

from __future__ import annotations

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""What most types begin with; and the namespace of the attributes by which a part names its relations."""

RELATION_ID = f"{{{OFFICE}}}id"

MAIN_DOCUMENT = "officeDocument"
HEADER, FOOTER, FOOTNOTES, ENDNOTES = "header", "footer", "footnotes", "endnotes"
STYLES, NUMBERING, COMMENTS = "styles", "numbering", "comments"
IMAGE, CHART, HYPERLINK = "image", "chart", "hyperlink"
PROPERTIES = ("core-properties", "extended-properties", "custom-properties")

MACROS = ("vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars")
EMBEDDED_FILE = "package"
EMBEDDED = ("oleObject", "control", "activeXControlBinary", EMBEDDED_FILE)
FOREIGN_CHUNK = "aFChunk"
SUBDOCUMENT = "subDocument"
ATTACHED_TEMPLATE = "attachedTemplate"


def short_type(full: str) -> str:
    """Return the last word of a type."""
    return full.rpartition("/")[2]


def full_type(kind: str) -> str:
    """Return the type that a word names."""
    return f"{OFFICE}/{kind}"
