"""What a paragraph is inside, what it holds itself, and which style it has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import PARAGRAPH, PARAGRAPH_PROPERTIES, SECTION, TABLE, TEXT, VALUE, w

_STYLE, _SECTION_END = f"{PARAGRAPH_PROPERTIES}/{w('pStyle')}", f"{PARAGRAPH_PROPERTIES}/{SECTION}"

MAX_BOXES = 24
"""Paragraphs and tables inside one another: tables inside tables, text boxes inside paragraphs."""


def paragraph_of(element: Element) -> Element | None:
    """Return the nearest paragraph around ``element``."""
    return next(element.iterancestors(PARAGRAPH), None)


def own_texts(paragraph: Element) -> Iterator[Element]:
    """Iterate over the text elements of a paragraph, leaving out those of a text box inside it."""
    return (text for text in paragraph.iter(TEXT) if paragraph_of(text) is paragraph)


def style_of(paragraph: Element) -> str | None:
    """Return the identifier of the style that a paragraph names, or None for the default one."""
    style = paragraph.find(_STYLE)
    return None if style is None else style.get(VALUE, "")


def section_ends(paragraph: Element) -> list[Element]:
    """Return the ends of sections that a paragraph holds: one, or none (ECMA-376 part 1, 17.6.18)."""
    return paragraph.findall(_SECTION_END)


def refuse_deep_boxes(root: Element) -> None:
    """Refuse a part whose boxes are inside one another beyond what Word shows.

    Raises:
        ValueError: paragraphs or tables are inside others beyond :data:`MAX_BOXES`.
    """
    for box in root.iter(PARAGRAPH, TABLE):
        if sum(1 for _ in box.iterancestors(PARAGRAPH, TABLE)) > MAX_BOXES:
            raise ValueError("paragraphs or tables inside others")
