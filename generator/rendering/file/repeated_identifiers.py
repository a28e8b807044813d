"""A template that repeats identifiers itself, as other programs than Word may write it, mended when it is opened."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.rendering.file.filled_parts import filled_parts
from generator.rendering.file.word_file import WordFile
from generator.rendering.opc.archive import Member
from generator.rendering.opc.xml_parts import Element, serialize
from generator.rendering.word.drawing_numbers import drawing_numbers, number_drawings
from generator.rendering.word.identifiers import make_unique
from generator.rendering.word.names import FALLBACK, PARAGRAPH_ID, TEXT_ID

_EIGHT_DIGITS, _PARAGRAPH_ID_END = re.compile("[0-9A-Fa-f]{8}"), 0x80000000
"""[MS-DOCX] 2.5.4.3: a paragraph's identifier has eight digits, is above zero and below this."""


def with_unique_identifiers(package: WordFile) -> WordFile:
    """Return the package of a template whose parts, its trees included, repeat no identifier.

    A part in which blocks choose what is printed keeps its bookmarks: two branches may hold one of the same name, and
    which one stays is known when it is filled.
    """
    names: set[str] = set()
    taken: set[int] = set()
    members = {}
    for part in filled_parts(package):
        changes = [_drop_paragraph_identifiers(part.root)]
        if not _has_blocks(part.root):
            changes.append(make_unique(part.root, names))
        if part.name != package.document:
            changes.append(number_drawings(part.root, frozenset(), taken))
        if any(changes):
            members[part.name] = Member.compress(part.name, serialize(part.root))
    return replace(package, members={**package.members, **members})


def numbers_beside_body(package: WordFile) -> frozenset[int]:
    """Return the numbers of the pictures of all filled parts but the body, whose pictures are numbered each time."""
    others = (part.root for part in filled_parts(package) if part.name != package.document)
    return frozenset().union(*map(drawing_numbers, others))


def _has_blocks(root: Element) -> bool:
    return "{%" in "".join(map(str, root.itertext()))


def _drop_paragraph_identifiers(root: Element) -> bool:
    """Take off the identifiers of paragraphs and rows that come again, or that Word refuses."""
    seen: set[tuple[bool, str]] = set()
    changed = False
    for element in root.iter("*"):
        identifier = element.get(PARAGRAPH_ID)
        if identifier is None:
            continue
        # A text box is written twice, for new programs and for old ones, with the same identifiers on purpose.
        key = (next(element.iterancestors(FALLBACK), None) is None, identifier.casefold())
        if key in seen or not _is_paragraph_identifier(identifier):
            element.attrib.pop(PARAGRAPH_ID)
            element.attrib.pop(TEXT_ID, "")
            changed = True
        seen.add(key)
    return changed


def _is_paragraph_identifier(text: str) -> bool:
    return _EIGHT_DIGITS.fullmatch(text) is not None and 0 < int(text, 16) < _PARAGRAPH_ID_END
