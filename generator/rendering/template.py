"""Compile a template once, render it many times: the steps in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError, nodes
from jinja2.exceptions import SecurityError

from generator.rendering import messages
from generator.rendering.archive import Archive, Member, UnreadableArchiveError
from generator.rendering.balance import balance_faults
from generator.rendering.conservation import ExpectedText, compile_faults, first_difference, text_of_xml
from generator.rendering.environment import PlainDataEnvironment
from generator.rendering.faults import Fault, Spot, TemplateErrors
from generator.rendering.instrument import Instrumenter
from generator.rendering.ooxml import BODY, parse, serialize
from generator.rendering.package import Package, open_package
from generator.rendering.parts import Headings, Part, Spots, filled_parts
from generator.rendering.runs import place_fragments
from generator.rendering.soundness import Mending, mending_of
from generator.rendering.source import Source, build_source, patched, restore_braces
from generator.rendering.suggestions import with_suggestions
from generator.rendering.syntax import syntax_faults
from generator.rendering.tags import TagCollector, field_faults, unfilled_faults
from generator.rendering.values import GUARDS, ExhaustedError, Filling, FillingContext, Reference, Setting
from generator.rendering.variables import Variable, variables_of

_ENVIRONMENT = PlainDataEnvironment(GUARDS)
_ENVIRONMENT.context_class = FillingContext
_FAILURES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
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
    return _compile(name, package)


def _compile(name: str, package: Package) -> Template:
    styles = next(package.related("styles"), None)
    headings = Headings(None if styles is None else package.trees[styles])
    readings = [_read_part(part, headings) for part in filled_parts(package)]
    faults = [fault for reading in readings for fault in reading.faults]
    faults += unfilled_faults(package, {reading.part.name for reading in readings})
    if faults:
        raise TemplateErrors(name, faults)
    filled = [FilledPart(reading) for reading in readings if reading.is_filled]
    names = {part.name for part in filled}
    frozen = Archive(member for member in package.members.values() if member.name not in names)
    return Template(name, frozen, filled)


@dataclass(frozen=True)
class _Reading:
    """A part read and transformed, with its faults; without faults it has a source."""

    part: Part
    faults: Sequence[Fault]
    source: Source | None = None
    mending: Mending | None = None

    @property
    def is_filled(self) -> bool:
        """Whether a rendering can change the part: it holds a tag, or it is the body, which is always checked."""
        return self.source is not None and (bool(self.source.tags) or self.part.root.find(BODY) is not None)


def _read_part(part: Part, headings: Headings) -> _Reading:
    spots = Spots(part, headings)
    collector = TagCollector(spots)
    collector.collect(part.root)
    if collector.faults:
        return _Reading(part, collector.faults)
    patched_xml = patched(part.root)
    source = build_source(patched_xml, collector.tags)
    faults = [*compile_faults(part.root, patched_xml, collector.tags, spots), *syntax_faults(source, _ENVIRONMENT)]
    faults += field_faults(part.root, spots)
    if not faults:
        faults += balance_faults(_ENVIRONMENT.parse(source.text), source)
    return _Reading(
        part, list(dict.fromkeys(faults)), source, mending_of(part.root, repeats_bookmarks=source.repeats_bookmarks)
    )


class FilledPart:
    """One compiled part."""

    def __init__(self, reading: _Reading) -> None:
        assert reading.source is not None  # noqa: S101 - a reading without faults has a source and a mending
        assert reading.mending is not None  # noqa: S101 - same
        self.name = reading.part.name
        self._label = reading.part.label
        self._source = reading.source
        self._mending = reading.mending
        tree = _ENVIRONMENT.parse(reading.source.text)
        restore_braces(tree)
        self._expected = ExpectedText(tree, has_tags_in_attributes=Setting.PLAIN in reading.source.settings)
        self.references, self.read = _instrumented(tree, reading.source)
        self._jinja = JinjaTemplate.from_code(_ENVIRONMENT, _ENVIRONMENT.compile(tree), {})

    def fill(self, context: Mapping[str, Any], filling: Filling) -> bytes:
        """Return the filled part; faults go to ``filling``."""
        chunks = self._chunks(context, filling)
        if filling.faults:
            return b""
        content = self._finished("".join(chunks), filling)
        filling.faults += self._unsoundness(content, self._expected.of(chunks, filling))
        return content

    def _chunks(self, context: Mapping[str, Any], filling: Filling) -> list[str]:
        jinja_context = FillingContext(_ENVIRONMENT, context, None, {})  # type: ignore[arg-type]
        jinja_context.filling, jinja_context.references = filling, self.references
        try:
            return list(self._jinja.root_render_func(jinja_context))
        except ExhaustedError:
            filling.faults.append(Fault(messages.EXHAUSTED, spot=Spot(self._label)))
        except _FAILURES as error:
            filling.faults.append(self._failure(error))
        return []

    def _failure(self, error: Exception) -> Fault:
        tag = self._source.tag(self._line_of(error))
        message = messages.FORBIDDEN_ACCESS if isinstance(error, SecurityError) else messages.FAILED_EXPRESSION
        return Fault(message, f"« {tag.text} », {error}", tag.spot)

    def _line_of(self, error: Exception) -> int:
        """Return the line of the source that was being evaluated, from the traceback."""
        line = 1
        frame = error.__traceback__
        while frame is not None:
            if frame.tb_frame.f_globals is self._jinja.root_render_func.__globals__:
                line = self._jinja.get_corresponding_lineno(frame.tb_lineno)
            frame = frame.tb_next
        return line

    def _finished(self, xml: str, filling: Filling) -> bytes:
        """Put fragments in place and mend, where there is anything to put or to mend."""
        if not (filling.fragments or self._mending):
            return _DECLARATION + xml.encode()
        root = parse(xml)
        place_fragments(root, filling.fragments)
        return serialize(self._mending.apply(root))

    def _unsoundness(self, content: bytes, expected: str) -> Iterator[Fault]:
        """Check what is about to be written: well formed, with the very text that is expected."""
        try:
            actual = text_of_xml(content)
        except ExpatError as error:
            yield Fault(messages.UNSOUND_RESULT, str(error), Spot(self._label))
        else:
            if actual != expected:
                yield Fault(messages.TEXT_NOT_CONSERVED, first_difference(expected, actual), Spot(self._label))


_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def _instrumented(tree: nodes.Template, source: Source) -> tuple[list[Reference], list[tuple[Reference, bool]]]:
    instrumenter = Instrumenter(source)
    instrumenter.instrument(tree)
    tree.set_environment(_ENVIRONMENT)
    return instrumenter.references, instrumenter.read


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
