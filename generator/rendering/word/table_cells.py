"""The properties of table cells, in the order of the schema, where docxtpl writes some of them out of it.

``{% colspan %}`` and ``{% cellbg %}`` put theirs first, ``{% vm %}`` and ``{% hm %}`` last, whatever the cell has
already. The order is that of ECMA-376 part 1, 17.4.70 and of its schema, ``CT_TcPr``.
"""

from __future__ import annotations

import re

from lxml import etree

from generator.rendering.word.ooxml import CELL, Element, w
from generator.rendering.word.reading_text import paragraphs

_ORDER = (
    "cnfStyle",
    "tcW",
    "gridSpan",
    "hMerge",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
    "hideMark",
    "headers",
    "cellIns",
    "cellDel",
    "cellMerge",
    "tcPrChange",
)
_TC_PR = w("tcPr")
_SHAPES_CELL = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PROPERTIES = re.compile(r"(<w:tcPr(?:\s[^>]*)?>)(.*?)(?=</w:tcPr>)", re.DOTALL)
_PROPERTY = re.compile(r"<w:(\w+)(?:\s[^<>]*)?(?:/>|>.*?</w:\1>)", re.DOTALL)
_PLACE = "\ufdef"
"""A noncharacter that stands for a tag, so that what a tag holds is not read as XML (Unicode 23.7)."""


def open_empty_properties(root: Element) -> None:
    """Write empty properties as two tags, the only form that docxtpl finds; where a tag needs some, there are some."""
    for cell in root.iter(CELL):
        if cell.find(_TC_PR) is None and any(map(_SHAPES_CELL.search, paragraphs(cell))):
            cell.insert(0, etree.Element(_TC_PR))
    for properties in root.iter(_TC_PR):
        if len(properties) == 0:
            properties.text = ""


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
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
