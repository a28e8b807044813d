"""Operators within bounds: sums of numbers, of texts, of lists."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from jinja2.exceptions import SecurityError

from generator.messages import template_reasons as reasons
from generator.rendering.language.bounded_values import MAX_NUMBER, bounded_list, joined, plain_number
from generator.rendering.language.holes import Value

MAX_EXPONENT = 64


def _add(left: Value, right: Value) -> Value:
    if isinstance(left, str) and isinstance(right, str):
        return joined("", (left, right))
    if isinstance(left, list) and isinstance(right, list):
        return bounded_list([*left, *right])
    return _arithmetic(operator.add)(left, right)


def _power(left: Value, right: Value) -> Value:
    # Python computes the whole of 9 ** 9 ** 9 before anything could measure it.
    if abs(plain_number(right)) > MAX_EXPONENT:
        raise SecurityError(reasons.HUGE_EXPONENT)
    return _arithmetic(operator.pow)(left, right)


def _arithmetic(operation: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def compute(left: Value, right: Value) -> Value:
        result = operation(plain_number(left), plain_number(right))
        if abs(result) > MAX_NUMBER:
            raise SecurityError(reasons.HUGE_NUMBER)
        return result

    return compute


OPERATIONS: Mapping[str, Callable[[Any, Any], Any]] = MappingProxyType(
    {
        "+": _add,
        "-": _arithmetic(operator.sub),
        "*": _arithmetic(operator.mul),
        "/": _arithmetic(operator.truediv),
        "//": _arithmetic(operator.floordiv),
        "%": _arithmetic(operator.mod),
        "**": _power,
    }
)
SIGNS: Mapping[str, Callable[[Value], Value]] = MappingProxyType({"+": operator.pos, "-": operator.neg})
