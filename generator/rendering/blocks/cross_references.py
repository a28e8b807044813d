"""References to bookmarks: which there are, and which of them may lead to a passage that is not there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.messages import template_ranges as texts
from generator.rendering.blocks.block_paths import BlockPaths, Path
from generator.rendering.blocks.covered_passages import Evidence, evidence_of
from generator.rendering.opc.relation_types import RELATION_ID
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.field_codes import INSTRUCTION, SIMPLE_FIELD, WordField, spread_fields
from generator.rendering.word.names import LINK, NAME, w

_ANCHOR = w("anchor")
_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|(?P<bare>\S+)')
_MADE_BY_WORD = ("_Toc", "_top", "_Hlk")
_NAMING = frozenset({"REF", "PAGEREF", "NOTEREF", "GOTOBUTTON"})
"""Fields whose first argument is a bookmark (17.16.5)."""

_SWITCHES = {"HYPERLINK": r"\l", "TOC": r"\b", "INDEX": r"\b", "TOA": r"\b"}
"""Fields that name a bookmark behind a switch."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """What refers to a bookmark.

    Attributes:
        name: the name of the bookmark.
        what: what it is, as readers know it.
        holder: the element that holds the name: in its attribute ``attribute``, or in its text for an empty one.
        attribute: the name of that attribute.
        start: where the name begins in that text.
    """

    name: str
    what: str
    holder: Element
    attribute: str
    start: int

    @property
    def written(self) -> str:
        """The text that holds the name."""
        return self.holder.get(self.attribute, "") if self.attribute else self.holder.text or ""

    def name_instead(self, name: str) -> None:
        """Write another name in the place of the name."""
        before, after = self.written[: self.start], self.written[self.start + len(self.name) :]
        if self.attribute:
            self.holder.set(self.attribute, f"{before}{name}{after}")
        else:
            self.holder.text = f"{before}{name}{after}"


@dataclass(frozen=True, slots=True)
class Target:
    """A bookmark.

    Attributes:
        mark: its start.
        part: the rank of its part.
        path: the blocks around it.
        evidence: where something of what it covers is printed.
        may_be_empty: whether it may be printed and cover nothing.
    """

    mark: Element
    part: int
    path: Path
    evidence: Evidence
    may_be_empty: bool = False


@dataclass
class BookmarksOfName:
    """The bookmarks of one name.

    Attributes:
        marks: each of them.
    """

    marks: list[Target] = field(default_factory=list)
    _written: dict[int, set[Path]] = field(default_factory=lambda: defaultdict(set))
    _given: dict[int, set[Path]] = field(default_factory=lambda: defaultdict(set))
    _beginnings: set[tuple[int, Path]] = field(default_factory=set)

    def add(self, target: Target) -> None:
        """Add a bookmark."""
        self.marks.append(target)
        self._written[target.part] |= target.evidence.written
        self._given[target.part] |= target.evidence.given
        self._beginnings |= {(target.part, target.path[:depth]) for depth in range(len(target.path) + 1)}

    def are_sure(self, part: int, path: Path, paths: Mapping[int, BlockPaths], *, if_given: bool = False) -> bool:
        """Whether one is printed, around something, wherever what has a path in a part is.

        Args:
            part: the rank of the part.
            path: the blocks around what refers to it.
            paths: the blocks of the parts.
            if_given: whether data are taken to give all the values that are printed.
        """
        found = self._given if if_given else self._written
        return any(
            own in paths and paths[own].covers(evidence, path if own == part else ()) for own, evidence in found.items()
        )

    def shared_loop(self, part: int, path: Path, paths: BlockPaths) -> int | None:
        """Return the innermost loop of which a turn holds both one and what has a path in a part, or None."""
        for depth in range(len(path), 0, -1):
            if (part, path[:depth]) in self._beginnings and paths.is_loop(path[depth - 1]):
                return path[depth - 1][0]
        return None


def targets_by_name(roots: Sequence[Element], paths: Mapping[int, BlockPaths]) -> Mapping[str, BookmarksOfName]:
    """Return the bookmarks of a template by name, in small letters: Word compares names without their case."""
    found: dict[str, BookmarksOfName] = defaultdict(BookmarksOfName)
    for part, root in enumerate(roots):
        own = paths[part]
        for mark, evidence in evidence_of(root, own).items():
            name = mark.get(NAME, "")
            if "{" not in name:  # a name that data give is known when it is printed
                may_be_empty = not own.covers(evidence.written, own.of(mark))
                found[name.casefold()].add(Target(mark, part, own.of(mark), evidence, may_be_empty))
    return found


def pointers_of(root: Element, names: Iterable[str]) -> Iterator[Pointer]:
    """Iterate over what refers to one of some bookmarks in a part; a complex field is given one text on the way."""
    known = frozenset(names)
    for link in root.iter(LINK):
        name = link.get(_ANCHOR, "")
        if name.casefold() in known and not link.get(RELATION_ID):  # with a relation, it leads into another file
            yield Pointer(name, texts.LINK_TO.format(name), link, _ANCHOR, 0)
    for simple in root.iter(SIMPLE_FIELD):
        yield from _pointer_in(simple.get(INSTRUCTION, ""), simple, INSTRUCTION, known)
    for spread in spread_fields(root):
        for found in _pointer_in(spread.code, spread.begin, "", known):
            yield _held_by_a_code(found, spread)


def lost_pointers(root: Element, names: Container[str]) -> Iterator[tuple[str, Element]]:
    """Iterate over what refers to bookmarks that a template has not, each with where it is.

    The entries of a table of contents are made again by Word, from the headings that there are.
    """
    codes = [(simple.get(INSTRUCTION, ""), simple) for simple in root.iter(SIMPLE_FIELD)]
    codes += [(spread.code, spread.begin) for spread in spread_fields(root)]
    named = [
        (tokens[1].strip('"'), texts.FIELD.format(" ".join(tokens[:2])), holder)
        for tokens, holder in ((code.split(), holder) for code, holder in codes)
        if len(tokens) > 1 and tokens[0].upper() in _NAMING
    ]
    links = (link for link in root.iter(LINK) if not link.get(RELATION_ID))
    named += [(link.get(_ANCHOR, ""), texts.LINK_TO.format(link.get(_ANCHOR, "")), link) for link in links]
    for name, what, holder in named:
        if name and "{" not in name and not name.startswith(_MADE_BY_WORD) and name.casefold() not in names:
            yield what, holder


def _held_by_a_code(pointer: Pointer, spread: WordField) -> Pointer:
    """Return a pointer of a field with the text that holds its name; a name that Word cut is put together."""
    start = pointer.start
    for code in spread.instructions:
        length = len(code.text or "")
        if start < length:
            break
        start -= length
    if start + len(pointer.name) > length:
        written = spread.code
        for code in spread.instructions:
            code.text = ""
        code, start = spread.instructions[0], pointer.start
        code.text = written
    return replace(pointer, holder=code, start=start)


def _pointer_in(code: str, holder: Element, attribute: str, known: frozenset[str]) -> Iterator[Pointer]:
    tokens = list(_TOKEN.finditer(code))
    place = _place_of_name([token[0] for token in tokens])
    if place is None or place >= len(tokens):
        return
    group = "quoted" if tokens[place]["quoted"] is not None else "bare"
    name = tokens[place][group]
    if name.casefold() in known:
        what = texts.FIELD.format(" ".join(token[0] for token in tokens[: place + 1]))
        yield Pointer(name, what, holder, attribute, tokens[place].start(group))


def _place_of_name(tokens: Sequence[str]) -> int | None:
    """Return which word of an instruction names a bookmark; one that is alone, or before switches, is a name itself."""
    keyword = tokens[0].upper() if tokens else ""
    if keyword in _NAMING:
        return 1
    if keyword in _SWITCHES:
        return next((rank + 1 for rank, token in enumerate(tokens) if token.lower() == _SWITCHES[keyword]), None)
    return 0 if tokens and all(token.startswith("\\") for token in tokens[1:]) else None
