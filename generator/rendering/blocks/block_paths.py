"""Where each element of a part stands among the blocks that its tags make.

Read in the tree, before anything is transformed: docxtpl keeps the order of what it does not take away.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.tag_boundaries import SPELT_OUT
from generator.rendering.tags.tag_text import spans
from generator.rendering.word.names import PARAGRAPH, TEXT
from generator.rendering.word.paragraphs import paragraph_of

Path = tuple[tuple[int, int], ...]
"""The blocks around an element, the outermost first: the rank of each in the part, and that of the branch."""

FOR, IF = "for", "if"
_STATEMENT = re.compile(r"\{%[-+]?(?:(?:p|tr|tc|r)\b)?[-+]?[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*(\w+)")
_LETTER = re.compile(r"\{[{%#](p|tr|tc)\s")
_CLOSED_BY = {"endif": IF, "endfor": FOR}
_LOOP_BODY = 0
"""The branch of a loop that is repeated; the other is its « else »."""


@dataclass(frozen=True, slots=True)
class Block:
    """A condition or a loop: its keyword, its first tag, and the text that this begins in."""

    keyword: str
    tag: str
    holder: Element


@dataclass(frozen=True, slots=True)
class TagSite:
    """Where a tag is written.

    Attributes:
        tag: its text.
        first: the text that it begins in, from the character ``start``.
        last: the text that it ends in, before the character ``end``.
        rank: its rank among the tags of the part.
        before: the blocks around what precedes it.
        after: the blocks around what follows it.
    """

    tag: str
    first: Element
    start: int
    last: Element
    end: int
    rank: int = 0
    before: Path = ()
    after: Path = ()

    @property
    def letter(self) -> str:
        """The letter of a tag that takes its paragraph, row or cell away, or an empty string."""
        return letter_of_holder(self.tag)


def letter_of_holder(tag: str) -> str:
    """Return ``p``, ``tr`` or ``tc`` when a text begins with a tag that takes that away, or an empty string."""
    letter = _LETTER.match(tag)
    return letter[1] if letter else ""


def statement_of(tag: str) -> str:
    """Return the keyword of a statement (``if``, ``endfor``…), or an empty string."""
    statement = _STATEMENT.match(tag)
    return statement[1] if statement else ""


class BlockPaths:
    """The blocks of a part and what stands in each.

    Attributes:
        blocks: the conditions and loops, in reading order.
        sites: the tags, in reading order.
        is_sound: whether each block is opened and closed in its turn.
        else_branches: the rank of the branch « else », for each block that has one.
    """

    def __init__(self, root: Element) -> None:
        self.blocks: list[Block] = []
        self.sites: list[TagSite] = []
        self.is_sound = True
        self.else_branches: dict[int, int] = {}
        self._paths: dict[Element, Path] = {}
        self._here: Path = ()
        tags = _tags_by_element(root)
        for element in root.iter("{*}*"):
            self._paths[element] = self._here
            for site in tags.get(element, ()):
                self._pass(site)
        self.is_sound = self.is_sound and not self._here

    def of(self, element: Element) -> Path:
        """Return the blocks around an element; those around the part for one that is not in it."""
        return self._paths.get(element, ())

    def is_loop(self, step: tuple[int, int]) -> bool:
        """Whether a step of a path is a loop, and the branch that it repeats."""
        return self.blocks[step[0]].keyword == FOR and step[1] == _LOOP_BODY

    def loops(self, path: Path) -> list[int]:
        """Return the ranks of the loops that repeat what has a path, the outermost first."""
        return [step[0] for step in path if self.is_loop(step)]

    def covers(self, found: Collection[Path], around: Path) -> bool:
        """Whether one of what has some paths is printed wherever what has a path is: around it, or in each branch."""
        return any(
            around[:depth] in found or self._is_in_each_branch(found, around[:depth])
            for depth in range(len(around) + 1)
        )

    def _is_in_each_branch(self, found: Collection[Path], base: Path) -> bool:
        below = {path[len(base)][0] for path in found if len(path) > len(base) and path[: len(base)] == base}
        return any(
            rank in self.else_branches
            and all(
                branch in found or self._is_in_each_branch(found, branch)
                for number in range(self.else_branches[rank] + 1)
                for branch in [(*base, (rank, number))]
            )
            for rank in below
        )

    @property
    def loop_ranks(self) -> list[int]:
        """The ranks of the loops among the blocks."""
        return [rank for rank, block in enumerate(self.blocks) if block.keyword == FOR]

    def _pass(self, site: TagSite) -> None:
        before = self._here
        self._follow(statement_of(site.tag), site)
        self.sites.append(replace(site, rank=len(self.sites), before=before, after=self._here))

    def _follow(self, keyword: str, site: TagSite) -> None:
        if keyword in (IF, FOR):
            self.blocks.append(Block(keyword, site.tag, site.first))
            self._here = (*self._here, (len(self.blocks) - 1, 0))
        elif keyword in ("else", "elif", *_CLOSED_BY):
            opened = self.blocks[self._here[-1][0]].keyword if self._here else ""
            is_fit = bool(opened) and _CLOSED_BY.get(keyword, opened) == opened
            self.is_sound = self.is_sound and is_fit
            if is_fit:
                *around, (rank, branch) = self._here
                self._here = tuple(around) if keyword in _CLOSED_BY else (*around, (rank, branch + 1))
                if keyword == "else":
                    self.else_branches[rank] = branch + 1


def _tags_by_element(root: Element) -> dict[Element, list[TagSite]]:
    """Return the tags that begin in each element, in reading order; those of its attributes first."""
    found: dict[Element, list[TagSite]] = {}
    for element in root.iter("{*}*"):
        for value in element.attrib.values():
            if "{%" in str(value):
                found.setdefault(element, []).extend(_sites([element], str(value)))
        if element.text and "{%" in element.text and (element.tag != TEXT or paragraph_of(element) is None):
            found.setdefault(element, []).extend(_sites([element], element.text))
    for paragraph in root.iter(PARAGRAPH):
        holders = [each for each in paragraph.iter(TEXT, *SPELT_OUT) if paragraph_of(each) is paragraph]
        for site in _sites(holders, "".join(map(_written, holders))):
            found.setdefault(site.first, []).append(site)
    return found


def _written(holder: Element) -> str:
    """Return the text of an element; what Word may put inside a tag in place of a space or of a sign reads as that."""
    return SPELT_OUT.get(str(holder.tag), holder.text or "")


def _sites(holders: list[Element], text: str) -> Iterator[TagSite]:
    """Iterate over the tags of a text that several elements share."""
    if "{" not in text:
        return
    ends = list(accumulate(len(_written(holder)) for holder in holders)) if len(holders) > 1 else [len(text)]
    starts = [0, *ends]
    for start, end in spans(text):
        first, last = bisect_right(ends, start), bisect_left(ends, end)
        yield TagSite(text[start:end], holders[first], start - starts[first], holders[last], end - starts[last])


def common_path(paths: list[Path]) -> Path:
    """Return the blocks that several paths share."""
    shared: list[tuple[int, int]] = []
    for steps in zip(*paths, strict=False):
        if len(set(steps)) > 1:
            break
        shared.append(steps[0])
    return tuple(shared)
