"""The parts of a template that are filled: body, headers, footers, notes, properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.rendering.faults import IN_BODY
from generator.rendering.file.word_file import Inclusion, WordFile
from generator.rendering.opc.relation_types import ENDNOTES, FOOTER, FOOTNOTES, HEADER, PROPERTIES, RELATION_ID
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import ID, w

_NOTES = {FOOTNOTES: ("footnote", "note"), ENDNOTES: ("endnote", "note de fin")}


@dataclass(frozen=True)
class Part:
    """A part whose tags are filled.

    Attributes:
        name: its name in the archive.
        label: its name for readers; for notes, the name of one note without its number.
        root: its tree, as the template holds it.
        note_labels: the names of notes for readers, by the name of the element and the identifier.
        origins: the paragraphs that clauses brought, each with its inclusion.
    """

    name: str
    label: str
    root: Element
    note_labels: Mapping[tuple[str, str], str]
    origins: Mapping[Element, Inclusion] = field(default_factory=dict)


def filled_parts(package: WordFile) -> list[Part]:
    """List the parts to fill: body, headers, footers, notes, properties."""
    body = package.trees[package.document]
    labels = dict(_note_labels(body))
    parts = [Part(package.document, IN_BODY, body, labels)]
    parts += _margins(package, HEADER, "en-tête")
    parts += _margins(package, FOOTER, "pied de page")
    for kind, (_, label) in _NOTES.items():
        parts += [Part(name, label, package.trees[name], labels) for name in package.related(kind)]
    for kind in PROPERTIES:
        parts += [Part(name, "propriétés", package.trees[name], {}) for name in package.related(kind, source="")]
    return [replace(part, origins=package.origins) for part in parts]


def _margins(package: WordFile, kind: str, label: str) -> Iterator[Part]:
    """Number headers or footers in the order in which the sections name them."""
    body = package.trees[package.document]
    by_identifier = _targets(package)
    # Names of parts tell nothing: header3.xml may be the first that a reader meets (17.10.5).
    named = [by_identifier.get(ref.get(RELATION_ID, "")) for ref in body.iter(w(f"{kind}Reference"))]
    related = list(package.related(kind))
    ordered = dict.fromkeys([name for name in named if name in related] + related)
    for number, name in enumerate((name for name in ordered if name is not None), start=1):
        yield Part(name, f"{label} {number}", package.trees[name], {})


def _targets(package: WordFile) -> dict[str, str]:
    return {
        relation.identifier: relation.target
        for relation in package.relations
        if relation.source == package.document and not relation.external
    }


def _note_labels(body: Element) -> Iterator[tuple[tuple[str, str], str]]:
    """Name each note by the number that readers see: the rank of its first call."""
    for element, label in _NOTES.values():
        calls = dict.fromkeys(call.get(ID, "") for call in body.iter(w(f"{element}Reference")))
        yield from (((w(element), identifier), f"{label} {rank}") for rank, identifier in enumerate(calls, start=1))
