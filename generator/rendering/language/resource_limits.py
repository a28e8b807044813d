"""What one rendering may use, of memory and of time.

It is counted and not measured, so that a template is accepted or refused alike on any machine, on any day. The unit
is the octet of memory; a step, an element or a break counts for as much as it was measured to use at most.
"""

from __future__ import annotations

from collections.abc import Mapping

MAX_ROOM = 64 * 2**20
STEP = 32
"""An expression evaluated: two or three microseconds at most, hence five seconds when nothing else is done."""

ITEM = 8
"""An element of a list that is compared or copied."""

ELEMENT = 32
"""An XML element, beside its characters."""

BREAK = 512
"""A line break, a tab or a change of style inside a value: elements of their own."""

CHART = 2**16
"""A chart: a part of the file, its type and its relation. A document has a thousand at most."""

MAX_LEVELS = 100
"""Lists inside lists: Python itself compares no more than a thousand, and a list may hold itself."""

COPY = 256
"""An element that gives its format to others, each time that it is copied."""

_TEXT_SHARE = 4
"""A character that is compared or put in lower case counts for a quarter of one that is printed."""


class ExhaustedError(Exception):
    """A rendering uses more than any document needs."""


class Ration:
    """What the rendering of one document may still use.

    Attributes:
        room: octets left.
    """

    __slots__ = ("room",)

    def __init__(self, room: int = MAX_ROOM) -> None:
        self.room = room

    def spend(self, octets: int) -> None:
        """Count what is used, and stop a template that uses too much.

        Raises:
            ExhaustedError: when there is not enough left.
        """
        self.room -= octets
        if self.room < 0:
            raise ExhaustedError

    def spend_on(self, value: object) -> None:
        """Count what it takes to compare or to copy a value, with all that it holds.

        A list may hold another several times, and so on: it is walked like what it would print, and no further than
        there is room.

        Raises:
            ExhaustedError: when there is not enough left, or it holds itself.
        """
        room = self.room  # a local name: the loop below runs for each element of each list that is compared
        level = [value]
        for _ in range(MAX_LEVELS):
            below: list[object] = []
            for item in level:
                room -= ITEM
                if room < 0:
                    raise ExhaustedError
                if isinstance(item, str):
                    room -= str.__len__(item) // _TEXT_SHARE
                elif isinstance(item, (list, tuple)):
                    below += item
                elif isinstance(item, dict):  # ten times faster than to ask whether it is any other mapping
                    below += dict.values(item)
                elif hasattr(type(item), "keys") and isinstance(item, Mapping):
                    below += item.values()
            if not below:
                self.room = room
                return
            level = below
        raise ExhaustedError
