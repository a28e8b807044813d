"""Lists: which numbering a paragraph has, by itself or by its style, and whether two lists are the same.

Format: ECMA-376 part 1, 17.9 (numbering). A list is a ``num``, which instantiates an ``abstractNum``; paragraphs of
lists that share an ``abstractNum`` count on together.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import LIST_OF_PARAGRAPH, PARAGRAPH_PROPERTIES, VALUE, w
from generator.rendering.word.paragraphs import style_of
from generator.rendering.word.style_sheet import lineage, styles_by_identifier

NUMBER_ID, LEVEL = w("numId"), w("ilvl")
DEFINITION, INSTANCE = w("abstractNum"), w("num")
DEFINITION_ID = w("abstractNumId")
_NO_LIST = ("", "0")
"""Identifiers that take a paragraph out of any list (17.9.18)."""

LEVEL_DEFINITION, STYLE_OF_LEVEL, _STYLE_OF_LIST = w("lvl"), w("pStyle"), w("numStyleLink")


class Lists:
    """The lists of a document, with the styles that put paragraphs into them."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._numbering = numbering
        self._styles = styles_by_identifier(styles)

    def list_of(self, paragraph: Element) -> str:
        """Return the identifier of the list of a paragraph, or an empty string."""
        own = number_of(paragraph)
        if own is not None:
            return "" if own in _NO_LIST else own
        style = style_of(paragraph)
        return "" if style is None else self.list_of_style(style)

    def list_of_style(self, identifier: str) -> str:
        """Return the identifier of the list of a style, inherited or not, or an empty string."""
        for style in lineage(identifier, self._styles):
            own = number_of(style)
            if own is not None:
                return "" if own in _NO_LIST else own
        return ""

    def level_of(self, paragraph: Element) -> str:
        """Return the level of a paragraph in its list, counted from zero: its own, or that of its style."""
        own = _level(paragraph)
        style = style_of(paragraph)
        return own or ("0" if style is None else self.level_of_style(style))

    def level_of_style(self, identifier: str) -> str:
        """Return the level that a style gives, inherited or not."""
        return next(filter(None, map(_level, lineage(identifier, self._styles))), "0")

    def instance(self, number: str) -> Element | None:
        """Return the ``num`` of an identifier."""
        return self._instances().get(number)

    def definition(self, number: str) -> Element | None:
        """Return the ``abstractNum`` of a list; a numbering style leads to its own."""
        for _ in range(2):  # a definition may name a list style, whose list has the definition (17.9.21)
            definition = self._own_definition(number)
            link = None if definition is None else definition.find(_STYLE_OF_LIST)
            if link is None:
                return definition
            number = self.list_of_style(link.get(VALUE, ""))
        return definition

    def is_same(self, number: str, other: Lists) -> bool:
        """Whether a list of another document has the same number, levels and starts as one of this."""
        ours, theirs = self.instance(number), other.instance(number)
        if ours is None or theirs is None:
            return False
        return _starts(ours) == _starts(theirs) and self._levels(number) == other._levels(number)

    def _levels(self, number: str) -> tuple[bytes, ...]:
        definition = self.definition(number)
        return () if definition is None else levels(definition)

    def alike(self, definition: Element) -> list[str]:
        """Return the lists whose levels are those of a definition, in the order of the file."""
        wanted = levels(definition)
        found = ((number, self.definition(number)) for number in self._instances())
        return [number for number, own in found if own is not None and levels(own) == wanted]

    def _own_definition(self, number: str) -> Element | None:
        instance = self.instance(number)
        wanted = None if instance is None else instance.find(DEFINITION_ID)
        if wanted is None or self._numbering is None:
            return None
        definitions = self._numbering.iterfind(DEFINITION)
        return next((own for own in definitions if own.get(DEFINITION_ID) == wanted.get(VALUE)), None)

    def _instances(self) -> Mapping[str, Element]:
        if self._numbering is None:
            return {}
        return {instance.get(NUMBER_ID, ""): instance for instance in self._numbering.iterfind(INSTANCE)}


def number_of(holder: Element) -> str | None:
    """Return the list that a paragraph or a style names itself, or None; « 0 » takes a paragraph out of any list."""
    number = holder.find(f"{PARAGRAPH_PROPERTIES}/{LIST_OF_PARAGRAPH}/{NUMBER_ID}")
    return None if number is None else number.get(VALUE, "")


def next_number(numbering: Element, name: str, attribute: str, *, first: int = 0) -> str:
    """Return the first number above those of the elements of a name."""
    known = (element.get(attribute, "") for element in numbering.iterfind(name))
    return str(max((1 + int(number) for number in known if number.isdecimal()), default=first))


def _level(holder: Element) -> str:
    level = holder.find(f"{PARAGRAPH_PROPERTIES}/{LIST_OF_PARAGRAPH}/{LEVEL}")
    return "" if level is None else level.get(VALUE, "")


def levels(definition: Element) -> tuple[bytes, ...]:
    """Return the levels of a definition in a comparable form, without the styles that are tied to them."""
    return tuple(_comparable(level) for level in definition.iterfind(LEVEL_DEFINITION))


def _starts(instance: Element) -> list[bytes]:
    return [etree.tostring(override, method="c14n", exclusive=True) for override in instance.iterfind(w("lvlOverride"))]


def _comparable(level: Element) -> bytes:
    copy = deepcopy(level)
    # tplc says from which template of Word the level was copied (17.9.6): no reader sees it, and copies differ by it.
    if w("tplc") in copy.attrib:
        del copy.attrib[w("tplc")]
    for style in copy.findall(STYLE_OF_LEVEL):
        copy.remove(style)
    return etree.tostring(copy, method="c14n", exclusive=True)
