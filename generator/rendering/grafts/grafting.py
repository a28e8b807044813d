"""Grafting: the body of another document brought into a part of ours, as it would look there.

Styles are known by their names: the template's own prevails, and one that it lacks is brought along. Lists go on, or
begin again. Images and links get relations of the part; bookmarks get free numbers, and one whose name is taken is
left out. What cannot follow (sections, notes, charts, comments…) is refused or taken off, never half brought.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from enum import Enum, auto
from zlib import crc32

from lxml import etree

from generator.rendering.grafts.incoming_document import ForeignDocument, Link
from generator.rendering.opc.additions import PartAdditions
from generator.rendering.word.numbered_lists import (
    DEFINITION,
    DEFINITION_ID,
    INSTANCE,
    LEVEL,
    NUMBER_ID,
    NUMBER_PROPERTIES,
    Lists,
    number_of,
)
from generator.rendering.word.ooxml import (
    OFFICE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    WORD_2010,
    WORDPROCESSINGML,
    Element,
    remove,
    w,
)

_SECTION = w("sectPr")
_MARGINS = (w("headerReference"), w("footerReference"))
_COMMENTS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
_NOTES = (w("footnoteReference"), w("endnoteReference"))
_STYLE, _STYLE_ID, _NAME, _TYPE, _VALUE = w("style"), w("styleId"), w("name"), w("type"), w("val")
_NAMED_IN_TEXT = (w("pStyle"), w("rStyle"), w("tblStyle"))
_NAMED_IN_STYLES = (w("basedOn"), w("link"), w("next"))
_BULLET, _LEVEL, _STYLE_OF_LEVEL = w("numPicBullet"), w("lvl"), w("pStyle")
_BOOKMARK_START, _BOOKMARK_END, _ID = w("bookmarkStart"), w("bookmarkEnd"), w("id")
_BEFORE_LIST = tuple(map(w, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")))
"""What precedes ``numPr`` in the properties of a paragraph (ECMA-376 part 1, 17.3.1.26)."""

_PARAGRAPH_IDENTIFIERS = tuple(f"{{{WORD_2010}}}{name}" for name in ("paraId", "textId"))
"""Unique in a document, and of no use to its reader."""

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BLANK = f'<w:{{}} xmlns:w="{WORDPROCESSINGML}"/>'


class Numbering(Enum):
    """What becomes of the lists of a grafted document."""

    CONTINUES = auto()  # a list like one of the template's goes on with it
    RESTARTS = auto()  # every list begins again, and the template's own count on without it
    AS_WRITTEN = auto()  # a list is the template's when it is the very same; else it is a list of its own


class UnfitDocumentError(ValueError):
    """A document cannot be brought into another; the message says why, in French."""


def graft(
    document: ForeignDocument, additions: PartAdditions, numbering: Numbering, used: Sequence[str] = ()
) -> list[Element]:
    """Return the blocks of a document, ready to stand in a part.

    Args:
        document: the document; it is left as it is.
        additions: what the part and its package get.
        numbering: what becomes of its lists.
        used: the lists of the part before the place of the graft, in reading order.

    Raises:
        UnfitDocumentError: it holds what cannot stand in another document.
    """
    return _Graft(document, additions, numbering, used).blocks()


class _Graft:
    """One document on its way into one part: what each of its identifiers became."""

    def __init__(
        self, document: ForeignDocument, additions: PartAdditions, numbering: Numbering, used: Sequence[str]
    ) -> None:
        self._document = document
        self._additions = additions
        self._numbering = numbering
        self._used = used
        self._package = additions.additions
        self._lists = Lists(document.numbering, document.styles)
        self._styles = _by_identifier(document.styles)
        self._own_styles = _by_name(self._package.related("styles"))
        self._style_names: dict[str, str] = {}
        self._numbers: dict[tuple[int, str], str] = {}
        self._definitions: dict[tuple[bool, str], str] = {}

    def blocks(self) -> list[Element]:
        """Return copies of the blocks, in the template's terms."""
        blocks = [deepcopy(block) for block in self._document.blocks if block.tag != _SECTION]
        for block in blocks:
            self._take_off(block)
            self._place_in_lists(block)
            self._name_styles(block)
            self._relate(block)
        self._number_bookmarks(blocks)
        return blocks

    def _take_off(self, block: Element) -> None:
        """Remove what belongs to the other document alone, and refuse what would be lost."""
        if next(block.iter(*_NOTES), None) is not None:
            raise UnfitDocumentError("il contient une note")
        for element in [*block.iter(*_COMMENTS), *block.iter(*_MARGINS)]:
            remove(element)
        for paragraph in block.iter(PARAGRAPH):
            for name in _PARAGRAPH_IDENTIFIERS:
                _drop(paragraph, name)
        if self._numbering is not Numbering.AS_WRITTEN and next(block.iter(_SECTION), None) is not None:
            raise UnfitDocumentError("il contient un saut de section")

    # Styles.

    def _name_styles(self, block: Element) -> None:
        for reference in block.iter(*_NAMED_IN_TEXT):
            reference.set(_VALUE, self._style(reference.get(_VALUE, "")))

    def _style(self, identifier: str) -> str:
        """Return the identifier that a style has in the template; one that the template lacks is brought."""
        if identifier not in self._style_names:
            style = self._styles.get(identifier)
            own = identifier if style is None else self._own_styles.get(_name(style), "")
            self._style_names[identifier] = own or self._free_style_identifier(identifier)
            if style is not None and not own:
                self._bring_style(style, self._style_names[identifier])
        return self._style_names[identifier]

    def _free_style_identifier(self, identifier: str) -> str:
        taken = {*self._own_styles.values(), *self._style_names.values()}
        free = identifier
        while free in taken:
            free += "1"
        return free

    def _bring_style(self, style: Element, identifier: str) -> None:
        brought = deepcopy(style)
        brought.set(_STYLE_ID, identifier)
        _drop(brought, w("default"))
        number = number_of(brought)
        if number is not None:
            _number_in(brought).set(_VALUE, self._list(number))
        for reference in brought.iter(*_NAMED_IN_STYLES):
            reference.set(_VALUE, self._style(reference.get(_VALUE, "")))
        self._package.change_related("styles", f"{_MAIN}.styles+xml", _BLANK.format("styles")).append(brought)

    # Lists.

    def _place_in_lists(self, block: Element) -> None:
        """Give each paragraph the list of the template that its own becomes."""
        for paragraph in block.iter(PARAGRAPH):
            theirs = self._lists.list_of(paragraph)
            if number_of(paragraph) is not None:
                _number_in(paragraph).set(_VALUE, self._list(theirs) if theirs else "0")
            elif theirs and (ours := self._list_of_styled(paragraph, theirs)):
                _set_list(paragraph, ours, self._lists.level_of(paragraph))

    def _list_of_styled(self, paragraph: Element, theirs: str) -> str:
        """Return the list that a paragraph must name itself, because its style in the template does not say it."""
        style = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{w('pStyle')}")
        name = "" if style is None else self._own_styles.get(_name_in(self._styles, style.get(_VALUE, "")), "")
        if not name:  # the style comes along, with its list
            return ""
        own = self._own_lists().list_of_style(name)
        if not own:
            return self._list(theirs)
        return self._restarted_own(own) if self._numbering is Numbering.RESTARTS else ""

    def _list(self, number: str) -> str:
        """Return the list of the template that a list of the document becomes."""
        return self._once(0, number, lambda: self._list_alike(number) or self._brought_list(self._lists, number))

    def _restarted_own(self, number: str) -> str:
        """Return a list like one of the template's own, which begins at its start."""
        return self._once(1, number, lambda: self._brought_list(self._own_lists(), number))

    def _once(self, whose: int, number: str, make: Callable[[], str]) -> str:
        if (whose, number) not in self._numbers:
            self._numbers[whose, number] = make()
        return self._numbers[whose, number]

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
        ours = self._numbering_part()
        instance.set(NUMBER_ID, _next(ours, INSTANCE, NUMBER_ID, first=1))
        for reference in instance.iterfind(DEFINITION_ID):
            reference.set(_VALUE, self._brought_definition(lists, definition))
        _insert_after(ours, instance, (DEFINITION, INSTANCE))
        return str(instance.get(NUMBER_ID))

    def _brought_definition(self, lists: Lists, definition: Element) -> str:
        key = (lists is self._lists, definition.get(DEFINITION_ID, ""))
        if key not in self._definitions:
            ours = self._numbering_part()
            self._definitions[key] = _next(ours, DEFINITION, DEFINITION_ID)
            _insert_after(ours, _set_apart(deepcopy(definition), self._definitions[key]), (DEFINITION, _BULLET))
        return self._definitions[key]

    def _numbering_part(self) -> Element:
        return self._package.change_related("numbering", f"{_MAIN}.numbering+xml", _BLANK.format("numbering"))

    def _own_lists(self) -> Lists:
        return Lists(self._package.related("numbering"), self._package.related("styles"))

    # Relations and bookmarks.

    def _relate(self, block: Element) -> None:
        """Give each image and link a relation of the part."""
        for element in block.iter("*"):
            for name, value in element.attrib.items():
                if str(name).startswith(f"{{{OFFICE}}}") and value:
                    element.set(name, self._relation(self._document.links.get(str(value))))

    def _relation(self, link: Link | None) -> str:
        if link is not None and link.kind == "hyperlink" and link.address:
            return self._additions.link(link.address)
        if link is not None and link.kind == "image" and link.content:
            return self._additions.image(link.content, link.extension, link.content_type)
        raise UnfitDocumentError(f"il contient un élément qui ne peut pas le suivre ({link.kind if link else '?'})")

    def _number_bookmarks(self, blocks: list[Element]) -> None:
        """Give bookmarks free numbers; one whose name is taken goes, with its end."""
        bookmarks = self._additions.bookmarks()
        starts = [start for block in blocks for start in block.iter(_BOOKMARK_START)]
        numbers = {start.get(_ID, ""): bookmarks.take(start.get(w("name"), "")) for start in starts}
        for mark in [mark for block in blocks for mark in block.iter(_BOOKMARK_START, _BOOKMARK_END)]:
            number = numbers.get(mark.get(_ID, ""))
            if number is not None:
                mark.set(_ID, str(number))
            elif mark in blocks:
                blocks.remove(mark)
            else:
                remove(mark)


def _by_identifier(styles: Element | None) -> dict[str, Element]:
    return {} if styles is None else {style.get(_STYLE_ID, ""): style for style in styles.iter(_STYLE)}


def _by_name(styles: Element | None) -> dict[tuple[str, str], str]:
    """Return the identifiers of styles by type and name."""
    return {_name(style): identifier for identifier, style in _by_identifier(styles).items()}


def _name(style: Element) -> tuple[str, str]:
    """Return the type and the name of a style; Word does not tell « heading 1 » from « Heading 1 »."""
    name = style.find(_NAME)
    return style.get(_TYPE, "paragraph"), "" if name is None else name.get(_VALUE, "").casefold()


def _name_in(styles: dict[str, Element], identifier: str) -> tuple[str, str]:
    return _name(styles[identifier]) if identifier in styles else ("", "")


def _number_in(holder: Element) -> Element:
    """Return the element that names the list of a paragraph or a style that names one."""
    return next(holder.iterfind(f"{PARAGRAPH_PROPERTIES}/{NUMBER_PROPERTIES}/{NUMBER_ID}"))


def _set_list(paragraph: Element, number: str, level: str) -> None:
    """Make a paragraph name a list and its level there."""
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    if properties is None:
        properties = etree.Element(PARAGRAPH_PROPERTIES)
        paragraph.insert(0, properties)
    for former in properties.findall(NUMBER_PROPERTIES):
        properties.remove(former)
    numbered = etree.Element(NUMBER_PROPERTIES)
    etree.SubElement(numbered, LEVEL, {_VALUE: level})
    etree.SubElement(numbered, NUMBER_ID, {_VALUE: number})
    _insert_after(properties, numbered, _BEFORE_LIST)


def _set_apart(definition: Element, identifier: str) -> Element:
    """Make a definition one of its own: Word joins lists that share an ``nsid``, or that a style is tied to."""
    definition.set(DEFINITION_ID, identifier)
    for name in ("styleLink", "numStyleLink"):
        for link in definition.findall(w(name)):
            definition.remove(link)
    for level in definition.iterfind(_LEVEL):
        for style in level.findall(_STYLE_OF_LEVEL):
            level.remove(style)
    for nsid in definition.iterfind(w("nsid")):
        nsid.set(_VALUE, f"{crc32(f'{nsid.get(_VALUE)}/{identifier}'.encode()):08X}")
    return definition


def _insert_after(holder: Element, element: Element, names: tuple[str, ...]) -> None:
    """Insert an element after the last of those that precede it in the schema."""
    before = [index for index, known in enumerate(holder) if known.tag in names]
    holder.insert(1 + max(before, default=-1), element)


def _next(numbering: Element, name: str, attribute: str, *, first: int = 0) -> str:
    known = (element.get(attribute, "") for element in numbering.iterfind(name))
    return str(max((1 + int(number) for number in known if number.isdecimal()), default=first))


def _drop(element: Element, attribute: str) -> None:
    if attribute in element.attrib:
        del element.attrib[attribute]
