"""The numbers of pictures, which Word wants unique in a document."""

from __future__ import annotations

from itertools import count

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import BODY, DRAWING_NAME

_FIRST_IN_BODY = 1001
"""docxtpl numbers the pictures of a body from here."""

_DIGITS = 10
"""A number of a picture is below 2³² (ECMA-376 part 1, 20.1.2.2.8): a longer one counts for none."""


def number_drawings(root: Element, own: frozenset[int], taken: set[int]) -> bool:
    """Number the pictures of a part: all those of a body, as docxtpl does; elsewhere, those whose number is taken.

    Args:
        root: the part.
        own: the numbers that it may keep, each once, though they are taken.
        taken: the numbers of other parts and those given before; its own are added.

    Returns:
        Whether any number changed.
    """
    is_body = root.find(BODY) is not None  # docxtpl numbers the body anew, and nothing else
    free = (number for number in count(_FIRST_IN_BODY if is_body else 1) if number not in taken)
    kept: set[int] = set()
    changed = False
    for drawing in root.iter(DRAWING_NAME):
        number = _number(drawing)
        if is_body or number in kept or (number in taken and number not in own):
            number = next(free)
            drawing.set("id", str(number))
            changed = True
        kept.add(number)
        taken.add(number)
    return changed


def drawing_numbers(root: Element) -> frozenset[int]:
    """Return the numbers of the pictures of a part."""
    return frozenset(map(_number, root.iter(DRAWING_NAME)))


def _number(drawing: Element) -> int:
    value = drawing.get("id", "")
    return int(value) if value.isdecimal() and len(value) <= _DIGITS else 0
