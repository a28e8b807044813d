"""Relations between the parts of a package, as its ``.rels`` parts hold them (ECMA-376 part 2, 9.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from generator.rendering.opc.relation_types import short_type
from generator.rendering.opc.xml_parts import Element

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATION = f"{{{_NAMESPACE}}}Relationship"
NO_RELATION = f'<Relationships xmlns="{_NAMESPACE}"/>'
"""What a part of relations begins as."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another, or to an address.

    Attributes:
        identifier: how ``source`` names it.
        source: the part; the package itself for an empty name.
        kind: the last word of its type.
        target: the part, or the address of an external relation.
        external: whether it leads out of the package.
    """

    identifier: str
    source: str
    kind: str
    target: str
    external: bool


def relations_of(trees: Mapping[str, Element]) -> Iterator[Relation]:
    """Iterate over the relations that parts hold, in their order."""
    return (relation for _, relation in links_of(trees))


def links_of(trees: Mapping[str, Element]) -> Iterator[tuple[Element, Relation]]:
    """Iterate over the relations that parts hold, each with its element."""
    for name, tree in trees.items():
        folder, file = posixpath.split(name)
        if not file.endswith(".rels") or posixpath.basename(folder) != "_rels":
            continue
        source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        for link in tree.iter(RELATION):
            yield link, _relation(link, source)


def _relation(link: Element, source: str) -> Relation:
    external = link.get("TargetMode") == "External"
    target = link.get("Target", "")
    kind = short_type(link.get("Type", ""))
    return Relation(link.get("Id", ""), source, kind, target if external else _resolved(source, target), external)


def _resolved(source: str, target: str) -> str:
    """Return the part that a target names from another part; a target inside a part is that part."""
    path = target.partition("#")[0]  # a fragment leads inside a part (RFC 3986, 3.5): the part is what must be there
    if not path:
        return source
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")


def relations_part(source: str) -> str:
    """Return the name of the part that holds the relations of another, or of the package for an empty name."""
    folder, file = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def same_part(name: str) -> str:
    """Return what is equal for two names of one part: case and escapes do not count (ECMA-376 part 2, 9.1.1)."""
    return unquote(name).lstrip("/").casefold()
