"""Tags where none is filled: comments, charts, names of fields, controls tied to data."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping

from generator.messages import template_lint, template_tags
from generator.messages import template_reasons as reasons
from generator.rendering.faults import Fault, shortened
from generator.rendering.file.spots import Spots
from generator.rendering.file.word_file import WordFile
from generator.rendering.opc.xml_parts import Element, remove
from generator.rendering.tags.tag_collection import DELIMITER
from generator.rendering.tags.tag_text import INVISIBLE, spans
from generator.rendering.word.field_codes import word_fields
from generator.rendering.word.names import TEXT, w

_DECLARATION = rb"""<\?xml version=["']1.[01]["'] encoding=["']utf-8["']|<(?!\?)"""
_UTF8 = re.compile(rb"(?:\xef\xbb\xbf)?(?:" + _DECLARATION + rb")", re.IGNORECASE)
_MAY_OPEN = re.compile(rb"\{[{%#&]|%7B|&#", re.IGNORECASE)
_CODED_TAG = re.compile("%7B%7B|%7B%25", re.IGNORECASE)
_OF_FIELDS = (w("fldSimple"), w("fldChar"))
_FIELDS: Mapping[str, str] = {
    "": reasons.WORD_FIELD,
    "MERGEFIELD": reasons.MERGE_FIELD,
    "IF": reasons.CONDITIONAL_FIELD,
    "HYPERLINK": reasons.LINK_FIELD,
    **dict.fromkeys(("REF", "PAGEREF", "NOTEREF"), reasons.REFERENCE_FIELD),
    **dict.fromkeys(("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"), reasons.DATE_FIELD),
    **dict.fromkeys(("DOCPROPERTY", "DOCVARIABLE", "TITLE", "AUTHOR", "SUBJECT"), reasons.PROPERTY_FIELD),
}
_FREE = ("customXml/", "word/glossary/")
"""Parts that no reader sees: what they hold is their own business."""


def untie_controls(root: Element) -> None:
    """Untie the content controls that tags fill from the data that they show: Word would put those back."""
    for control in root.iter(w("sdt")):
        binding = control.find(f"{w('sdtPr')}/{{*}}dataBinding")
        if binding is not None and DELIMITER.search("".join(text.text or "" for text in control.iter(TEXT))):
            remove(binding)


def take_out_field_tags(root: Element, spots: Spots) -> Iterator[Fault]:
    """Report the tags in what fields ask for, and take them out: data must not choose what Word runs."""
    if next(root.iter(*_OF_FIELDS), None) is None:
        return
    for word_field in word_fields(root):
        code = INVISIBLE.sub("", word_field.code)
        if DELIMITER.search(code):
            spot = spots.of(word_field.instructions[0])
            if word_field.name.startswith("{"):
                yield Fault(template_tags.FIELD_TAG, spot=spot)
            else:
                yield Fault(template_tags.VALUE_IN_FIELD, shortened(code), spot, field_in_words(word_field.name))
            if "{%" not in code:  # a block's other end would be left alone
                word_field.empty()


def left_merge_fields(root: Element, spots: Spots) -> Iterator[Fault]:
    """Report the merge fields that no tag fills: nobody will."""
    for field in word_fields(root) if next(root.iter(*_OF_FIELDS), None) is not None else ():
        if field.name == "MERGEFIELD" and not DELIMITER.search(INVISIBLE.sub("", field.code)):
            name = next(iter(field.code.split()[1:2]), "").strip('"')
            spot = spots.of(field.begin)
            yield Fault(template_lint.LEFT_MERGE_FIELD, shortened(field.code.strip()), spot, f"{{{{ {name} }}}}")


def shown_by_merge_field(fault: Fault, left: Collection[Fault]) -> bool:
    """Whether what has the form of a tag is what a merge field, told already, shows of itself: « «nom» »."""
    return fault.what.startswith("«") and any(fault.spot == each.spot for each in left)


def field_in_words(name: str) -> str:
    """Name a field as its author knows it, with the word that it begins with."""
    return _FIELDS.get(name, reasons.A_FIELD).format(name)


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
    for name, content in package.contents.items():
        if name.lower().endswith(".svg") and next(spans(content.decode(errors="replace")), None):
            yield Fault(template_tags.UNFILLED_PART, name)


def _may_hold_tags(content: bytes) -> bool:
    """Tell apart at a glance most parts without tags: in UTF-8, with no opening, and no character written by number."""
    return _UTF8.match(content) is None or _MAY_OPEN.search(content) is not None


def _texts(tree: Element) -> Iterator[str]:
    for element in tree.iter("{*}*"):
        yield element.text or ""
        yield from map(str, element.attrib.values())
