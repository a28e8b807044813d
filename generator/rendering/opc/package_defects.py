"""Whether the parts of a package hold together: types, relations, and what parts name by them.

Word refuses a file where they do not. What nobody would miss is mended: a relation to nothing that nothing names, a
member without a type that nothing leads to, a type declared twice or for no part. All else is refused. Sources:
ECMA-376 part 2, 9.1 to 10.1, and what Microsoft's Open XML SDK refuses to open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from generator.messages import template_files
from generator.rendering.faults import Fault
from generator.rendering.opc.content_types import DEFAULT, OVERRIDE, TYPES
from generator.rendering.opc.relation_types import OFFICE
from generator.rendering.opc.relations import Relation, links_of, relations_part, same_part
from generator.rendering.opc.xml_parts import Element

_OWN_DATA = "customXml/"
"""Parts whose content means nothing to Word."""


def mend(names: Collection[str], trees: Mapping[str, Element]) -> tuple[set[str], set[str]]:
    """Mend the relations and the types of a package, in place.

    Args:
        names: the members of the package.
        trees: those that are XML; those of relations and types are changed.

    Returns:
        The members that are to go, and the parts that changed.
    """
    parts = {same_part(name) for name in names}
    changed = set(_drop_idle_relations(trees, parts))
    if _drop_idle_types(trees[TYPES], parts):
        changed.add(TYPES)
    targets = {same_part(relation.target) for _, relation in links_of(trees) if not relation.external}
    return {name for name in _untyped(names, trees[TYPES]) if same_part(name) not in targets}, changed


def defects_of(names: Collection[str], trees: Mapping[str, Element], relations: Iterable[Relation]) -> Iterator[Fault]:
    """Report what forbids Word to open a package that was mended."""
    relations = list(relations)
    parts = {same_part(name) for name in names}
    for relation in relations:
        if _leads_nowhere(relation, parts):
            yield Fault(template_files.MISSING_PART, relation.target, kind=relation.kind)
    yield from (Fault(template_files.UNTYPED_PART, name) for name in _untyped(names, trees[TYPES]))
    for (source, identifier), count in Counter((each.source, each.identifier) for each in relations).items():
        if count > 1:
            yield Fault(template_files.REPEATED_RELATION, identifier, kind=source)
    known = {(relation.source, relation.identifier) for relation in relations}
    for name, tree in trees.items():
        for element, identifier in () if name.startswith(_OWN_DATA) else _named(tree):
            if (name, identifier) not in known:
                yield Fault(
                    template_files.UNKNOWN_RELATION, identifier, kind=f"{name}, {etree.QName(element).localname}"
                )


def _leads_nowhere(relation: Relation, parts: Collection[str]) -> bool:
    return not relation.external and bool(relation.target) and same_part(relation.target) not in parts


def _named(tree: Element) -> Iterator[tuple[Element, str]]:
    """Iterate over the identifiers of relations that a part names; an empty one names none, and Word writes some."""
    # Attributes of this namespace name relations, whatever the element: r:id, r:embed, r:link, r:pict, r:dm…
    named: Any = tree.xpath("//@r:*[. != '']", namespaces={"r": OFFICE})
    yield from ((value.getparent(), str(value)) for value in named)


def _drop_idle_relations(trees: Mapping[str, Element], parts: Collection[str]) -> Iterator[str]:
    """Remove the relations to nothing that their source does not name; yield the parts that held them."""
    for link, relation in list(links_of(trees)):
        source, holder = trees.get(relation.source), link.getparent()
        if holder is None or not _leads_nowhere(relation, parts):
            continue
        if source is None or all(identifier != relation.identifier for _, identifier in _named(source)):
            holder.remove(link)
            yield relations_part(relation.source)


def _drop_idle_types(types: Element, parts: Collection[str]) -> bool:
    """Remove the types of no part, and those that are declared again; tell whether there were any."""
    seen: set[Hashable] = set()
    idle = []
    for declared in types.iter(DEFAULT, OVERRIDE):
        about = (declared.tag, _about(declared))
        if about in seen or (declared.tag == OVERRIDE and _about(declared) not in parts):
            idle.append(declared)
        seen.add(about)
    for declared in idle:
        types.remove(declared)
    return bool(idle)


def _about(declared: Element) -> str:
    """Return the extension or the part that a type is declared for."""
    return same_part(declared.get("PartName", declared.get("Extension", "")))


def _untyped(names: Iterable[str], types: Element) -> Iterator[str]:
    """Iterate over the members that have no type, of their own or of their extension."""
    extensions = {_about(declared) for declared in types.iter(DEFAULT)}
    parts = {_about(declared) for declared in types.iter(OVERRIDE)}
    for name in names:
        known = same_part(name) in parts or same_part(name).rpartition(".")[2] in extensions
        if not known and name != TYPES:
            yield name
