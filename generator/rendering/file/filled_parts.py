"""The parts of a template that are filled: body, headers, footers, notes, properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

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
        note_numbers: for notes, the number that readers see, by identifier.
        origins: the paragraphs that clauses brought, each with its inclusion.
    """

    name: str
    label: str
    root: Element
    note_numbers: Mapping[str, int]
    origins: Mapping[Element, Inclusion] = field(default_factory=dict)


def filled_parts(package: WordFile) -> list[Part]:
    """List the parts to fill: body, headers, footers, notes, properties."""
    body = package.trees[package.document]
    parts = [Part(package.document, "corps", body, {})]
    parts += _margins(package, HEADER, "en-tête")
    parts += _margins(package, FOOTER, "pied de page")
    for kind, (element, label) in _NOTES.items():
        numbers = _note_numbers(body, element)
        parts += [Part(name, label, package.trees[name], numbers) for name in package.related(kind)]
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


def _note_numbers(body: Element, element: str) -> dict[str, int]:
    references = dict.fromkeys(ref.get(ID, "") for ref in body.iter(w(f"{element}Reference")))
    return {identifier: number for number, identifier in enumerate(references, start=1)}
