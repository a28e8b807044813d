"""The cells of a sheet as they stand, before it is known what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from string import ascii_uppercase
from typing import NamedTuple, TypeAlias

from generator.findings import Finding, Place
from generator.messages.message import Message


class ShownNumber(NamedTuple):
    """A number, with the format that says how it is shown."""

    value: int | float
    number_format: str


class Unreadable(NamedTuple):
    """What cannot be read, and what is said of it."""

    message: Message
    values: Mapping[str, object]


Raw: TypeAlias = "str | bool | ShownNumber | date | time | timedelta | Unreadable"


class GridRow(NamedTuple):
    """A row: its number, its cells by column (both from 1), whether it is hidden."""

    number: int
    cells: dict[int, Raw]
    is_hidden: bool


@dataclass(frozen=True)
class Grid:
    """A sheet's cells.

    Attributes:
        file: the file's name in findings.
        title: the sheet's name.
        headings: what stands in its first row, by column.
        rows: the other rows that are not empty, in order.
        findings: what is wrong with the sheet itself.
    """

    file: str
    title: str
    headings: Mapping[int, str]
    rows: tuple[GridRow, ...]
    findings: tuple[Finding, ...] = field(default=())

    def place(self, row: int, column: int) -> Place:
        """Return where a cell stands."""
        return Place(self.file, sheet=self.title, cell=f"{letters_of(column)}{row}")


def letters_of(column: int) -> str:
    """Return the name of a column: A, Z, AA."""
    letters = ""
    while column > 0:
        column, rank = divmod(column - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rank] + letters
    return letters
