"""The parts of a template that are filled, and where each of their paragraphs stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.rendering.faults import Spot
from generator.rendering.language.tag_numbers import without_numbers
from generator.rendering.opc.word_file import Inclusion, Package
from generator.rendering.word.ooxml import (
    CELL,
    OFFICE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    TABLE,
    Element,
    paragraph_of,
    w,
)
from generator.rendering.word.reading_text import paragraph_text

_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")
_NOTES = {"footnotes": ("footnote", "note"), "endnotes": ("endnote", "note de fin")}
_HEADING_STYLE = re.compile(r"heading\b|title\b|titre\b|article\b", re.IGNORECASE)
_BODY_LEVEL = "9"
"""The outline level that means « body text » (ECMA-376 part 1, 17.3.1.20)."""


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


def filled_parts(package: Package) -> list[Part]:
    """List the parts to fill: body, headers, footers, notes, properties."""
    body = package.trees[package.document]
    parts = [Part(package.document, "corps", body, {})]
    parts += _margins(package, "header", "en-tête")
    parts += _margins(package, "footer", "pied de page")
    for kind, (element, label) in _NOTES.items():
        numbers = _note_numbers(body, element)
        parts += [Part(name, label, package.trees[name], numbers) for name in package.related(kind)]
    for kind in _PROPERTIES:
        parts += [Part(name, "propriétés", package.trees[name], {}) for name in package.related(kind, source="")]
    return [replace(part, origins=package.origins) for part in parts]


def _margins(package: Package, kind: str, label: str) -> Iterator[Part]:
    """Number headers or footers in the order in which the sections name them."""
    body = package.trees[package.document]
    by_identifier = _targets(package)
    named = [by_identifier.get(ref.get(f"{{{OFFICE}}}id", "")) for ref in body.iter(w(f"{kind}Reference"))]
    related = list(package.related(kind))
    ordered = dict.fromkeys([name for name in named if name in related] + related)
    for number, name in enumerate((name for name in ordered if name is not None), start=1):
        yield Part(name, f"{label} {number}", package.trees[name], {})


def _targets(package: Package) -> dict[str, str]:
    return {
        relation.identifier: relation.target
        for relation in package.relations
        if relation.source == package.document and not relation.external
    }


def _note_numbers(body: Element, element: str) -> dict[str, int]:
    references = dict.fromkeys(ref.get(w("id"), "") for ref in body.iter(w(f"{element}Reference")))
    return {identifier: number for number, identifier in enumerate(references, start=1)}


class Headings:
    """Which paragraph styles are headings in one template."""

    def __init__(self, styles: Element | None) -> None:
        self._styles = {} if styles is None else {s.get(w("styleId"), ""): s for s in styles.iter(w("style"))}
        self._known: dict[str, bool] = {}

    def __contains__(self, paragraph: Element) -> bool:
        """Whether the paragraph is a heading, by its outline level or by its style."""
        level = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{w('outlineLvl')}")
        if level is not None:
            return level.get(w("val")) != _BODY_LEVEL
        style = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{w('pStyle')}")
        return style is not None and self._is_heading_style(style.get(w("val"), ""))

    def _is_heading_style(self, identifier: str) -> bool:
        if identifier not in self._known:
            self._known[identifier] = False  # a style based on itself is no heading
            self._known[identifier] = self._looks_like_heading(identifier)
        return self._known[identifier]

    def _looks_like_heading(self, identifier: str) -> bool:
        if _HEADING_STYLE.match(identifier):
            return True
        style = self._styles.get(identifier)
        if style is None:
            return False
        name, parent = style.find(w("name")), style.find(w("basedOn"))
        if name is not None and _HEADING_STYLE.match(name.get(w("val"), "")):
            return True
        level = style.find(f"{PARAGRAPH_PROPERTIES}/{w('outlineLvl')}")
        if level is not None:
            return level.get(w("val")) != _BODY_LEVEL
        return parent is not None and self._is_heading_style(parent.get(w("val"), ""))


def headings_of(package: Package) -> Headings:
    """Return the headings of a template, by its own styles."""
    styles = next(package.related("styles"), None)
    return Headings(None if styles is None else package.trees[styles])


class Spots:
    """Where each paragraph of a part stands."""

    def __init__(self, part: Part, headings: Headings) -> None:
        self._part = part
        self._tables = dict(_numbered_tables(part))
        self._rows = dict(_numbered_rows(part.root))
        self._headings = dict(_headings(part.root, headings))
        self._known: dict[Element, Spot] = {}

    def of(self, element: Element) -> Spot:
        """Return the place of a paragraph, or of the paragraph around an element."""
        paragraph = element if element.tag == PARAGRAPH else paragraph_of(element)
        if paragraph is None:
            return Spot(self._label(element), paragraph=without_numbers(element.text or ""))
        text = without_numbers(paragraph_text(paragraph))
        inclusion = self._part.origins.get(paragraph)
        clause = str(inclusion) if inclusion else ""
        return Spot(self._label(paragraph), self._headings[paragraph], text, self._row(paragraph), clause)

    def _label(self, element: Element) -> str:
        note = next(element.iterancestors(w("footnote"), w("endnote")), None)
        if note is None:
            return self._part.label
        number = self._part.note_numbers.get(note.get(w("id"), ""))
        return self._part.label if number is None else f"{self._part.label} {number}"

    def _row(self, paragraph: Element) -> str:
        row = next(paragraph.iterancestors(ROW), None)
        table = next(paragraph.iterancestors(TABLE), None)
        if row is None or table is None:
            return ""
        return f"tableau {self._tables[table]}, ligne {self._rows[row]}"


def _numbered_tables(part: Part) -> Iterator[tuple[Element, int]]:
    """Pair each table with its number in the file that it stands in, the template or a clause."""
    counts: Counter[Inclusion | None] = Counter()
    for table in part.root.iter(TABLE):
        first = next(table.iter(PARAGRAPH), None)
        inclusion = None if first is None else part.origins.get(first)
        counts[inclusion] += 1
        yield table, counts[inclusion]


def _numbered_rows(root: Element) -> Iterator[tuple[Element, int]]:
    """Pair each row with its number among the rows beside it."""
    counts: Counter[Element | None] = Counter()
    for row in root.iter(ROW):
        holder = row.getparent()
        counts[holder] += 1
        yield row, counts[holder]


def _headings(root: Element, headings: Headings) -> Iterator[tuple[Element, str]]:
    """Pair each paragraph with the heading it stands under; headings inside tables count for their cell only."""
    current = ""
    for paragraph in root.iter(PARAGRAPH):
        if paragraph in headings and next(paragraph.iterancestors(CELL), None) is None:
            current = paragraph_text(paragraph)
        yield paragraph, current
