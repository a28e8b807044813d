"""The tags that a template holds: found before anything is transformed, checked, and numbered.

Word cuts a tag into several runs at will; docxtpl joins them again and moves some to other places. Each tag
therefore carries its number through that transformation (``word.hidden_numbers``), so that every tag of the Jinja
source is known by the paragraph that it came from, and none can vanish unseen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from generator.messages import template_reasons as reasons
from generator.messages import template_tags
from generator.rendering.faults import Fault, Spot
from generator.rendering.file.spots import Spots
from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.foreign_tags import MAY_BE_FOREIGN, foreign_faults
from generator.rendering.tags.half_tags import half_tag, meant_by
from generator.rendering.tags.intended_tags import MAX_MENDED, with_straight_quotes
from generator.rendering.tags.tag import Tag
from generator.rendering.tags.tag_boundaries import misplaced, texts_by_paragraph
from generator.rendering.tags.tag_text import (
    INVISIBLE,
    OPENING,
    STRING,
    Stretch,
    stretches,
    with_plain_spaces,
)
from generator.rendering.tags.trimming_signs import TextNeighbours, hide_signs, holds_minus
from generator.rendering.word.hidden_numbers import HIDDEN_APOSTROPHE, encode, encode_alone
from generator.rendering.word.names import CELL, ROW, TABLE, TEXT, w
from generator.rendering.word.paragraphs import paragraph_of

DELIMITER = re.compile(r"\{[{%#]|[}%#]\}|\{\s+[{%#]|[}%#]\s+\}")
_BRACE = re.compile("[{}]")
_FRENCH_QUOTES = re.compile("[«»]")
_CELL_TAG = re.compile(r"\{%[-+]?\s*(?:colspan|cellbg)\b")
_MERGE = re.compile(r"\{%\s*[hv]m\s*%\}")
"""``{% vm %}`` and ``{% hm %}``: docxtpl knows them by these very words, so they carry no number."""

_OF_CELL = re.compile(r"\{%[-+]?\s*(?:colspan|cellbg|[hv]m)\b")
_SIGNS = re.compile(r"(?<=^\{%)[-+]|[-+](?=%\}$)")
_LETTER = re.compile(r"\{[{%#](p|tr|tc|r)\s")
_BLANKS = re.compile(r"\s*")
_TOLD_APART = 10_000
"""Characters of a paragraph in which equal tags are told apart: counting takes the square of their number."""

MAX_TAGS = 10_000
"""Tags of one part: twenty for each of five hundred pages."""


class TagCollector:
    """Finds and numbers the tags of one part, in place.

    Attributes:
        tags: the tags, and what was meant to be one, by number.
        refused: the first fault of each tag that cannot be filled where and as it stands, by number; such a tag is
            taken out, so that what is around it can be judged.
        loose: what else is wrong.
        doubts: what prints, and is not what a kind of document prints.
    """

    def __init__(self, spots: Spots) -> None:
        self.tags: list[Tag] = []
        self.refused: dict[int, Fault] = {}
        self.loose: list[Fault] = []
        self.doubts: list[Fault] = []
        self._spots = spots
        self._homes: dict[Element | None, int] = {}

    @property
    def faults(self) -> list[Fault]:
        """Every fault found."""
        return [*self.loose, *self.refused.values()]

    @property
    def kept_tags(self) -> Iterator[Tag]:
        """The tags by number; of those that are refused, no trace is expected."""
        for number, tag in enumerate(self.tags):
            yield replace(tag, disappears=True) if number in self.refused else tag

    def collect(self, root: Element) -> None:
        """Number every tag under ``root`` and gather the faults of those that cannot be filled."""
        neighbours = TextNeighbours(root)
        for texts in texts_by_paragraph(root):
            self._read(texts, neighbours)
        for element in root.iter("{*}*"):
            if element.tail and _BRACE.search(element.tail):  # text between elements, which Word never writes
                self.loose.append(Fault(template_tags.UNCLOSED_TAG, element.tail[:40], self._spots.of(element)))
            if element.text and (element.tag != TEXT or paragraph_of(element) is None):
                self._read([element], neighbours)
            for name, value in element.attrib.items():
                if OPENING.search(str(value)):
                    element.set(name, self._numbered_attribute(element, str(value)))

    def _read(self, elements: list[Element], neighbours: TextNeighbours) -> None:
        """Number the tags of a text that several elements share."""
        written = "".join(element.text or "" for element in elements)
        if MAY_BE_FOREIGN.search(written):
            spot = self._spots.of(elements[0])
            self.doubts += foreign_faults(written, spot)
        if not DELIMITER.search(INVISIBLE.sub("", written)):
            return
        spot = self._spots.of(elements[0])
        characters, places = _visible(written)
        text = "".join(written[place] for place in places)
        ends = list(accumulate(len(element.text or "") for element in elements))
        previous = 0
        for stretch in stretches(text):
            start, last = places[stretch.start], places[stretch.end - 1]
            spanned = elements[bisect_right(ends, start) : bisect_right(ends, last) + 1]
            tag = written[start : last + 1]
            rank = written.count(tag, 0, start) if start < _TOLD_APART else 0
            number = self._add(stretch, text, replace(spot, tag=tag, rank=rank), spanned)
            piece = self._numbered(number)
            if holds_minus(piece):
                first = _start_of(elements, ends, places, start)
                opens = first >= previous and not text[first : stretch.start].strip()
                closes = _blanks_after(text, stretch.end) >= _end_of(ends, places, last)
                before = not (opens and neighbours.may_join(spanned[0], -1))
                behind = not (closes and neighbours.may_join(spanned[-1], 1))
                has_letter = _LETTER.match(text, stretch.start) is not None
                hide_signs(piece, before=before or has_letter, behind=behind or has_letter)
            previous = stretch.end
            characters[start : last + 1] = _spread(piece, places[stretch.start : stretch.end], start, last)
        _share(elements, characters)

    def _numbered_attribute(self, element: Element, value: str) -> str:
        spot = self._spots.of(element)
        text = INVISIBLE.sub("", value)
        characters = list(text)
        for stretch in stretches(text):
            tag = text[stretch.start : stretch.end]
            number = self._add(stretch, text, replace(spot, tag=tag), [element])
            piece = self._numbered(number)
            if holds_minus(piece):
                hide_signs(piece, before=True, behind=True)
            characters[stretch.start : stretch.end] = piece
        return "".join(characters)

    def _add(self, stretch: Stretch, text: str, spot: Spot, spanned: list[Element]) -> int:
        """Add a tag, with its first fault, and return its number."""
        number, tag = len(self.tags), text[stretch.start : stretch.end]
        if not stretch.is_tag:
            whole, meant = meant_by(stretch, text) if len(self.refused) < MAX_MENDED else ("", "")
            spot = replace(spot, tag=whole) if whole else spot
            self.tags.append(Tag(tag, spot, meant=meant, homes=self._homes_of(spanned[0])))
            self.refused[number] = half_tag(stretch, text, spot, meant, whole or tag)
            return number
        self.tags.append(Tag(tag, spot, _MERGE.fullmatch(_plain(tag)) is not None, homes=self._homes_of(spanned[0])))
        if number == MAX_TAGS:
            self.loose.append(Fault(template_tags.TOO_MANY_TAGS, str(MAX_TAGS), spot))
        fault = next(_place_faults(tag, spot, spanned), None)
        if fault is not None:
            self.refused[number] = fault
        return number

    def _homes_of(self, element: Element) -> tuple[int, ...]:
        """Number what a tag stands in: elements of one number are one."""
        paragraph = paragraph_of(element)
        around = [next(element.iterancestors(name), None) for name in (ROW, TABLE)]
        homes = (paragraph, None if paragraph is None else paragraph.getparent(), *around)
        return tuple(self._homes.setdefault(home, len(self._homes)) for home in homes)

    def _numbered(self, number: int) -> list[str]:
        """Return the characters of a numbered tag; the number shares the place of the character that follows it."""
        tag = self.tags[number]
        characters = list(with_hidden_apostrophes(with_plain_spaces(tag.text)))
        if number in self.refused:
            return [encode_alone(number), *[""] * (len(characters) - 1)]
        # Before the closing, which may trim (« -}} »): docxtpl keeps what stands inside a tag, wherever it moves it.
        is_signed = characters[-3] in "-+" and len(characters) > len("{{-}}")
        end = len(characters) - (3 if is_signed else 2)
        if _OF_CELL.match(tag.text):  # docxtpl moves these tags: their signs would trim nothing, and hide them from it
            characters[2:3] = ["" if characters[2] in "-+" else characters[2]]
            characters[-3] = "" if is_signed else characters[-3]
        if not tag.disappears:
            characters[end] = encode(number) + characters[end]
        return characters


def with_hidden_apostrophes(tag: str) -> str:
    """Hide from docxtpl the apostrophes of the texts that a tag quotes; the length stays the same."""
    hidden = STRING.split(tag)
    hidden[1::2] = [text if text[0] in "'‘" else text.replace("’", HIDDEN_APOSTROPHE) for text in hidden[1::2]]
    return "".join(hidden)


def _plain(tag: str) -> str:
    return _SIGNS.sub("", tag)


def _visible(written: str) -> tuple[list[str], Sequence[int]]:
    """Return the characters of a text, and the places of those that are seen."""
    if not INVISIBLE.search(written):
        return list(written), range(len(written))
    return list(written), [place for place, character in enumerate(written) if not INVISIBLE.match(character)]


def _spread(piece: list[str], places: Sequence[int], start: int, last: int) -> list[str]:
    """Put the characters of a tag at their places in a text; what nobody sees between them is left out."""
    spread = [""] * (last + 1 - start)
    for character, place in zip(piece, places, strict=True):
        spread[place - start] = character
    return spread


def _start_of(elements: list[Element], ends: list[int], places: Sequence[int], start: int) -> int:
    """Return, among what is seen, where the element begins that holds a place."""
    element = bisect_right(ends, start)
    return bisect_left(places, ends[element] - len(elements[element].text or ""))


def _end_of(ends: list[int], places: Sequence[int], last: int) -> int:
    """Return, among what is seen, where the element ends that holds a place."""
    return bisect_left(places, ends[bisect_right(ends, last)])


def _blanks_after(text: str, place: int) -> int:
    blanks = _BLANKS.match(text, place)
    return blanks.end() if blanks else place


def _place_faults(tag: str, spot: Spot, spanned: list[Element]) -> Iterator[Fault]:
    """Report what docxtpl cannot fill where it stands, and what it cannot read."""
    if _FRENCH_QUOTES.search(STRING.sub("", tag)):
        meant = with_straight_quotes(tag)
        yield Fault(template_tags.FRENCH_QUOTES, tag, spot, fix=reasons.WRITE.format(meant) if meant else "")
    # docxtpl puts what these tags hold into the replacement of a regular expression, where a backslash is no text.
    if _CELL_TAG.match(tag) and "\\" in tag:
        yield Fault(template_tags.SYNTAX, tag, spot, reasons.UNEXPECTED_CHARACTER.format("\\"), reasons.TAKE_IT_OUT)
    if _OF_CELL.match(tag) and next(spanned[0].iterancestors(CELL), None) is None:
        yield Fault(template_tags.UNKNOWN_STATEMENT, tag, spot, fix=reasons.IN_A_CELL)
    yield from misplaced(spanned, spot)
    yield from _letter_faults(tag, spot, spanned[0])


def _letter_faults(tag: str, spot: Spot, element: Element) -> Iterator[Fault]:
    """Report a tag whose letter makes docxtpl take away what is not there, or what is not meant.

    Its pattern looks back from the tag for the nearest start of a paragraph, a row or a cell: outside any, it takes
    whatever stands before; with a text box or an inner table before the tag, the start of the inner one.
    """
    match = _LETTER.match(tag)
    if match is None:
        return
    letter = match[1]
    if element.tag != TEXT or paragraph_of(element) is None:
        yield Fault(template_tags.SYNTAX, tag, spot, reasons.LETTER_OUT_OF_TEXT.format(letter), reasons.NO_LETTER)
    elif letter != "r":
        taken = next(element.iterancestors(w(letter)), None)
        if taken is None:
            yield Fault(template_tags.LETTER_OUT_OF_TABLE, tag, spot)
        elif taken.find(f".//{taken.tag}") is not None:
            yield Fault(template_tags.BROKEN_AROUND_TAG, tag, spot)


def _share(elements: list[Element], characters: list[str]) -> None:
    """Give back to each element its share of the characters."""
    start = 0
    for element in elements:
        end = start + len(element.text or "")
        element.text = "".join(characters[start:end])
        start = end
