"""Bookmarks of a part: both their names and their numbers must be unique (ECMA-376 part 1, 17.13.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Read in the octets: the part is printed by Jinja, and has no tree when a value brings a bookmark.
_BOOKMARK = re.compile(rb"<w:bookmarkStart\b[^>]*>")
_BOOKMARK_ID, _BOOKMARK_NAME = re.compile(rb'\sw:id="(\d+)"'), re.compile(rb'\sw:name="([^"]*)"')


@dataclass
class Bookmarks:
    """The names and numbers of the bookmarks of a part: both must be unique."""

    names: set[str]
    last: int

    @classmethod
    def of(cls, content: bytes) -> Bookmarks:
        """Read the bookmarks of a part."""
        starts = _BOOKMARK.findall(content)
        names = {name[1].decode() for start in starts if (name := _BOOKMARK_NAME.search(start))}
        numbers = [int(number[1]) for start in starts if (number := _BOOKMARK_ID.search(start))]
        return cls(names, max(numbers, default=0))

    def take(self, name: str) -> int | None:
        """Return the number of a new bookmark, or None when its name is taken."""
        if name in self.names:
            return None
        self.names.add(name)
        self.last += 1
        return self.last
