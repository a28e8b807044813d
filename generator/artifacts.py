"""What the steps hand to each other once an action is checked: styled text, requests, documents, packages.

Floor 1. Frozen values without behaviour beyond their own shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Self

from generator.canonical_json import digest_of
from generator.model.substance import Substance
from generator.workspace import DATA_SUFFIX


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

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[str, Style], ...]]:
        """Cross to another process as what it was made of."""
        return type(self), self.parts


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
class Picture:
    """A picture that a value brings into a template, in the line of the text around it.

    Attributes:
        content: the file, a PNG or a JPEG.
        description: what it shows, for readers who do not see it (PDF/UA, 7.3).
        height: in millimetres, by default that of a logo in a header; the width follows.
    """

    content: bytes
    description: str
    height: int = 14


class ChartKind(StrEnum):
    """How a chart shows its values: bars that stand or lie, side by side or end to end.

    There are no discs: a reader compares lengths well and angles badly, and a disc in grey is told by its legend alone.
    """

    BARS = "bars"
    STACKED_BARS = "stacked bars"
    ROWS = "rows"
    STACKED_ROWS = "stacked rows"

    @property
    def is_stacked(self) -> bool:
        """Whether the values of a category stand end to end."""
        return self in {ChartKind.STACKED_BARS, ChartKind.STACKED_ROWS}

    @property
    def is_lying(self) -> bool:
        """Whether bars lie, from left to right: the shape for long labels."""
        return self in {ChartKind.ROWS, ChartKind.STACKED_ROWS}


@dataclass(frozen=True, slots=True)
class Series:
    """The values that one kind of bar shows.

    Attributes:
        name: what the legend says.
        values: a value for each category; None where there is none.
    """

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that a value brings into a template, alone in its paragraph; Word draws it.

    Attributes:
        kind: how it shows its values.
        title: what stands above it; empty for none.
        categories: what the bars are about, in reading order.
        series: what is compared, each with as many values as there are categories.
        description: what it shows, for readers who do not see it (PDF/UA, 7.3).
        unit: what follows a number, « € » for instance; empty for none.
        width: in millimetres; None for the width of the text, or of the cell, around it.
        height: in millimetres; None for what the bars need to be read.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    description: str
    unit: str = ""
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentRequest:
    """One document to make: its kind, its subject, and the plain values that its template prints.

    Attributes:
        kind: folder name under ``templates/``.
        subject: short name of what it is made for, e.g. ``M1-durand``; empty for the action itself.
        context: French names to plain values (text, numbers, lists, mappings, ``StyledText``, ``Picture``, ``Chart``,
            ``Blank``).
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
    """A rendered document.

    Attributes:
        kind: folder name under ``templates/``.
        subject: short name of what it is made for; empty for the action itself.
        name: the file's name without its suffix.
        content: the .docx.
        data: the file of its substance, written beside it; empty for a document that no assembly votes.
    """

    kind: str
    subject: str
    name: str
    content: bytes
    data: bytes = b""

    @property
    def files(self) -> dict[str, bytes]:
        """Its files by name: the .docx, and what it settles when an assembly votes on it."""
        data = {f"{self.name}{DATA_SUFFIX}": self.data} if self.data else {}
        return {f"{self.name}.docx": self.content, **data}

    @property
    def digest(self) -> str:
        """SHA-256 of the file, in hexadecimal."""
        return digest_of(self.content)


MANIFEST = "manifeste.json"
SIGNATURE = "manifeste.sig"
"""Files of a signature package: what lists all the others, and the signature of that list."""


@dataclass(frozen=True, slots=True)
class Package:
    """A signature package, ready to be published.

    Attributes:
        files: relative path (``/`` separated) → bytes, manifest included.
        digests: the same paths → SHA-256.
    """

    files: Mapping[str, bytes]
    digests: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptText:
    """The draft that a deliberation approved, as it was kept.

    Attributes:
        rank: index of the deliberation in the action.
        party: whose deliberation.
        file: workspace path of the kept copy, or None.
        digest: SHA-256 that the deliberation states, or None.
        content: the copy's bytes; None when it cannot be read.
        data_file: workspace path of the data kept with it, or None.
        data_digest: SHA-256 of the data that the deliberation states, or None.
        data: the data's bytes; None when there are none.
        substance: what the data say the draft settled; None when they cannot be read.
        described: SHA-256 of the document that the data say they describe, or None.
        unnamed: workspace path of a copy that was kept for this deliberation, which names none; or None.
    """

    rank: int
    party: str
    file: str | None
    digest: str | None
    content: bytes | None
    data_file: str | None = None
    data_digest: str | None = None
    data: bytes | None = None
    substance: Substance | None = None
    described: str | None = None
    unnamed: str | None = None

    @property
    def files(self) -> dict[str, bytes]:
        """What was read, by workspace path."""
        given = ((self.file, self.content), (self.data_file, self.data))
        return {name: content for name, content in given if name is not None and content is not None}
