"""Cells, notes, headers and tables that lost what Word wants in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

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

_ENDS_WITH = {
    "tc": "</w:p>",
    **dict.fromkeys(("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent"), "</w:p>"),
    "tr": "</w:tc>",
    "tbl": "</w:tr>",
}
"""What stands last in a box, a row or a table that lacks nothing, as most are written."""

_ENDS = {f"</w:{name}>": last for name, last in _ENDS_WITH.items()}
_BARE_END = re.compile(rf"<w:(?:{'|'.join(_ENDS_WITH)})(?: [^>]*)?/>|</w:(?:{'|'.join(_ENDS_WITH)})>")


def may_lack(pieces: Sequence[str]) -> bool:
    """Whether a box, a row or a table may have lost what Word wants in it, told from the XML around what is printed.

    Args:
        pieces: the XML of a part, cut where values, conditions and loops stand; none of them empty.
    """
    starts = tuple(_ENDS)
    met = ((before, piece) for before, piece in pairwise(pieces) if piece.startswith(starts))
    return any(not before.endswith(_ENDS[piece[: piece.index(">") + 1]]) for before, piece in met)


def lacks_always(piece: str) -> bool:
    """Whether a piece of XML itself may hold a box, a row or a table that lacks something."""
    ends = (match for match in _BARE_END.finditer(piece) if match.start())
    return any(not piece.endswith(_ENDS.get(match[0], "/"), 0, match.start()) for match in ends)


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
