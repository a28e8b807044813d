"""Tags where none is filled: comments, charts, names of fields, controls tied to data."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from generator.messages import template_tags
from generator.rendering.faults import Fault
from generator.rendering.file.spots import Spots
from generator.rendering.file.word_file import WordFile
from generator.rendering.language.tag_collection import DELIMITER
from generator.rendering.language.tag_text import spans
from generator.rendering.opc.xml_parts import Element, remove
from generator.rendering.word.field_codes import field_codes
from generator.rendering.word.names import PARAGRAPH, TEXT, w

_DECLARATION = rb"""<\?xml version=["']1.[01]["'] encoding=["']utf-8["']|<(?!\?)"""
_UTF8 = re.compile(rb"(?:\xef\xbb\xbf)?(?:" + _DECLARATION + rb")", re.IGNORECASE)
_MAY_OPEN = re.compile(rb"\{[{%#&]|%7B|&#", re.IGNORECASE)
_CODED_TAG = re.compile("%7B%7B|%7B%25", re.IGNORECASE)
_FREE = ("customXml/", "word/glossary/")
"""Parts that no reader sees: what they hold is their own business."""


def untie_controls(root: Element) -> None:
    """Untie the content controls that tags fill from the data that they show: Word would put those back."""
    for control in root.iter(w("sdt")):
        binding = control.find(f"{w('sdtPr')}/{{*}}dataBinding")
        if binding is not None and DELIMITER.search("".join(text.text or "" for text in control.iter(TEXT))):
            remove(binding)


def field_faults(root: Element, spots: Spots) -> Iterator[Fault]:
    """Report fields whose very name is a tag: data must not choose what Word runs."""
    for paragraph in root.iter(PARAGRAPH):
        if any(code.lstrip(' "').startswith("{") for code in field_codes(paragraph)):
            yield Fault(template_tags.FIELD_TAG, spot=spots.of(paragraph))


def unfilled_faults(package: WordFile, filled: Container[str]) -> Iterator[Fault]:
    """Report tags in parts that are never filled: comments, charts, link targets…"""
    for name, tree in package.trees.items():
        if (
            name not in filled
            and not name.startswith(_FREE)
            and _may_hold_tags(package.contents[name])
            and any(next(spans(text), None) or _CODED_TAG.search(text) for text in _texts(tree))
        ):
            yield Fault(template_tags.UNFILLED_PART, name)


def _may_hold_tags(content: bytes) -> bool:
    """Tell apart at a glance most parts without tags: in UTF-8, with no opening, and no character written by number."""
    return _UTF8.match(content) is None or _MAY_OPEN.search(content) is not None


def _texts(tree: Element) -> Iterator[str]:
    for element in tree.iter("{*}*"):
        yield element.text or ""
        yield from map(str, element.attrib.values())
