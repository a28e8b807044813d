"""Cells, notes, headers and tables that lost what Word wants in them."""

from __future__ import annotations

from lxml import etree

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import (
    BLOCK_CONTAINERS,
    BOOKMARK_END,
    BOOKMARK_START,
    CELL,
    PARAGRAPH,
    ROW,
    TABLE,
)


def end_boxes(root: Element) -> None:
    """Add an empty paragraph to each cell, note, header… that does not end as Word wants.

    A cell ends with a paragraph, even behind a table (ECMA-376 part 1, 17.4.65); the others hold one somewhere.
    """
    for box in list(root.iter(*BLOCK_CONTAINERS)):
        ends_well = len(box) and box[-1].tag == PARAGRAPH
        if not ends_well and (box.tag == CELL or box.find(f".//{PARAGRAPH}") is None):
            box.append(etree.Element(PARAGRAPH))


def drop_empty_tables(root: Element) -> None:
    """Remove rows without a cell, then tables without a row; inner ones first.

    The schema admits both (17.4.37, 17.4.78), and Word refuses to open them.
    """
    for name, inner in ((ROW, CELL), (TABLE, ROW)):
        for element in reversed(list(root.iter(name))):
            parent = element.getparent()
            if parent is not None and element.find(f".//{inner}") is None:
                for mark in element.findall(BOOKMARK_START) + element.findall(BOOKMARK_END):
                    element.addprevious(mark)  # what refers to a bookmark there must still find it
                parent.remove(element)
