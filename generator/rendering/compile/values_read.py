"""What a template reads: each dotted path, whether it is walked, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.rendering.compiled.guard_references import Reference
from generator.rendering.faults import Spot


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A value that a template reads.

    Attributes:
        path: its dotted path, ``[]`` standing for each element of a list: ``budget.depenses[].montant``.
        is_loop: whether the template walks it (a list) rather than reads it (a single value).
        spots: every place that reads it, in reading order, each once.
        walked: those where a loop walks it.
        printed: those where it is printed as it is, whole.
    """

    path: str
    is_loop: bool
    spots: tuple[Spot, ...]
    walked: tuple[Spot, ...] = ()
    printed: tuple[Spot, ...] = ()


def values_read(
    references: Iterable[tuple[Reference, bool]], printed: Iterable[Reference] = ()
) -> Mapping[str, ReadValue]:
    """Gather references, each with whether it is a loop, by path and in reading order.

    Args:
        references: what is read.
        printed: what is printed whole.
    """
    found = gathered((reference.path, is_loop, reference.tag.spot) for reference, is_loop in references)
    for reference in printed:
        known = found[reference.path]
        found[reference.path] = replace(known, printed=_with(known.printed, reference.tag.spot))
    return found


def gathered(readings: Iterable[tuple[str, bool, Spot]]) -> dict[str, ReadValue]:
    """Gather readings, each a path, whether it is a loop and where, by path and in reading order."""
    found: dict[str, ReadValue] = {}
    for path, is_loop, spot in readings:
        known = found.get(path, ReadValue(path, is_loop=False, spots=()))
        walked = _with(known.walked, spot) if is_loop else known.walked
        found[path] = ReadValue(path, known.is_loop or is_loop, _with(known.spots, spot), walked)
    return found


def _with(spots: tuple[Spot, ...], spot: Spot) -> tuple[Spot, ...]:
    return tuple(dict.fromkeys((*spots, spot)))
