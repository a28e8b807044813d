"""Conservation, when a template is compiled: its Jinja source loses and doubles none of its tags, words, pictures."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from html import unescape
from itertools import groupby

from lxml import etree

from generator.messages import template_ranges, template_tags
from generator.messages import template_reasons as reasons
from generator.rendering.blocks.block_paths import statement_of
from generator.rendering.blocks.range_marks import BOOKMARK_MARKS, CURSOR, ranges_of
from generator.rendering.blocks.turn_slots import TurnSlot, with_names
from generator.rendering.compile.jinja_source import numbers, patched, split_tags
from generator.rendering.faults import Fault, Spot
from generator.rendering.file.spots import Spots
from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.tag import Tag
from generator.rendering.tags.tag_text import TAG
from generator.rendering.word.hidden_numbers import NUMBER, without_numbers
from generator.rendering.word.names import NAME, PARAGRAPH
from generator.rendering.word.paragraphs import own_texts
from generator.rendering.word.reading_text import paragraph_text
from generator.rendering.word.wordless_content import content_of, count_in_source, name_of_content

MARKUP = re.compile(r"<[^>]*>")
_MADE_BY_MERGES = re.compile(
    r"\{% (?:if loop\.first|else|endif) %\}|\{\{ (?:\d+ \* )?loop\.length \}\}|\{%\s*[hv]m\s*%\}"
)
"""What docxtpl writes for a merge, and a merge outside any cell, which it leaves."""

_ROW_TAG = re.compile(r"\{[{%]t[rc]\s")
"""A tag that takes a row or a cell away: what it loses stands in its row."""

_HOLDING_TAG = re.compile(r"\{%(p|tr|tc)\s")
_OPENING = re.compile(r"\{[{%#]")
_HALF_DELIMITERS = ("{", "}", "%", "#")
_PARAGRAPH_END = "</w:p>"
_MAX_COMPARED = 1000
"""Words between the first and the last difference: comparing takes the square of their number."""

_BLANKS = re.compile(r"\s+")
_MARK = "parafe"
_MARKED = re.compile(rf' {_MARK}="(\d+)"')
_PLACE = "signet"
_PLACED = re.compile(rf' {_PLACE}="(\d+)"')
_BOOKMARK_IN_SOURCE = re.compile(r"<w:bookmark(?:Start|End)(?=[ />])")


def joined_faults(root: Element, patched_xml: str, spots: Spots) -> Iterator[Fault]:
    """Report the tags that docxtpl made of braces at the end of one paragraph and the start of another."""
    pieces = list(split_tags(patched_xml))
    strangers = [tag for _, tag in pieces if tag and not NUMBER.search(tag)]
    is_closed = not any(_OPENING.search(static) for static, _ in pieces)
    if is_closed and all(_MADE_BY_MERGES.fullmatch(tag) for tag in strangers):
        return
    for paragraph in root.iter(PARAGRAPH):
        text = paragraph_text(paragraph)
        if text.endswith(_HALF_DELIMITERS):
            yield Fault(template_tags.UNCLOSED_TAG, without_numbers(text)[-40:], spots.of(paragraph))


def compile_faults(root: Element, patched_xml: str, tags: Sequence[Tag], spots: Spots) -> Iterator[Fault]:
    """Report each tag and each text of a numbered tree that its Jinja source lost or doubled."""
    yield from _one_for_each_holder([*_lost_tags_and_texts(root, patched_xml, tags, spots)])


def _lost_tags_and_texts(root: Element, patched_xml: str, tags: Sequence[Tag], spots: Spots) -> Iterator[Fault]:
    yield from _tag_faults(patched_xml, tags)
    # In the file a tag may be cut by markup; in the source its « < » are bare: hence the two orders.
    file = TAG.sub("", MARKUP.sub("", etree.tostring(root, encoding="unicode")))
    source = MARKUP.sub("", TAG.sub("", patched_xml))
    if _without_blanks(file) != _without_blanks(source):
        yield from _text_faults(root, patched_xml, spots)


def _one_for_each_holder(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Tell once what a paragraph or a row loses to the tags that take it away: one mistake placed them all."""
    rows = {_row_of(fault) for fault in faults if _ROW_TAG.search(fault.spot.paragraph)}
    gathered: dict[object, list[Fault]] = defaultdict(list)
    for fault in faults:
        is_of_row = bool(fault.spot.row) and _row_of(fault) in rows
        holder = fault.spot if fault.message is template_tags.ADDED_TEXT or not is_of_row else _row_of(fault)
        gathered[holder].append(fault)
    for ones in gathered.values():
        tags = [tag for fault in ones for tag in TAG.findall(fault.spot.paragraph)]
        tells_tag = ones[0].message is template_tags.LOST_TAG
        yield replace(ones[0], fix=_place_of_their_own(tags, is_lost=tells_tag) or ones[0].fix)


def _row_of(fault: Fault) -> tuple[str, str]:
    return fault.spot.part, fault.spot.row


def _place_of_their_own(tags: Sequence[str], *, is_lost: bool) -> str:
    """Say where the tags of a block belong when both its ends stand in what they take away; else nothing.

    A tag of a row ``is_lost`` to another of its row.
    """
    holding = [tag for tag in tags if _HOLDING_TAG.match(tag)]
    letters = {letter for tag in holding for letter in _HOLDING_TAG.findall(tag)}
    keywords = {statement_of(tag) for tag in holding}
    is_whole = not keywords.isdisjoint({"endif", "endfor"}) and not keywords.isdisjoint({"if", "for"})
    if "tr" in letters and (is_whole or is_lost):
        return reasons.ROWS_OF_THEIR_OWN
    if "tc" in letters and (is_whole or is_lost):
        return reasons.CELLS_OF_THEIR_OWN
    return reasons.INLINE_BLOCK.format() if is_whole and letters == {"p"} else ""


def content_faults(root: Element, patched_xml: str, spots: Spots) -> Iterator[Fault]:
    """Report what a tree holds besides words and its Jinja source does not; the tree serves no other use afterwards."""
    content = list(content_of(root))
    if count_in_source(patched_xml) == len(content):
        return
    # docxtpl works on text: an attribute that it does not know goes where its element goes, and tells which are gone.
    for number, element in enumerate(content):
        element.set(_MARK, str(number))
    kept = set(map(int, _MARKED.findall(patched(root))))
    for number, element in enumerate(content):
        if number not in kept:
            yield Fault(template_tags.LOST_CONTENT, name_of_content(element), spots.of(element))


def mark_faults(root: Element, patched_xml: str, spots: Spots, slots: Sequence[TurnSlot] = ()) -> Iterator[Fault]:
    """Report the bookmarks of a tree that its Jinja source lost: a tag that trims takes what it trims away.

    Args:
        root: the tree.
        patched_xml: its Jinja source.
        spots: the places of its paragraphs.
        slots: the slots whose marks stand for names in it.
    """
    marks = list(root.iter(*BOOKMARK_MARKS))
    if len(_BOOKMARK_IN_SOURCE.findall(patched_xml)) == len(marks):
        return
    for number, mark in enumerate(marks):
        mark.set(_PLACE, str(number))
    kept = set(map(int, _PLACED.findall(patched(root))))
    lost = {mark for number, mark in enumerate(marks) if number not in kept}
    for each in ranges_of(root):
        if each.start.get(NAME) != CURSOR and not lost.isdisjoint({each.start, each.end}):
            spot = spots.of(each.start if each.start in lost else each.end)
            name = with_names(each.start.get(NAME, ""), slots)
            yield Fault(template_tags.LOST_CONTENT, template_ranges.BOOKMARK.format(name), spot)


def _tag_faults(patched_xml: str, tags: Sequence[Tag]) -> Iterator[Fault]:
    found = Counter(numbers(patched_xml))
    for number, tag in enumerate(tags):
        if not tag.disappears and not found[number]:
            yield Fault(template_tags.LOST_TAG, tag.text, tag.spot)


def _without_blanks(xml_text: str) -> str:
    return _BLANKS.sub("", unescape(xml_text))


def _text_faults(root: Element, patched_xml: str, spots: Spots) -> Iterator[Fault]:
    """Say which words are missing and in which paragraph, or which come twice."""
    # By words and not by characters: where Word cuts a text into runs, nothing but spaces may move.
    placed = list(_placed_words(root, spots))
    found = unescape(MARKUP.sub("", TAG.sub(" ", patched_xml.replace(_PARAGRAPH_END, " ")))).split()
    changes = _changes([word for word, _ in placed], found)
    lost = [placed[start:end] for kind, start, end, _, _ in changes if kind != "equal" and start < end]
    for stretch in lost:
        for spot, words in groupby(stretch, key=lambda word: word[1]):
            yield Fault(template_tags.LOST_TEXT, " ".join(word for word, _ in words), spot)
    for kind, _, end, first, last in changes:
        if kind == "insert" and not lost:
            spot = placed[min(end, len(placed) - 1)][1] if placed else spots.of(next(root.iter(PARAGRAPH), root))
            yield Fault(template_tags.ADDED_TEXT, without_numbers(" ".join(found[first:last])), spot)


def _changes(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return what differs between two texts, word by word, in the manner of difflib; what is long is not refined."""
    shortest = min(len(before), len(after))
    start = next((index for index in range(shortest) if before[index] != after[index]), shortest)
    rest = range(1, shortest - start + 1)
    end = next((index - 1 for index in rest if before[-index] != after[-index]), shortest - start)
    middles = before[start : len(before) - end], after[start : len(after) - end]
    if max(map(len, middles)) > _MAX_COMPARED:
        shown = start + _MAX_COMPARED
        kind = "insert" if len(before) < len(after) else "delete"
        return [(kind, start, min(shown, len(before) - end), start, min(shown, len(after) - end))]
    changes = SequenceMatcher(None, *middles, autojunk=False).get_opcodes()
    return [(kind, start + a, start + b, start + c, start + d) for kind, a, b, c, d in changes]


def _placed_words(root: Element, spots: Spots) -> Iterator[tuple[str, Spot]]:
    """Iterate over the words of each paragraph outside its tags, each with its place."""
    for paragraph in root.iter(PARAGRAPH):
        text = TAG.sub(" ", "".join(element.text or "" for element in own_texts(paragraph)))
        words = text.split()
        if words:
            spot = spots.of(paragraph)
            yield from ((word, spot) for word in words)
