"""The styles of a document: by identifier, by name, and each with those that it is based on (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import VALUE, w

STYLE, STYLE_ID = w("style"), w("styleId")
_NAME, _TYPE, _BASE = w("name"), w("type"), w("basedOn")

StyleName = tuple[str, str]
"""The type and the name of a style, by which Word knows it: its identifier differs from one document to another."""


def styles_by_identifier(styles: Element | None) -> dict[str, Element]:
    """Return the styles of a part of styles, by identifier."""
    return {} if styles is None else {style.get(STYLE_ID, ""): style for style in styles.iter(STYLE)}


def identifiers_by_name(styles: Element | None) -> dict[StyleName, str]:
    """Return the identifiers of the styles of a part of styles, by type and name."""
    return {name_of_style(style): identifier for identifier, style in styles_by_identifier(styles).items()}


def name_of_style(style: Element) -> StyleName:
    """Return the type and the name of a style; Word does not tell « heading 1 » from « Heading 1 »."""
    name = style.find(_NAME)
    # A style without a type is a paragraph style: 17.7.4.17 gives the attribute that default.
    return style.get(_TYPE, "paragraph"), "" if name is None else name.get(VALUE, "").casefold()


def lineage(identifier: str, styles: Mapping[str, Element]) -> Iterator[Element]:
    """Iterate over a style and those that it is based on; a circle ends where it began."""
    seen: set[str] = set()
    while identifier in styles and identifier not in seen:
        seen.add(identifier)
        style = styles[identifier]
        yield style
        base = style.find(_BASE)
        identifier = "" if base is None else base.get(VALUE, "")
