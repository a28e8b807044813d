"""Fragments put into the text of a part: of its tree, only the runs that hold them are made.

A fragment that starts a paragraph, that brings elements of its own or stands outside the text of a run is left to
``fragment_placing``, on the whole tree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from generator.rendering.fill.expected_text import expected_text
from generator.rendering.fill.fragment_placing import place_fragments
from generator.rendering.fill.fragments import TARGET, PieceKind
from generator.rendering.fill.printed_values import Filling
from generator.rendering.opc.xml_parts import parse
from generator.rendering.word.names import TEXT

_INSTRUCTION = re.compile(rf"<\?{TARGET} [0-9]+\?>")
_PREFIX = re.compile(r"[<\s](\w+):")
_RUN_STARTS, _RUN_END, _PARAGRAPH_END = ("<w:r>", "<w:r "), "</w:r>", "</w:p>"
_OUTSIDE_RUNS = frozenset({PieceKind.PAGE_BREAK, PieceKind.PARAGRAPH_BREAK, PieceKind.OBJECT})


def splice_fragments(xml: str, filling: Filling, namespaces: Mapping[str, str]) -> str | None:
    """Return a part with each instruction replaced by the fragment that it names; None when that takes the whole tree.

    Args:
        xml: the part, well formed.
        filling: the rendering under way, with what the instructions name.
        namespaces: the declarations of the part's namespaces, by their prefix: `` xmlns:w="…"``.

    Raises:
        ExhaustedError: when the fragments would take more memory than the rendering may use.
    """
    if any(piece.kind in _OUTSIDE_RUNS for pieces in filling.fragments for piece in pieces):
        return None
    spliced: list[str] = []
    end = 0
    for instruction in _INSTRUCTION.finditer(xml):
        if instruction.start() < end:
            continue  # in a run that is rewritten already
        start = max(xml.rfind(mark, end, instruction.start()) for mark in _RUN_STARTS)
        if start < 0 or _RUN_END in xml[start : instruction.start()]:
            return None
        stop = xml.index(_RUN_END, instruction.end()) + len(_RUN_END)
        runs = _rewritten(xml[start:stop], filling, namespaces)
        if runs is None:
            return None
        spliced += (xml[end:start], runs)
        end = stop
    return "".join([*spliced, xml[end:]])


def _rewritten(run: str, filling: Filling, namespaces: Mapping[str, str]) -> str | None:
    """Return the runs that a run becomes, with the very text expected; None when it takes more than the run."""
    # Those that the run needs: a part declares twenty, and each fragment would have all of them read and written.
    declared = "".join(namespaces[prefix] for prefix in sorted({"w", *_PREFIX.findall(run)} & namespaces.keys()))
    paragraph = parse(f"<w:p{declared}>{run}{_PARAGRAPH_END}")
    holders = [instruction.getparent() for instruction in paragraph.iter(etree.PI)]
    if any(holder is None or holder.tag != TEXT for holder in holders):
        return None
    place_fragments(paragraph, filling.fragments, filling.ration)
    if "".join(map(str, paragraph.itertext())) != expected_text([run], None, filling.text_of):
        return None
    written = etree.tostring(paragraph, encoding="unicode")
    return written[written.index(">") + 1 : -len(_PARAGRAPH_END)]
