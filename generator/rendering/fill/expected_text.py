"""Conservation, after each rendering: the finished part has the very text that Jinja gave."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from xml.parsers import expat

from markupsafe import escape

from generator.rendering.fill.fragments import TARGET
from generator.rendering.opc.xml_stretches import XmlStretch

_ANY_MARKUP = re.compile(rf"<\?{TARGET} (\d+)\?>|<[^>]*>")


def expected_text(
    chunks: Sequence[str], stretches: Mapping[str, XmlStretch] | None, text_of_fragment: Callable[[int], str]
) -> str:
    """Return the text that the chunks of one part make.

    Args:
        chunks: what Jinja gave, in order: static chunks, and printed values, escaped.
        stretches: the static chunks, whose texts are known once and for all; None when all is read from the whole.
        text_of_fragment: the text of the fragment that an instruction names.
    """
    known = stretches or {}
    text = "".join([known[chunk].text if chunk in known else chunk for chunk in chunks])
    if "<" in text:  # fragments, and markup where chunks are not known
        text = _ANY_MARKUP.sub(lambda match: escape(text_of_fragment(int(match[1]))) if match[1] else "", text)
    return unescape(text) if "&" in text else text


def text_of_xml(xml: bytes) -> str:
    """Return all the text of a part as it is written.

    expat reads it again from its octets, and is not what wrote it: what lxml would take for granted is checked too.

    Raises:
        expat.ExpatError: when the XML is not well formed.
    """
    texts: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.CharacterDataHandler = texts.append
    parser.Parse(xml, True)  # noqa: FBT003 - expat's own signature: this is the last piece
    return "".join(texts)


def first_difference(expected: str, actual: str) -> str:
    """Return where two texts part, with what precedes."""
    pairs = enumerate(zip(expected, actual, strict=False))
    position = next((index for index, (one, other) in pairs if one != other), min(len(expected), len(actual)))
    return expected[max(position - 40, 0) : position + 40]
