"""Pieces of templates whose blocks cut, repeat or take something away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.rendering import compile_template
from tests.support.as_word import WORD_TYPE, notes, paragraph, run, with_part, word_365
from tests.support.sample_templates import CONTEXT
from tests.support.word import DOCUMENT, NAMESPACES, PREFIXES, W, edited, tree

IF, ELSE, END_IF = map(paragraph, ("{%p if oui %}", "{%p else %}", "{%p endif %}"))
LOOP, END_LOOP = paragraph("{%p for l in lignes %}"), paragraph("{%p endfor %}")
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
YES, NO = {**CONTEXT, "oui": True}, {**CONTEXT, "oui": False}


def code(instruction: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'


def start(name: str, number: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int = 1) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def bookmarked(name: str, *content: str, number: int = 1) -> str:
    """A paragraph all of which is a bookmark."""
    return paragraph(start(name, number), *content, end(number))


def in_header(template: bytes, content: str) -> bytes:
    """The same template with a header."""
    xml = f'<w:hdr xmlns:w="{W}">{content}</w:hdr>'
    word = with_part(template, "word/header9.xml", "header", f"{WORD_TYPE}.header+xml", xml)
    relation = f'<w:headerReference xmlns:r="{PREFIXES["r"]}" w:type="default" r:id="rId901"/>'
    return edited(word, DOCUMENT, lambda body: body.replace("<w:pgSz", f"{relation}<w:pgSz", 1))


def numbering(*definitions: str, instances: str) -> str:
    return f'<w:numbering xmlns:w="{W}">{"".join(definitions)}{instances}</w:numbering>'


def definition(number: int, number_format: str = "decimal") -> str:
    level = (
        '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="%1."/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )
    levels = "".join(level.format(rank, number_format) for rank in range(2))
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def instance(number: int, of: int) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/></w:num>'


def item(text: str, number: int = 41, level: int = 0) -> str:
    """A numbered paragraph."""
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def numbered(*elements: str, number_format: str = "decimal") -> bytes:
    """A template whose lists 41 and 42 have one definition each."""
    added = definition(40, number_format) + definition(39), instance(41, 40) + instance(42, 39)

    def change(xml: str) -> str:
        first = xml.index("<w:num ")
        return f"{xml[:first]}{added[0]}{xml[first:]}".replace("</w:numbering>", f"{added[1]}</w:numbering>")

    return edited(word_365(*elements), "word/numbering.xml", change)


def with_note(kind: str, body: Iterable[str], *note: str) -> bytes:
    """A template that calls note 2 where its body says so, and has no other call."""
    calling = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    template = notes(kind, *note)
    elements = "".join(body)
    return edited(
        template, DOCUMENT, lambda xml: xml.replace(paragraph("Texte", calling), elements.replace("CALL", calling))
    )


def rendered(template: bytes, context: Mapping[str, Any] = CONTEXT) -> bytes:
    return compile_template(template).render(context)


def found(word: bytes, path: str, part: str = DOCUMENT) -> list[str]:
    """The attributes or the texts that a path gives in a part."""
    names = {**PREFIXES, **NAMESPACES}
    return [
        node if isinstance(node, str) else "".join(node.itertext())
        for node in tree(word, part).xpath(path, namespaces=names)
    ]


def plain(text: str) -> str:
    return run(text, "")
