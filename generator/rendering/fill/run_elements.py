"""Elements of the runs that were written after the model of one."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from generator.rendering.fill.fragments import PieceKind
from generator.rendering.fill.run_writer import RunGroup, WrittenRun, WrittenText
from generator.rendering.opc.xml_parts import XML_SPACE, Element
from generator.rendering.word.names import BREAK, RUN, RUN_PROPERTIES, TAB, TEXT, VALUE, w
from generator.rendering.word.schema_order import get_or_add, replace_child

_ADDED = {
    PieceKind.SUPERSCRIPT: (w("vertAlign"), "superscript"),
    PieceKind.MARK: (w("highlight"), "yellow"),
}
"""The property that a style adds to those of a run: its name and its value (ECMA-376 part 1, 17.3.2.42, 17.3.2.15)."""

_BREAKS = {PieceKind.LINE_BREAK: BREAK, PieceKind.TAB: TAB}

_PRESERVE = {XML_SPACE: "preserve"}
"""Without it, Word drops the spaces at the ends of a text (XML 1.0, 2.10)."""


def elements_of(groups: Iterable[RunGroup[WrittenRun[Element] | Element]], model: Element) -> list[RunGroup[Element]]:
    """Return groups of elements for groups of runs written after ``model``, whose attributes the first run has."""
    return [
        RunGroup(
            [_element_of(run, model) if isinstance(run, WrittenRun) else run for run in group.runs], group.on_new_page
        )
        for group in groups
    ]


def add_style(run: Element, style: PieceKind) -> None:
    """Set the property that a style adds in a run, in the place of the run's own; plain text adds none."""
    if style in _ADDED:
        name, value = _ADDED[style]
        replace_child(etree.Element(name, {VALUE: value}), get_or_add(RUN_PROPERTIES, run))


def _element_of(run: WrittenRun[Element], model: Element) -> Element:
    made = etree.Element(RUN, _attributes(model) if run.is_first else {})
    properties = model.find(RUN_PROPERTIES)
    if properties is not None:
        made.append(deepcopy(properties))
    add_style(made, run.style)
    for child in run.content:
        if isinstance(child, WrittenText):
            attributes = _PRESERVE if child.model is None else _attributes(child.model)
            etree.SubElement(made, TEXT, attributes).text = child.text
        elif isinstance(child, PieceKind):
            etree.SubElement(made, _BREAKS[child])
        else:
            made.append(child)
    return made


def _attributes(element: Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}
