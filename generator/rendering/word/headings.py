"""Which paragraphs are headings, by their outline level or by their style."""

from __future__ import annotations

import re

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import PARAGRAPH_PROPERTIES, VALUE, w
from generator.rendering.word.paragraphs import style_of
from generator.rendering.word.style_sheet import lineage, name_of_style, styles_by_identifier

_HEADING_STYLE = re.compile(r"heading\b|title\b|titre\b|article\b", re.IGNORECASE)
_LEVEL = f"{PARAGRAPH_PROPERTIES}/{w('outlineLvl')}"
_BODY_LEVEL = "9"
"""The outline level that means « body text » (ECMA-376 part 1, 17.3.1.20)."""


class Headings:
    """Which paragraph styles are headings in one template."""

    def __init__(self, styles: Element | None) -> None:
        self._styles = styles_by_identifier(styles)
        self._known: dict[str, bool] = {}

    def __contains__(self, paragraph: Element) -> bool:
        """Whether the paragraph is a heading, by its outline level or by its style."""
        by_level = _by_level(paragraph)
        if by_level is not None:
            return by_level
        style = style_of(paragraph)
        return style is not None and self._is_heading_style(style)

    def _is_heading_style(self, identifier: str) -> bool:
        if identifier not in self._known:
            self._known[identifier] = self._looks_like_heading(identifier)
        return self._known[identifier]

    def _looks_like_heading(self, identifier: str) -> bool:
        """Judge a style, then those that it is based on, by identifier, by name, by outline level."""
        if _HEADING_STYLE.match(identifier):
            return True
        for style in lineage(identifier, self._styles):
            if _HEADING_STYLE.match(style.get(w("styleId"), "")) or _HEADING_STYLE.match(name_of_style(style)[1]):
                return True
            by_level = _by_level(style)
            if by_level is not None:
                return by_level
        return False


def _by_level(holder: Element) -> bool | None:
    """Whether the outline level of a paragraph or of a style makes it a heading; None when it has none."""
    level = holder.find(_LEVEL)
    return None if level is None else level.get(VALUE) != _BODY_LEVEL
