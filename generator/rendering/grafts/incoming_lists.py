"""The lists of a document on its way into a template: each becomes one of the template's, or is brought along.

Format: ECMA-376 part 1, 17.9. Paragraphs count on together when their lists share a definition; so lists that shared
one go on sharing one, and a list that begins again gets a definition of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from enum import Enum, auto
from zlib import crc32

from lxml import etree

from generator.rendering.file.additions import Additions
from generator.rendering.grafts.incoming_document import IncomingDocument
from generator.rendering.opc.relation_types import NUMBERING, STYLES
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import LIST_OF_PARAGRAPH, PARAGRAPH, PARAGRAPH_PROPERTIES, VALUE, w
from generator.rendering.word.numbered_lists import (
    DEFINITION,
    DEFINITION_ID,
    INSTANCE,
    LEVEL,
    LEVEL_DEFINITION,
    NUMBER_ID,
    STYLE_OF_LEVEL,
    Lists,
    next_number,
    number_of,
)
from generator.rendering.word.paragraphs import style_of
from generator.rendering.word.schema_order import get_or_add, put, replace_child
from generator.rendering.word.style_sheet import identifiers_by_name, name_of_style, styles_by_identifier


class Numbering(Enum):
    """What becomes of the lists of a grafted document."""

    CONTINUES = auto()  # a list like one of the template's goes on with it
    RESTARTS = auto()  # every list begins again, and the template's own count on without it
    AS_WRITTEN = auto()  # a list is the template's when it is the very same; else it is a list of its own


class IncomingLists:
    """What each list of one document became.

    Args:
        document: the document.
        package: the template's package, with what it was given so far.
        numbering: what becomes of the lists.
        used: the lists of the part before the place of the graft, in reading order.
    """

    def __init__(
        self, document: IncomingDocument, package: Additions, numbering: Numbering, used: Sequence[str]
    ) -> None:
        self._package = package
        self._numbering = numbering
        self._used = used
        self._lists = Lists(document.numbering, document.styles)
        self._styles = styles_by_identifier(document.styles)
        self._own_styles = identifiers_by_name(package.related(STYLES))
        self._numbers: dict[tuple[bool, str], str] = {}
        self._definitions: dict[tuple[bool, str], str] = {}

    def place(self, block: Element) -> None:
        """Give each paragraph of a block the list of the template that its own becomes."""
        for paragraph in block.iter(PARAGRAPH):
            theirs = self._lists.list_of(paragraph)
            if number_of(paragraph) is not None:
                _number_in(paragraph).set(VALUE, self._ours(theirs) if theirs else "0")
            elif theirs and (ours := self._list_of_styled(paragraph, theirs)):
                _set_list(paragraph, ours, self._lists.level_of(paragraph))

    def place_style(self, style: Element) -> None:
        """Give a style that puts its paragraphs into a list that of the template."""
        number = number_of(style)
        if number is not None:
            _number_in(style).set(VALUE, self._ours(number))

    def _list_of_styled(self, paragraph: Element, theirs: str) -> str:
        """Return the list that a paragraph must name itself, because its style in the template does not say it."""
        identifier = style_of(paragraph)
        style = None if identifier is None else self._styles.get(identifier)
        name = "" if style is None else self._own_styles.get(name_of_style(style), "")
        if not name:  # the style comes along, with its list
            return ""
        own = self._own_lists().list_of_style(name)
        if not own:
            return self._ours(theirs)
        return self._restarted_own(own) if self._numbering is Numbering.RESTARTS else ""

    def _ours(self, number: str) -> str:
        """Return the list of the template that a list of the document becomes."""
        return self._once(number, lambda: self._list_alike(number) or self._brought_list(self._lists, number))

    def _restarted_own(self, number: str) -> str:
        """Return a list like one of the template's own, which begins at its start."""
        return self._once(number, lambda: self._brought_list(self._own_lists(), number), is_own=True)

    def _once(self, number: str, make: Callable[[], str], *, is_own: bool = False) -> str:
        if (is_own, number) not in self._numbers:
            self._numbers[is_own, number] = make()
        return self._numbers[is_own, number]

    def _list_alike(self, number: str) -> str:
        """Return the list of the template that goes on with one of the document's, or an empty string."""
        definition = self._lists.definition(number)
        if definition is None:
            return number
        if self._numbering is Numbering.RESTARTS:
            return ""
        own = self._own_lists()
        if self._numbering is Numbering.AS_WRITTEN:
            return number if own.is_same(number, self._lists) else ""
        alike = own.alike(definition)
        recent = [known for known in self._used if known in alike]
        return (recent[-1:] or alike[:1] or [""])[0]

    def _brought_list(self, lists: Lists, number: str) -> str:
        """Bring a list with its definition; lists of the document that share one go on sharing it."""
        definition, instance = lists.definition(number), lists.instance(number)
        if definition is None or instance is None:
            return number
        instance = deepcopy(instance)
        ours = self._package.change_related(NUMBERING)
        instance.set(NUMBER_ID, next_number(ours, INSTANCE, NUMBER_ID, first=1))
        for reference in instance.iterfind(DEFINITION_ID):
            reference.set(VALUE, self._brought_definition(lists, definition))
        put(instance, ours)
        return str(instance.get(NUMBER_ID))

    def _brought_definition(self, lists: Lists, definition: Element) -> str:
        key = (lists is self._lists, definition.get(DEFINITION_ID, ""))
        if key not in self._definitions:
            ours = self._package.change_related(NUMBERING)
            self._definitions[key] = next_number(ours, DEFINITION, DEFINITION_ID)
            put(_set_apart(deepcopy(definition), self._definitions[key]), ours)
        return self._definitions[key]

    def _own_lists(self) -> Lists:
        return Lists(self._package.related(NUMBERING), self._package.related(STYLES))


def _number_in(holder: Element) -> Element:
    """Return the element that names the list of a paragraph or a style that names one."""
    return next(holder.iterfind(f"{PARAGRAPH_PROPERTIES}/{LIST_OF_PARAGRAPH}/{NUMBER_ID}"))


def _set_list(paragraph: Element, number: str, level: str) -> None:
    """Make a paragraph name a list and its level there."""
    numbered = etree.Element(LIST_OF_PARAGRAPH)
    put(etree.Element(LEVEL, {VALUE: level}), numbered)
    put(etree.Element(NUMBER_ID, {VALUE: number}), numbered)
    replace_child(numbered, get_or_add(PARAGRAPH_PROPERTIES, paragraph))


def _set_apart(definition: Element, identifier: str) -> Element:
    """Make a definition one of its own: Word joins lists that share an ``nsid``, or that a style is tied to."""
    definition.set(DEFINITION_ID, identifier)
    for name in ("styleLink", "numStyleLink"):
        for link in definition.findall(w(name)):
            definition.remove(link)
    for level in definition.iterfind(LEVEL_DEFINITION):
        for style in level.findall(STYLE_OF_LEVEL):
            level.remove(style)
    for nsid in definition.iterfind(w("nsid")):
        # Drawn from the former one and not at random, so that equal inputs give equal bytes (17.9.14).
        nsid.set(VALUE, f"{crc32(f'{nsid.get(VALUE)}/{identifier}'.encode()):08X}")
    return definition
