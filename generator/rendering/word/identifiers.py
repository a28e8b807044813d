"""Identifiers that Word wants unique in a part: bookmarks, permissions, moves, revisions, comments, shapes.

Loops repeat them, and so do copies that other programs than Word made. Bookmarks are known by their names and keep the
first of each, as comments do; both ends of a tracked move bear one name, and get another together; all else is numbered
anew. What only programs older than Word 2010 read (``mc:Fallback``)
repeats on purpose what stands beside it, and is judged for itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

from generator.rendering.opc.xml_parts import Element, remove
from generator.rendering.word.names import BOOKMARK_END, BOOKMARK_START, COMMENT_MARKS, FALLBACK, ID, NAME, VML, w

_PAIRS = ((BOOKMARK_START, BOOKMARK_END), (w("permStart"), w("permEnd")))
_RANGES = tuple(
    (w(f"{kind}RangeStart"), w(f"{kind}RangeEnd"))
    for kind in ("moveFrom", "moveTo", *(f"customXml{revision}" for revision in ("Ins", "Del", "MoveFrom", "MoveTo")))
)
"""Marks of what was moved (17.13.5.23 to 17.13.5.28): from and to, each pair with a number, both with one name."""

REVISIONS = tuple(
    map(w, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange")),
) + tuple(w(f"{kind}Change") for kind in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid"))
_NUMBER = re.compile("[0-9]{1,9}")
_SHAPES, _SHAPE_TYPE = f"{{{VML}}}*", f"{{{VML}}}shapetype"
_SHAPE_NAME, _FIRST_SHAPE = "_x0000_s", 1025
_TAGS = (*(tag for pair in (*_PAIRS, *_RANGES) for tag in pair), *COMMENT_MARKS, *REVISIONS, _SHAPES)


def repeats_identifiers(static: str) -> bool:
    """Whether a stretch of XML that a loop repeats holds an identifier."""
    # Read in the text: a loop is known in the source, where there is no tree any more.
    return ' w:id="' in static or "<v:" in static or "<wp:docPr" in static


def make_unique(root: Element, names: set[str] | None = None) -> bool:
    """Make the identifiers of a part unique, in place; tell whether any was not.

    Args:
        root: the part.
        names: the names that bookmarks have in the parts before it, in small letters; its own are added.
    """
    newer, older = _readings(root)
    changes = [_renewed(newer, set() if names is None else names), _renewed(older, set())]
    return any(changes)


def _readings(root: Element) -> tuple[list[Element], list[Element]]:
    """Return what bears an identifier, as newer programs and as older ones read it."""
    newer: list[Element] = []
    older: list[Element] = []
    for element in root.iter(*_TAGS):
        is_older = next(element.iterancestors(FALLBACK), None) is not None
        (older if is_older else newer).append(element)
    return newer, older


def _renewed(elements: Sequence[Element], names: set[str]) -> bool:
    """Renew the identifiers of what one program reads; tell whether any was not unique."""
    numbers = (int(value) for element in elements if _NUMBER.fullmatch(value := element.get(ID, "")))
    free = count(1 + max(numbers, default=0))
    changes = [_renew_pairs([element for element in elements if element.tag in pair], names, free) for pair in _PAIRS]
    changes += [_renew_range([element for element in elements if element.tag in pair], free) for pair in _RANGES]
    changes.append(_keep_first([element for element in elements if element.tag in COMMENT_MARKS]))
    changes.append(_renew([element for element in elements if element.tag in REVISIONS], ID, lambda: str(next(free))))
    changes.append(_renew_shapes([element for element in elements if element.get("id")]))
    return any(changes)


def _renew_pairs(marks: Iterable[Element], names: set[str], free: Iterator[int]) -> bool:
    """Keep the first bookmark of each name, and give each pair of marks a number of its own."""
    given: set[str] = set()
    opened: dict[str, list[str | None]] = defaultdict(list)
    changed = False
    for mark in marks:
        number, is_start = mark.get(ID, ""), str(mark.tag).endswith("Start")
        known = opened[number]
        renewed = _number_of_start(mark, names, given, free) if is_start else _number_of_end(number, known, given)
        if is_start and not (renewed is None and known):  # an end closes the start that was kept
            known.append(renewed)
        if renewed != number:
            _replace_number(mark, renewed)
            changed = True
    return changed


def _renew_range(marks: Sequence[Element], free: Iterator[int]) -> bool:
    """Give each pair of marks a number of its own, and each name that comes again the rank of its coming."""
    given: set[str] = set()
    names: Counter[str] = Counter()
    opened: dict[str, list[str]] = defaultdict(list)
    changed = False
    for mark in marks:
        number = mark.get(ID, "")
        if str(mark.tag).endswith("Start"):
            renewed = str(next(free)) if number in given else number
            opened[number].append(renewed)
            name = mark.get(NAME, "")
            names[name] += 1
            if name and names[name] > 1:
                mark.set(NAME, f"{name}_{names[name]}")
                changed = True
        else:
            renewed = opened[number].pop(0) if opened[number] else number
        given.add(renewed)
        if renewed != number:
            mark.set(ID, renewed)
            changed = True
    return changed


def _number_of_start(mark: Element, names: set[str], given: set[str], free: Iterator[int]) -> str | None:
    """Return the number of a start, or None when its name is taken."""
    # Word compares names without their case; permissions have none, and only their numbers count.
    number, name = mark.get(ID, ""), mark.get(NAME, "").casefold()
    if name and name in names:
        return None
    names.add(name)
    if number in given:
        number = str(next(free))
    given.add(number)
    return number


def _number_of_end(number: str, opened: list[str | None], given: set[str]) -> str | None:
    """Return the number of an end: that of its start, or None when that is gone or closed; else its own."""
    if opened:
        return opened.pop(0)
    return None if number in given else number


def _replace_number(mark: Element, number: str | None) -> None:
    if number is None:
        remove(mark)
    else:
        mark.set(ID, number)


def _keep_first(marks: Iterable[Element]) -> bool:
    """Remove the marks of comments that come again."""
    repeated = _repeated(marks, ID)
    for mark in repeated:
        remove(mark)
    return bool(repeated)


def _renew(elements: Iterable[Element], attribute: str, free: Callable[[], str]) -> bool:
    """Give the elements whose identifier comes again another."""
    repeated = _repeated(elements, attribute)
    for element in repeated:
        element.set(attribute, free())
    return bool(repeated)


def _renew_shapes(shapes: Sequence[Element]) -> bool:
    """Keep the first of each type of shape, and give each shape an identifier of its own."""
    names = {shape.get("id", "") for shape in shapes}
    # Word numbers shapes by blocks of 1024, the first of which (``o:idmap data="1"``) begins at 1025.
    free = (name for number in count(_FIRST_SHAPE) if (name := f"{_SHAPE_NAME}{number}") not in names)
    types = _repeated((shape for shape in shapes if shape.tag == _SHAPE_TYPE), "id")
    for shape_type in types:
        remove(shape_type)
    return _renew((shape for shape in shapes if shape.tag != _SHAPE_TYPE), "id", lambda: next(free)) or bool(types)


def _repeated(elements: Iterable[Element], attribute: str) -> list[Element]:
    """Return the elements that have the identifier of one before them of their name."""
    seen: set[tuple[str, str]] = set()
    repeated = []
    for element in elements:
        key = (str(element.tag), element.get(attribute, "").casefold())
        if key in seen:
            repeated.append(element)
        seen.add(key)
    return repeated


def holds_revisions(root: Element) -> bool:
    """Whether a part has tracked changes: a run that is split repeats those of its format."""
    return next(root.iter(*REVISIONS), None) is not None


def repeats_some(root: Element) -> bool:
    """Whether a part repeats identifiers that :func:`make_unique` makes unique."""
    attributes = (ID, NAME, "id")
    return any(
        _repeated((element for element in reading if element.get(attribute)), attribute)
        for reading in _readings(root)
        for attribute in attributes
    )
