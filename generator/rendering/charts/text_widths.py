"""Drawings that are as wide as the text around them: that of their section, of its column, or of their cell.

Format: ECMA-376 part 1, 17.6 (sections), 17.4.71 (the width of a cell), 20.4.2.7 (the size of a drawing).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import (
    BODY,
    CELL,
    CELL_PROPERTIES,
    DRAWING_ANCHOR,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    SECTION,
    TYPE,
    w,
)

EMUS_OF_MILLIMETRE: Final = 36_000
TO_FIT: Final = 0
"""The width of a drawing that asks for that of the text: Word knows none of zero."""

_EMUS_OF_TWIP: Final = 635
_USUAL: Final = 160 * EMUS_OF_MILLIMETRE
_NARROWEST: Final = 20 * EMUS_OF_MILLIMETRE
_CELL_MARGINS: Final = 216
"""Those of Word's own tables, left and right, in twentieths of a point."""

_INLINE, _EXTENT = f"{{{DRAWING_ANCHOR}}}inline", f"{{{DRAWING_ANCHOR}}}extent"
_PAGE, _MARGINS, _COLUMNS, _CELL_WIDTH, _WIDTH = w("pgSz"), w("pgMar"), w("cols"), w("tcW"), w("w")
_AROUND: Final = (w("left"), w("right"), w("gutter"))
_OWN_SECTION: Final = f"{PARAGRAPH_PROPERTIES}/{SECTION}"


def fit_drawings(root: Element) -> None:
    """Give the drawings of a part that ask for it the width of the text around them."""
    for inline in root.iter(_INLINE):
        extent = inline.find(_EXTENT)
        if extent is not None and extent.get("cx") == str(TO_FIT):
            extent.set("cx", str(max(_width_around(inline), _NARROWEST)))


def _width_around(drawing: Element) -> int:
    cell = next(drawing.iterancestors(CELL), None)
    width = None if cell is None else cell.find(f"{CELL_PROPERTIES}/{_CELL_WIDTH}")
    if width is not None and width.get(TYPE) == "dxa":
        return (_number(width, _WIDTH) - _CELL_MARGINS) * _EMUS_OF_TWIP
    section = next(_sections_after(drawing), None)
    text = _usual_text(section)
    return text // _columns_beside(cell) if text else _USUAL


def _sections_after(drawing: Element) -> Iterator[Element]:
    """Iterate over the sections that end after a drawing; the first is its own (17.6.17)."""
    block = next((each for each in drawing.iterancestors() if _is_in_body(each)), None)
    while block is not None:
        if block.tag == SECTION:
            yield block
        elif block.tag == PARAGRAPH:
            yield from block.iterfind(_OWN_SECTION)
        block = block.getnext()


def _is_in_body(element: Element) -> bool:
    holder = element.getparent()
    return holder is not None and holder.tag == BODY


def _usual_text(section: Element | None) -> int:
    """Return the width of a section's column, in EMU; zero when it does not say."""
    page, margins = (None, None) if section is None else (section.find(_PAGE), section.find(_MARGINS))
    if section is None or page is None or margins is None:
        return 0
    twips = _number(page, _WIDTH) - sum(_number(margins, side) for side in _AROUND)
    columns = section.find(_COLUMNS)
    count = 1 if columns is None else max(_number(columns, w("num")), 1)
    gaps = 0 if columns is None else (count - 1) * _number(columns, w("space"))
    return max((twips - gaps) // count, 0) * _EMUS_OF_TWIP


def _columns_beside(cell: Element | None) -> int:
    """Return how many cells share a row with one whose width is not told."""
    row = None if cell is None else cell.getparent()
    return 1 if row is None else max(len(row.findall(CELL)), 1)


def _number(element: Element, name: str) -> int:
    value = element.get(name, "")
    return int(value) if value.isdecimal() and len(value) <= len("999999") else 0
