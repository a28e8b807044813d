"""A template's file, opened once: its members, its parts as trees, its relations.

Format: ECMA-376 part 2 (Open Packaging Conventions).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.messages import template_files
from generator.rendering.faults import Fault
from generator.rendering.file.attached_template import drop_attached_templates
from generator.rendering.file.dialects import is_document, no_document, with_usual_prefix
from generator.rendering.file.forbidden_content import forbidden_content, forbidden_members, forbidden_relations
from generator.rendering.opc.archive import Member, UnreadableArchiveError, is_xml, read_archive
from generator.rendering.opc.content_types import DOCUMENT, TYPES, overrides
from generator.rendering.opc.package_defects import defects_of, mend
from generator.rendering.opc.relation_types import MAIN_DOCUMENT
from generator.rendering.opc.relations import Relation, relations_of
from generator.rendering.opc.xml_parts import Element, parse_untrusted, serialize
from generator.rendering.word.paragraphs import refuse_deep_boxes

INSIDE = " › "
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
        return INSIDE.join(self.names)


@dataclass(frozen=True)
class WordFile:
    """A template's file, opened once.

    Attributes:
        members: every member, as compressed.
        contents: every member's content.
        trees: the parsed XML parts.
        relations: all relations, in file order.
        document: the name of the main part.
        origins: the paragraphs that clauses brought, each with its inclusion.
        clauses: the files of those clauses.
        attached: the Word templates that it was attached to.
    """

    members: Mapping[str, Member]
    contents: Mapping[str, bytes]
    trees: Mapping[str, Element]
    relations: tuple[Relation, ...]
    document: str
    origins: Mapping[Element, Inclusion] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()

    def related(self, kind: str, source: str | None = None) -> Iterator[str]:
        """Iterate over the parts that ``source`` (by default the document) is linked to by ``kind``."""
        source = self.document if source is None else source
        for relation in self.relations:
            if relation.source == source and relation.kind == kind and relation.target in self.trees:
                yield relation.target


def open_word_file(data: bytes) -> WordFile:
    """Open a .docx and refuse whatever a template must not hold.

    Raises:
        UnreadableArchiveError: with every reason at once.
    """
    read = read_archive(data)
    trees, faults = _parse_all({name: content for name, (_, content) in read.items()})
    attached, detached = drop_attached_templates(trees)
    faults += forbidden_members(read, trees)
    faults += forbidden_relations(relations_of(trees))
    faults += forbidden_content(trees)
    document = _main_part(trees, relations_of(trees))
    if document is None:
        raise UnreadableArchiveError(*dict.fromkeys(faults or [no_document(trees, trees.get(TYPES))]))
    # Mended first: what nobody would miss must not forbid a template that Word itself opens without a word.
    dropped, changed = mend(read, trees)
    changed |= detached - dropped
    trees = {name: tree for name, tree in trees.items() if name not in dropped}
    relations = tuple(relations_of(trees))
    faults += defects_of(read.keys() - dropped, trees, relations)
    if faults:
        raise UnreadableArchiveError(*dict.fromkeys(faults))
    contents = {name: content for name, (_, content) in read.items() if name not in dropped}
    contents |= {name: serialize(trees[name]) for name in changed}
    members = {name: read[name][0] for name in contents} | {
        name: Member.compress(name, contents[name]) for name in changed
    }
    return WordFile(members, contents, trees, relations, document, attached=attached)


def _parse_all(contents: Mapping[str, bytes]) -> tuple[dict[str, Element], list[Fault]]:
    trees: dict[str, Element] = {}
    faults: list[Fault] = []
    for name, content in contents.items():
        if not is_xml(name):
            continue
        try:
            tree = parse_untrusted(content)
            refuse_deep_boxes(tree)
        except (etree.XMLSyntaxError, ValueError):
            faults.append(Fault(template_files.ILL_FORMED, name))
            continue
        if tree.getroottree().docinfo.internalDTD is not None:
            faults.append(Fault(template_files.DOCTYPE, name))
        trees[name] = with_usual_prefix(tree)
    return trees, faults


def _main_part(trees: Mapping[str, Element], relations: Iterable[Relation]) -> str | None:
    """Return the part that the package starts from (ECMA-376 part 1, 11.3.10), when it is a document that is read."""
    declared = overrides(trees.get(TYPES))
    for relation in relations:
        is_main = relation.source == "" and relation.kind == MAIN_DOCUMENT
        if is_main and declared.get(relation.target) == DOCUMENT and is_document(trees.get(relation.target)):
            return relation.target
    return None
