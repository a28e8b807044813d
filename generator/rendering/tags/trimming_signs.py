"""The « - » of a tag, which trims: where docxtpl may take it for an order to join two paragraphs.

For docxtpl ``{%-`` joins what follows to the text before, whatever stands between, and ``-%}`` to the text behind: it
loses the words beside the tag, and tears a table apart when the next text stands in a cell. It sees the sign where a
tag begins or ends its text and the neighbour is a paragraph beside; anywhere else the sign is hidden from it, and trims
white space, as in Jinja.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.hidden_numbers import HIDDEN_MINUS
from generator.rendering.word.names import PARAGRAPH, RUN, TEXT, w
from generator.rendering.word.paragraphs import paragraph_of

_JOINED = frozenset({RUN, PARAGRAPH, w("hyperlink"), w("ins"), w("smartTag")})
"""What two texts that are joined may stand in: the second takes the place of the first."""


class TextNeighbours:
    """The texts of a part in their order, and which of them docxtpl may join."""

    def __init__(self, root: Element) -> None:
        self._root = root

    @cached_property
    def _texts(self) -> list[Element]:
        return list(self._root.iter(TEXT))

    @cached_property
    def _places(self) -> Mapping[Element, int]:
        return {text: place for place, text in enumerate(self._texts)}

    def may_join(self, text: Element, step: int) -> bool:
        """Whether a text may be joined to the next (``step`` 1) or to the one before (-1)."""
        place = self._places.get(text, -1)
        neighbour = place + step
        if place < 0 or not 0 <= neighbour < len(self._texts):
            return False
        other = self._texts[neighbour]
        if other.text is None:
            other.text = ""  # docxtpl finds no end of an element that is written as one tag
        return _are_beside(text, other) if step > 0 else _are_beside(other, text)


def holds_minus(characters: list[str]) -> bool:
    """Whether a statement, given character by character, begins or ends with the sign that docxtpl obeys."""
    return characters[:2] == ["{", "%"] and (characters[2] == "-" or characters[-3].endswith("-"))


def hide_signs(characters: list[str], *, before: bool, behind: bool) -> None:
    """Hide from docxtpl the signs of a statement that it must not obey."""
    if before and characters[2] == "-":
        characters[2] = HIDDEN_MINUS
    if behind and characters[-3].endswith("-"):  # the number of the tag may stand before it
        characters[-3] = characters[-3][:-1] + HIDDEN_MINUS


def _are_beside(first: Element, second: Element) -> bool:
    """Whether two texts stand in like places of one paragraph, or of paragraphs with no table between them."""
    ones, others = list(first.iterancestors()), list(second.iterancestors())
    while ones and others and ones[-1] is others[-1]:
        ones.pop()
        others.pop()
    names = [element.tag for element in ones]
    if names != [element.tag for element in others] or not _JOINED.issuperset(map(str, names)):
        return False
    return PARAGRAPH not in names or _only_paragraphs_between(paragraph_of(first), paragraph_of(second))


def _only_paragraphs_between(start: Element | None, end: Element | None) -> bool:
    while start is not None and start is not end:
        start = start.getnext()
        if start is None or start.tag != PARAGRAPH:
            return False
    return True
