"""The order in which the schema wants the children of an element, and children put at their places.

Word refuses a file whose elements are out of order, or drops what it does not expect there. The orders are those of
the sequences of ECMA-376 part 1, annex A.1 (wml.xsd), transitional ones included (part 4, annex A); they are given for
the elements into which something is ever put. What a sequence does not name (extensions: ``w14:…``) stands at its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import (
    CELL,
    CELL_PROPERTIES,
    LIST_OF_PARAGRAPH,
    NUMBERING,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    w,
)

_PARAGRAPH_PROPERTIES = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""CT_PPr (17.3.1.26)."""

_RUN_PROPERTIES = (
    *("ins", "del", "moveFrom", "moveTo"),  # of the mark of a paragraph, CT_ParaRPr
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position"),
    *("sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
    *("eastAsianLayout", "specVanish", "oMath", "rPrChange"),
)
"""CT_RPr (17.3.2.28). The schema lets them come in any order; Word writes this one, and wants it."""

_CELL_PROPERTIES = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection"),
    *("tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge", "tcPrChange"),
)
"""CT_TcPr (17.4.70)."""

_ORDERS: Mapping[str, tuple[str, ...]] = {
    PARAGRAPH: ("pPr",),
    RUN: ("rPr",),
    CELL: ("tcPr",),
    PARAGRAPH_PROPERTIES: _PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES: _RUN_PROPERTIES,
    CELL_PROPERTIES: _CELL_PROPERTIES,
    LIST_OF_PARAGRAPH: ("ilvl", "numId", "numberingChange", "ins"),  # CT_NumPr (17.3.1.19)
    NUMBERING: ("numPicBullet", "abstractNum", "num", "numIdMacAtCleanup"),  # CT_Numbering (17.9.16)
}
_RANKS: Mapping[str, Mapping[str, int]] = {
    holder: {w(name): rank for rank, name in enumerate(names)} for holder, names in _ORDERS.items()
}
_NOT_NAMED = len(_RUN_PROPERTIES) + len(_PARAGRAPH_PROPERTIES)


def rank(name: str, holder: str) -> int:
    """Return the place of a child among those of its holder, both by their qualified names."""
    return _RANKS.get(holder, {}).get(name, _NOT_NAMED)


def put(child: Element, holder: Element) -> Element:
    """Put a child at its place in its holder, behind those of its own name; return it."""
    own = rank(str(child.tag), str(holder.tag))
    followers = (index for index, other in enumerate(holder) if rank(str(other.tag), str(holder.tag)) > own)
    holder.insert(next(followers, len(holder)), child)
    return child


def put_first(child: Element, holder: Element) -> None:
    """Put a child before all those of its holder to which the schema gives no place: behind its properties."""
    named = _RANKS.get(str(holder.tag), {})
    holder.insert(sum(1 for other in holder if other.tag in named), child)


def get_or_add(name: str, holder: Element) -> Element:
    """Return the child of a name, added at its place when there is none."""
    found = holder.find(name)
    return put(etree.Element(name), holder) if found is None else found


def replace_child(child: Element, holder: Element) -> None:
    """Put a child at its place in its holder, and take off those of its name."""
    for former in holder.findall(str(child.tag)):
        holder.remove(former)
    put(child, holder)


def in_order(children: Iterable[Element], holder: str) -> list[Element]:
    """Return the children of a holder in the order of the schema; those of one name keep theirs."""
    return sorted(children, key=lambda child: rank(str(child.tag), holder))
