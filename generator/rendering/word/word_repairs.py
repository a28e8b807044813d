"""What Word refuses to open, mended where a template cannot avoid it.

A conditional paragraph alone in a cell leaves the cell without a paragraph; rows that all go leave a table without
a row; a loop repeats identifiers (``identifiers``): each is valid in the template, and fatal or
faulty in its result. Which of them a template can meet is known when it is compiled (:func:`mending_of`), so that a
rendering does no more than it needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.rendering.word.drawing_numbers import drawing_numbers, number_drawings
from generator.rendering.word.identifiers import holds_revisions, make_unique, repeats_some
from generator.rendering.word.ooxml import (
    BLOCK_CONTAINERS,
    BODY,
    CELL,
    PARAGRAPH,
    ROW,
    TABLE,
    Element,
    w,
)
from generator.rendering.word.reading_text import paragraph_text, paragraphs

_GRID, _COLUMN, _WIDTH = w("tblGrid"), w("gridCol"), w("w")
_SPAN, _SKIPS = w("gridSpan"), (w("gridBefore"), w("gridAfter"))
_PARAGRAPH_TAG = re.compile(r"\{[%{#]p\s")
_ROW_TAG = re.compile(r"\{%tr\s+(\w+)")
_RESHAPING_TAG = re.compile(r"\{[%{#]tc\s|\{%\s*(?:colspan|hm)\b")


_MAX_COLUMNS, _DIGITS = 63, 9
"""The columns that Word admits in a table, and the digits that are read of a number: data may write any."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What the renderings of one part may need.

    Attributes:
        ends_containers: a cell, a note, a header… may lose its last paragraph.
        drops_empty_tables: a table may lose all its rows, or a row its cells.
        fits_grids: the number of columns of a table may change.
        numbers_drawings: the part is a body with pictures, or a loop repeats one.
        renews_identifiers: a bookmark, a revision, a shape may come twice.
        holds_revisions: a revision comes twice when its run is split; that alone needs no mending.
        drawings: the numbers of its pictures.
    """

    ends_containers: bool
    drops_empty_tables: bool
    fits_grids: bool
    numbers_drawings: bool
    renews_identifiers: bool
    holds_revisions: bool
    drawings: frozenset[int]

    def __bool__(self) -> bool:
        """Whether any rendering may need mending."""
        needs = (self.ends_containers, self.drops_empty_tables, self.fits_grids, self.numbers_drawings)
        return any(needs) or self.renews_identifiers

    def apply(self, root: Element, *, has_objects: bool, drawings: set[int]) -> None:
        """Mend a tree.

        Args:
            root: the tree.
            has_objects: whether values brought objects, which may hold pictures.
            drawings: the numbers that pictures have so far in the document.
        """
        if self.drops_empty_tables:
            _drop_empty_tables(root)
        if self.fits_grids:
            _fit_grids(root)
        if self.renews_identifiers or self.holds_revisions:
            make_unique(root)
        if self.numbers_drawings or has_objects:
            number_drawings(root, self.drawings, drawings)
        if self.ends_containers:
            _end_containers(root)


def mending_of(root: Element, *, repeats_identifiers: bool) -> Mending:
    """Tell what the renderings of a part may need, from its tree as the template holds it."""
    is_body = root.find(BODY) is not None
    tables = list(root.iter(TABLE))
    drawings = drawing_numbers(root)
    return Mending(
        ends_containers=not all(_keeps_its_end(box) for box in root.iter(*BLOCK_CONTAINERS)),
        drops_empty_tables=not all(_keeps_a_row(table) for table in tables),
        fits_grids=is_body and not all(_keeps_its_grid(table) for table in tables),
        numbers_drawings=bool(drawings) and (is_body or repeats_identifiers),
        renews_identifiers=repeats_identifiers or repeats_some(root),
        holds_revisions=holds_revisions(root),
        drawings=drawings,
    )


def _keeps_its_end(box: Element) -> bool:
    """Whether a container always ends with the paragraph that it ends with."""
    last = box[-1] if len(box) else None
    return last is not None and last.tag == PARAGRAPH and not _PARAGRAPH_TAG.search(paragraph_text(last))


def _keeps_a_row(table: Element) -> bool:
    return not _is_reshaped(table) and any(True for _ in _constant_rows(table))


def _keeps_its_grid(table: Element) -> bool:
    """Whether some row as wide as the grid never goes, and no row is wider."""
    columns = sum(1 for _ in table.iterfind(f"{_GRID}/{_COLUMN}"))
    widest = max((_width(row) for row in table.iter(ROW)), default=0)
    keeps_width = any(_width(row) == columns for row in _constant_rows(table))
    return not _is_reshaped(table) and widest <= columns and keeps_width


def _is_reshaped(table: Element) -> bool:
    spans = [span.get(w("val"), "") for span in table.iter(_SPAN, *_SKIPS)]
    return any(_RESHAPING_TAG.search(text) for text in paragraphs(table)) or not all(map(str.isdecimal, spans))


def _constant_rows(table: Element) -> Iterator[Element]:
    """Iterate over the rows that no tag takes away or repeats."""
    depth = 0
    for row in table.iterfind(ROW):
        keywords = [keyword for text in paragraphs(row) for keyword in _ROW_TAG.findall(text)]
        if not keywords and depth == 0:
            yield row
        depth += sum(-1 if keyword.startswith("end") else keyword in {"if", "for"} for keyword in keywords)


def _own(holder: Element, name: str, kind: str) -> Iterator[Element]:
    """Iterate over the rows of a table or the cells of a row, not over those of a table inside it."""
    return (element for element in holder.iter(name) if next(element.iterancestors(kind), None) is holder)


def _width(row: Element) -> int:
    """Return how many grid columns a row takes, with those that it skips at its ends."""
    skipped = sum(_number(skip, 0) for name in _SKIPS for skip in row.iterfind(f"{w('trPr')}/{name}"))
    return skipped + sum(map(_span, _own(row, CELL, ROW)))


def _span(cell: Element) -> int:
    span = cell.find(f"{w('tcPr')}/{_SPAN}")
    return 1 if span is None else _number(span, 1)


def _number(element: Element, default: int) -> int:
    """Return the value of an element; a template may have a tag in its place."""
    value = element.get(w("val"), "")
    return min(int(value[:_DIGITS]), _MAX_COLUMNS) if value.isdecimal() else default


def _end_containers(root: Element) -> None:
    """Add an empty paragraph to each cell, note, header… that does not end as Word wants."""
    for box in list(root.iter(*BLOCK_CONTAINERS)):
        ends_well = len(box) and box[-1].tag == PARAGRAPH
        if not ends_well and (box.tag == CELL or box.find(f".//{PARAGRAPH}") is None):
            box.append(etree.Element(PARAGRAPH))


def _drop_empty_tables(root: Element) -> None:
    """Remove rows without a cell, then tables without a row; inner ones first."""
    for name, inner in ((ROW, CELL), (TABLE, ROW)):
        for element in reversed(list(root.iter(name))):
            parent = element.getparent()
            if parent is not None and element.find(f".//{inner}") is None:
                parent.remove(element)


def _fit_grids(root: Element) -> None:
    """Give each table of a body as many grid columns as its widest row; the table keeps its width, as with docxtpl.

    docxtpl itself counts the cells where it should count the columns that they span, and the rows of inner tables too.
    """
    for table in root.iter(TABLE):
        grid = table.find(_GRID)
        widest = max(map(_width, _own(table, ROW, TABLE)), default=0)
        if grid is None or not widest:
            continue
        columns = grid.findall(_COLUMN)
        if widest > len(columns):
            _widen(grid, columns, widest)
        elif widest < len(columns):
            _narrow(grid, columns, widest)


def _widen(grid: Element, columns: Sequence[Element], count: int) -> None:
    """Add columns of the mean width, and narrow the others in proportion."""
    width = sum(map(_column_width, columns))
    former_mean, mean = width / max(len(columns), 1) or 1, width / count
    for column in columns:
        column.set(_WIDTH, str(int(_column_width(column) * mean / former_mean)))
    for _ in range(count - len(columns)):
        etree.SubElement(grid, _COLUMN, {_WIDTH: str(int(mean))})


def _narrow(grid: Element, columns: Sequence[Element], count: int) -> None:
    """Remove the last columns, and share their width among the others."""
    share = int(sum(map(_column_width, columns[count:])) / count)
    for column in columns[:count]:
        column.set(_WIDTH, str(int(_column_width(column)) + share))
    for column in columns[count:]:
        grid.remove(column)


def _column_width(column: Element) -> float:
    width = column.get(_WIDTH, "0")[:_DIGITS]
    return float(width) if width.isdecimal() else 0.0
