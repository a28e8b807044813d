"""The numbers by which French registers know a body: SIRET (INSEE, fourteen digits) and RNA (W and nine digits).

The key of a SIRET is Luhn's: every other digit from the right is doubled, the digits of all are added, and the sum ends
with a nought. La Poste's establishments have theirs by a plain sum that is a multiple of five.
"""

from __future__ import annotations

import re

_SPACE = re.compile(r"[ \u00a0\u202f]")
_LA_POSTE = "356000000"


def is_siret(text: str) -> bool:
    """Whether a text has the shape and the key of a SIRET; spaces between groups do not count."""
    digits = _SPACE.sub("", text)
    if not re.fullmatch("[0-9]{14}", digits):
        return False
    doubled = [str(int(digit) * 2) if rank % 2 else digit for rank, digit in enumerate(reversed(digits))]
    has_key = sum(int(digit) for digit in "".join(doubled)) % 10 == 0
    return has_key or (digits.startswith(_LA_POSTE) and sum(int(digit) for digit in digits) % 5 == 0)


def is_rna(text: str) -> bool:
    """Whether a text has the shape of a number of the national register of associations."""
    return re.fullmatch("W[0-9]{9}", _SPACE.sub("", text)) is not None
