"""The tags that a template holds: found before anything is transformed, checked, and numbered.

Word cuts a tag into several runs at will; docxtpl joins them again and moves some to other places. Each tag
therefore carries its number through that transformation (``numbering``), so that every tag of the Jinja source is
known by the paragraph that it came from, and none can vanish unseen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.messages import template_tags
from generator.rendering.compile.parts import Spots
from generator.rendering.faults import Fault, Spot
from generator.rendering.language.tag_numbers import encode
from generator.rendering.opc.word_file import Package, field_codes
from generator.rendering.word.content_besides_words import is_content, name_of
from generator.rendering.word.ooxml import BREAK, PARAGRAPH, TAB, TEXT, Element, paragraph_of, remove, w

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
MAX_TAGS = 10_000
"""Tags of one part: twenty for each of five hundred pages."""

_OPENING = re.compile(r"\{\{|\{%|\{#")
_END_OF = {"{{": "}}", "{%": "%}", "{#": "#}"}
_CLOSING = re.compile(r"\}\}|%\}")
_DELIMITER = re.compile(r"\{[{%#]|[}%]\}")
_BRACE = re.compile("[{}]")
_FRENCH_QUOTES = re.compile("[«»]")
_STRING = re.compile(r"""("[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’)""")
_WORD_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\u2009", " "))
_RUN_TAG = re.compile(r"\{[{%]r\s")
_CELL_TAG = re.compile(r"\{%\s*(?:colspan|cellbg)\b")
_MERGE = re.compile(r"\{%\s*[hv]m\s*%\}")
"""``{% vm %}`` and ``{% hm %}``: docxtpl knows them by these very words, so they carry no number."""

_LETTER = re.compile(r"\{[{%#](p|tr|tc)\s")

_REMOVED = (w("del"), w("moveFrom"))
_REMOVED_TEXTS = (w("delText"), w("delInstrText"))
_DECLARATION = rb"""<\?xml version=["']1.[01]["'] encoding=["']utf-8["']|<(?!\?)"""
_UTF8 = re.compile(rb"(?:\xef\xbb\xbf)?(?:" + _DECLARATION + rb")", re.IGNORECASE)
_MAY_OPEN = re.compile(rb"\{[{%#&]|%7B|&#", re.IGNORECASE)
_CODED_TAG = re.compile("%7B%7B|%7B%25", re.IGNORECASE)
_FREE = ("customXml/", "word/glossary/")
"""Parts that no reader sees: what they hold is their own business."""

_SPELT_OUT = {TAB: " ", BREAK: " ", w("cr"): " ", w("noBreakHyphen"): "-"}
"""What Word may put inside a tag in place of a space or of a sign."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as its author wrote it, and where."""

    text: str
    spot: Spot
    disappears: bool = False
    """Whether docxtpl itself consumes the tag (``vm``, ``hm``), so that no trace of it is expected."""


class TagCollector:
    """Finds and numbers the tags of one part, in place."""

    def __init__(self, spots: Spots) -> None:
        self.tags: list[Tag] = []
        self.faults: list[Fault] = []
        self._spots = spots

    def collect(self, root: Element) -> None:
        """Number every tag under ``root`` and gather the faults of those that cannot be filled."""
        for texts in _texts_by_paragraph(root):
            self._read(texts)
        for element in root.iter("{*}*"):
            if element.tail and _BRACE.search(element.tail):  # text between elements, which Word never writes
                self.faults.append(Fault(template_tags.UNCLOSED_TAG, element.tail[:40], self._spots.of(element)))
            if element.text and (element.tag != TEXT or paragraph_of(element) is None):
                self._read([element])
            for name, value in element.attrib.items():
                if _OPENING.search(str(value)):
                    element.set(name, self._numbered_attribute(element, str(value)))

    def _read(self, elements: list[Element]) -> None:
        """Number the tags of a text that several elements share."""
        text = "".join(element.text or "" for element in elements)
        if not _DELIMITER.search(text):
            return
        spot = self._spots.of(elements[0])
        self.faults += _stray_delimiters(text, spot)
        ends = list(accumulate(len(element.text or "") for element in elements))
        self.faults += _ambiguous(elements, [text[start:end] for start, end in _spans(text)], spot)
        characters = list(text)
        for start, end in _spans(text):
            spanned = elements[bisect_right(ends, start) : bisect_left(ends, end) + 1]
            here = replace(spot, tag=text[start:end])
            self.faults += _misplaced(spanned, here)
            self.faults += _misplaced_letter(here.tag, here) if spanned[0].tag != TEXT else ()
            characters[start:end] = self._number(here.tag, here)
        _share(elements, characters)

    def _numbered_attribute(self, element: Element, value: str) -> str:
        spot = self._spots.of(element)
        self.faults += _stray_delimiters(value, spot)
        characters = list(value)
        for start, end in _spans(value):
            here = replace(spot, tag=value[start:end])
            self.faults += _misplaced_letter(here.tag, here)
            characters[start:end] = self._number(here.tag, here)
        return "".join(characters)

    def _number(self, tag: str, spot: Spot) -> list[str]:
        """Return the characters of a numbered tag; the number shares the place of the character that follows it."""
        merges = _MERGE.fullmatch(tag) is not None
        self.tags.append(Tag(tag, spot, disappears=merges))
        if len(self.tags) == MAX_TAGS + 1:
            self.faults.append(Fault(template_tags.TOO_MANY_TAGS, str(MAX_TAGS), spot))
        if merges:
            return list(tag)
        if _FRENCH_QUOTES.search(_STRING.sub("", tag)):
            self.faults.append(Fault(template_tags.FRENCH_QUOTES, tag, spot))
        if (
            _CELL_TAG.match(tag) and "\\" in tag
        ):  # docxtpl puts what it holds into the replacement of a regular expression
            self.faults.append(Fault(template_tags.SYNTAX, f"« {tag} », caractère inattendu : « \\ »", spot))
        characters = list(with_plain_spaces(tag))
        end = len(characters) - (3 if characters[-3] in "-+" else 2)
        characters[end] = encode(len(self.tags) - 1) + characters[end]
        return characters


def untie_controls(root: Element) -> None:
    """Untie the content controls that tags fill from the data that they show: Word would put those back."""
    for control in root.iter(w("sdt")):
        binding = control.find(f"{w('sdtPr')}/{{*}}dataBinding")
        if binding is not None and _DELIMITER.search("".join(text.text or "" for text in control.iter(TEXT))):
            remove(binding)


def _texts_by_paragraph(root: Element) -> Iterator[list[Element]]:
    """Iterate over the texts of each paragraph, without those of a text box inside it."""
    printed: dict[Element | None, list[Element]] = {paragraph: [] for paragraph in root.iter(PARAGRAPH)}
    for element in root.iter(TEXT, *_SPELT_OUT):
        paragraph = paragraph_of(element)
        if paragraph is not None and (element.text or element.tag != TEXT) and not is_content(element):
            printed[paragraph].append(element)
    for elements in printed.values():
        _spell_out(elements)
        yield [element for element in elements if element.tag == TEXT]


def _spell_out(printed: list[Element]) -> None:
    """Write the tabs, line breaks and hyphens inside tags as characters: docxtpl drops such elements."""
    if all(element.tag == TEXT for element in printed):
        return
    texts = [element.text or "" for element in printed]
    places = list(accumulate(map(len, texts)))
    spans = list(_spans("".join(texts)))
    starts = [start for start, _ in spans]
    last = None
    for element, place in zip(printed, places, strict=True):
        tag = bisect_left(starts, place) - 1
        if element.tag == TEXT:
            last = element
        elif last is not None and tag >= 0 and place < spans[tag][1]:
            last.text = (last.text or "") + _SPELT_OUT[str(element.tag)]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Iterate over the places of tags, as :data:`TAG` finds them, in one reading whatever the text holds."""
    never_closed: set[str] = set()
    position = 0
    while opening := _OPENING.search(text, position):
        closing = _END_OF[opening[0]]
        end = -1 if closing in never_closed else text.find(closing, opening.end())
        if end >= 0:
            yield opening.start(), end + len(closing)
            position = end + len(closing)
        else:
            never_closed.add(closing)
            position = opening.start() + 1


def _outside(text: str) -> str:
    """Return a text with a space in the place of each tag."""
    pieces: list[str] = []
    position = 0
    for start, end in _spans(text):
        pieces.append(text[position:start])
        position = end
    return " ".join([*pieces, text[position:]])


def _ambiguous(elements: list[Element], tags: Iterable[str], spot: Spot) -> Iterator[Fault]:
    """Report a tag that docxtpl would take for one of an inner paragraph, row or cell, and tear that apart."""
    for tag in tags:
        letter = _LETTER.match(tag)
        taken = next(elements[0].iterancestors(w(letter[1])), None) if letter else None
        if taken is not None and taken.find(f".//{taken.tag}") is not None:
            yield Fault(template_tags.BROKEN_AROUND_TAG, tag, spot)


def _stray_delimiters(text: str, spot: Spot) -> Iterator[Fault]:
    """Report a tag that is opened and not closed, or closed and not opened."""
    rest = _outside(text)
    opening = _OPENING.search(rest)
    closing = _CLOSING.search(rest)
    if opening:
        yield Fault(template_tags.UNCLOSED_TAG, rest[opening.start() :][:40], spot)
    elif closing:
        yield Fault(template_tags.STRAY_CLOSING, rest[: closing.end()][-40:], spot)


def _misplaced(spanned: list[Element], spot: Spot) -> Iterator[Fault]:
    """Report a tag that stands where it cannot be filled without damage."""
    first, last = spanned[0], spanned[-1]
    if (
        any(next(element.iterancestors(*_REMOVED), None) is not None for element in spanned)
        or first.tag in _REMOVED_TEXTS
    ):
        yield Fault(template_tags.DELETED_TAG, spot=spot)
    elif _crosses(spanned):
        yield Fault(template_tags.CROSSING_TAG, spot=spot)
    elif first is not last:
        yield from (Fault(template_tags.SWALLOWED_OBJECT, name_of(content), spot) for content in _between(first, last))


def _misplaced_letter(tag: str, spot: Spot) -> Iterator[Fault]:
    """Report ``{{r … }}`` where there is no run: docxtpl would put the ends of one around it."""
    if _RUN_TAG.match(tag):
        yield Fault(template_tags.SYNTAX, f"« {tag} », la lettre r n'a de sens que dans le texte d'un paragraphe", spot)


def _holder(text: Element) -> Element | None:
    """Return what holds the run around a text: a paragraph, a link, a tracked insertion…"""
    run = text.getparent()
    return None if run is None else run.getparent()


def _crosses(spanned: list[Element]) -> bool:
    """Whether a tag leaves what holds its start; a smart tag wholly inside it goes with it, and is no matter."""
    first, *others = map(_holder, spanned)
    strangers = [holder for holder in others if holder is not first]
    return bool(strangers) and not (others[-1] is first and all(_is_smart_tag_in(first, one) for one in strangers))


def _is_smart_tag_in(holder: Element | None, element: Element | None) -> bool:
    return element is not None and element.tag == w("smartTag") and element.getparent() is holder


def _between(first: Element, last: Element) -> Iterator[Element]:
    """Iterate over the content that stands between two texts of a paragraph: joining the tag would drop it."""
    run, end = first.getparent(), last.getparent()
    inside = False
    while run is not None:
        for element in run.iter():
            if element is last:
                return
            inside = inside or element is first
            if inside and is_content(element):
                yield element
        run = None if run is end else run.getnext()


def _share(elements: list[Element], characters: list[str]) -> None:
    """Give back to each element its share of the characters."""
    start = 0
    for element in elements:
        end = start + len(element.text or "")
        element.text = "".join(characters[start:end])
        start = end


def with_plain_spaces(tag: str) -> str:
    """Replace no-break spaces by spaces, save inside quoted strings; the length stays the same."""
    pieces = _STRING.split(tag)
    return "".join(piece if index % 2 else piece.translate(_WORD_SPACES) for index, piece in enumerate(pieces))


def field_faults(root: Element, spots: Spots) -> Iterator[Fault]:
    """Report fields whose very name is a tag: data must not choose what Word runs."""
    for paragraph in root.iter(PARAGRAPH):
        if any(code.lstrip(' "').startswith("{") for code in field_codes(paragraph)):
            yield Fault(template_tags.FIELD_TAG, spot=spots.of(paragraph))


def unfilled_faults(package: Package, filled: Container[str]) -> Iterator[Fault]:
    """Report tags in parts that are never filled: comments, charts, link targets…"""
    for name, tree in package.trees.items():
        if (
            name not in filled
            and not name.startswith(_FREE)
            and _may_hold_tags(package.contents[name])
            and any(next(_spans(text), None) or _CODED_TAG.search(text) for text in _texts(tree))
        ):
            yield Fault(template_tags.UNFILLED_PART, name)


def _may_hold_tags(content: bytes) -> bool:
    """Tell apart at a glance most parts without tags: in UTF-8, with no opening, and no character written by number."""
    return _UTF8.match(content) is None or _MAY_OPEN.search(content) is not None


def _texts(tree: Element) -> Iterator[str]:
    for element in tree.iter("{*}*"):
        yield element.text or ""
        yield from map(str, element.attrib.values())
