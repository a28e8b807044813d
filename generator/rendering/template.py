"""Compile a template once, render it many times: the steps in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.rendering.archive import Archive, Member, UnreadableArchiveError
from generator.rendering.faults import Fault, TemplateErrors
from generator.rendering.filled import FaultyPartError, FilledPart, compile_part
from generator.rendering.package import Package, open_package
from generator.rendering.parts import filled_parts, headings_of
from generator.rendering.suggestions import with_suggestions
from generator.rendering.tags import unfilled_faults
from generator.rendering.values import Filling
from generator.rendering.variables import Variable, variables_of

_UNNAMED = "<modèle>"


def compile_template(source: str | Path | bytes) -> Template:
    """Compile a Word template.

    Args:
        source: the path of a .docx, or its bytes.

    Raises:
        TemplateErrors: every fault that forbids a safe rendering, at once.
        OSError: when the file cannot be read.
    """
    name = _UNNAMED if isinstance(source, bytes) else str(source)
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    try:
        package = open_package(data)
    except UnreadableArchiveError as error:
        raise TemplateErrors(name, error.faults) from None
    parts = _compile_parts(name, package)
    filled = [part for part in parts if not part.is_constant]
    names = {part.name for part in filled}
    frozen = Archive(member for member in package.members.values() if member.name not in names)
    return Template(name, frozen, filled)


def _compile_parts(name: str, package: Package) -> list[FilledPart]:
    headings = headings_of(package)
    parts = filled_parts(package)
    compiled: list[FilledPart] = []
    faults: list[Fault] = []
    for part in parts:
        try:
            compiled.append(compile_part(part, headings))
        except FaultyPartError as error:
            faults += error.faults
    faults += unfilled_faults(package, {part.name for part in parts})
    if faults:
        raise TemplateErrors(name, faults)
    return compiled


class Template:
    """A compiled template: it holds no state of any rendering, and serves several threads.

    Attributes:
        name: the file that it was compiled from.
    """

    def __init__(self, name: str, frozen: Archive, parts: Sequence[FilledPart]) -> None:
        self.name = name
        self._frozen = frozen
        self._parts = parts

    def render(self, context: Mapping[str, Any], *, draft: bool = False) -> bytes:
        """Return a complete .docx filled with ``context``.

        Args:
            context: plain data: texts, numbers, lists, mappings, ``StyledText`` and ``Blank``.
            draft: whether what is missing shows as a highlighted « [à compléter : …] » instead of being refused.

        Raises:
            TemplateErrors: every fault that the rendering met, with its place.
        """
        faults: list[Fault] = []
        members: list[Member] = []
        for part in self._parts:
            filling = Filling(draft)
            members.append(Member.compress(part.name, part.fill(context, filling)))
            faults += filling.faults
        if faults:
            raise TemplateErrors(self.name, with_suggestions(faults, context))
        return self._frozen.complete(members)

    def variables(self) -> Mapping[str, Variable]:
        """Return what the template reads, by dotted path: header, footers, notes and properties included."""
        return variables_of(read for part in self._parts for read in part.read)
