"""The guards at work: filters that surround what a template prints, walks and reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jinja2.utils import pass_context

from generator.artifacts import Blank
from generator.messages import template_reasons as reasons
from generator.messages import template_values
from generator.rendering.compiled.guard_references import (
    CONCAT,
    COUNT,
    CUT,
    EACH,
    FOLD,
    ORDER,
    PRINT,
    PRINT_IN_RUN,
    PRINT_SLOT,
    TURN,
    USE,
    Reference,
)
from generator.rendering.fill.printed_values import Filling, FillingContext, escape_in_run, hole_message
from generator.rendering.language.bounded_values import MismatchError, bounded_list, kind_of, plain_text
from generator.rendering.language.compared_texts import folded, room_to_fold
from generator.rendering.language.filters import allowed_filters, allowed_tests, concatenate
from generator.rendering.language.holes import Unknown, Value, is_hole
from generator.rendering.language.resource_limits import ELEMENT, STEP
from generator.rendering.language.sandbox import PlainDataEnvironment

_SPECIAL = "\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff"
"""Breaks, and what XML does not allow."""

_is_special = re.compile(f"[{_SPECIAL}]").search
_needs_care = re.compile(f"[{_SPECIAL}&<>]").search


@pass_context
def print_in_run(context: FillingContext, value: Value, number: int) -> str:
    """Print a value inside a run; the plain text of most values takes the short way."""
    if type(value) is str:
        ration = context.ration
        ration.room -= value.__sizeof__()
        if ration.room > 0:
            if not _needs_care(value):
                return value
            if not _is_special(value):
                return escape_in_run(value)
    return context.filling.print(value, context.references[number])


@pass_context
def print_elsewhere(context: FillingContext, value: Value, number: int) -> str:
    """Print a value in an attribute, a property, or where only whole elements may stand."""
    return context.filling.print(value, context.references[number])


@pass_context
def each_element(context: FillingContext, value: Value, number: int) -> Value:
    """Return what a loop walks: in a draft, a hole is walked once, so that its marks show in place."""
    filling, reference = context.filling, context.references[number]
    if is_hole(value):
        return _each_of_hole(filling, value, reference)
    if isinstance(value, (str, bytes, int, float, Decimal)) or not hasattr(type(value), "__iter__"):
        filling.report(template_values.NOT_A_LIST, reference, kind=kind_of(value))
        return []
    elements = value if isinstance(value, (list, tuple)) else bounded_list(value)
    context.ration.spend(len(elements) * reference.cost)
    return elements


def _each_of_hole(filling: Filling, hole: Unknown | Blank | None, reference: Reference) -> list[Any]:
    if not filling.draft:
        filling.report(hole_message(hole), reference)
        return []
    element = hole if isinstance(hole, Blank) else Unknown.at(reference.path or reference.written)
    return [element if reference.targets == 1 else (element,) * reference.targets]


@pass_context
def use_value(context: FillingContext, value: Value, number: int) -> Value:
    """Let a value into an expression; a final document must know every name that it reads."""
    if is_hole(value):
        context.filling.met_hole = True
        if isinstance(value, Unknown) and not context.filling.draft:
            context.filling.report(template_values.UNKNOWN_NAME, context.references[number])
    return value


@pass_context
def order_value(context: FillingContext, value: Value, number: int) -> Value:
    """Let a value into a comparison of size; a hole is neither smaller nor greater than anything."""
    if not is_hole(value):
        return count_value(context, value)
    reference = context.references[number]
    if not context.filling.draft and not isinstance(value, Unknown):
        context.filling.report(template_values.BLANK_VALUE, reference)
    return value if isinstance(value, Unknown) else Unknown.at(reference.written)


@pass_context
def count_value(context: FillingContext, value: Value) -> Value:
    """Count what it takes to compare a value, or what a list written in a tag holds."""
    context.ration.spend_on(value)
    return value


@pass_context
def fold_value(context: FillingContext, value: Value) -> Value:
    """Let a value into a comparison with a text of the template, without what typography changes."""
    context.ration.spend(STEP + room_to_fold(value))
    return folded(value)


def value_to_cut(value: Value) -> Value:
    """Let a value into an extract, which Python itself takes: a text or a list, not what behaves as one."""
    if isinstance(value, str):
        return plain_text(value)
    if is_hole(value) or isinstance(value, (list, tuple)):
        return value
    raise MismatchError(reasons.NOT_CUT.format(kind_of(value)))


@pass_context
def begin_turn(context: FillingContext, loop: int) -> str:
    """Count a turn of a loop; print nothing."""
    context.filling.turns.begin(loop)
    return ""


@pass_context
def print_slot(context: FillingContext, number: int) -> str:
    """Print what stands in a slot for the turn under way."""
    filling = context.filling
    context.ration.spend(ELEMENT * (1 + len(filling.turns.lists)))  # a new list is numbered after all the others
    return context.slots[number].text(filling.turns, filling.trace, filling.additions.additions)


GUARDS: Mapping[str, Callable[..., Any]] = {
    PRINT_IN_RUN: print_in_run,
    PRINT: print_elsewhere,
    EACH: each_element,
    USE: use_value,
    ORDER: order_value,
    CONCAT: concatenate,
    COUNT: count_value,
    CUT: value_to_cut,
    FOLD: fold_value,
    TURN: begin_turn,
    PRINT_SLOT: print_slot,
}


def environment_with(filters: Mapping[str, Callable[..., Any]]) -> PlainDataEnvironment:
    """Return the environment that the parts of a template share, with the program's own filters."""
    environment = PlainDataEnvironment({**allowed_filters(filters), **GUARDS}, allowed_tests())
    environment.context_class = FillingContext
    return environment
