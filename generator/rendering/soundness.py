"""What Word refuses to open, mended where a template cannot avoid it.

A conditional paragraph alone in a cell leaves the cell without a paragraph; a loop repeats bookmarks, and pictures
repeat their number: each is valid in the template and fatal, or faulty, in its result.
"""

from __future__ import annotations

from docxtpl import DocxTemplate
from lxml import etree

from generator.rendering.ooxml import (
    BLOCK_CONTAINERS,
    CELL,
    DRAWING_ANCHOR,
    PARAGRAPH,
    ROW,
    TABLE,
    Element,
    parse,
    w,
)

_DOCXTPL = DocxTemplate("")
_FIRST_DRAWING = 1001
"""docxtpl numbers the drawings of a body from here."""

_COLUMN, _SPAN = w("gridCol"), w("gridSpan")


def end_containers_with_paragraphs(root: Element) -> bool:
    """Add an empty paragraph to each cell, note, header… that does not end with one; tell whether any was added."""
    bare = [box for box in root.iter(*BLOCK_CONTAINERS) if _lacks_paragraph(box)]
    for box in bare:
        box.append(etree.Element(PARAGRAPH))
    return bool(bare)


def _lacks_paragraph(box: Element) -> bool:
    if box.tag == CELL:
        return len(box) == 0 or box[-1].tag != PARAGRAPH
    return box.find(PARAGRAPH) is None and box.find(f".//{PARAGRAPH}") is None


def drop_empty_tables(root: Element) -> bool:
    """Remove rows without a cell and tables without a row; tell whether any was removed."""
    empty = [row for row in root.iter(ROW) if row.find(f".//{CELL}") is None]
    empty += [table for table in root.iter(TABLE) if all(row in empty for row in table.iter(ROW))]
    for element in empty:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return bool(empty)


def keep_first_bookmarks(root: Element) -> None:
    """Remove the bookmarks that a loop repeated, save the first of each."""
    seen: set[tuple[str, str]] = set()
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        key = (str(mark.tag), mark.get(w("id"), ""))
        parent = mark.getparent()
        if key in seen and parent is not None:
            parent.remove(mark)
        seen.add(key)


def number_drawings(root: Element) -> None:
    """Number pictures anew, as docxtpl does: a loop repeats their identifiers."""
    for number, drawing in enumerate(root.iter(f"{{{DRAWING_ANCHOR}}}docPr"), start=_FIRST_DRAWING):
        drawing.set("id", str(number))


def fit_grids(xml: str) -> Element:
    """Return the tree of a body whose tables have as many grid columns as their widest row, as docxtpl makes it."""
    tree: Element = _DOCXTPL.fix_tables(xml)
    return parse(etree.tostring(tree))


def has_settled_grids(root: Element) -> bool:
    """Whether no rendering of a template's body can change the number of columns of a table.

    That is so when each table has a row as wide as its grid outside any condition, and none wider. ``root`` is the
    body as the template holds it: a row that holds a tag may come or go.
    """
    return all(_is_settled(table) for table in root.iter(TABLE))


def _is_settled(table: Element) -> bool:
    columns = sum(1 for _ in table.iterfind(f"{w('tblGrid')}/{_COLUMN}"))
    widths = [(_width(row), row) for row in table.iter(ROW)]
    return all(width <= columns for width, _ in widths) and any(width == columns for width, _ in widths)


def _width(row: Element) -> int:
    return sum(_span(cell) for cell in row.iterfind(CELL))


def _span(cell: Element) -> int:
    span = cell.find(f"{w('tcPr')}/{_SPAN}")
    return 1 if span is None else int(span.get(w("val"), "1"))
