"""What is hidden in the tags of a template while docxtpl transforms it: numbers, just before their end, and signs.

Numbers are written in U+FDD0–U+FDDF: sixteen noncharacters that XML allows and no text uses (Unicode 23.7). A « - »
that trims, and that docxtpl would take for an order to join two paragraphs, is hidden as U+FDEE; a « ’ » inside a text,
which docxtpl would make straight, as U+FDEF.
"""

from __future__ import annotations

import re

_DIGITS = "".join(chr(0xFDD0 + digit) for digit in range(16))
_TO_HEXADECIMAL = str.maketrans(_DIGITS, "0123456789abcdef")
_FROM_HEXADECIMAL = str.maketrans("0123456789abcdef", _DIGITS)
_END = "\ufded"
NUMBER = re.compile(f"[{_DIGITS}]+{_END}?")


HIDDEN_MINUS = "\ufdee"
HIDDEN_APOSTROPHE = "\ufdef"


def encode(number: int) -> str:
    """Write a number in noncharacters."""
    return f"{number:x}".translate(_FROM_HEXADECIMAL)


def encode_alone(number: int) -> str:
    """Write a number where another may follow at once: in the place of a tag that is taken out."""
    return encode(number) + _END


def decode(digits: str) -> int:
    """Read a number that :func:`encode` or :func:`encode_alone` wrote."""
    return int(digits.rstrip(_END).translate(_TO_HEXADECIMAL), 16)


def without_numbers(text: str) -> str:
    """Return ``text`` as Jinja reads it, with nothing hidden in it."""
    return NUMBER.sub("", text).replace(HIDDEN_MINUS, "-").replace(HIDDEN_APOSTROPHE, "’")
