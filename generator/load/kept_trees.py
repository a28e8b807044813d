"""What was read of a file, kept from one run to the next: a form that has not changed need not be parsed again.

Only a file without any fault is kept, as plain data (JSON, deflated), by its digest and that of the program. Places
are kept as numbers in the order of the tree, and looked up one at a time: a form has hundreds, a finding needs one.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from generator.canonical_json import digest_of
from generator.findings import Mark, Path, Places, PlacesOfMarks
from generator.keeping import OwnFolder, program_stamp
from generator.load.typed_tree import Tree
from generator.model.typed_keys import Node

_MOST = 64
"""Files kept in each of the 256 folders; beyond, the oldest go."""

_SHARD = 2
"""Digits of a digest that name its folder."""

_LEVEL = 1

Marks = Mapping[Path, Any]


class At(NamedTuple):
    """Where a value stands: line and column, from 0."""

    line: int
    column: int


class KeptTrees:
    """The trees kept in a folder of the user’s own.

    Args:
        folder: where.
    """

    def __init__(self, folder: FilePath) -> None:
        self._folder = folder

    def get(self, data: bytes, file: str) -> Tree | None:
        """Return what was read of some bytes; None when it is not kept.

        Args:
            data: the file's bytes.
            file: its name in findings.
        """
        kept = self._own_folder(name := self._name(data)).get(name)
        if kept is None:
            return None
        try:
            root, numbers = json.loads(zlib.decompress(kept))
        except (ValueError, zlib.error):
            return None
        marks = {of_keys: KeptMarks(root, numbers, of_keys=of_keys) for of_keys in (False, True)}
        return Tree(
            root, Places(file, PlacesOfMarks(file, marks[False])), PlacesOfMarks(file, marks[True]), frozenset(), ()
        )

    def put(self, data: bytes, tree: Tree) -> None:
        """Keep what was read of some bytes, unless something is wrong with them."""
        keys, values = tree.keys, tree.places.by_path
        if tree.root is None or tree.findings or tree.spoiled:
            return
        if not (isinstance(keys, PlacesOfMarks) and isinstance(values, PlacesOfMarks)):
            return
        numbers = _numbers(tree.root, (), keys.marks, values.marks)
        content = json.dumps([tree.root, numbers], ensure_ascii=False, separators=(",", ":")).encode()
        self._own_folder(name := self._name(data)).put(name, zlib.compress(content, _LEVEL))

    def _own_folder(self, name: str) -> OwnFolder:
        return OwnFolder(self._folder / name[:_SHARD], _MOST)

    def _name(self, data: bytes) -> str:
        return digest_of(self._stamp + data)

    @cached_property
    def _stamp(self) -> bytes:
        return program_stamp("yaml").encode()


@dataclass(frozen=True)
class KeptMarks(Mapping[Path, Mark | None]):
    """Where the values of a tree stand, or its keys.

    Attributes:
        root: the tree.
        numbers: of each entry of a group, in order: line and column of its key, then of its value, then the numbers
            below; of each item of a list: line and column, then the numbers below.
        of_keys: whether the places are those of keys.
    """

    root: Node
    numbers: Any
    of_keys: bool

    def __getitem__(self, path: Path) -> Mark:
        """Return where something stands.

        Raises:
            KeyError: nothing stands at that path.
        """
        node: Any = self.root
        numbers, entry, has_key = self.numbers, [0, 0, 0], False
        try:
            for step in path:
                has_key = isinstance(node, dict)
                entry = numbers[list(node).index(step) if has_key else step]
                node, numbers = node[step], entry[-1]
        except (ValueError, IndexError, TypeError):
            raise KeyError(path) from None
        if self.of_keys and not has_key:
            raise KeyError(path)
        return At(*entry[2:4]) if has_key and not self.of_keys else At(*entry[:2])

    def __iter__(self) -> Iterator[Path]:
        """Iterate over the paths, those above before those below."""
        if not self.of_keys:
            yield ()
        yield from self._below(self.root, ())

    def __len__(self) -> int:
        """Count the paths."""
        return sum(1 for _ in self)

    def _below(self, node: Node, path: Path) -> Iterator[Path]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield (*path, key)
                yield from self._below(value, (*path, key))
        elif isinstance(node, list):
            for rank, item in enumerate(node):
                if not self.of_keys:
                    yield (*path, rank)
                yield from self._below(item, (*path, rank))


def _numbers(node: Node, path: Path, keys: Marks, values: Marks) -> Any:  # noqa: ANN401 - lists, as deep as the tree
    """Return the lines and columns of what stands below a node, from 0."""
    if isinstance(node, dict):
        entries = []
        for name, value in node.items():
            own = (*path, name)
            key, mark = keys[own], values[own]
            below = _numbers(value, own, keys, values) if isinstance(value, dict | list) else 0
            entries.append([key.line, key.column, mark.line, mark.column, below])
        return entries
    if isinstance(node, list):
        return [
            [values[(*path, rank)].line, values[(*path, rank)].column, _numbers(item, (*path, rank), keys, values)]
            for rank, item in enumerate(node)
        ]
    return 0
