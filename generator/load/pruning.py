"""What is left of a tree without its faulty values, and where each value of it stood."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from types import MappingProxyType

from generator.findings import Path, Places
from generator.load.typed_tree import Tree
from generator.model.typed_keys import Node


@dataclass(frozen=True, slots=True)
class Pruned:
    """A tree without some of its values.

    Attributes:
        root: what is left.
        origin: path in what is left → path in the file.
        places: where each value of what is left stands.
        left_out: paths that are missing from what is left; an item of a list takes an index past the end.
    """

    root: dict[str, Node]
    origin: dict[Path, Path]
    places: Places
    left_out: frozenset[Path]


def prune(tree: Tree, removed: Collection[Path]) -> Pruned | None:
    """Leave out the values at some paths of the file; None when nothing is left."""
    if tree.root is None or () in removed:
        return None
    pruner = _Pruner(removed)
    root = pruner.group(tree.root, (), ())
    by_path = {new: tree.places.by_path[old] for new, old in pruner.origin.items()}
    places = Places(tree.places.file, MappingProxyType(by_path))
    return Pruned(root, pruner.origin, places, frozenset(pruner.left_out))


class _Pruner:
    """Copies a tree without the removed paths."""

    def __init__(self, removed: Collection[Path]) -> None:
        self.removed = removed
        self.origin: dict[Path, Path] = {(): ()}
        self.left_out: set[Path] = set()

    def group(self, group: dict[str, Node], old: Path, new: Path) -> dict[str, Node]:
        kept: dict[str, Node] = {}
        for key, value in group.items():
            if (*old, key) in self.removed:
                self.left_out.add((*new, key))
            else:
                kept[key] = self._copy(value, (*old, key), (*new, key))
        return kept

    def _list(self, items: list[Node], old: Path, new: Path) -> list[Node]:
        kept: list[Node] = []
        for index, item in enumerate(items):
            if (*old, index) not in self.removed:
                kept.append(self._copy(item, (*old, index), (*new, len(kept))))
        self.left_out.update((*new, index) for index in range(len(kept), len(items)))
        return kept

    def _copy(self, node: Node, old: Path, new: Path) -> Node:
        self.origin[new] = old
        if isinstance(node, dict):
            return self.group(node, old, new)
        return self._list(node, old, new) if isinstance(node, list) else node
