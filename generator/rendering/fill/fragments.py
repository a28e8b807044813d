"""Fragments: what is more than plain text, and stands in the XML as an instruction until it is put in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from generator.artifacts import Style, StyledText
from generator.rendering.opc.xml_parts import Element

TARGET = "parafe"
"""The name of our processing instructions."""

INSTRUCTION = f"<?{TARGET} "
"""What each of them begins with."""

BREAKS = re.compile("(\r\n|[\r\n\t\f\a])")
"""What becomes an element. The form feed and the bell, which XML does not allow, are docxtpl’s own marks of a page and
of a paragraph."""


class PieceKind(Enum):
    """What a piece of a fragment becomes."""

    TEXT = auto()
    SUPERSCRIPT = auto()
    MARK = auto()
    LINE_BREAK = auto()
    TAB = auto()
    PAGE_BREAK = auto()
    PARAGRAPH_BREAK = auto()
    OBJECT = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a fragment: styled text, a break (without text), or the elements of an object with their text."""

    kind: PieceKind
    text: str = ""
    elements: tuple[Element, ...] = ()


_BREAK_KINDS = {"\t": PieceKind.TAB, "\f": PieceKind.PAGE_BREAK, "\a": PieceKind.PARAGRAPH_BREAK}
_STYLE_KINDS = {Style.PLAIN: PieceKind.TEXT, Style.SUPERSCRIPT: PieceKind.SUPERSCRIPT}


def styled_pieces(value: str) -> Iterator[Piece]:
    """Cut a text where its style changes and at its breaks."""
    parts = value.parts if isinstance(value, StyledText) else ((value, Style.PLAIN),)
    return (piece for text, style in parts for piece in broken(text, _STYLE_KINDS[style]))


def holds_breaks(text: str) -> bool:
    """Whether a text holds anything that becomes an element."""
    return BREAKS.search(text) is not None


def broken(text: str, kind: PieceKind) -> Iterator[Piece]:
    """Cut a text at its breaks."""
    for index, piece in enumerate(BREAKS.split(text)):
        if index % 2:
            yield Piece(_BREAK_KINDS.get(piece, PieceKind.LINE_BREAK))
        elif piece:
            yield Piece(kind, piece)


def number_of(instruction: Element) -> int:
    """Return the number of the fragment that an instruction names."""
    return int(instruction.text or "")
