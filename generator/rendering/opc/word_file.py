"""A template's file as parts and relations, refused when it holds what a template must not hold.

Refused by name: macros, external relations other than hyperlinks, fields that fetch or run (DDE, INCLUDE…),
OLE and ActiveX objects, imported foreign chunks, DOCTYPE; and a package that does not hold together (``integrity``).
Format: ECMA-376 part 2 (Open Packaging Conventions).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.messages import template_files
from generator.messages.message import Message
from generator.rendering.faults import Fault
from generator.rendering.opc.archive import Member, UnreadableArchiveError, read_archive
from generator.rendering.opc.broken_links import TYPES, integrity_faults, mend
from generator.rendering.opc.relations import Relation, relations_of
from generator.rendering.word.dialects import is_document, no_document, with_usual_prefix
from generator.rendering.word.ooxml import (
    CONTENT_TYPES,
    PARAGRAPH,
    Element,
    parse_template,
    serialize,
    w,
)

DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_FORBIDDEN_RELATIONS: Mapping[str, Message] = {
    "vbaProject": template_files.MACROS,
    "wordVbaData": template_files.MACROS,
    "keyMapCustomizations": template_files.MACROS,
    "attachedToolbars": template_files.MACROS,
    "oleObject": template_files.EMBEDDED,
    "control": template_files.EMBEDDED,
    "activeXControlBinary": template_files.EMBEDDED,
    "package": template_files.EMBEDDED,
    "aFChunk": template_files.FOREIGN_CHUNK,
    "subDocument": template_files.EXTERNAL,
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


IN = " › "
"""What stands between the name of a clause and that of a clause inside it."""


@dataclass(frozen=True, slots=True)
class Inclusion:
    """A clause where a template includes it.

    Attributes:
        names: the files that it came through, the outermost first.
        number: its rank among the inclusions of the template.
    """

    names: tuple[str, ...]
    number: int

    def __str__(self) -> str:
        return IN.join(self.names)


@dataclass(frozen=True)
class Package:
    """A template's file, opened once.

    Attributes:
        members: every member, as compressed.
        contents: every member's content.
        trees: the parsed XML parts.
        relations: all relations, in file order.
        document: the name of the main part.
        origins: the paragraphs that clauses brought, each with its inclusion.
        clauses: the files of those clauses.
    """

    members: Mapping[str, Member]
    contents: Mapping[str, bytes]
    trees: Mapping[str, Element]
    relations: tuple[Relation, ...]
    document: str
    origins: Mapping[Element, Inclusion] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()

    def related(self, kind: str, source: str | None = None) -> Iterator[str]:
        """Iterate over the parts that ``source`` (by default the document) is linked to by ``kind``."""
        source = self.document if source is None else source
        for relation in self.relations:
            if relation.source == source and relation.kind == kind and relation.target in self.trees:
                yield relation.target


def open_package(data: bytes) -> Package:
    """Open a .docx and refuse whatever a template must not hold.

    Raises:
        UnreadableArchiveError: with every reason at once.
    """
    read = read_archive(data)
    trees, faults = _parse_all({name: content for name, (_, content) in read.items()})
    faults += _forbidden_members(read, trees)
    faults += _forbidden_relations(relations_of(trees))
    faults += _forbidden_content(trees)
    document = _main_part(trees, relations_of(trees))
    if document is None:
        raise UnreadableArchiveError(*dict.fromkeys(faults or [no_document(trees, trees.get(TYPES))]))
    dropped, changed = mend(read, trees)
    trees = {name: tree for name, tree in trees.items() if name not in dropped}
    relations = tuple(relations_of(trees))
    faults += integrity_faults(read.keys() - dropped, trees, relations)
    if faults:
        raise UnreadableArchiveError(*dict.fromkeys(faults))
    contents = {name: content for name, (_, content) in read.items() if name not in dropped}
    contents |= {name: serialize(trees[name]) for name in changed}
    members = {name: read[name][0] for name in contents} | {
        name: Member.compress(name, contents[name]) for name in changed
    }
    return Package(members, contents, trees, relations, document)


def _parse_all(contents: Mapping[str, bytes]) -> tuple[dict[str, Element], list[Fault]]:
    trees: dict[str, Element] = {}
    faults: list[Fault] = []
    for name, content in contents.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            tree = parse_template(content)
        except (etree.XMLSyntaxError, ValueError):
            faults.append(Fault(template_files.ILL_FORMED, name))
            continue
        if tree.getroottree().docinfo.internalDTD is not None:
            faults.append(Fault(template_files.DOCTYPE, name))
        trees[name] = with_usual_prefix(tree)
    return trees, faults


def _main_part(trees: Mapping[str, Element], relations: Iterable[Relation]) -> str | None:
    types = trees.get(TYPES)
    if types is None:
        return None
    declared = {
        override.get("PartName", "").lstrip("/"): override.get("ContentType", "")
        for override in types.iter(f"{{{CONTENT_TYPES}}}Override")
    }
    for relation in relations:
        is_main = relation.source == "" and relation.kind == "officeDocument"
        if is_main and declared.get(relation.target) == DOCUMENT_TYPE and is_document(trees.get(relation.target)):
            return relation.target
    return None


def _forbidden_members(names: Iterable[str], trees: Mapping[str, Element]) -> Iterator[Fault]:
    for name in names:
        if _MACRO_MEMBER.search(name):
            yield Fault(template_files.EMBEDDED if "activex" in name.lower() else template_files.MACROS, name)
    types = trees.get(TYPES)
    for declared in () if types is None else types.iter("{*}Override", "{*}Default"):
        if "macroenabled" in declared.get("ContentType", "").lower():
            yield Fault(template_files.MACROS, declared.get("ContentType", ""))


def _forbidden_relations(relations: Iterable[Relation]) -> Iterator[Fault]:
    for relation in relations:
        if _is_chart_data(relation):
            continue
        if relation.kind in _FORBIDDEN_RELATIONS:
            yield Fault(_FORBIDDEN_RELATIONS[relation.kind], relation.target)
        elif relation.external and relation.kind != "hyperlink":
            yield Fault(template_files.EXTERNAL, f"{relation.kind}, {relation.target}")


def _is_chart_data(relation: Relation) -> bool:
    """Whether the relation leads to the workbook behind a chart, which Word reads only to edit the chart."""
    return relation.kind == "package" and relation.source.startswith("word/charts/")


def _forbidden_content(trees: Mapping[str, Element]) -> Iterator[Fault]:
    for name, tree in trees.items():
        if name.endswith(".rels"):
            continue
        for element in tree.iter(*_FORBIDDEN_ELEMENTS):
            yield Fault(_FORBIDDEN_ELEMENTS[str(element.tag)], f"{name}, {etree.QName(element).localname}")
        for code in field_codes(tree):
            if active := _ACTIVE_FIELD.match(code):
                yield Fault(template_files.ACTIVE_FIELD, active[1].upper())


def field_codes(tree: Element) -> Iterator[str]:
    """Iterate over the instructions of Word fields, simple ones and those spread over several runs."""
    yield from (str(simple.get(w("instr"), "")) for simple in tree.iter(w("fldSimple")))
    for paragraph in tree.iter(PARAGRAPH):
        code = ""
        for element in paragraph.iter(w("fldChar"), w("instrText"), w("delInstrText")):
            if element.tag == w("fldChar"):
                yield code
                code = ""
            else:
                code += element.text or ""
        yield code
