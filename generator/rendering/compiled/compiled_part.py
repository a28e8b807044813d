"""One part of a template, compiled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import CodeType
from typing import Any

from jinja2 import Template as JinjaTemplate

from generator.rendering.blocks.turn_slots import PartPlan
from generator.rendering.compiled.guard_references import Reference
from generator.rendering.compiled.needed_repairs import NeededRepairs
from generator.rendering.compiled.tagged_source import JinjaSource
from generator.rendering.faults import Fault
from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.opc.xml_stretches import XmlStretch


@dataclass(frozen=True)
class CompiledPart:
    """A compiled part: it holds no state of any rendering.

    Attributes:
        name: its name in the archive.
        label: its name for readers.
        source: its Jinja source, which tells a line's tag.
        code: the code that prints it, in chunks.
        environment: what its tags may use.
        references: what its guards serve, by the number that each guard holds.
        read: what it reads, each with whether it is walked.
        printed: what it prints as it is, whole.
        doubts: what prints, and is not what a kind of document prints.
        remarks: what may lack for some data.
        repairs: what its renderings may need.
        stretches: what each static chunk closes and opens; None where chunks end inside XML tags, since tags stand in
            attributes, or where each rendering needs mending: it is then read whole.
        namespaces: the declarations of the part's namespaces, by their prefix.
        is_constant: whether no rendering can change it; the body is always filled, for its checks.
        plan: what its blocks ask.
        shows_states: whether the sign of a box to tick follows a state that a tag writes.
    """

    name: str
    label: str
    source: JinjaSource
    code: CodeType
    environment: PlainDataEnvironment
    references: Sequence[Reference]
    read: Sequence[tuple[Reference, bool]]
    printed: Sequence[Reference]
    doubts: Sequence[Fault]
    remarks: Sequence[Fault]
    repairs: NeededRepairs
    stretches: Mapping[str, XmlStretch] | None
    namespaces: Mapping[str, str]
    is_constant: bool
    plan: PartPlan
    shows_states: bool

    @cached_property
    def jinja(self) -> JinjaTemplate:
        """The code, ready to run."""
        return JinjaTemplate.from_code(self.environment, self.code, {})

    def __getstate__(self) -> dict[str, Any]:
        """Return what makes the part, without what is made of it."""
        return {name: value for name, value in vars(self).items() if name != "jinja"}
