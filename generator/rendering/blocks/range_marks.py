"""Marks that begin and end a range of text: bookmarks, comments, editable zones, tracked moves (17.13.4 to 17.13.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.messages import template_ranges as texts
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import BOOKMARK_END, BOOKMARK_START, COMMENT_MARKS, FALLBACK, ID, NAME, w

COMMENT_START, COMMENT_END, COMMENT_CALL = COMMENT_MARKS
BOOKMARK_MARKS = (BOOKMARK_START, BOOKMARK_END)
CURSOR = "_GoBack"
"""The bookmark in which Word keeps the last place of the cursor: no reader sees it, and nothing refers to it."""

_KINDS = {
    BOOKMARK_START: (BOOKMARK_END, texts.BOOKMARK),
    COMMENT_START: (COMMENT_END, texts.COMMENT),
    w("permStart"): (w("permEnd"), texts.EDITABLE),
    w("moveFromRangeStart"): (w("moveFromRangeEnd"), texts.MOVE),
    w("moveToRangeStart"): (w("moveToRangeEnd"), texts.MOVE),
    **{
        w(f"customXml{kind}RangeStart"): (w(f"customXml{kind}RangeEnd"), texts.CUSTOM_REVISION)
        for kind in ("Ins", "Del", "MoveFrom", "MoveTo")
    },
}
_START_OF = {end: start for start, (end, _) in _KINDS.items()}
MARKS = frozenset({*_KINDS, *_START_OF})
"""Elements that begin or end a range."""


@dataclass(frozen=True, slots=True)
class MarkedRange:
    """A range: its marks, and its name for readers."""

    start: Element
    end: Element

    @property
    def label(self) -> str:
        """What it is, with its name when it has one."""
        return _KINDS[str(self.start.tag)][1].format(self.start.get(NAME, ""))


def is_start(mark: Element) -> bool:
    """Whether a mark begins a range."""
    return mark.tag in _KINDS


def ranges_of(root: Element) -> Iterator[MarkedRange]:
    """Iterate over the ranges of a part that have both ends; an end closes the last start of its number."""
    opened: dict[tuple[bool, str, str], list[Element]] = defaultdict(list)
    for mark in root.iter(*MARKS):
        # What only programs older than Word 2010 read repeats what stands beside it, numbers included.
        is_older = next(mark.iterancestors(FALLBACK), None) is not None
        key = (is_older, _START_OF.get(str(mark.tag), str(mark.tag)), mark.get(ID, ""))
        if is_start(mark):
            opened[key].append(mark)
        elif opened[key]:
            yield MarkedRange(opened[key].pop(), mark)
