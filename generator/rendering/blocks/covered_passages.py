"""What bookmarks cover, and which of them data may empty.

A bookmark around nothing is no target: what refers to it reads « Erreur ! Source du renvoi introuvable ». One that
covers nothing in the template, as Google Docs and LibreOffice write those of headings, stands for its paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.rendering.blocks.block_paths import BlockPaths, Path, TagSite
from generator.rendering.blocks.range_marks import BOOKMARK_MARKS, ranges_of
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import BOOKMARK_START, BREAK, NAME, PARAGRAPH, RUN, TEXT, w
from generator.rendering.word.paragraphs import paragraph_of
from generator.rendering.word.wordless_content import content_of

_SIGNS = frozenset({BREAK, w("tab"), w("ptab"), w("cr"), w("noBreakHyphen"), w("softHyphen")})
"""What a run prints besides text and ``content_of``."""

_PRINTING = "{{"


@dataclass(frozen=True, slots=True)
class CoveredPiece:
    """A piece of what a bookmark covers: the blocks around it, and whether data give it."""

    path: Path
    is_value: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something of what a bookmark covers is printed: the blocks around each piece.

    Attributes:
        written: of the pieces that the template writes.
        given: of these, and of those that data give.
        is_of_paragraph: whether it covers nothing itself, and stands for its paragraph.
    """

    written: frozenset[Path]
    given: frozenset[Path]
    is_of_paragraph: bool


def evidence_of(root: Element, paths: BlockPaths) -> Mapping[Element, Evidence]:
    """Return what tells that each bookmark of a part covers something, by its start."""
    pieces = _pieces_in_texts(root, paths)
    found = {}
    for start, covered, around in _covered(root, lambda text: pieces.get(text, ()), paths):
        own = paths.of(start)
        # A paragraph that a bookmark stands for may begin before the block around the bookmark.
        placed = [
            (own if own[: len(piece.path)] == piece.path else piece.path, piece.is_value) for piece in covered or around
        ]
        given = frozenset(path for path, _ in placed) or frozenset({own})
        written = frozenset(path for path, is_value in placed if not is_value) if placed else given
        found[start] = Evidence(written, given, is_of_paragraph=not covered)
    return found


def names_without_passage(root: Element, watched: Mapping[str, bool]) -> set[str]:
    """Return those of some bookmarks that cover nothing in a rendered part.

    Args:
        root: the part.
        watched: their names, in small letters, each with whether it stands for its paragraph.
    """
    printed = (CoveredPiece((), is_value=False),)
    empty: set[str] = set()
    filled: set[str] = set()
    for start, covered, around in _covered(root, lambda text: printed if (text.text or "").strip() else ()):
        name = start.get(NAME, "").casefold()
        if name in watched:
            (filled if covered or (watched[name] and around) else empty).add(name)
    return empty - filled


def _covered(
    root: Element, in_text: Callable[[Element], Iterable[CoveredPiece]], paths: BlockPaths | None = None
) -> Iterator[tuple[Element, Sequence[CoveredPiece], Sequence[CoveredPiece]]]:
    """Iterate over the starts of bookmarks, each with the pieces that it covers, and with those of its paragraph."""
    pieces: list[CoveredPiece] = []
    places: dict[Element, int] = {}
    by_paragraph: dict[Element | None, list[CoveredPiece]] = defaultdict(list)
    wordless = {*content_of(root)}
    for element in root.iter("{*}*"):
        if element.tag in BOOKMARK_MARKS:
            places[element] = len(pieces)
            continue
        if element.tag == TEXT:
            added = in_text(element)
        elif element in wordless or _is_sign(element):
            added = (CoveredPiece(() if paths is None else paths.of(element), is_value=False),)
        else:
            continue
        pieces += added
        by_paragraph[paragraph_of(element)] += added
    ends = {each.start: each.end for each in ranges_of(root)}
    for start in root.iter(BOOKMARK_START):
        covered = pieces[places[start] : places[ends.get(start, start)]]  # some editors write no end
        yield start, covered, by_paragraph[_paragraph_at(start)]


def _is_sign(element: Element) -> bool:
    parent = element.getparent()
    return element.tag in _SIGNS and parent is not None and parent.tag == RUN


def _paragraph_at(mark: Element) -> Element | None:
    """Return the paragraph around a mark, or the one behind it."""
    around = paragraph_of(mark)
    return around if around is not None else next(mark.itersiblings(PARAGRAPH), None)


def _pieces_in_texts(root: Element, paths: BlockPaths) -> Mapping[Element, Sequence[CoveredPiece]]:
    """Return what each text prints: its words outside tags, and the values that its tags print."""
    sites: dict[Element, list[TagSite]] = defaultdict(list)
    for site in paths.sites:
        sites[site.first].append(site)
    found = {}
    begun: TagSite | None = None  # a tag that Word cut, and that ends in a later text
    for text in root.iter(TEXT):
        start = 0
        if begun is not None:
            if begun.last is not text:
                continue
            start, begun = begun.end, None
        found[text] = list(_pieces_of(text, start, sites[text], paths.of(text)))
        if sites[text] and sites[text][-1].last is not text:
            begun = sites[text][-1]
    return found


def _pieces_of(text: Element, start: int, sites: Iterable[TagSite], path: Path) -> Iterator[CoveredPiece]:
    written = text.text or ""
    for site in sites:
        if written[start : site.start].strip():
            yield CoveredPiece(path, is_value=False)
        if site.tag.startswith(_PRINTING):
            yield CoveredPiece(site.before, is_value=True)
        path = site.after
        start = site.end if site.last is text else len(written)
    if written[start:].strip():
        yield CoveredPiece(path, is_value=False)
