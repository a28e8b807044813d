"""Names of WordprocessingML and of what stands inside it (ECMA-376 part 1, annex A; [MS-DOCX] for ``w14``)."""

from __future__ import annotations

from generator.rendering.opc.relation_types import RELATION_ID

WORDPROCESSINGML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING_ANCHOR = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MARKUP_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
VML = "urn:schemas-microsoft-com:vml"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"


def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{WORDPROCESSINGML}}}{name}"


BODY, PARAGRAPH, RUN, TEXT = w("body"), w("p"), w("r"), w("t")
TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
PARAGRAPH_PROPERTIES, RUN_PROPERTIES, CELL_PROPERTIES = w("pPr"), w("rPr"), w("tcPr")
BREAK, TAB, SECTION = w("br"), w("tab"), w("sectPr")
NUMBERING, LIST_OF_PARAGRAPH = w("numbering"), w("numPr")
ID, VALUE, NAME, TYPE = w("id"), w("val"), w("name"), w("type")
"""Attributes: an identifier, the value of a property, a name, a type."""

BOOKMARK_START, BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
COMMENT_MARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
FOOTNOTE_CALL, ENDNOTE_CALL = w("footnoteReference"), w("endnoteReference")

FALLBACK = f"{{{MARKUP_COMPATIBILITY}}}Fallback"
"""What only programs older than Word 2010 read (ECMA-376 part 3: markup compatibility)."""

PARAGRAPH_ID, TEXT_ID = f"{{{WORD_2010}}}paraId", f"{{{WORD_2010}}}textId"
"""Identifiers of a paragraph and of its text, unique in a document, and of no use to its reader ([MS-DOCX] 2.5.4)."""

DRAWING_NAME, PICTURE_NAME = f"{{{DRAWING_ANCHOR}}}docPr", f"{{{PICTURE}}}cNvPr"
LINK, LINKED = w("hyperlink"), RELATION_ID

BLOCK_CONTAINERS = frozenset({CELL, w("hdr"), w("ftr"), w("footnote"), w("endnote"), w("comment"), w("txbxContent")})
"""What Word refuses to open, or to number, without a paragraph inside."""
