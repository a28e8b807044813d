"""The text of a .docx in reading order: what tests, golden texts and checks compare."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from generator.rendering.opc.xml_parts import Element, parse
from generator.rendering.word.names import BREAK, PARAGRAPH, TAB, TEXT, w
from generator.rendering.word.paragraphs import paragraph_of

_CHARACTERS = {TAB: "\t", w("cr"): "\n", w("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}"}
_PRINTED = (TEXT, BREAK, *_CHARACTERS)


def extract_text(docx: bytes, *, headers_and_footers: bool = False) -> str:
    """Return the text of a document, one paragraph a line, tables included, cell by cell.

    A line break inside a paragraph reads as a line break, a tab as a tab, a page break as a form feed.

    Args:
        docx: a complete document.
        headers_and_footers: whether headers, footers and notes follow the body, in the order of their parts.

    Raises:
        zipfile.BadZipFile: when ``docx`` is no archive.
        KeyError: when it has no Word document at its usual place.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        names = ["word/document.xml"]
        if headers_and_footers:
            names += sorted(name for name in archive.namelist() if _is_margin(name))
        return "\n".join(line for name in names for line in paragraphs(parse(archive.read(name))))


def _is_margin(name: str) -> bool:
    # By name and not by relation: whatever made the document, Word and python-docx name these parts so.
    kinds = ("word/header", "word/footer", "word/footnotes", "word/endnotes")
    return name.startswith(kinds) and name.endswith(".xml")


def paragraphs(root: Element) -> Iterator[str]:
    """Iterate over the text of the paragraphs of a part; a text box follows the paragraph that holds it."""
    return (paragraph_text(paragraph) for paragraph in root.iter(PARAGRAPH))


def paragraph_text(paragraph: Element) -> str:
    """Return the text of one paragraph, without that of a text box inside it."""
    return "".join(_character(element) for element in paragraph.iter(*_PRINTED) if paragraph_of(element) is paragraph)


def _character(element: Element) -> str:
    if element.tag == TEXT:
        return element.text or ""
    if element.tag == BREAK:
        return "\f" if element.get(w("type")) == "page" else "\n"
    # A tab stop in a paragraph's properties shares the name of the tab character.
    parent = element.getparent()
    return "" if parent is None or parent.tag == w("tabs") else _CHARACTERS[str(element.tag)]
