"""Where each paragraph of a part stands, as its reader sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.rendering.faults import Fault, Spot
from generator.rendering.file.filled_parts import Part
from generator.rendering.file.word_file import Inclusion, WordFile
from generator.rendering.opc.relation_types import STYLES
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.headings import Headings
from generator.rendering.word.hidden_numbers import without_numbers
from generator.rendering.word.names import CELL, ID, PARAGRAPH, ROW, TABLE, w
from generator.rendering.word.paragraphs import paragraph_of
from generator.rendering.word.reading_text import paragraph_text


def headings_of(package: WordFile) -> Headings:
    """Return the headings of a template, by its own styles."""
    styles = next(package.related(STYLES), None)
    return Headings(None if styles is None else package.trees[styles])


class Spots:
    """Where each paragraph of a part stands."""

    def __init__(self, part: Part, headings: Headings) -> None:
        self._part = part
        self._tables = dict(_numbered_tables(part))
        self._rows = dict(_numbered_rows(part.root))
        self._headings = dict(_headings(part.root, headings))
        self._told: dict[Element, Spot] = {}

    def of(self, element: Element) -> Spot:
        """Return the place of a paragraph, or of the paragraph around an element."""
        paragraph = element if element.tag == PARAGRAPH else paragraph_of(element)
        if paragraph is None:
            return Spot(self._label(element), paragraph=without_numbers(element.text or ""))
        if paragraph not in self._told:  # as it was first seen: reading its tags changes its text
            text = without_numbers(paragraph_text(paragraph))
            inclusion = self._part.origins.get(paragraph)
            clause = str(inclusion) if inclusion else ""
            spot = Spot(self._label(paragraph), self._headings[paragraph], text, self._row(paragraph), clause)
            self._told[paragraph] = spot
        return self._told[paragraph]

    def in_reading_order(self, faults: Iterable[Fault]) -> list[Fault]:
        """Sort faults by paragraph, then by tag; what stands in no paragraph comes first."""
        found = list(dict.fromkeys(faults))
        paragraphs = enumerate(self._part.root.iter(PARAGRAPH)) if found else ()
        rank: dict[Spot, int] = {}
        for number, paragraph in paragraphs:
            rank.setdefault(self.of(paragraph), number)
        return sorted(found, key=lambda fault: (rank.get(fault.spot, -1), fault.spot.paragraph.find(fault.spot.tag)))

    def _label(self, element: Element) -> str:
        note = next(element.iterancestors(w("footnote"), w("endnote")), None)
        if note is None:
            return self._part.label
        return self._part.note_labels.get((str(note.tag), note.get(ID, "")), self._part.label)

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
        # A table that a clause brought is counted in the clause: its author sees no other file.
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
