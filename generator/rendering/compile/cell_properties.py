"""The properties of table cells, in the order of the schema, where docxtpl writes some of them out of it.

``{% colspan %}`` and ``{% cellbg %}`` put theirs first, ``{% vm %}`` and ``{% hm %}`` last, whatever the cell has
already. Word drops, or refuses, what stands out of the order of ``CT_TcPr``.
"""

from __future__ import annotations

import re

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import CELL, CELL_PROPERTIES, w
from generator.rendering.word.reading_text import paragraphs
from generator.rendering.word.schema_order import get_or_add, rank

_SHAPES_CELL = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PROPERTIES = re.compile(r"(<w:tcPr(?:\s[^>]*)?>)(.*?)(?=</w:tcPr>)", re.DOTALL)
_PROPERTY = re.compile(r"<w:(\w+)(?:\s[^<>]*)?(?:/>|>.*?</w:\1>)", re.DOTALL)
_PLACE = "\ufdef"
"""A noncharacter that stands for a tag, so that what a tag holds is not read as XML (Unicode 23.7)."""


def open_empty_properties(root: Element) -> None:
    """Write empty properties as two tags, the only form that docxtpl finds; where a tag needs some, there are some."""
    for cell in root.iter(CELL):
        if cell.find(CELL_PROPERTIES) is None and any(map(_SHAPES_CELL.search, paragraphs(cell))):
            get_or_add(CELL_PROPERTIES, cell)
    for properties in root.iter(CELL_PROPERTIES):
        if len(properties) == 0:
            properties.text = ""  # lxml writes an element with a text, even an empty one, as two tags


def with_ordered_properties(patched_xml: str) -> str:
    """Return a Jinja source in which the properties that hold a tag stand in the order of the schema."""
    return _PROPERTIES.sub(_ordered, patched_xml)


def _ordered(match: re.Match[str]) -> str:
    opening, content = match.groups()
    tags = _TAG.findall(content)
    properties = [found[0] for found in _PROPERTY.finditer(_TAG.sub(_PLACE, content))]
    if not tags or "".join(properties) != _TAG.sub(_PLACE, content):  # a tracked change holds the former properties
        return match[0]
    remaining = iter(tags)
    restored = [re.sub(_PLACE, lambda _: next(remaining), text) for text in properties]
    return opening + "".join(sorted(restored, key=_rank))


def _rank(xml: str) -> int:
    name = xml.removeprefix("<w:").split(maxsplit=1)[0].strip("/>").partition(">")[0]
    return rank(w(name), CELL_PROPERTIES)
