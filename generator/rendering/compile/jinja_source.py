"""From a part's tree to its Jinja source, by docxtpl's own transformation.

docxtpl joins tags that Word cut, removes the paragraph, row or cell around ``{%p``, ``{%tr``, ``{%tc`` and places
column spans and merges. Here each tag of the result gets a line of its own (a line break inside the tag, which
Jinja ignores), so that a line number of Jinja's names one tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import nodes
from lxml import etree

from generator.rendering.compile.cell_properties import open_empty_properties, with_ordered_properties
from generator.rendering.compiled.guard_references import Slot
from generator.rendering.compiled.tagged_source import JinjaSource
from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.tag import Tag
from generator.rendering.tags.tag_text import TAG
from generator.rendering.word.hidden_numbers import NUMBER, decode, without_numbers
from generator.rendering.word.identifiers import repeats_identifiers

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_OPENING = re.compile(r"\{[{%][-+]?")
"""Its sign belongs to the delimiter: behind a line break it would be the sign of a number."""

_COMMENT = re.compile(r"\{#([-+]?).*?([-+]?)#\}", re.DOTALL)
_LITERAL_BRACES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
_TEXT_LEAVES = frozenset({"w:instrText", "w:delText", "w:delInstrText"})
_PARAGRAPH_IDENTIFIER = re.compile(r' w14:(?:paraId|textId)="[0-9A-Fa-f]*"')


def patched(root: Element) -> str:
    """Return docxtpl's Jinja source of a tree whose tags are numbered."""
    open_empty_properties(root)
    return with_ordered_properties(_docxtpl().patch_xml(etree.tostring(root, encoding="unicode")))


@cache
def _docxtpl() -> DocxTemplate:
    """Return docxtpl's template of no file: its ``patch_xml`` reads nothing but the text that it is given."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - a command whose templates were kept does without

    return DocxTemplate("")


def build_source(patched_xml: str, tags: Sequence[Tag]) -> JinjaSource:
    """Give each tag of a patched source its own line and take its number off.

    A tag that docxtpl made by itself (``loop.first`` of a merge) counts for the numbered tag before it.
    """
    builder = _SourceBuilder()
    for static, tag in split_tags(patched_xml):
        builder.add_static(static)
        if comment := _COMMENT.fullmatch(tag):  # it prints nothing: it needs no line, and only its signs are kept
            builder.pieces.append(f"{{#{comment[1]} {comment[2]}#}}" if any(comment.groups()) else "")
        elif tag:
            builder.add_tag(tag)
    return JinjaSource(
        "".join(builder.pieces),
        builder.lines,
        builder.origins,
        builder.slots,
        builder.written,
        tags,
        builder.repeats_identifiers,
    )


@dataclass
class _SourceBuilder:
    """The source so far, and where its end stands."""

    pieces: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    repeats_identifiers: bool = False
    _line: int = 1
    _origin: int = 0
    _depth: int = 0
    _markup: str = ""

    def add_static(self, static: str) -> None:
        """Add what stands between two tags; a loop must not repeat the identifiers of paragraphs."""
        if self._depth:
            static = _PARAGRAPH_IDENTIFIER.sub("", static)
            self.repeats_identifiers = self.repeats_identifiers or repeats_identifiers(static)
        self.pieces.append(static)
        self._line += static.count("\n")
        start = static.rfind("<")
        self._markup = static[start:] if start >= 0 else self._markup + static

    def add_tag(self, tag: str) -> None:
        """Add a tag, on its own line."""
        number = NUMBER.search(tag)
        # A tag without a number was made by docxtpl, for the merge that the tag before it asks for.
        self._origin = decode(number[0]) if number else self._origin
        text = _on_its_own_line(without_numbers(tag))
        self.pieces.append(text)
        self.lines.append(self._line + 1)
        self.origins.append(self._origin)
        self.slots.append(_slot(self._markup))
        self.written.append(text)
        self._line += text.count("\n")
        self._depth += _depth_change(text)
        self.repeats_identifiers = self.repeats_identifiers or self._markup.startswith("<w:bookmarkStart ")


def _slot(markup: str) -> Slot:
    """Tell where a tag prints from the last XML tag before it and what follows that."""
    # No closing bracket: the tag stands inside an attribute. Other namespaces than w: are those of properties.
    tag, closed, _ = markup.partition(">")
    name = tag.removeprefix("<").split(maxsplit=1)[0] if tag.removeprefix("<").strip() else ""
    if not closed or name in _TEXT_LEAVES or not name.startswith(("w:", "/", "?")):
        return Slot.PLAIN
    return Slot.RUN if name == "w:t" and not tag.endswith("/") else Slot.BARE


def split_tags(source: str) -> Iterator[tuple[str, str]]:
    """Cut a source into pairs of what precedes a tag and the tag; the last pair has no tag."""
    end = 0
    for match in TAG.finditer(source):
        yield source[end : match.start()], match[0]
        end = match.end()
    yield source[end:], ""


def numbers(source: str) -> list[int]:
    """Return the numbers of the tags of a patched source, in their order."""
    return [decode(number[0]) for _, tag in split_tags(source) if (number := NUMBER.search(tag))]


def restore_braces(template: nodes.Template) -> None:
    """Write literal braces where the template asks for them (``{_{`` is « {{ »), in its own text alone."""
    for data in template.find_all(nodes.TemplateData):
        for escaped, literal in _LITERAL_BRACES.items():
            data.data = data.data.replace(escaped, literal)


def _on_its_own_line(tag: str) -> str:
    opening = _OPENING.match(tag)
    end = opening.end() if opening else 2
    return f"{tag[:end]}\n{tag[end:]}"


def _depth_change(tag: str) -> int:
    """Tell whether a tag opens a loop (1), closes one (-1) or neither (0).

    What a loop repeats must not repeat an identifier: Word wants those of paragraphs unique.
    """
    words = tag.strip("{%-+} \n").split(maxsplit=1)
    return {"for": 1, "endfor": -1}.get(words[0], 0) if words else 0
