"""Blocks: each is opened, goes on and is closed in its turn.

Where the order is broken, one tag is to blame, and a reader knows which by where the others stand: the ends of one
paragraph belong to its beginnings, then those of one cell or one table, whatever their order. Ends are therefore
matched from the nearest to the farthest, and what remains is at fault.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.messages import template_reasons as reasons
from generator.messages import template_tags
from generator.rendering.faults import Fault
from generator.rendering.tags.other_words import VAGUE_END
from generator.rendering.tags.tag import Tag
from generator.rendering.tags.tag_syntax import MAX_NESTING, keyword_of
from generator.rendering.tags.tag_text import alone

MAX_BRANCHES = 100
"""« elif » of one block: Python reads them as conditions inside conditions."""

_MAX_FOLLOWED = 4 * MAX_NESTING
"""Blocks inside blocks that are followed: what stands deeper is refused with them."""

_CLOSED_BY = {"if": "endif", "for": "endfor"}
_OPENED_BY = {"endif": "if", "endfor": "for", "elif": "if", "else": "if"}
_LETTER = re.compile(r"\{%(p|tr|tc|r)\s")
_STRAY_END = re.compile(r"%\s*\}")
"""The end of a statement whose beginning was lost: it may have opened or closed a block."""

_HOME_OF = {"tr": 3, "tc": 2}
"""What the two ends of a block share: its table, its row; for any other, what holds its paragraphs."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A tag that opens, continues or closes a block.

    Attributes:
        keyword: what it does; « end » closes any block; empty for a statement that says nothing of it.
        tag: the tag.
        letter: docxtpl’s letter.
        is_sure: whether the tag says it in so many words; else it is faulty, and that is told elsewhere.
    """

    keyword: str
    tag: Tag
    letter: str
    is_sure: bool

    def closes(self, other: _Mark) -> bool:
        """Whether it is the end of a block that another opens."""
        return self.keyword in {"end", _CLOSED_BY.get(other.keyword)}


@dataclass
class _Open:
    """A block that is open, by the index of its mark."""

    index: int
    has_else: bool = False
    branches: int = 0


@dataclass
class BlockReading:
    """What the blocks of a part are, and what is wrong with them.

    Attributes:
        faults: what is wrong.
        followers: for each tag that continues or closes a block, by index, the index of the tag that opens it.
    """

    faults: list[Fault] = field(default_factory=list)
    followers: dict[int, int] = field(default_factory=dict)


def read_blocks(tags: Sequence[Tag], faulty: Mapping[int, str]) -> BlockReading:
    """Follow the blocks of a part.

    Args:
        tags: its tags, in reading order.
        faulty: the indices of those in which something is wrong already, each with what was meant, where that is known.
    """
    reading = BlockReading()
    marks = dict(_marks(tags, faulty))
    ends = _with_one_wrong_end(marks)
    ends |= _matched({index: mark for index, mark in marks.items() if index not in {*ends, *ends.values()}})
    _Walk(marks, ends, reading).walk()
    for begin, end in ends.items():
        if marks[end].is_sure and not marks[end].closes(marks[begin]):
            reading.faults.append(_unopened(marks[end], reasons.WRITE.format(_end_of(marks[begin]))))
    return reading


def _marks(tags: Sequence[Tag], faulty: Mapping[int, str]) -> Iterator[tuple[int, _Mark]]:
    for index, tag in enumerate(tags):
        is_sure = index not in faulty
        text = tag.text if is_sure else faulty[index] or tag.text
        keyword = keyword_of(alone(text))
        if keyword in _CLOSED_BY or keyword in _OPENED_BY or (keyword is not None and not is_sure and keyword != "set"):
            letter = _LETTER.match(text)
            known = keyword if keyword in _CLOSED_BY or keyword in _OPENED_BY else ""
            known = "end" if not is_sure and VAGUE_END.fullmatch(tag.text) else known
            yield index, _Mark(known or "", tag, letter[1] if letter else "", is_sure)
        elif not is_sure and _STRAY_END.fullmatch(tag.text):
            yield index, _Mark("", tag, "", is_sure)


def _with_one_wrong_end(marks: Mapping[int, _Mark]) -> dict[int, int]:
    """Match the ends of outermost blocks in which one end alone is another's with the last beginning before each.

    Where as many blocks are closed as are opened, « endif » was typed for « endfor »: that is the one mistake.
    """
    ends: dict[int, int] = {}
    opened: list[int] = []
    inside: dict[int, int] = {}
    last: dict[int, int] = {}
    for index, mark in marks.items():
        if mark.keyword in _CLOSED_BY:
            opened.append(index)
        elif mark.keyword and mark.keyword not in {"elif", "else"}:
            if not opened:  # one end too many: where it is the right one, the wrong one before it was the one too many
                if any(mark.closes(marks[begin]) for begin in last):
                    ends = {begin: end for begin, end in ends.items() if begin not in last}
                last = {}
                continue
            if marks[opened[-1]].letter != mark.letter:
                return ends
            inside[opened.pop()] = index
            if not opened:
                wrong = [begin for begin, end in inside.items() if not marks[end].closes(marks[begin])]
                last, inside = inside if len(wrong) == 1 else {}, {}
                ends |= last
    return ends


def _matched(marks: Mapping[int, _Mark]) -> dict[int, int]:
    """Match ends with beginnings, nearest first; return the index of the end of each block that has one."""
    levels: tuple[Callable[[_Mark], Hashable], ...] = (
        lambda mark: (mark.letter, mark.tag.homes[:1]),
        lambda mark: (mark.letter, mark.tag.homes[_HOME_OF.get(mark.letter, 1) :][:1]),
        lambda mark: mark.letter,
    )
    ends: dict[int, int] = {}
    for level in levels:
        matched = {*ends, *ends.values()}
        stacks: dict[Hashable, list[int]] = {}
        for index, mark in marks.items():
            stack = stacks.setdefault(level(mark), [])
            if index in matched:
                continue
            if mark.keyword in _CLOSED_BY:
                stack.append(index)
            elif stack and mark.closes(marks[stack[-1]]):
                ends[stack.pop()] = index
    return ends


class _Walk:
    """One reading of the blocks in their order, with the ends that are known."""

    def __init__(self, marks: Mapping[int, _Mark], ends: Mapping[int, int], reading: BlockReading) -> None:
        self._marks, self._reading = marks, reading
        self._begins = {end: begin for begin, end in ends.items()}
        self._known = {*ends}
        self._open: list[_Open] = []
        self._unclosed: dict[int, _Mark] = {}
        self._crossed: set[int] = set()
        self._vague = deque(index for index, mark in marks.items() if not mark.keyword)

    def walk(self) -> None:
        """Follow every mark."""
        for index, mark in self._marks.items():
            if mark.keyword in _CLOSED_BY:
                self._open.append(_Open(index))
                if len(self._open) == MAX_NESTING + 1:
                    self._report(Fault(template_tags.TOO_COMPLEX, spot=mark.tag.spot))
                if len(self._open) > _MAX_FOLLOWED:
                    return
            elif mark.keyword in {"elif", "else"}:
                self._continue(index, mark)
            elif mark.keyword:
                self._close(index, mark)
        self._give_up(0)
        unclosed = (mark for index, mark in self._unclosed.items() if not self._excused(index, mark))
        self._reading.faults += map(_unclosed, unclosed)

    def _continue(self, index: int, mark: _Mark) -> None:
        block = self._open[-1] if self._open else None
        opener = self._marks[block.index] if block else None
        fits = opener is not None and (mark.keyword == "else" or opener.keyword == "if")
        if block is None or not fits or block.has_else:
            if mark.is_sure:
                self._report(_unopened(mark, reasons.ONE_ELSE.format() if block and block.has_else else ""))
            return
        self._reading.followers[index] = block.index
        block.has_else, block.branches = mark.keyword == "else", block.branches + 1
        if block.branches == MAX_BRANCHES and mark.keyword == "elif":
            self._report(Fault(template_tags.TOO_COMPLEX, spot=mark.tag.spot))

    def _close(self, index: int, mark: _Mark) -> None:
        begin = self._begins.get(index)
        if begin in self._crossed:
            return
        depth = self._depth_of(begin) if begin is not None else self._nearest(mark)
        if depth is None:
            self._close_nothing(index, mark)
            return
        self._give_up(depth + 1)
        self._reading.followers[index] = self._open.pop().index

    def _depth_of(self, begin: int) -> int | None:
        return next((depth for depth, block in enumerate(self._open) if block.index == begin), None)

    def _nearest(self, mark: _Mark) -> int | None:
        """Return the depth of the block that an end may close, inside the innermost of those whose end is known."""
        for depth in range(len(self._open) - 1, -1, -1):
            index = self._open[depth].index
            if index in self._known:
                return None
            if mark.closes(self._marks[index]):
                return depth
        return None

    def _close_nothing(self, index: int, mark: _Mark) -> None:
        if not mark.is_sure:
            return
        late = next((late for late, block in reversed(self._unclosed.items()) if mark.closes(block)), None)
        if late is not None:  # its end was looked for inside the block that holds it
            block = self._unclosed.pop(late)
            self._report(Fault(template_tags.CROSSED_BLOCKS, block.tag.text, block.tag.spot))
        elif self._open and self._open[-1].index not in self._known and self._marks[self._open[-1].index].is_sure:
            opener = self._marks[self._open[-1].index]  # it has no end of its own: this one was meant for it
            self._reading.followers[index] = self._open.pop().index
            self._report(_unopened(mark, reasons.WRITE.format(_end_of(opener))))
        elif not self._excused(index, mark):
            self._report(_unopened(mark))

    def _give_up(self, depth: int) -> None:
        """Close the blocks beyond a depth, which have no end there."""
        for block in self._open[depth:]:
            mark = self._marks[block.index]
            if block.index in self._known:
                self._crossed.add(block.index)
                self._report(Fault(template_tags.CROSSED_BLOCKS, mark.tag.text, mark.tag.spot))
            elif mark.is_sure:
                self._unclosed[block.index] = mark
        del self._open[depth:]

    def _excused(self, index: int, mark: _Mark) -> bool:
        """Whether a faulty statement that says nothing was its other end: it is told, and excuses one tag."""
        if mark.keyword in _CLOSED_BY and self._vague and self._vague[-1] > index:
            self._vague.pop()
            return True
        if mark.keyword not in _CLOSED_BY and self._vague and self._vague[0] < index:
            self._vague.popleft()
            return True
        return False

    def _report(self, fault: Fault) -> None:
        self._reading.faults.append(fault)


def _unclosed(mark: _Mark) -> Fault:
    fix = reasons.ADD_END.format(_end_of(mark))
    return Fault(template_tags.UNCLOSED_BLOCK, mark.tag.text, mark.tag.spot, fix=fix)


def _end_of(mark: _Mark) -> str:
    return f"{{%{mark.letter} {_CLOSED_BY[mark.keyword]} %}}"


def _unopened(mark: _Mark, fix: str = "") -> Fault:
    opening = f"{{%{mark.letter} {_OPENED_BY[mark.keyword]} … %}}"
    fix = fix or reasons.TAKE_OUT_OR_OPEN.format(opening)
    return Fault(template_tags.UNOPENED_BLOCK, mark.tag.text, mark.tag.spot, fix=fix)
