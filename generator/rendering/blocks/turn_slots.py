"""Places of a template whose content depends on the turn of a loop, or is to be remembered when it is printed.

Each is marked in the tree by a number between two noncharacters, where the template has a name or a number of its own;
the code that is compiled calls the slot there (``compile.turn_placing``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass, field

from generator.rendering.faults import Fault, Spot
from generator.rendering.file.additions import Additions
from generator.rendering.file.restarted_numbering import restarted_list
from generator.rendering.opc.xml_parts import Element

_OPEN, _CLOSE = "\ufde0", "\ufde1"
SLOT = re.compile(f"{_OPEN}([0-9]{{1,6}}){_CLOSE}")
"""A mark: U+FDE0, the number of the slot, U+FDE1: noncharacters that XML allows and no text uses (Unicode 23.7)."""

_KEPT = 30
"""Characters of a name that are kept beside the number of a turn: Word admits forty in all."""


def slot_mark(number: int) -> str:
    """Return what stands for a slot in the tree."""
    return f"{_OPEN}{number}{_CLOSE}"


@dataclass
class Trace:
    """What one rendering printed so far, over all its parts.

    Attributes:
        targets: the names of the bookmarks, in small letters.
        watched: those of the bookmarks that may turn out to cover nothing, each with whether it stands for its
            paragraph.
        pointers: what refers to one that is not always there, with the name that it was given.
        notes: the notes to add to each part of notes.
    """

    targets: set[str] = field(default_factory=set)
    watched: dict[str, bool] = field(default_factory=dict)
    pointers: list[tuple[PointerSlot, str]] = field(default_factory=list)
    notes: dict[str, list[Element]] = field(default_factory=dict)

    def lost_targets(self) -> Iterable[PointerSlot]:
        """Return what refers to a bookmark that was not printed; of a place, the first that names it."""
        lost = [pointer for pointer, name in self.pointers if name.casefold() not in self.targets]
        return {(pointer.name.casefold(), pointer.spot): pointer for pointer in reversed(lost)}.values()


@dataclass
class Turns:
    """How many turns each loop of a part has begun so far, by the rank of its block, and the lists made for them."""

    begun: MutableMapping[int, int] = field(default_factory=dict)
    lists: MutableMapping[tuple[str, int, int], str] = field(default_factory=dict)

    def begin(self, loop: int) -> None:
        """Count a turn."""
        self.begun[loop] = self.begun.get(loop, 0) + 1

    def current(self, loop: int | None) -> int:
        """Return the number of the turn of a loop that is under way, from one; one outside any loop."""
        return 1 if loop is None else self.begun.get(loop, 1)


@dataclass(frozen=True, slots=True)
class TargetSlot:
    """The name of a bookmark.

    Attributes:
        name: the name.
        loop: the loop that gives it one for each turn, or None.
        is_watched: whether it may turn out to cover nothing.
        is_of_paragraph: whether it stands for its paragraph.
    """

    name: str
    loop: int | None
    is_watched: bool = False
    is_of_paragraph: bool = False

    def text(self, turns: Turns, trace: Trace, _: Additions) -> str:
        """Return the name for the turn under way, and remember it."""
        name = _name_in_turn(self.name, turns.current(self.loop))
        trace.targets.add(name.casefold())
        if self.is_watched:
            trace.watched[name.casefold()] = self.is_of_paragraph
        return name


@dataclass(frozen=True, slots=True)
class PointerSlot:
    """The name of a bookmark in what refers to it.

    Attributes:
        name: the name.
        loop: the loop that repeats both the bookmark and the reference, or None.
        what: the reference, as readers know it; empty when its target is always there.
        spot: where it is.
    """

    name: str
    loop: int | None
    what: str
    spot: Spot

    def text(self, turns: Turns, trace: Trace, _: Additions) -> str:
        """Return the name for the turn under way, and remember that it was named."""
        name = _name_in_turn(self.name, turns.current(self.loop))
        if self.what:
            trace.pointers.append((self, name))
        return name


@dataclass(frozen=True, slots=True)
class ListSlot:
    """The list of a numbered paragraph that begins again at each turn of a loop."""

    number: str
    loop: int

    def text(self, turns: Turns, _: Trace, additions: Additions) -> str:
        """Return the list of the turn under way, made when its first paragraph is printed."""
        turn = turns.current(self.loop)
        if turn == 1:
            return self.number
        key = (self.number, self.loop, turn)
        if key not in turns.lists:
            turns.lists[key] = restarted_list(additions, self.number)
        return turns.lists[key]


TurnSlot = TargetSlot | PointerSlot | ListSlot


def with_names(text: str, slots: Sequence[TurnSlot]) -> str:
    """Return a text with the names and numbers that its marks stand for, as the template writes them."""
    written = [slot.number if isinstance(slot, ListSlot) else slot.name for slot in slots]
    return SLOT.sub(lambda mark: written[int(mark[1])] if int(mark[1]) < len(written) else "", text)


def _name_in_turn(name: str, turn: int) -> str:
    return name if turn == 1 else f"{name[:_KEPT]}_t{turn}"


@dataclass(frozen=True)
class PartPlan:
    """What the blocks of one part ask of its code.

    Attributes:
        slots: the slots, by number.
        loops: the ranks of the loops of the part, among its blocks, in reading order.
        faults: what forbids to compile the part.
        takes_notes: whether other parts add notes to it.
        notes: the parts that get the notes which this one prints, by the name of the element, each with its first
            free number.
    """

    slots: Sequence[TurnSlot] = ()
    loops: Sequence[int] = ()
    faults: Sequence[Fault] = ()
    takes_notes: bool = False
    notes: Sequence[NotesHome] = ()

    @property
    def watches(self) -> bool:
        """Whether a bookmark may turn out to cover nothing."""
        return any(isinstance(slot, TargetSlot) and slot.is_watched for slot in self.slots)


@dataclass(frozen=True, slots=True)
class NotesHome:
    """A part of notes that gets those which loops of the body print.

    Attributes:
        element: the name of a note in it.
        call: the name of a call of one.
        part: the name of the part.
        first: the first free number.
        relations: the relations that its notes may name.
    """

    element: str
    call: str
    part: str
    first: int
    relations: frozenset[str]


NO_PLAN = PartPlan()
