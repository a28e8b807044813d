"""One part of a template: from its tree to code that prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from jinja2 import TemplateSyntaxError, nodes
from markupsafe import escape

from generator.messages import template_reasons as reasons
from generator.messages import template_tags
from generator.rendering.blocks.checkboxes import has_written_states
from generator.rendering.blocks.turn_slots import NO_PLAN, PartPlan
from generator.rendering.compile.block_balance import balance_faults
from generator.rendering.compile.collected_tags import collected_faults
from generator.rendering.compile.foreseen_repairs import repairs_of
from generator.rendering.compile.guard_placing import GuardPlacer
from generator.rendering.compile.jinja_source import build_source, patched, restore_braces
from generator.rendering.compile.lost_assignments import assignment_faults, partly_named
from generator.rendering.compile.lost_content import (
    compile_faults,
    content_faults,
    joined_faults,
    mark_faults,
)
from generator.rendering.compile.turn_placing import place_slots
from generator.rendering.compiled.compiled_part import CompiledPart
from generator.rendering.compiled.needed_repairs import NeededRepairs
from generator.rendering.compiled.tagged_source import JinjaSource
from generator.rendering.faults import Fault
from generator.rendering.file.filled_parts import Part
from generator.rendering.file.spots import Spots
from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.opc.xml_stretches import XmlStretch, stretches_of
from generator.rendering.tags.tag_collection import TagCollector
from generator.rendering.tags.tag_syntax import syntax_fault
from generator.rendering.tags.unfillable_tags import (
    left_merge_fields,
    shown_by_merge_field,
    take_out_field_tags,
    untie_controls,
)
from generator.rendering.word.headings import Headings
from generator.rendering.word.names import BODY


class FaultyPartError(Exception):
    """A part cannot be compiled; ``faults`` says why."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(dict.fromkeys(faults))
        super().__init__(self.faults)


def compile_part(
    part: Part, headings: Headings, environment: PlainDataEnvironment, plan: PartPlan = NO_PLAN
) -> CompiledPart:
    """Compile a part; its tree is numbered on the way, and serves no other use.

    Args:
        part: the part, prepared for its plan.
        headings: the headings of the template.
        environment: what its tags may use.
        plan: what its blocks ask.

    Raises:
        FaultyPartError: every fault that forbids a safe rendering of the part.
    """
    source = _source(part, headings, environment, plan)
    try:
        tree = environment.parse(source.text)
        _refuse([*balance_faults(tree, source), *assignment_faults(tree, source)])
        return _compiled(part, source, tree, environment, plan)
    except TemplateSyntaxError as error:
        raise FaultyPartError([syntax_fault(error, source.tag(error.lineno))]) from None


def _source(part: Part, headings: Headings, environment: PlainDataEnvironment, plan: PartPlan) -> JinjaSource:
    """Turn a part into Jinja source, none of whose tags is faulty by itself."""
    untie_controls(part.root)  # before anything is read: Word fills a tied control from its data on opening (17.5.2.6)
    spots = Spots(part, headings)
    collector = TagCollector(spots)
    faults = [*take_out_field_tags(part.root, spots)]
    left = list(left_merge_fields(part.root, spots))
    collector.collect(part.root)
    doubts = [*left, *(fault for fault in collector.doubts if not shown_by_merge_field(fault, left))]
    patched_xml = patched(part.root)
    tags = list(collector.kept_tags)
    faults += [
        *collected_faults(part.root, collector, environment),
        *(() if collector.refused else joined_faults(part.root, patched_xml, spots)),
        *compile_faults(part.root, patched_xml, tags, spots),
        *plan.faults,
        *content_faults(part.root, patched_xml, spots),
        *mark_faults(part.root, patched_xml, spots, plan.slots),
    ]
    includes = {fault.spot for fault in faults if fault.fix == reasons.INCLUDE_ALONE.format()}
    faults = [fault for fault in faults if fault.message is not template_tags.LOST_TEXT or fault.spot not in includes]
    _refuse(spots.in_reading_order(faults))
    return replace(build_source(patched_xml, tags), doubts=doubts)


def _refuse(faults: Iterable[Fault]) -> None:
    gathered = list(faults)
    if gathered:
        raise FaultyPartError(gathered)


def _compiled(
    part: Part, source: JinjaSource, tree: nodes.Template, environment: PlainDataEnvironment, plan: PartPlan
) -> CompiledPart:
    """Turn a sound tree of Jinja's into code; the guards change the tree in place."""
    restore_braces(tree)
    remarks = list(partly_named(tree, source))
    placer = GuardPlacer(source)
    placer.place(tree)
    place_slots(tree, plan)
    repairs = repairs_of(part.root, repeats_identifiers=source.repeats_identifiers)
    return CompiledPart(
        name=part.name,
        label=part.label,
        source=source,
        code=environment.compile(tree),
        environment=environment,
        references=placer.references,
        read=placer.read,
        printed=placer.printed,
        doubts=[*source.doubts, *placer.doubts],
        remarks=remarks,
        repairs=repairs,
        stretches=_stretches(tree, repairs),
        namespaces={prefix: f' xmlns:{prefix}="{escape(name)}"' for prefix, name in part.root.nsmap.items() if prefix},
        is_constant=not (source.tags or plan.slots or plan.takes_notes) and part.root.find(BODY) is None,
        plan=plan,
        shows_states=has_written_states(part.root),
    )


def _stretches(tree: nodes.Template, repairs: NeededRepairs) -> Mapping[str, XmlStretch] | None:
    pieces = ["".join(each) for output in tree.find_all(nodes.Output) for each in _static_runs(output)]
    return None if any(map(repairs.always_serve, pieces)) else stretches_of(pieces)


def _static_runs(output: nodes.Output) -> Iterator[Iterator[str]]:
    """Iterate over the texts of the template that are printed one right after the other: Jinja joins them."""
    for is_static, children in groupby(output.nodes, lambda child: isinstance(child, nodes.TemplateData)):
        if is_static:
            yield (child.data for child in children if isinstance(child, nodes.TemplateData))
