"""Content with identifiers, related parts, and templates that repeat some."""

from __future__ import annotations

from collections.abc import Mapping

import docx

from tests.support.word import DOCUMENT, document, edited, saved

CORE, RELATIONS = "docProps/core.xml", "word/_rels/document.xml.rels"

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def related(kind: str, target: str, *, identifier: str = "rId77", mode: str = "") -> bytes:
    """A document with one more relation."""
    external = f' TargetMode="{mode}"' if mode else ""
    relation = f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"{external}/></Relationships>'
    return edited(document("x"), RELATIONS, lambda xml: xml.replace("</Relationships>", relation))


def drawing(identifier: int) -> str:
    inline = f'<wp:inline xmlns:wp="{WP}"><wp:docPr id="{identifier}"/></wp:inline>'
    return f"<w:p><w:r><w:drawing>{inline}</w:drawing></w:r></w:p>"


def bookmark(identifier: int, name: str) -> str:
    return f'<w:p><w:bookmarkStart w:id="{identifier}" w:name="{name}"/><w:bookmarkEnd w:id="{identifier}"/></w:p>'


def numbered(*identifiers: str) -> str:
    return "".join(f'<w:p xmlns:w14="{W14}" w14:paraId="{identifier}"/>' for identifier in identifiers)


HEADER, FOOTER = "word/header1.xml", "word/footer1.xml"


def margins(header: str, footer: str, *elements: str) -> bytes:
    """A template with a header, a footer and a body written in XML."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "{{ nom }}"
    word.sections[0].footer.paragraphs[0].text = "constant"
    template = edited(saved(word), HEADER, lambda xml: xml.replace("</w:hdr>", f"{header}</w:hdr>"))
    template = edited(template, FOOTER, lambda xml: xml.replace("</w:ftr>", f"{footer}</w:ftr>"))
    return edited(template, DOCUMENT, lambda xml: xml.replace("<w:body>", "<w:body>" + "".join(elements)))


REPEATING: Mapping[str, bytes] = {
    "bookmarks": margins(bookmark(1, "a"), bookmark(1, "b") * 2, bookmark(1, "a"), bookmark(1, "b"), bookmark(1, "c")),
    "pictures": margins(drawing(1) * 2, drawing(1), drawing(1), drawing(1)),
    "paragraphs": margins(numbered("0000000A", "0000000a"), numbered("1", "00000001"), numbered("80000000", "0", "x")),
    "pictures where docxtpl numbers those of a body": margins(drawing(1001), drawing(1002), drawing(5), drawing(5)),
}
