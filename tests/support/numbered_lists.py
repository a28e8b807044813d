"""Documents whose paragraphs are in a list."""

from __future__ import annotations

from collections.abc import Iterable

import docx
from docx.document import Document
from docx.oxml import parse_xml

from tests.support.word import W


def numbered(texts: Iterable[str], text: str = "%1.") -> Document:
    """A document whose paragraphs name a list themselves."""
    word = docx.Document()
    numbering = word.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="77"><w:nsid w:val="0A0B0C0D"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num xmlns:w="{W}" w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for content in texts:
        properties = word.add_paragraph(content)._p.get_or_add_pPr()
        numbers = properties.get_or_add_numPr()
        numbers.get_or_add_ilvl().val, numbers.get_or_add_numId().val = 0, 77
    return word
