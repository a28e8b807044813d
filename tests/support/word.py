"""Small Word documents for the tests of rendering, and readings of what was rendered."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from typing import Any

import docx
from docx.document import Document
from lxml import etree

from generator.rendering import TemplateErrors, compile_template

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {"w": W}
DOCUMENT = "word/document.xml"


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def document(*paragraphs: str) -> bytes:
    """A document of plain paragraphs."""
    word = docx.Document()
    for paragraph in paragraphs:
        word.add_paragraph(paragraph)
    return saved(word)


def table(*rows: Iterable[str], before: Iterable[str] = (), after: Iterable[str] = ()) -> bytes:
    """A document with one table, between paragraphs."""
    word = docx.Document()
    for paragraph in before:
        word.add_paragraph(paragraph)
    cells = [list(row) for row in rows]
    grid = word.add_table(len(cells), max(len(row) for row in cells))
    for number, row in enumerate(cells):
        for column, text in enumerate(row):
            grid.cell(number, column).text = text
    for paragraph in after:
        word.add_paragraph(paragraph)
    return saved(word)


def body(*elements: str) -> bytes:
    """A document whose body is written in XML; each element is completed with the namespace of ``w:``."""
    return edited(document(), DOCUMENT, lambda xml: xml.replace("<w:body>", "<w:body>" + "".join(elements)))


def edited(word: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The same document, one part of which is changed as text."""
    return with_members(word, {name: change(member(word, name).decode()).encode()})


def with_members(word: bytes, members: Mapping[str, bytes]) -> bytes:
    """The same document with parts added or replaced."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()} | dict(members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def member(word: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return archive.read(name)


def tree(word: bytes, name: str = DOCUMENT) -> Any:
    return etree.fromstring(member(word, name))


def compile_codes(word: bytes) -> list[str]:
    """The codes of the faults that forbid to compile a template; none when it compiles."""
    try:
        compile_template(word)
    except TemplateErrors as errors:
        return [finding.code for finding in errors.findings]
    return []


def render_errors(word: bytes, context: Mapping[str, Any], *, draft: bool = False) -> list[str]:
    """The messages of the faults of a rendering, each with its code."""
    try:
        compile_template(word).render(context, draft=draft)
    except TemplateErrors as errors:
        return [f"{finding.code} {finding.message} {finding.fix}".strip() for finding in errors.findings]
    return []


def unmarked(message: str) -> str:
    """The message without the arrows around the tag that it is about."""
    return message.replace("→", "").replace("←", "")


PREFIXES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in PREFIXES.items())
_DECLARATION = re.compile(r' xmlns(?::\w+)?="[^"]*"')


def element(xml: str) -> Any:
    """The element that a piece of XML writes, with the usual prefixes."""
    return etree.fromstring(f"<x{_DECLARED}>{xml}</x>")[0]


def xml_of(*elements: Any) -> str:
    """The XML of elements, with the usual prefixes and without their declarations."""
    holder = etree.fromstring(f"<x{_DECLARED}/>")
    holder.extend(deepcopy(each) for each in elements)
    return "".join(_DECLARATION.sub("", etree.tostring(each, encoding="unicode", with_tail=False)) for each in holder)
