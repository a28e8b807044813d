"""Fields whose result Word keeps: it is that of the template, until Word computes it again.

They are marked to be computed when the document is opened (``w:dirty``, 17.16.18 and 17.16.19); ``w:updateFields``
would ask the reader a question first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.messages import template_ranges as texts
from generator.rendering.blocks.cross_references import pointers_of
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.field_codes import INSTRUCTION, SIMPLE_FIELD, spread_fields
from generator.rendering.word.names import w

_COMPUTED = frozenset({"TOC", "INDEX", "TOA", "SEQ", "="})
"""Tables, captions and sums: computed from the whole document. Page numbers are not kept, and update by themselves."""

_TO_UPDATE = w("dirty")


def mark_to_update(root: Element, names: Collection[str]) -> Iterator[tuple[Element, str]]:
    """Mark the fields of a part that Word is to compute again; iterate over them, each with its name for readers.

    Args:
        root: the part, changed in place.
        names: the bookmarks of the template, in small letters; a reference to none of them would become an error.
    """
    referring = {pointer.holder for pointer in pointers_of(root, names)}
    for simple in root.iter(SIMPLE_FIELD):
        code = simple.get(INSTRUCTION, "")
        if simple in referring or _is_computed(code):
            simple.set(_TO_UPDATE, "true")
            yield simple, texts.FIELD.format(" ".join(code.split()[:2]))
    for field in spread_fields(root):
        if not referring.isdisjoint(field.instructions) or _is_computed(field.code):
            field.begin.set(_TO_UPDATE, "true")
            yield field.begin, texts.FIELD.format(" ".join(field.code.split()[:2]))


def _is_computed(code: str) -> bool:
    words = code.split()
    return bool(words) and (words[0].upper() in _COMPUTED or words[0].startswith("="))
