"""A list that begins again: another ``num`` of the same definition, each level of which starts anew (17.9.8)."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.rendering.file.additions import Additions
from generator.rendering.opc.relation_types import NUMBERING, STYLES
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import VALUE, w
from generator.rendering.word.numbered_lists import (
    DEFINITION_ID,
    INSTANCE,
    LEVEL_DEFINITION,
    NUMBER_ID,
    Lists,
    next_number,
)
from generator.rendering.word.schema_order import put

_LEVEL_NUMBER, _OVERRIDE, _START_AGAIN = w("ilvl"), w("lvlOverride"), w("startOverride")


def restarted_list(additions: Additions, number: str) -> str:
    """Return the number of a new list like another one, which begins at its start."""
    numbering = additions.change_related(NUMBERING)
    lists = Lists(numbering, additions.related(STYLES))
    former, definition = lists.instance(number), lists.definition(number)
    if former is None or definition is None:
        return number
    instance = etree.Element(INSTANCE, {NUMBER_ID: next_number(numbering, INSTANCE, NUMBER_ID, first=1)})
    instance.extend(deepcopy(child) for child in former if child.tag in (DEFINITION_ID, _OVERRIDE))
    for level in definition.iterfind(LEVEL_DEFINITION):
        _start_again(instance, level)
    put(instance, numbering)
    return str(instance.get(NUMBER_ID))


def _start_again(instance: Element, level: Element) -> None:
    """Make a list start one of its levels anew, unless it says so already."""
    number, start = level.get(_LEVEL_NUMBER, "0"), level.find(w("start"))
    known = (own for own in instance.iterfind(_OVERRIDE) if own.get(_LEVEL_NUMBER) == number)
    override = next(known, None)
    if override is None:
        override = etree.SubElement(instance, _OVERRIDE, {_LEVEL_NUMBER: number})
    if override.find(_START_AGAIN) is None:
        first = "0" if start is None else start.get(VALUE, "0")  # 17.9.25: a level that does not say starts at zero
        override.insert(0, etree.Element(_START_AGAIN, {VALUE: first}))
