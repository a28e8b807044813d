"""Compile a template once, render it many times: the steps in order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markupsafe import escape

from generator.messages import template_ranges
from generator.rendering.blocks.turn_slots import Trace
from generator.rendering.compile.values_read import ReadValue, values_read
from generator.rendering.compiled.compiled_file import CompiledFile
from generator.rendering.faults import Fault, TemplateErrors
from generator.rendering.file.additions import Additions, PartAdditions
from generator.rendering.fill.part_filling import fill_part
from generator.rendering.fill.printed_values import Filling
from generator.rendering.language.resource_limits import Ration
from generator.rendering.opc.archive import Archive, Member
from generator.rendering.tags.nearest_names import with_remedies, with_suggestions

_UNNAMED = "<modèle>"


def compile_template(
    source: str | Path | bytes,
    *,
    filters: Mapping[str, Callable[..., Any]] = MappingProxyType({}),
    clauses: Path | None = None,
    name: str = "",
) -> Template:
    """Compile a Word template.

    Args:
        source: the path of a .docx, or its bytes.
        filters: the program's own filters, by the name that tags write; they join the allow-list. What they return is
            escaped and bounded like any value, and they are not called for what is missing.
        clauses: the folder of the clauses that it may include; by default, for a template of a workspace
            (``templates/<kind>/modele.docx``), ``templates/clauses``.
        name: how findings name the template; by default, its path.

    Raises:
        TemplateErrors: every fault that forbids a safe rendering, at once.
        OSError: when the file or a clause cannot be read.
    """
    from generator.rendering.compile.file_compiling import compile_file  # noqa: PLC0415 - kept templates need none of it

    name = name or (_UNNAMED if isinstance(source, bytes) else str(source))
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    return Template(name, compile_file(name, data, filters=filters, clauses=clauses or clauses_beside(source)))


def clauses_beside(source: str | Path | bytes) -> Path | None:
    """Return the folder of the clauses that a template of a workspace may include."""
    return None if isinstance(source, bytes) else Path(source).absolute().parent.parent / "clauses"


def _lost_targets(trace: Trace) -> Iterator[Fault]:
    """Report what refers to a passage that was not printed."""
    for pointer in trace.lost_targets():
        yield Fault(template_ranges.LOST_TARGET, pointer.what, pointer.spot)


class Template:
    """A compiled template: it holds no state of any rendering, and serves several threads.

    Attributes:
        name: the file that it was compiled from.
        clauses: the files of the clauses that it includes.
        stale_fields: the fields whose result is the template's until Word computes it again, each as the fault that it
            is for a kind that wants none.
    """

    def __init__(self, name: str, file: CompiledFile) -> None:
        self.name = name
        self.stale_fields = file.stale_fields
        self.clauses = file.clauses
        self._file = file
        # Laid out once: what no tag changes is most of the file, and is joined as it is, still compressed.
        self._frozen = self._without({part.name for part in file.parts})

    def render(self, context: Mapping[str, Any], *, draft: bool = False) -> bytes:
        """Return a complete .docx filled with ``context``.

        Args:
            context: plain data: texts, numbers, lists, mappings, ``StyledText``, ``Picture``, ``Chart`` and
                ``Blank``; and docxtpl's objects, whatever the ``DocxTemplate`` that they were made for.
            draft: whether what is missing shows as a highlighted « [à compléter : …] » instead of being refused.

        Raises:
            TemplateErrors: every fault that the rendering met, with its place.
        """
        faults: list[Fault] = []
        members: list[Member] = []
        additions = Additions(self._file.members, self._file.document, drawing_numbers=self._file.drawing_numbers)
        ration, trace, met_hole = Ration(), Trace(), False
        for part in self._file.parts:
            filling = Filling(draft, PartAdditions(additions, part.name), ration, trace=trace)
            members.append(Member.compress(part.name, fill_part(part, context, filling)))
            faults += filling.faults
            met_hole = met_hole or filling.met_hole
        if not (draft and met_hole):  # what a draft lacks may bring the passage back
            faults += _lost_targets(trace)
        if faults:
            raise TemplateErrors(self.name, with_remedies(with_suggestions(faults, context), self.remarks))
        return self._complete(members, additions)

    def build_url_id(self, url: str) -> str:
        """Return what a ``RichText`` takes as ``url_id``: ``RichText("site", url_id=template.build_url_id(url))``.

        The relation to the address is made by each rendering that prints the text, in the part that prints it.
        """
        return str(escape(url))

    def variables(self) -> Mapping[str, ReadValue]:
        """Return what the template reads, by dotted path: header, footers, notes and properties included."""
        read = (each for part in self._file.parts for each in part.read)
        return values_read(read, (each for part in self._file.parts for each in part.printed))

    @property
    def doubts(self) -> tuple[Fault, ...]:
        """What it prints, and no document of a kind should: another program's tags, numbers without their form."""
        return tuple(fault for part in self._file.parts for fault in part.doubts)

    @property
    def remarks(self) -> tuple[Fault, ...]:
        """What it may lack for some data, and renders with others: names that a condition alone gives."""
        return tuple(fault for part in self._file.parts for fault in part.remarks)

    def _complete(self, members: list[Member], additions: Additions) -> bytes:
        """Return the archive: laid out once, or laid out anew when objects change members that are not filled."""
        if not additions:
            return self._frozen.complete(members)
        added = additions.members()
        return self._without({*added, *(member.name for member in members)}).complete([*members, *added.values()])

    def _without(self, names: Container[str]) -> Archive:
        return Archive(member for member in self._file.members.values() if member.name not in names)
