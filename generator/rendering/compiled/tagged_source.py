"""The Jinja source of a part, and which tag each of its lines came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.rendering.compiled.guard_references import Slot
from generator.rendering.faults import Fault, Spot
from generator.rendering.tags.tag import Tag


@dataclass(frozen=True)
class JinjaSource:
    """The Jinja source of one part.

    Attributes:
        text: what Jinja compiles.
        lines: the line of each tag of ``text``, ascending.
        origins: for each of them, the index in ``tags`` of the tag that it came from.
        slots: for each of them, where it prints.
        written: for each of them, its text on its own line.
        tags: the tags of the part as written, in reading order.
        doubts: what prints, and is not what a kind of document prints.
        repeats_identifiers: whether a loop, or a tag in the name of a bookmark, may repeat an identifier.
    """

    text: str
    lines: Sequence[int]
    origins: Sequence[int]
    slots: Sequence[Slot]
    written: Sequence[str]
    tags: Sequence[Tag]
    repeats_identifiers: bool
    doubts: Sequence[Fault] = ()

    def slot(self, line: int) -> Slot:
        """Return where the tag that stands on a line of the source prints."""
        return self.slots[max(bisect_right(self.lines, line) - 1, 0)]

    def origin(self, line: int) -> int:
        """Return the index of the tag that stands on a line of the source."""
        position = bisect_right(self.lines, line) - 1
        return self.origins[max(position, 0)] if self.origins else 0

    def tag(self, line: int) -> Tag:
        """Return the tag that stands on a line of the source."""
        return self.tags[self.origin(line)] if self.tags else Tag("", Spot())
