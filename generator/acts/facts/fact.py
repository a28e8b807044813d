"""What every fact is, and what wording makes of it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.artifacts import Blank

Words: TypeAlias = str | Blank
"""Text to print, or the blank that stands for it."""

Nothing: TypeAlias = Literal[""]
"""What is printed where a fact does not apply: it is not missing, nobody is asked for it."""


class Fact:
    """Something that a document states: a language turns it into words."""

    __slots__ = ()


class Verbatim(str):
    """Words quoted from a signed text: never typeset, never corrected."""

    __slots__ = ()
