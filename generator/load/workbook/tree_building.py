"""From the rows of all sheets to one tree for each action, and to one for the programme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.findings import Finding, Path, Places
from generator.load.typed_tree import Tree
from generator.load.workbook.cell_places import CellPlaces, RowSpot
from generator.load.workbook.read_rows import ReadRow, SheetReading, put
from generator.messages import form_values, form_workbook
from generator.model.typed_keys import Node
from generator.model.workbook import ORDER_COLUMN, Sheet

_LONGEST_ORDER: Final = 9


class TreeBuilder:
    """Puts the rows of one action, or of the programme, together.

    Args:
        file: the workbook's name in findings.
        row: the row of the action, or of the programme.
    """

    def __init__(self, file: str, row: ReadRow) -> None:
        self._file = file
        self._root: dict[str, Node] = row.values
        self._spots: dict[Path, RowSpot] = {}
        self._lists: dict[Path, SheetReading] = {}
        self._spoiled: list[Path] = []
        self._findings: list[Finding] = []
        self._named: dict[tuple[str, str], list[tuple[dict[str, Node], Path]]] = {}
        self._settle(row, (), row.values)

    def note(self, finding: Finding) -> None:
        """Add a finding."""
        self._findings.append(finding)

    def add(self, sheet: Sheet, rows: Sequence[ReadRow]) -> None:
        """Add the rows of a list, the list that it stands in being added already."""
        for (group, path), own in self._by_parent(sheet, rows):
            keys = sheet.keys_below_parent
            items: list[Node] = [row.values for row in own]
            put(group, keys, items)
            self._lists[*path, *keys] = own[0].reading
            for rank, row in enumerate(own):
                self._settle(row, (*path, *keys, rank), row.values, rank + 1)

    def tree(self) -> Tree:
        """Return the tree."""
        places = CellPlaces(self._spots, self._lists)
        return Tree(self._root, Places(self._file, places), places, frozenset(self._spoiled), tuple(self._findings))

    def _settle(self, row: ReadRow, path: Path, values: dict[str, Node], rank: int = 1) -> None:
        """Note where a row stands, what is wrong with it, and by what other rows name it."""
        self._spots[path] = RowSpot(row.reading, row.number)
        self._spoiled += [(*path, *spoiled) for spoiled in row.spoiled]
        self._findings += [replace(finding, path=(*path, *finding.path)) for finding in row.findings]
        for spoiled in row.spoiled:
            _hold(values, spoiled)
        heading = row.reading.sheet.name_heading
        name = row.references.get(ORDER_COLUMN) or str(rank) if heading == ORDER_COLUMN else values.get(heading)
        if isinstance(name, str):
            self._named.setdefault((row.reading.sheet.title, name.strip()), []).append((values, path))

    def _by_parent(
        self, sheet: Sheet, rows: Sequence[ReadRow]
    ) -> Iterable[tuple[tuple[dict[str, Node], Path], list[ReadRow]]]:
        """Sort rows by what they belong to, and by their rank."""
        heading, title = sheet.parent_heading, sheet.parent.title if sheet.parent else ""
        if heading is None:
            return [((self._root, ()), self._ordered(rows))]
        groups: dict[str, list[ReadRow]] = {}
        for row in rows:
            groups.setdefault(row.references.get(heading, ""), []).append(row)
        found = []
        for name, own in groups.items():
            parents = self._named.get((title, name), ())
            if len(parents) == 1:
                found.append((parents[0], self._ordered(own)))
            else:
                for row in own:  # where the cell itself cannot be read, that alone is told
                    self._findings += row.findings
                    if not row.is_lost:
                        self._findings.append(_lost(row, heading, name, title, is_twice=bool(parents)))
        return found

    def _ordered(self, rows: Sequence[ReadRow]) -> list[ReadRow]:
        ranks: list[int] = []
        for row in rows:
            typed = row.references.get(ORDER_COLUMN)
            if typed is None:
                ranks.append(ranks[-1] if ranks else 0)
            elif typed.isdecimal() and len(typed) <= _LONGEST_ORDER:
                ranks.append(int(typed))
            else:
                ranks.append(ranks[-1] if ranks else 0)
                place = row.reading.grid.place(row.number, row.reading.positions[ORDER_COLUMN])
                self._findings.append(form_values.NOT_WHOLE.at(place, valeur=typed))
        return [rows[index] for index in sorted(range(len(rows)), key=ranks.__getitem__)]


def _lost(row: ReadRow, heading: str, name: str, title: str, *, is_twice: bool) -> Finding:
    """Tell a row that belongs to nothing, or to one of several."""
    place = row.reading.grid.place(row.number, row.reading.positions.get(heading, 1))
    if is_twice:
        return form_workbook.SEVERAL_PARENTS.at(place, valeur=name, feuille=title)
    shown = f"« {name} »" if name else "cette cellule vide"
    column = heading.rpartition(".")[2]
    return form_workbook.UNKNOWN_PARENT.at(place, valeur=shown, feuille=title, colonne=column)


def _hold(values: dict[str, Node], path: Path) -> None:
    """Keep the place of a value that could not be read, so that it is left out and not merely absent."""
    put(values, tuple(map(str, path)), None)


def rows_by_action(rows: Iterable[ReadRow], heading: str) -> Mapping[str, list[ReadRow]]:
    """Sort rows by the action that they say they belong to; those that say nothing are under the empty text."""
    found: dict[str, list[ReadRow]] = {}
    for row in rows:
        found.setdefault(row.references.get(heading, ""), []).append(row)
    return found
