"""Another Word document, whose body enters a template: a clause when it is compiled, a sub-document when it is filled.

What its body refers to by identifier (styles, lists, images, links) is kept beside it: identifiers mean nothing
elsewhere, and ``grafting`` gives each its equal in the template.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from generator.rendering.opc.relations import Relation
from generator.rendering.opc.word_file import Package
from generator.rendering.word.ooxml import BODY, CONTENT_TYPES, Element, parse


@dataclass(frozen=True, slots=True)
class Link:
    """What a relation of a document leads to: an address, or the content of another part.

    Attributes:
        kind: the last word of the relation's type: ``image``, ``hyperlink``…
        address: where an external relation leads; empty for a part.
        content: the part's bytes.
        extension: the extension of the part's name, without its dot.
        content_type: the part's media type.
    """

    kind: str
    address: str = ""
    content: bytes = b""
    extension: str = ""
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class ForeignDocument:
    """A document as its body needs it.

    Attributes:
        blocks: what its body holds, in order; they are copied, never moved.
        styles: its styles, or None.
        numbering: the definitions of its lists, or None.
        links: its relations, by identifier.
    """

    blocks: tuple[Element, ...]
    styles: Element | None
    numbering: Element | None
    links: Mapping[str, Link]


def foreign_of_package(package: Package) -> ForeignDocument:
    """Return the document that a package holds."""
    body = package.trees[package.document].find(BODY)
    return ForeignDocument(
        blocks=() if body is None else tuple(body),
        styles=_related(package, "styles"),
        numbering=_related(package, "numbering"),
        links=dict(_links(package)),
    )


def _related(package: Package, kind: str) -> Element | None:
    name = next(package.related(kind), None)
    return None if name is None else package.trees[name]


def _links(package: Package) -> Iterator[tuple[str, Link]]:
    for relation in package.relations:
        if relation.source == package.document:
            yield relation.identifier, _link(package, relation)


def _link(package: Package, relation: Relation) -> Link:
    if relation.external:
        return Link(relation.kind, relation.target)
    extension = posixpath.splitext(relation.target)[1].removeprefix(".")
    content = package.contents.get(relation.target, b"")
    return Link(relation.kind, "", content, extension, _content_type(package, relation.target, extension))


def _content_type(package: Package, name: str, extension: str) -> str:
    """Return the media type of a part: its own, or that of its extension (ECMA-376 part 2, 10.1.2.4)."""
    types = package.trees["[Content_Types].xml"]
    for override in types.iter(f"{{{CONTENT_TYPES}}}Override"):
        if override.get("PartName", "").lstrip("/") == name:
            return str(override.get("ContentType", ""))
    for default in types.iter(f"{{{CONTENT_TYPES}}}Default"):
        if default.get("Extension", "").lower() == extension.lower():
            return str(default.get("ContentType", ""))
    return ""


def foreign_of_subdocument(subdocument: Any) -> ForeignDocument:  # noqa: ANN401 - docxtpl publishes no types
    """Return the document that a ``Subdoc`` of docxtpl holds, whatever the ``DocxTemplate`` that it was made for.

    docxtpl binds a sub-document to its template when it is made: styles, lists and relations are those of that
    template's own part.
    """
    part = subdocument.docx.part
    return ForeignDocument(
        blocks=tuple(parse(etree.tostring(block)) for block in subdocument.subdocx.element.body),
        styles=_tree_of(part, RELATIONSHIP_TYPE.STYLES),
        numbering=_tree_of(part, RELATIONSHIP_TYPE.NUMBERING),
        links={identifier: _link_of(relation) for identifier, relation in part.rels.items()},
    )


def _tree_of(part: Any, kind: str) -> Element | None:  # noqa: ANN401 - python-docx's parts
    related = next((relation.target_part for relation in part.rels.values() if relation.reltype == kind), None)
    return None if related is None else parse(related.blob)


def _link_of(relation: Any) -> Link:  # noqa: ANN401 - same
    kind = relation.reltype.rpartition("/")[2]
    if relation.is_external:
        return Link(kind, relation.target_ref)
    target = relation.target_part
    if kind != "image":  # the blob of another part may be large, and is not carried
        return Link(kind)
    return Link(kind, "", target.blob, target.partname.ext, target.content_type)
