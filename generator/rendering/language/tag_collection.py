"""The tags that a template holds: found before anything is transformed, checked, and numbered.

Word cuts a tag into several runs at will; docxtpl joins them again and moves some to other places. Each tag
therefore carries its number through that transformation (``word.hidden_numbers``), so that every tag of the Jinja
source is known by the paragraph that it came from, and none can vanish unseen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.messages import template_reasons as reasons
from generator.messages import template_tags
from generator.rendering.faults import Fault, Spot
from generator.rendering.file.spots import Spots
from generator.rendering.language.tag_boundaries import misplaced, texts_by_paragraph
from generator.rendering.language.tag_text import OPENING, STRING, outside, spans, with_plain_spaces
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.hidden_numbers import encode
from generator.rendering.word.names import TEXT, w
from generator.rendering.word.paragraphs import paragraph_of

_CLOSING = re.compile(r"\}\}|%\}")
DELIMITER = re.compile(r"\{[{%#]|[}%]\}")
_BRACE = re.compile("[{}]")
_FRENCH_QUOTES = re.compile("[«»]")
_RUN_TAG = re.compile(r"\{[{%]r\s")
_CELL_TAG = re.compile(r"\{%\s*(?:colspan|cellbg)\b")
_MERGE = re.compile(r"\{%\s*[hv]m\s*%\}")
"""``{% vm %}`` and ``{% hm %}``: docxtpl knows them by these very words, so they carry no number."""

_LETTER = re.compile(r"\{[{%#](p|tr|tc)\s")
MAX_TAGS = 10_000
"""Tags of one part: twenty for each of five hundred pages."""


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
        for texts in texts_by_paragraph(root):
            self._read(texts)
        for element in root.iter("{*}*"):
            if element.tail and _BRACE.search(element.tail):  # text between elements, which Word never writes
                self.faults.append(Fault(template_tags.UNCLOSED_TAG, element.tail[:40], self._spots.of(element)))
            if element.text and (element.tag != TEXT or paragraph_of(element) is None):
                self._read([element])
            for name, value in element.attrib.items():
                if OPENING.search(str(value)):
                    element.set(name, self._numbered_attribute(element, str(value)))

    def _read(self, elements: list[Element]) -> None:
        """Number the tags of a text that several elements share."""
        text = "".join(element.text or "" for element in elements)
        if not DELIMITER.search(text):
            return
        spot = self._spots.of(elements[0])
        self.faults += _stray_delimiters(text, spot)
        ends = list(accumulate(len(element.text or "") for element in elements))
        self.faults += _ambiguous(elements, [text[start:end] for start, end in spans(text)], spot)
        characters = list(text)
        for start, end in spans(text):
            spanned = elements[bisect_right(ends, start) : bisect_left(ends, end) + 1]
            here = replace(spot, tag=text[start:end])
            self.faults += misplaced(spanned, here)
            self.faults += _misplaced_letter(here.tag, here) if spanned[0].tag != TEXT else ()
            characters[start:end] = self._number(here.tag, here)
        _share(elements, characters)

    def _numbered_attribute(self, element: Element, value: str) -> str:
        spot = self._spots.of(element)
        self.faults += _stray_delimiters(value, spot)
        characters = list(value)
        for start, end in spans(value):
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
        if _FRENCH_QUOTES.search(STRING.sub("", tag)):
            self.faults.append(Fault(template_tags.FRENCH_QUOTES, tag, spot))
        # docxtpl puts what these tags hold into the replacement of a regular expression, where a backslash is no text.
        if _CELL_TAG.match(tag) and "\\" in tag:
            self.faults.append(Fault(template_tags.SYNTAX, tag, spot, reasons.UNEXPECTED_CHARACTER.format("\\")))
        # Before the closing, which may trim (« -}} »): docxtpl keeps what stands inside a tag, wherever it moves it.
        characters = list(with_plain_spaces(tag))
        end = len(characters) - (3 if characters[-3] in "-+" else 2)
        characters[end] = encode(len(self.tags) - 1) + characters[end]
        return characters


def _ambiguous(elements: list[Element], tags: Iterable[str], spot: Spot) -> Iterator[Fault]:
    """Report a tag that docxtpl would take for one of an inner paragraph, row or cell, and tear that apart.

    Its pattern looks back from the tag for the nearest start of a paragraph, a row or a cell: with a text box or an
    inner table before the tag, that is the start of the inner one.
    """
    for tag in tags:
        letter = _LETTER.match(tag)
        taken = next(elements[0].iterancestors(w(letter[1])), None) if letter else None
        if taken is not None and taken.find(f".//{taken.tag}") is not None:
            yield Fault(template_tags.BROKEN_AROUND_TAG, tag, spot)


def _stray_delimiters(text: str, spot: Spot) -> Iterator[Fault]:
    """Report a tag that is opened and not closed, or closed and not opened."""
    rest = outside(text)
    opening = OPENING.search(rest)
    closing = _CLOSING.search(rest)
    if opening:
        yield Fault(template_tags.UNCLOSED_TAG, rest[opening.start() :][:40], spot)
    elif closing:
        yield Fault(template_tags.STRAY_CLOSING, rest[: closing.end()][-40:], spot)


def _misplaced_letter(tag: str, spot: Spot) -> Iterator[Fault]:
    """Report ``{{r … }}`` where there is no run: docxtpl would put the ends of one around it."""
    if _RUN_TAG.match(tag):
        yield Fault(template_tags.SYNTAX, tag, spot, reasons.LETTER_OUT_OF_TEXT)


def _share(elements: list[Element], characters: list[str]) -> None:
    """Give back to each element its share of the characters."""
    start = 0
    for element in elements:
        end = start + len(element.text or "")
        element.text = "".join(characters[start:end])
        start = end
