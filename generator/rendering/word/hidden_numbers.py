"""Numbers hidden in the tags of a template, just before their end.

They are written in U+FDD0–U+FDDF: sixteen noncharacters that XML allows and no text uses (Unicode 23.7).
"""

from __future__ import annotations

import re

_DIGITS = "".join(chr(0xFDD0 + digit) for digit in range(16))
_TO_HEXADECIMAL = str.maketrans(_DIGITS, "0123456789abcdef")
_FROM_HEXADECIMAL = str.maketrans("0123456789abcdef", _DIGITS)
NUMBER = re.compile(f"[{_DIGITS}]+")


def encode(number: int) -> str:
    """Write a number in noncharacters."""
    return f"{number:x}".translate(_FROM_HEXADECIMAL)


def decode(digits: str) -> int:
    """Read a number that :func:`encode` wrote."""
    return int(digits.translate(_TO_HEXADECIMAL), 16)


def without_numbers(text: str) -> str:
    """Return ``text`` as its author wrote it."""
    return NUMBER.sub("", text)
