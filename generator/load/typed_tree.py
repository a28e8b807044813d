"""What people typed, as a plain tree, whatever they typed it in: a YAML file, the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.findings import Finding, Path, Place, Places
from generator.model.typed_keys import Node


@dataclass(frozen=True, slots=True)
class Tree:
    """What an input says, before any model reads it.

    Attributes:
        root: keys and values; None when nothing can be made of the input.
        places: where each value stands; in a file, a group, a list or an empty value stands where its key does.
        keys: where each key stands.
        spoiled: paths of values that could not be read.
        findings: what is wrong.
    """

    root: dict[str, Node] | None
    places: Places
    keys: Mapping[Path, Place]
    spoiled: frozenset[Path]
    findings: tuple[Finding, ...]
