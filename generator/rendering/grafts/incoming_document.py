"""Another Word document, whose body enters a template: a clause when it is compiled, a sub-document when it is filled.

What its body refers to by identifier (styles, lists, images, links) is kept beside it: identifiers mean nothing
elsewhere, and ``grafting`` gives each its equal in the template.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from generator.rendering.file.word_file import WordFile
from generator.rendering.opc.content_types import TYPES, type_of
from generator.rendering.opc.relation_types import IMAGE, NUMBERING, STYLES, full_type, short_type
from generator.rendering.opc.relations import Relation
from generator.rendering.opc.xml_parts import Element, parse
from generator.rendering.word.names import BODY


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
class IncomingDocument:
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


def document_of_file(package: WordFile) -> IncomingDocument:
    """Return the document that a package holds."""
    body = package.trees[package.document].find(BODY)
    return IncomingDocument(
        blocks=() if body is None else tuple(body),
        styles=_related(package, STYLES),
        numbering=_related(package, NUMBERING),
        links=dict(_links(package)),
    )


def _related(package: WordFile, kind: str) -> Element | None:
    name = next(package.related(kind), None)
    return None if name is None else package.trees[name]


def _links(package: WordFile) -> Iterator[tuple[str, Link]]:
    for relation in package.relations:
        if relation.source == package.document:
            yield relation.identifier, _link(package, relation)


def _link(package: WordFile, relation: Relation) -> Link:
    if relation.external:
        return Link(relation.kind, relation.target)
    extension = posixpath.splitext(relation.target)[1].removeprefix(".")
    content = package.contents.get(relation.target, b"")
    return Link(relation.kind, "", content, extension, type_of(package.trees[TYPES], relation.target, extension))


def document_of_subdocument(subdocument: Any) -> IncomingDocument:  # noqa: ANN401 - docxtpl publishes no types
    """Return the document that a ``Subdoc`` of docxtpl holds, whatever the ``DocxTemplate`` that it was made for.

    docxtpl binds a sub-document to its template when it is made: styles, lists and relations are those of that
    template's own part.
    """
    part = subdocument.docx.part
    return IncomingDocument(
        # Written and parsed again: python-docx’s elements have classes of their own, which copies would keep.
        blocks=tuple(parse(etree.tostring(block)) for block in subdocument.subdocx.element.body),
        styles=_tree_of(part, full_type(STYLES)),
        numbering=_tree_of(part, full_type(NUMBERING)),
        links={identifier: _link_of(relation) for identifier, relation in part.rels.items()},
    )


def _tree_of(part: Any, kind: str) -> Element | None:  # noqa: ANN401 - python-docx's parts
    related = next((relation.target_part for relation in part.rels.values() if relation.reltype == kind), None)
    return None if related is None else parse(related.blob)


def _link_of(relation: Any) -> Link:  # noqa: ANN401 - same
    kind = short_type(relation.reltype)
    if relation.is_external:
        return Link(kind, relation.target_ref)
    target = relation.target_part
    if kind != IMAGE:  # the blob of another part may be large, and is not carried
        return Link(kind)
    return Link(kind, "", target.blob, target.partname.ext, target.content_type)
