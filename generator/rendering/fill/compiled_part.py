"""One part of a template: compiled once, filled for each document, checked each time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from xml.parsers.expat import ExpatError

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from lxml.etree import XMLSyntaxError

from generator.messages import template_values
from generator.rendering.compile.jinja_source import Source, build_source, patched, restore_braces
from generator.rendering.compile.parts import Headings, Part, Spots
from generator.rendering.faults import Fault, Spot, shortened
from generator.rendering.fill.printed_values import GUARDS, Filling, FillingContext, Setting
from generator.rendering.fill.runs import place_fragments
from generator.rendering.fill.word_conservation import (
    ExpectedText,
    compile_faults,
    content_faults,
    first_difference,
    joined_faults,
    text_of_xml,
)
from generator.rendering.language.block_balance import balance_faults
from generator.rendering.language.filters import allowed_filters, allowed_tests
from generator.rendering.language.guards import Instrumenter
from generator.rendering.language.plain_values import MismatchError
from generator.rendering.language.resource_limits import ExhaustedError
from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.language.tag_syntax import lone_tag_faults, syntax_fault, syntax_faults
from generator.rendering.language.tags import TagCollector, field_faults, untie_controls
from generator.rendering.word.ooxml import BODY, parse, serialize
from generator.rendering.word.word_repairs import mending_of

_EXPLANATIONS = (
    (re.compile(r"'[<>]=?' not supported"), "des valeurs de nature différente ne se comparent pas"),
    (re.compile(r"unpack"), "chaque élément n’a pas autant de valeurs que la balise donne de noms"),
    (re.compile(r"iterable"), "une liste est attendue"),
    (re.compile(r"No (?:filter|test) named '(.*?)'"), "filtre ou test inconnu : « {0} »"),
    (re.compile(r"slice indices"), "les bornes d’un extrait sont des nombres entiers"),
    (re.compile(r"argument"), "la méthode n’accepte pas ces paramètres"),
)
"""What Python and Jinja say in English of an expression that fails, and the same in French."""

_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


class FaultyPartError(Exception):
    """A part cannot be compiled; ``faults`` says why."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(dict.fromkeys(faults))
        super().__init__(self.faults)


def environment_with(filters: Mapping[str, Callable[..., Any]]) -> PlainDataEnvironment:
    """Return the environment that the parts of a template share, with the program's own filters."""
    environment = PlainDataEnvironment({**allowed_filters(filters), **GUARDS}, allowed_tests())
    environment.context_class = FillingContext
    return environment


def compile_part(part: Part, headings: Headings, environment: PlainDataEnvironment) -> FilledPart:
    """Compile a part; its tree is numbered on the way, and serves no other use.

    Raises:
        FaultyPartError: every fault that forbids a safe rendering of the part.
    """
    source = _source(part, headings, environment)
    try:
        tree = environment.parse(source.text)
        if faults := list(balance_faults(tree, source)):
            raise FaultyPartError(faults)
        return FilledPart(part, source, tree, environment)
    except TemplateSyntaxError as error:
        raise FaultyPartError([syntax_fault(error, source.tag(error.lineno))]) from None


def _source(part: Part, headings: Headings, environment: PlainDataEnvironment) -> Source:
    """Turn a part into Jinja source, none of whose tags is faulty by itself."""
    untie_controls(part.root)
    spots = Spots(part, headings)
    collector = TagCollector(spots)
    collector.collect(part.root)
    patched_xml = "" if collector.faults else patched(part.root)
    cut = collector.faults or list(joined_faults(part.root, patched_xml, spots))
    if cut:
        known = {(fault.what, fault.spot) for fault in cut}
        others = (tag for tag in collector.tags if (tag.text, tag.spot) not in known)
        raise FaultyPartError([*cut, *lone_tag_faults(others, environment)])
    source = build_source(patched_xml, collector.tags)
    _refuse(
        [
            *compile_faults(part.root, patched_xml, collector.tags, spots),
            *syntax_faults(source, environment),
            *field_faults(part.root, spots),
            *content_faults(part.root, patched_xml, spots),
        ]
    )
    return source


def _refuse(faults: Iterable[Fault]) -> None:
    gathered = list(faults)
    if gathered:
        raise FaultyPartError(gathered)


class FilledPart:
    """A compiled part.

    Attributes:
        name: its name in the archive.
        is_constant: whether no rendering can change it; the body is always filled, for its checks.
        references: what its guards serve.
        read: what it reads, each with whether it is walked.
    """

    def __init__(self, part: Part, source: Source, tree: nodes.Template, environment: PlainDataEnvironment) -> None:
        self.name = part.name
        self.is_constant = not source.tags and part.root.find(BODY) is None
        self._label = part.label
        self._source = source
        self._environment = environment
        self._mending = mending_of(part.root, repeats_identifiers=source.repeats_identifiers)
        restore_braces(tree)
        self._expected = ExpectedText(tree, has_tags_in_attributes=Setting.PLAIN in source.settings)
        instrumenter = Instrumenter(source)
        instrumenter.instrument(tree)
        tree.set_environment(environment)
        self.references, self.read = instrumenter.references, instrumenter.read
        self._jinja = JinjaTemplate.from_code(environment, environment.compile(tree), {})

    def fill(self, context: Mapping[str, Any], filling: Filling) -> bytes:
        """Return the filled part; faults go to ``filling``."""
        chunks = self._chunks(context, filling)
        if filling.faults:
            return b""
        try:
            content = self._finished("".join(chunks), filling)
        except XMLSyntaxError as error:
            filling.faults.append(Fault(template_values.UNSOUND_RESULT, str(error), Spot(self._label)))
            return b""
        except ExhaustedError:
            filling.faults.append(Fault(template_values.EXHAUSTED, self._label, Spot(self._label)))
            return b""
        filling.faults += self._unsoundness(content, self._expected.of(chunks, filling))
        return content

    def _chunks(self, context: Mapping[str, Any], filling: Filling) -> list[str]:
        jinja_context = FillingContext(self._environment, context, None, {})  # type: ignore[arg-type]
        jinja_context.filling, jinja_context.references = filling, self.references
        jinja_context.budget = filling.budget
        try:
            return list(self._jinja.root_render_func(jinja_context))
        except ExhaustedError as error:
            tag = self._source.tag(self._line_of(error))
            filling.faults.append(Fault(template_values.EXHAUSTED, tag.text, tag.spot))
        except Exception as error:  # noqa: BLE001 - a filter of the program may raise anything: the tag is at fault
            filling.faults.append(self._failure(error))
        return []

    def _failure(self, error: Exception) -> Fault:
        tag = self._source.tag(self._line_of(error))
        message = (
            template_values.FORBIDDEN_ACCESS if isinstance(error, SecurityError) else template_values.FAILED_EXPRESSION
        )
        return Fault(message, f"« {tag.text} », {_explained(error)}", tag.spot)

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
        place_fragments(root, filling.fragments, filling.budget)
        drawings = filling.additions.drawing_numbers
        self._mending.apply(root, has_objects=filling.has_objects, drawings=drawings)
        return serialize(root)

    def _unsoundness(self, content: bytes, expected: str) -> Iterator[Fault]:
        """Check what is about to be written: well formed, with the very text that is expected."""
        try:
            actual = text_of_xml(content)
        except ExpatError as error:
            yield Fault(template_values.UNSOUND_RESULT, str(error), Spot(self._label))
        else:
            if actual != expected:
                yield Fault(template_values.TEXT_NOT_CONSERVED, first_difference(expected, actual), Spot(self._label))


def _explained(error: Exception) -> str:
    """Say in French why an expression failed."""
    if isinstance(error, (SecurityError, MismatchError)):
        return shortened(str(error))
    if isinstance(error, ZeroDivisionError):
        return "division par zéro"
    for pattern, sentence in _EXPLANATIONS:
        if match := pattern.search(str(error)):
            return shortened(sentence.format(*match.groups()))
    return "les valeurs ne s’y prêtent pas"
