"""What a part holds besides words (pictures, notes, fields, breaks), none of which a tag may take away.

docxtpl drops what stands inside a cut tag, and the whole paragraph, row, cell or run around ``{%p``, ``{%tr``,
``{%tc``, ``{%r``: a section with its headers would go unseen. Comments are left out: they address the template's
authors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import BREAK, ENDNOTE_CALL, FOOTNOTE_CALL, MATH, SECTION, w

_NAMES: Mapping[str, str] = {
    SECTION: "une fin de section",
    w("drawing"): "une image ou une zone de texte",
    w("pict"): "une image ou une zone de texte",
    w("object"): "un objet",
    FOOTNOTE_CALL: "un appel de note",
    ENDNOTE_CALL: "un appel de note de fin",
    w("fldChar"): "un champ",
    w("fldSimple"): "un champ",
    w("sym"): "un symbole",
    f"{{{MATH}}}oMath": "une équation",
}
_BREAKS = {"page": "un saut de page", "column": "un saut de colonne"}
_LOCAL_NAMES = "|".join(sorted({etree.QName(name).localname for name in _NAMES}))
_IN_SOURCE = re.compile(rf'<\w+:(?:{_LOCAL_NAMES})(?=[ />])|<w:br [^>]*?w:type="(?:page|column)"')


def content_of(root: Element) -> Iterator[Element]:
    """Iterate over the elements that a reader would miss."""
    return (element for element in root.iter(BREAK, *_NAMES) if is_content(element))


def is_content(element: Element) -> bool:
    """Whether a reader would miss an element."""
    return element.get(w("type")) in _BREAKS if element.tag == BREAK else element.tag in _NAMES


def name_of_content(content: Element) -> str:
    """Name an element for readers."""
    return _BREAKS[content.get(w("type"), "")] if content.tag == BREAK else _NAMES[str(content.tag)]


def count_in_source(patched_xml: str) -> int:
    """Return how many such elements a Jinja source holds."""
    return len(_IN_SOURCE.findall(patched_xml))
