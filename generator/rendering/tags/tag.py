"""A tag as it was found, and its letter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.rendering.faults import Spot

_PRINTED_LETTER = re.compile(r"\{\{(p|tr|tc|r)\s")


@dataclass(frozen=True)
class Tag:
    """A tag, or what was meant to be one, and where.

    Attributes:
        text: as its author wrote it, without what nobody sees.
        spot: where it stands.
        disappears: whether docxtpl itself consumes the tag (``vm``, ``hm``), so that no trace of it is expected.
        meant: what was meant, of what is no tag.
        homes: numbers of its paragraph, of what holds that, of its row and of its table.
    """

    text: str
    spot: Spot
    disappears: bool = False
    meant: str = field(default="", compare=False)
    homes: tuple[int, ...] = field(default=(), compare=False)


def letter_of(tag: str) -> str:
    """Return the letter of a tag that prints: ``{{r v}}`` has « r », ``{{ v }}`` has none."""
    match = _PRINTED_LETTER.match(tag)
    return match[1] if match else ""
