"""What Word refuses to open, mended where a template cannot avoid it.

A conditional paragraph alone in a cell leaves the cell without a paragraph; rows that all go leave a table without
a row; a loop repeats identifiers (``word.identifiers``): each is valid in the template, and fatal or
faulty in its result. Which of them a template can meet is known when it is compiled (:func:`repairs_of`), so that a
rendering does no more than it needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.rendering.blocks.adjacent_tables import has_marked_tables, keep_apart
from generator.rendering.blocks.vertical_merges import has_marked_merges, mend_merges
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.drawing_numbers import drawing_numbers, number_drawings
from generator.rendering.word.empty_boxes import drop_empty_tables, end_boxes, lacks_always, may_lack
from generator.rendering.word.identifiers import holds_revisions, make_unique, repeats_some
from generator.rendering.word.names import BLOCK_CONTAINERS, BODY, PARAGRAPH, ROW, TABLE, VALUE
from generator.rendering.word.reading_text import paragraph_text, paragraphs
from generator.rendering.word.table_grids import COLUMN, GRID, SKIPS, SPAN, fit_grids, width_of_row

_PARAGRAPH_TAG = re.compile(r"\{[%{#]p\s")
_ROW_TAG = re.compile(r"\{%tr\s+(\w+)")
_RESHAPING_TAG = re.compile(r"\{[%{#]tc\s|\{%\s*(?:colspan|hm)\b")


@dataclass(frozen=True, slots=True)
class NeededRepairs:
    """What the renderings of one part may need.

    Attributes:
        ends_boxes: a cell, a note, a header… may lose its last paragraph.
        drops_empty_tables: a table may lose all its rows, or a row its cells.
        fits_grids: the number of columns of a table may change.
        numbers_drawings: the part is a body with pictures, or a loop repeats one.
        renews_identifiers: a bookmark, a revision, a shape may come twice.
        holds_revisions: a revision comes twice when its run is split; that alone needs no mending.
        drawings: the numbers of its pictures.
        mends_merges: the first row or cell of a merge may go.
        keeps_tables_apart: two tables may come to stand side by side.
    """

    ends_boxes: bool
    drops_empty_tables: bool
    fits_grids: bool
    numbers_drawings: bool
    renews_identifiers: bool
    holds_revisions: bool
    drawings: frozenset[int]
    mends_merges: bool
    keeps_tables_apart: bool

    def __bool__(self) -> bool:
        """Whether any rendering may need mending."""
        needs = (self.ends_boxes, self.drops_empty_tables, self.fits_grids, self.numbers_drawings)
        return any(needs) or self.renews_identifiers or self.mends_merges or self.keeps_tables_apart

    def always_serve(self, piece: str) -> bool:
        """Whether each rendering may need mending, for what stands in a piece of the part's XML."""
        return (self.ends_boxes or self.drops_empty_tables) and lacks_always(piece)

    def may_serve(self, pieces: Sequence[str]) -> bool:
        """Whether what was printed may need mending; in doubt, it may.

        Args:
            pieces: the XML of the part, cut where values, conditions and loops stand; none of them empty.
        """
        others = (self.fits_grids, self.numbers_drawings, self.renews_identifiers, self.holds_revisions)
        if any(others) or self.mends_merges or self.keeps_tables_apart:
            return True
        return (self.ends_boxes or self.drops_empty_tables) and may_lack(pieces)

    def apply(self, root: Element, *, has_objects: bool, drawings: set[int]) -> None:
        """Mend a tree.

        Args:
            root: the tree.
            has_objects: whether values brought objects, which may hold pictures.
            drawings: the numbers that pictures have so far in the document.
        """
        if self.drops_empty_tables:
            drop_empty_tables(root)
        if self.mends_merges:
            mend_merges(root)
        if self.keeps_tables_apart:
            keep_apart(root)
        if self.fits_grids:
            fit_grids(root)
        if self.renews_identifiers or self.holds_revisions:
            make_unique(root)
        if self.numbers_drawings or has_objects:
            number_drawings(root, self.drawings, drawings)
        if self.ends_boxes:
            end_boxes(root)


def repairs_of(root: Element, *, repeats_identifiers: bool) -> NeededRepairs:
    """Tell what the renderings of a part may need, from its tree as the template holds it."""
    is_body = root.find(BODY) is not None
    tables = list(root.iter(TABLE))
    drawings = drawing_numbers(root)
    return NeededRepairs(
        ends_boxes=not all(_keeps_its_end(box) for box in root.iter(*BLOCK_CONTAINERS)),
        drops_empty_tables=not all(_keeps_a_row(table) for table in tables),
        fits_grids=is_body and not all(_keeps_its_grid(table) for table in tables),
        numbers_drawings=bool(drawings) and (is_body or repeats_identifiers),
        renews_identifiers=repeats_identifiers or repeats_some(root),
        holds_revisions=holds_revisions(root),
        drawings=drawings,
        mends_merges=has_marked_merges(root),
        keeps_tables_apart=has_marked_tables(root),
    )


def _keeps_its_end(box: Element) -> bool:
    """Whether a container always ends with the paragraph that it ends with."""
    last = box[-1] if len(box) else None
    return last is not None and last.tag == PARAGRAPH and not _PARAGRAPH_TAG.search(paragraph_text(last))


def _keeps_a_row(table: Element) -> bool:
    return not _is_reshaped(table) and any(True for _ in _constant_rows(table))


def _keeps_its_grid(table: Element) -> bool:
    """Whether no row is wider than the grid, and all are as wide, or one of these never goes."""
    columns = sum(1 for _ in table.iterfind(f"{GRID}/{COLUMN}"))
    widths = {width_of_row(row) for row in table.iter(ROW)}
    keeps_width = widths <= {columns} or any(width_of_row(row) == columns for row in _constant_rows(table))
    return not _is_reshaped(table) and max(widths, default=0) <= columns and keeps_width


def _is_reshaped(table: Element) -> bool:
    spans = [span.get(VALUE, "") for span in table.iter(SPAN, *SKIPS)]
    return any(_RESHAPING_TAG.search(text) for text in paragraphs(table)) or not all(map(str.isdecimal, spans))


def _constant_rows(table: Element) -> Iterator[Element]:
    """Iterate over the rows that no tag takes away or repeats."""
    depth = 0
    for row in table.iterfind(ROW):
        keywords = [keyword for text in paragraphs(row) for keyword in _ROW_TAG.findall(text)]
        if not keywords and depth == 0:
            yield row
        depth += sum(-1 if keyword.startswith("end") else keyword in {"if", "for"} for keyword in keywords)
