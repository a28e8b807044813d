"""The tags of a part, judged one by one and as blocks: one fault for one mistake, at what is to blame."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from generator.messages import template_reasons as reasons
from generator.messages import template_tags
from generator.rendering.compile.block_nesting import read_blocks
from generator.rendering.faults import Fault
from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.intended_tags import MAX_MENDED, intended
from generator.rendering.tags.other_words import VAGUE_END
from generator.rendering.tags.tag import Tag
from generator.rendering.tags.tag_collection import TagCollector
from generator.rendering.tags.tag_syntax import keyword_of, lone_tag_faults, rewritten
from generator.rendering.tags.tag_text import alone
from generator.rendering.word.hidden_numbers import NUMBER, decode

_SET_FIELD = re.compile(r"\{%[-+]?\s*set\s+\w+\.\w+\s*=")
_LETTER = re.compile(r"\{%(p|tr|tc)\s")
_HAS_BRACE = re.compile(r"\}")
_LOOP = re.compile(r"\{%[-+]?(?:\w+\s)?\s*for\b")
_END = re.compile(r"^end_?(?=\w)")


def collected_faults(root: Element, collector: TagCollector, environment: PlainDataEnvironment) -> Iterator[Fault]:
    """Report what is wrong with the numbered tags of a tree, each once, and with the blocks that they make."""
    yield from collector.loose
    if not collector.tags:
        return
    found = _faults_of_tags(collector, environment)
    order = _reading_order(root)
    meant = {number: _meant(collector.tags[number]) for number in list(found)[:MAX_MENDED]}
    faulty = {place: meant.get(number, "") for place, number in enumerate(order) if number in found}
    blocks = read_blocks([collector.tags[number] for number in order], faulty)
    for follower, opener in blocks.followers.items():
        if _LOOP.match(collector.tags[order[opener]].text):  # « {% fin %} » says not of what
            meant[order[follower]] = meant.get(order[follower], "").replace("endif", "endfor")
        if _has_wrong_letter(found, order[follower]) and _has_wrong_letter(found, order[opener]):
            del found[order[follower]]  # the letter of a whole block is one mistake
        elif VAGUE_END.fullmatch(collector.tags[order[follower]].text):  # the end is known by what it closes
            opening = meant.get(order[opener]) or collector.tags[order[opener]].text
            meant[order[follower]] = _end_of(opening)
    for number, faults in found.items():
        yield from (rewritten(fault, meant.get(number, "")) for fault in faults)
    yield from blocks.faults


def _end_of(opening: str) -> str:
    letter = _LETTER.match(opening)
    return f"{{%{letter[1] if letter else ''} end{keyword_of(alone(opening))} %}}"


def _meant(tag: Tag) -> str:
    return tag.meant or intended(tag.text)


def _faults_of_tags(collector: TagCollector, environment: PlainDataEnvironment) -> dict[int, list[Fault]]:
    """Return the faults of each tag, by its number; a text that was judged sound is not judged twice."""
    found = {number: [fault] for number, fault in collector.refused.items()}
    sound: set[str] = set()
    for number, tag in enumerate(collector.tags):
        if number not in found and tag.text not in sound:
            faults = lone_tag_faults(tag, environment)
            found |= {number: faults} if faults else {}
            sound |= set() if faults else {tag.text}
    _drop_consequences(collector, found)
    return found


def _drop_consequences(collector: TagCollector, found: dict[int, list[Fault]]) -> None:
    """Drop what follows from a fault that is told.

    It is the end of a tag left open, the end of a block that no template may have, the use of a refused ``namespace``.
    """
    has_namespace = False
    opened = -1
    refused: Counter[str] = Counter()
    for number in sorted(found):
        tag, messages = collector.tags[number], [fault.message for fault in found[number]]
        keyword = (keyword_of(alone(tag.text)) or "") if messages == [template_tags.UNKNOWN_STATEMENT] else ""
        ended = _END.sub("", keyword)
        is_end = ended != keyword and refused[ended] > 0
        refused[ended] += -1 if is_end else 1
        follows_open = opened >= 0 and messages == [template_tags.STRAY_CLOSING]
        if follows_open or is_end or (has_namespace and _SET_FIELD.match(tag.text)):
            del found[number]
        is_elsewhere = follows_open and collector.tags[opened].homes[:1] != tag.homes[:1]
        if is_elsewhere and not tag.spot.paragraph.lstrip().startswith(tag.text):  # part of the tag stands before it
            found[opened] = [replace(found[opened][0], fix=reasons.JOIN_PARAGRAPHS)]
        is_open = messages == [template_tags.UNCLOSED_TAG] and not _HAS_BRACE.search(tag.text)
        opened = number if is_open else -1
        has_namespace = has_namespace or "namespace" in tag.text


def _reading_order(root: Element) -> list[int]:
    """Return the numbers of the tags in the order of the file: those of attributes are found after the others."""
    return [decode(digits) for digits in NUMBER.findall(etree.tostring(root, encoding="unicode"))]


def _has_wrong_letter(found: dict[int, list[Fault]], number: int) -> bool:
    return [fault.message for fault in found.get(number, [])] == [template_tags.LETTER_OUT_OF_TABLE]
