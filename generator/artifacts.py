"""What the steps hand to each other once an action is checked: styled text, requests, documents, packages.

Floor 1. Frozen values without behaviour beyond their own shape.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Style(StrEnum):
    """A character style that a value brings with it into a template."""

    PLAIN = "plain"
    SUPERSCRIPT = "superscript"


class StyledText(str):
    """Text of which some parts carry a style, e.g. « 1er » with « er » as superscript.

    It is a ``str`` (the whole text, without its styles), so that it can be compared, joined and stored
    like any other; the renderer alone looks at ``parts``.
    """

    __slots__ = ("parts",)
    parts: tuple[tuple[str, Style], ...]

    def __new__(cls, *parts: tuple[str, Style]) -> Self:
        """Build the text from its ``(text, style)`` parts, in order."""
        text = super().__new__(cls, "".join(part for part, _ in parts))
        text.parts = parts
        return text


@dataclass(frozen=True, slots=True)
class Blank:
    """A value that is not known yet: « [à compléter : label] » in a draft, an error in a final act.

    It is false, so that ``{%p if x %}`` skips what depends on it.
    """

    label: str

    def __bool__(self) -> bool:
        """Return False: nothing is there."""
        return False


@dataclass(frozen=True, slots=True)
class DocumentRequest:
    """One document to make: its kind, its subject, and the plain values that its template prints.

    Attributes:
        kind: folder name under ``templates/``.
        subject: short name of what it is made for, e.g. ``M1-durand``; empty for the action itself.
        context: French names to plain values (text, numbers, lists, mappings, ``StyledText``, ``Blank``).
    """

    kind: str
    subject: str
    context: Mapping[str, object]

    @property
    def name(self) -> str:
        """The file's name without its suffix: ``<kind>[-<subject>]``."""
        return f"{self.kind}-{self.subject}" if self.subject else self.kind


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered document."""

    kind: str
    subject: str
    name: str
    content: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the file, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Package:
    """A signature package, ready to be published: relative path (``/`` separated) to bytes, manifest included."""

    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class KeptText:
    """The draft that a deliberation approved, as it was kept.

    Attributes:
        rank: index of the deliberation in the action.
        party: whose deliberation.
        file: workspace path of the kept copy, or None.
        digest: SHA-256 that the deliberation states, or None.
        content: the copy's bytes; None when it cannot be read.
    """

    rank: int
    party: str
    file: str | None
    digest: str | None
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Substance:
    """Something that cannot change after the vote.

    Attributes:
        what: what it is.
        words: the words that say it.
        is_whole: whether a longer sentence would say something else: nothing goes on after the words.
    """

    what: str
    words: str
    is_whole: bool = False
