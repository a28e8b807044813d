"""A template's file, compiled: the steps in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.rendering.blocks.block_plan import BlockPlan, plan_blocks
from generator.rendering.compile.note_calls import note_faults
from generator.rendering.compile.part_compiling import FaultyPartError, compile_part
from generator.rendering.compiled.compiled_file import CompiledFile
from generator.rendering.compiled.compiled_part import CompiledPart
from generator.rendering.faults import Fault, TemplateErrors
from generator.rendering.file.filled_parts import filled_parts
from generator.rendering.file.repeated_identifiers import numbers_beside_body, with_unique_identifiers
from generator.rendering.file.spots import Spots, headings_of
from generator.rendering.file.word_file import WordFile, open_word_file
from generator.rendering.fill.guard_filters import environment_with
from generator.rendering.grafts.clauses import include_clauses
from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.opc.archive import UnreadableArchiveError
from generator.rendering.tags.unfillable_tags import unfilled_faults


def compile_file(
    name: str, data: bytes, *, filters: Mapping[str, Callable[..., Any]], clauses: Path | None
) -> CompiledFile:
    """Open a template, include its clauses, and compile its parts.

    Args:
        name: how findings name the template.
        data: the .docx.
        filters: the program's own filters.
        clauses: the folder of the clauses that it may include, or None.

    Raises:
        TemplateErrors: every fault that forbids a safe rendering, at once.
        OSError: when a clause cannot be read.
    """
    try:
        opened = open_word_file(data)
    except UnreadableArchiveError as error:
        raise TemplateErrors(name, error.faults) from None
    package, faults = include_clauses(opened, clauses)
    package = with_unique_identifiers(package)
    plan = plan_blocks(package, filled_parts(package), headings_of(package))
    parts = _compile_parts(name, package, plan, environment_with(filters), faults)
    return CompiledFile(
        members=package.members,
        document=package.document,
        parts=[part for part in parts if not part.is_constant],
        clauses=package.clauses,
        stale_fields=tuple(plan.stale),
        drawing_numbers=numbers_beside_body(package),
    )


def _compile_parts(
    name: str,
    package: WordFile,
    plan: BlockPlan,
    environment: PlainDataEnvironment,
    known: Iterable[Fault],
) -> list[CompiledPart]:
    headings = headings_of(package)
    compiled: list[CompiledPart] = []
    faults = list(known)
    for part, asked in plan.parts:
        try:
            compiled.append(compile_part(part, headings, environment, asked))
        except FaultyPartError as error:
            faults += error.faults
    faults += note_faults(package, Spots(plan.parts[0][0], headings))
    faults += unfilled_faults(package, {part.name for part, _ in plan.parts})
    if faults:
        raise TemplateErrors(name, faults)
    return compiled
