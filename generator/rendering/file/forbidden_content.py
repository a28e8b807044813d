"""What a template must not hold: each refused by its name.

Macros, external relations other than hyperlinks, fields that fetch or run (DDE, INCLUDE…), OLE and ActiveX objects,
imported foreign chunks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from generator.messages import template_files
from generator.messages.message import Message
from generator.rendering.faults import Fault
from generator.rendering.opc.content_types import DEFAULT, OVERRIDE, TYPES
from generator.rendering.opc.relation_types import (
    EMBEDDED,
    EMBEDDED_FILE,
    FOREIGN_CHUNK,
    HYPERLINK,
    MACROS,
    SUBDOCUMENT,
)
from generator.rendering.opc.relations import Relation
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.field_codes import field_codes
from generator.rendering.word.names import w

_FORBIDDEN_RELATIONS: Mapping[str, Message] = {
    **dict.fromkeys(MACROS, template_files.MACROS),
    **dict.fromkeys(EMBEDDED, template_files.EMBEDDED),
    FOREIGN_CHUNK: template_files.FOREIGN_CHUNK,
    SUBDOCUMENT: template_files.EXTERNAL,
}
_FORBIDDEN_ELEMENTS: Mapping[str, Message] = {
    w("altChunk"): template_files.FOREIGN_CHUNK,
    w("control"): template_files.EMBEDDED,
    w("objectEmbed"): template_files.EMBEDDED,
    w("objectLink"): template_files.EMBEDDED,
    "{urn:schemas-microsoft-com:office:office}OLEObject": template_files.EMBEDDED,
}
_ACTIVE_FIELD = re.compile(
    r'\s*"?(DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|EMBED|DATABASE|RD|MACROBUTTON)\b',
    re.IGNORECASE,
)
_MACRO_MEMBER = re.compile(r"vba(project|data)|activex", re.IGNORECASE)


def forbidden_members(names: Iterable[str], trees: Mapping[str, Element]) -> Iterator[Fault]:
    """Report the members that hold a program, by their name or by their type."""
    for name in names:
        if _MACRO_MEMBER.search(name):
            yield Fault(template_files.EMBEDDED if "activex" in name.lower() else template_files.MACROS, name)
    types = trees.get(TYPES)
    for declared in () if types is None else types.iter(OVERRIDE, DEFAULT):
        if "macroenabled" in declared.get("ContentType", "").lower():
            yield Fault(template_files.MACROS, declared.get("ContentType", ""))


def forbidden_relations(relations: Iterable[Relation]) -> Iterator[Fault]:
    """Report the relations to a program, to an object, to a file outside."""
    for relation in relations:
        if _is_chart_data(relation):
            continue
        if relation.kind in _FORBIDDEN_RELATIONS:
            yield Fault(_FORBIDDEN_RELATIONS[relation.kind], relation.target)
        elif relation.external and relation.kind != HYPERLINK:
            yield Fault(template_files.EXTERNAL, f"{relation.kind}, {relation.target}")


def _is_chart_data(relation: Relation) -> bool:
    """Whether the relation leads to the workbook behind a chart, which Word reads only to edit the chart."""
    return relation.kind == EMBEDDED_FILE and relation.source.startswith("word/charts/")


def forbidden_content(trees: Mapping[str, Element]) -> Iterator[Fault]:
    """Report the elements and the fields that fetch or run something when Word opens the document."""
    for name, tree in trees.items():
        if name.endswith(".rels"):
            continue
        for element in tree.iter(*_FORBIDDEN_ELEMENTS):
            yield Fault(_FORBIDDEN_ELEMENTS[str(element.tag)], f"{name}, {etree.QName(element).localname}")
        for code in field_codes(tree):
            if active := _ACTIVE_FIELD.match(code):
                yield Fault(template_files.ACTIVE_FIELD, active[1].upper())
