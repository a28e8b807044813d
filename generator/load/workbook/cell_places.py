"""Where each value of a tree made of rows stands: the cell of its row and of its column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.findings import Path, Place
from generator.load.workbook.read_rows import SheetReading


class RowSpot(NamedTuple):
    """A row of a sheet."""

    reading: SheetReading
    number: int


class CellPlaces(Mapping[Path, Place]):
    """The places of one action's values, or of the programme's; each is made when it is asked for.

    A value that was not typed stands in the cell where it would be; a list stands at the head of its sheet.

    Args:
        spots: the row of each group, by its path.
        lists: the sheet of each list, by its path.
    """

    def __init__(self, spots: Mapping[Path, RowSpot], lists: Mapping[Path, SheetReading]) -> None:
        self._spots = spots
        self._lists = lists

    def __getitem__(self, path: Path) -> Place:
        """Return the place of a value.

        Raises:
            KeyError: nothing of it stands anywhere.
        """
        for length in range(len(path), -1, -1):
            spot = self._spots.get(path[:length])
            if spot is not None:
                return spot.reading.place(spot.number, path[length:])
            listed = self._lists.get(path[:length])
            if listed is not None:
                return listed.grid.place(1, listed.first_column)
        raise KeyError(path)

    def __iter__(self) -> Iterator[Path]:
        """Iterate over the paths of rows."""
        return iter(self._spots)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._spots)
