"""Texts that tags compare: typeset values equal what a template’s author types.

Values come with French typography, « l’école » and no-break spaces before « : »; in a tag, people type the apostrophe
and the spaces of their keyboard. Both are compared without what typography changes.
"""

from __future__ import annotations

import re

from generator.rendering.language.holes import Value

_TYPED = str.maketrans(
    {
        **dict.fromkeys("’‘", "'"),
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("«»", '"'),
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
        "…": "...",
    }
)
_SPACED = re.compile(r" *([:;!?%€°\"]) *")
_PLAIN = re.compile(r"[^\W_]*")


def is_plain(text: str) -> bool:
    """Whether typography changes nothing in a text: letters and digits alone."""
    return _PLAIN.fullmatch(text) is not None


def folded(value: Value) -> Value:
    """Return a text, or the texts of a list, without what typography changes; anything else as it is."""
    if isinstance(value, str):
        return _SPACED.sub(r"\1", str.__str__(value).translate(_TYPED))
    if isinstance(value, (list, tuple)):
        return [folded(item) if isinstance(item, str) else item for item in value]
    return value


def room_to_fold(value: Value) -> int:
    """Return the characters that :func:`folded` reads."""
    if isinstance(value, str):
        return str.__len__(value)
    items = value if isinstance(value, (list, tuple)) else ()
    return sum(str.__len__(item) for item in items if isinstance(item, str))
