"""A template's file, compiled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.rendering.compiled.compiled_part import CompiledPart
from generator.rendering.faults import Fault
from generator.rendering.opc.archive import Member


@dataclass(frozen=True)
class CompiledFile:
    """A template's file, compiled: it holds no state of any rendering.

    Attributes:
        members: every member of the archive, as compressed.
        document: the name of the main part.
        parts: those that renderings may change, the body first.
        clauses: the files of the clauses that it includes.
        stale_fields: the fields whose result is the template's until Word computes it again, each as the fault that it
            is for a kind that wants none.
        drawing_numbers: the numbers of the pictures of all filled parts but the body.
    """

    members: Mapping[str, Member]
    document: str
    parts: Sequence[CompiledPart]
    clauses: tuple[str, ...]
    stale_fields: tuple[Fault, ...]
    drawing_numbers: frozenset[int]
