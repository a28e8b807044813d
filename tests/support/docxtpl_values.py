"""docxtpl's objects as values: rich texts, pictures, sub-documents, and templates for them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import docx
from docx.shared import Mm
from docxtpl import DocxTemplate

from tests.support.word import document, saved

RICH_PROPERTIES: dict[str, dict[str, Any]] = {
    "style": {"style": "Strong"},
    "color": {"color": "#ff0000"},
    "size": {"size": 40},
    "subscript": {"subscript": True},
    "superscript": {"superscript": True},
    "bold": {"bold": True},
    "italic": {"italic": True},
    "underline": {"underline": True},
    "dotted underline": {"underline": "dotted"},
    "strike": {"strike": True},
    "font": {"font": "Arial"},
    "regional font": {"font": "eastAsia:SimSun"},
    "right to left": {"rtl": True, "bold": True, "italic": True},
    "language": {"lang": "fr-FR"},
    "none": {},
}


def italic(text: str) -> bytes:
    """A template whose only tag stands in an italic run, between two others."""
    word = docx.Document()
    paragraph = word.add_paragraph("Avant ", style="Quote")
    paragraph.add_run(text).italic = True
    paragraph.add_run(" après").bold = True
    return saved(word)


def picture(shade: int = 0) -> io.BytesIO:
    """A grey PNG of one pixel (PNG specification, 5.2 to 5.6)."""
    chunks = [
        (b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes([0, shade]))),
        (b"IEND", b""),
    ]
    packed = [
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    ]
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(packed))


def of_docxtpl_with(template: bytes, context: Any) -> bytes:
    """What docxtpl makes of a context that is made for its own template."""
    reference = DocxTemplate(io.BytesIO(template))
    reference.init_docx()
    reference.render(context(reference), autoescape=True)
    buffer = io.BytesIO()
    reference.save(buffer)
    return buffer.getvalue()


def stranger() -> DocxTemplate:
    """Another template than the one that is rendered."""
    return DocxTemplate(io.BytesIO(document("étranger")))


def written(template: DocxTemplate) -> Any:
    """A sub-document with what python-docx writes: headings, lists, a table, a picture, tabs."""
    subdocument = template.new_subdoc()
    subdocument.add_heading("Musées & <Dijon>", 2)
    for text in ("un\tdeux", "trois"):
        subdocument.add_paragraph(text, style="List Number")
    subdocument.add_table(1, 2, style="Table Grid").cell(0, 0).text = "cellule"
    subdocument.add_picture(picture(), width=Mm(5))
    return subdocument


def bare_template() -> bytes:
    """A template with few styles and no list, so that most must come along."""
    word = docx.Document()
    word.add_paragraph("Avant")
    word.add_paragraph("{{p v }}")
    for style in word.styles.element.xpath("w:style[not(@w:default)]"):
        word.styles.element.remove(style)
    numbering = word.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    return saved(word)
