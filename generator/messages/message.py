"""A message: what is said of one kind of fault, how to mend it, why it matters. The only shape of a message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.findings import Finding, Path, Place, Severity
from generator.french import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, typeset

ERROR = Severity.ERROR
WARNING = Severity.WARNING
INFORMATION = Severity.INFORMATION

_SAMPLE = re.compile("`([^`]*)`")
_STAND_IN = "\ue000"
"""A letter of no language: it stands for a sample while the words around it are typeset."""

_SPACES = frozenset({NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE})
"""Spaces of French typography, which Python does not count as printable."""

_SHOWN = 60
"""How many characters of a typed value a message shows."""


class InFull(str):
    """A value that a message shows whole, however long: the program’s own words, a digest, a name to copy."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One kind of fault. Messages are part of the public interface: a code is never reused, nor changes its meaning.

    Attributes:
        code: family and serial number.
        severity: how much it weighs.
        text: what is wrong, in French; ``{name}`` stands for a value. What is typed to the letter stands between
            backquotes, and is shown between « » as it is.
        fix: how to mend it; empty when there is nothing to do.
        why: why it matters, for ``parafe explain``; empty where the text says it.
        citation: the text at stake, or an empty string.
    """

    code: str
    severity: Severity
    text: str
    fix: str = ""
    why: str = ""
    citation: str = ""

    def at(self, place: Place, path: Path = (), /, **values: object) -> Finding:
        """Make the finding at a place, with the values that the sentences name.

        A typed value is cut when it is long; a list, and what is :class:`InFull`, is written out.

        Raises:
            KeyError: a placeholder of the sentences gets no value.
        """
        shown = {name: _shown(value) for name, value in values.items()}
        return Finding(
            code=self.code,
            severity=self.severity,
            message=said(self.text).format(**shown),
            place=place,
            path=path,
            fix=said(self.fix).format(**shown),
            citation=self.citation,
        )


@cache
def said(text: str) -> str:
    """Give a sentence of a message its French typography; what stands between backquotes is kept to the letter."""
    words = typeset(_SAMPLE.sub(_STAND_IN, text))
    for sample in _SAMPLE.findall(text):
        words = words.replace(_STAND_IN, f"«{NO_BREAK_SPACE}{sample}{NO_BREAK_SPACE}»", 1)
    return words


def _shown(value: object) -> str:
    """Write a value on one line, free of what a terminal would obey."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    text = str(value)
    kept = text if isinstance(value, InFull) else text[:_SHOWN]
    line = "".join(character if character.isprintable() or character in _SPACES else " " for character in kept)
    return line if len(kept) == len(text) else f"{line}…"
