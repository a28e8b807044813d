"""One part filled: for each document, and checked each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.parsers.expat import ExpatError

from jinja2 import Template as JinjaTemplate
from jinja2.exceptions import SecurityError
from lxml.etree import XMLSyntaxError

from generator.messages import template_values
from generator.rendering.compiled.compiled_part import CompiledPart
from generator.rendering.faults import Fault, Spot
from generator.rendering.fill.expected_text import expected_text, first_difference, text_of_xml
from generator.rendering.fill.fragment_placing import place_fragments
from generator.rendering.fill.fragments import INSTRUCTION
from generator.rendering.fill.printed_values import Filling, FillingContext
from generator.rendering.fill.run_splicing import splice_fragments
from generator.rendering.language.english_errors import failure_in_french
from generator.rendering.language.resource_limits import ExhaustedError
from generator.rendering.opc.xml_parts import parse, serialize
from generator.rendering.opc.xml_stretches import is_sound

_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def fill_part(part: CompiledPart, context: Mapping[str, Any], filling: Filling) -> bytes:
    """Return a part filled with ``context``; faults go to ``filling``."""
    chunks = list(filter(None, _printed_chunks(part, context, filling)))
    if filling.faults:
        return b""
    try:
        content = _finished(part, chunks, filling)
    except XMLSyntaxError as error:
        filling.faults.append(Fault(template_values.UNSOUND_RESULT, str(error), Spot(part.label)))
        return b""
    except ExhaustedError:
        filling.faults.append(Fault(template_values.EXHAUSTED, part.label, Spot(part.label)))
        return b""
    return _completed(part, content, filling)


def _printed_chunks(part: CompiledPart, context: Mapping[str, Any], filling: Filling) -> list[str]:
    """Return what Jinja prints of a part; nothing, and a fault, when a tag fails."""
    # Jinja's own context copies the data, and its render joins the chunks: their texts are compared one by one.
    jinja_context = FillingContext(part.jinja.environment, context, None, {})  # type: ignore[arg-type]
    jinja_context.filling, jinja_context.references = filling, part.references
    jinja_context.ration, jinja_context.slots = filling.ration, part.plan.slots
    try:
        return list(part.jinja.root_render_func(jinja_context))
    except ExhaustedError as error:
        tag = part.source.tag(_line_of(error, part.jinja))
        filling.faults.append(Fault(template_values.EXHAUSTED, tag.text, tag.spot))
    except Exception as error:  # noqa: BLE001 - a filter of the program may raise anything: the tag is at fault
        tag = part.source.tag(_line_of(error, part.jinja))
        is_forbidden = isinstance(error, SecurityError)
        message = template_values.FORBIDDEN_ACCESS if is_forbidden else template_values.FAILED_EXPRESSION
        filling.faults.append(Fault(message, tag.text, tag.spot, failure_in_french(error)))
    return []


def _line_of(error: Exception, template: JinjaTemplate) -> int:
    """Return the line of the source that was being evaluated, from the traceback.

    The environment keeps Jinja from rewriting the traceback, whose frames are therefore those of the compiled code.
    """
    line = 1
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_globals is template.root_render_func.__globals__:
            line = template.get_corresponding_lineno(frame.tb_lineno)
        frame = frame.tb_next
    return line


def _finished(part: CompiledPart, chunks: Sequence[str], filling: Filling) -> bytes:
    """Join what was printed, put fragments in place, and mend: on the tree where it must be, else on the text."""
    xml = "".join(chunks)
    text = _spliced(part, chunks, xml, filling)
    if text is not None:
        return _DECLARATION + text.encode()
    from generator.rendering.fill.part_trees import mend  # noqa: PLC0415 - few results need a tree

    root = parse(xml)
    place_fragments(root, filling.fragments, filling.ration)
    mend(root, part.repairs, has_objects=filling.has_objects, drawings=filling.additions.drawing_numbers)
    content = serialize(root)
    filling.faults += _result_faults(content, expected_text(chunks, part.stretches, filling.text_of), part.label)
    return content


def _spliced(part: CompiledPart, chunks: Sequence[str], xml: str, filling: Filling) -> str | None:
    """Return a part that needs no mending, proved sound by its chunks; None when it has to be read whole.

    Nothing but runs with fragments is touched: no other word can be lost.
    """
    if part.stretches is None or part.repairs.may_serve(chunks):
        return None
    plain = [chunk for chunk in chunks if not chunk.startswith(INSTRUCTION)] if filling.fragments else chunks
    if not is_sound(plain, part.stretches):
        return None
    return splice_fragments(xml, filling, part.namespaces) if filling.fragments else xml


def _completed(part: CompiledPart, content: bytes, filling: Filling) -> bytes:
    """Return a part whose text was checked, with what its blocks and boxes change in it on purpose."""
    if not (part.plan.watches or part.plan.notes or part.plan.takes_notes or part.shows_states):
        return content
    from generator.rendering.fill.part_trees import completed  # noqa: PLC0415 - few results need a tree

    return completed(part, content, filling)


def _result_faults(content: bytes, expected: str, label: str) -> Iterator[Fault]:
    """Check what is about to be written: well formed, with the very text that is expected."""
    try:
        actual = text_of_xml(content)
    except ExpatError as error:
        yield Fault(template_values.UNSOUND_RESULT, str(error), Spot(label))
    else:
        if actual != expected:
            yield Fault(template_values.TEXT_NOT_CONSERVED, first_difference(expected, actual), Spot(label))
