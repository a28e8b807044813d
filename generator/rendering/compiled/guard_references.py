"""Guards: the names of the filters that surround what a template prints, and what each guard serves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from generator.rendering.language.lean_code import GUARD_PREFIX
from generator.rendering.tags.tag import Tag

PRINT_IN_RUN, PRINT, EACH, USE, ORDER, CONCAT, COUNT, CUT, FOLD, TURN, PRINT_SLOT = (
    f"{GUARD_PREFIX}{guard}"
    for guard in ("run", "print", "each", "use", "order", "concat", "count", "cut", "fold", "turn", "slot")
)
"""Names of the filters that surround what a template prints, walks and reads; no template can write them."""


class Slot(Enum):
    """Where a tag prints."""

    RUN = auto()  # inside the text of a run
    PLAIN = auto()  # inside an attribute, a property, a field code
    BARE = auto()  # between two elements, where text would be lost


@dataclass(frozen=True)
class Reference:
    """Something that a template prints, walks or reads.

    Attributes:
        path: its dotted path in the data, ``[]`` standing for each element of a list.
        written: the same as the template writes it.
        tag: the tag that it stands in.
        slot: where it prints.
        cost: what each turn of a loop uses.
        targets: names that a loop gives to each element.
    """

    path: str
    written: str
    tag: Tag
    slot: Slot = Slot.RUN
    cost: int = 0
    targets: int = 1
