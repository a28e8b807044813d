"""What Word refuses to open, mended where a template cannot avoid it.

A conditional paragraph alone in a cell leaves the cell without a paragraph; rows that all go leave a table without
a row; a loop repeats identifiers (``word.identifiers``): each is valid in the template, and fatal or
faulty in its result. Which of them a template can meet is known when it is compiled (:func:`repairs_of`), so that a
rendering does no more than it needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.rendering.blocks.adjacent_tables import has_marked_tables
from generator.rendering.blocks.vertical_merges import has_marked_merges
from generator.rendering.compiled.needed_repairs import NeededRepairs
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.drawing_numbers import drawing_numbers
from generator.rendering.word.identifiers import holds_revisions, repeats_some
from generator.rendering.word.names import BLOCK_CONTAINERS, BODY, PARAGRAPH, ROW, TABLE, VALUE
from generator.rendering.word.reading_text import paragraph_text, paragraphs
from generator.rendering.word.table_grids import COLUMN, GRID, SKIPS, SPAN, width_of_row

_PARAGRAPH_TAG = re.compile(r"\{[%{#]p\s")
_ROW_TAG = re.compile(r"\{%tr\s+(\w+)")
_RESHAPING_TAG = re.compile(r"\{[%{#]tc\s|\{%\s*(?:colspan|hm)\b")


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
