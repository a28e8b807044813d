"""The filters and the tests that a template may use: Jinja's own, those that are safe, within bounds.

A hole goes through a filter as it came. What a filter reads and makes is counted against what the rendering may use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import wraps
from inspect import CO_VARARGS, CO_VARKEYWORDS
from typing import Any, cast

from jinja2 import Environment, nodes
from jinja2.exceptions import FilterArgumentError, SecurityError
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.runtime import Context
from jinja2.tests import TESTS
from jinja2.utils import pass_context, pass_environment

from generator.messages import template_reasons as reasons
from generator.rendering.language.bounded_values import (
    MAX_ITEMS,
    MAX_TEXT,
    MismatchError,
    bounded_list,
    bounded_text,
    joined,
    kind_of,
    plain_number,
    plain_text,
    refuse_objects,
)
from generator.rendering.language.compared_texts import folded
from generator.rendering.language.holes import Value, first_hole, is_hole
from generator.rendering.language.resource_limits import STEP, Ration
from generator.rendering.language.sandbox import ration_of

MAX_PRECISION = 64
_ANY_NUMBER = CO_VARARGS | CO_VARKEYWORDS
_OF_TEXT = frozenset({"capitalize", "lower", "replace", "string", "title", "trim", "truncate", "upper", "wordcount"})
_OF_NUMBERS = frozenset({"abs", "round"})
_TO_NUMBERS = frozenset({"float", "int"})
_OF_LISTS = frozenset(
    {"batch", "count", "dictsort", "first", "groupby", "last", "length", "list", "map", "max", "min", "reject"}
    | {"rejectattr", "reverse", "select", "selectattr", "slice", "sort", "unique"}
)
_COMPARING = frozenset({"dictsort", "groupby", "max", "min", "sort", "unique"})
_GATHERING = frozenset({"batch", "groupby", "map", "slice"})
"""Filters whose result may hold one thing several times."""

_WHOLE = frozenset({"count", "first", "last", "length", "reverse"})
"""Filters that do not look at each element."""

_CUTTING = frozenset({"batch", "slice"})
_NEEDS_EVERY_ITEM = frozenset({"join", "max", "min", "sort", "sum", "unique"})
_TESTS = frozenset(
    {"!=", "<", "<=", "==", ">", ">=", "eq", "equalto", "ge", "greaterthan", "gt", "in", "le", "lessthan", "lt", "ne"}
    | {"boolean", "defined", "divisibleby", "even", "false", "float", "integer", "iterable", "lower", "mapping"}
    | {"none", "number", "odd", "sequence", "string", "true", "undefined", "upper"}
)
# What Jinja’s filters raise on values that they were not made for; none of them says so itself.
_FAILURES = (TypeError, ValueError, LookupError, AttributeError, FilterArgumentError)
_TESTS_OF_TEXT = frozenset({"lower", "upper"})
_TESTS_OF_EQUALITY = frozenset({"!=", "==", "eq", "equalto", "in", "ne"})
_TESTS_OF_NUMBERS = frozenset({"divisibleby", "even", "odd"})


def allowed_filters(own: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return the filters that tags may name: Jinja's safe ones, and the program's ``own``."""
    rewritten: Mapping[str, Callable[..., Any]] = {"join": join, "replace": replace, "sum": total}
    jinjas = {name: FILTERS[name] for name in _OF_TEXT | _OF_NUMBERS | _TO_NUMBERS | _OF_LISTS}
    return (
        {
            name: _guarded(_of_plain_values(name, function), gathers=name in _GATHERING)
            for name, function in {**jinjas, **rewritten}.items()
        }
        | {"d": default, "default": default, "e": as_it_is, "escape": as_it_is}
        | {name: _guarded(function, gathers=True) for name, function in own.items()}
    )


def allowed_tests() -> dict[str, Callable[..., Any]]:
    """Return the tests that tags may name."""
    return {name: _guarded_test(name, cast("Callable[..., Any]", TESTS[name])) for name in _TESTS}


def as_it_is(value: Value) -> Value:
    """Return a value: it is escaped when it is printed, and once only, as Jinja's ``escape`` would have it."""
    return value


def default(value: Value, default_value: Value = "", boolean: bool = False) -> Value:
    """Return ``default_value`` where there is nothing to print: Jinja's filter, extended to blanks and ``None``."""
    return default_value if is_hole(value) or (boolean and not value) else value


@pass_environment
def join(environment: Environment, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    """Join the elements of a list: Jinja's filter, for texts and numbers."""
    items = value if attribute is None else map(make_attrgetter(environment, attribute), value)
    return joined(plain_text(d), items)


def replace(s: str, old: Value, new: Value, count: int = -1) -> Value:
    """Replace a text in another: Jinja's filter, for texts and numbers; a hole makes a hole."""
    hole = first_hole([old, new])
    return hole[0] if hole else s.replace(plain_text(old), plain_text(new), count)


@pass_environment
def total(
    environment: Environment, value: Iterable[Any], attribute: str | int | None = None, start: Value = 0
) -> Value:
    """Add the elements of a list: Jinja's filter, for numbers."""
    items = value if attribute is None else map(make_attrgetter(environment, attribute), value)
    return plain_number(sum(map(plain_number, items), plain_number(start)))


@pass_context
def concatenate(context: Context, items: Iterable[Any]) -> Value:
    """Join values as the operator ``~`` does; a hole among them makes a hole."""
    values = list(items)
    hole = first_hole(values)
    return hole[0] if hole else _counted(ration_of(context), joined("", values))


def _guarded(function: Callable[..., Any], *, gathers: bool) -> Callable[..., Any]:
    """Make a filter give holes back as they are, refuse docxtpl's objects, and count what it makes.

    An object is refused wherever it stands: a filter that wrote one into a text would show its XML to the reader.
    """
    jinjas_own = _what_jinja_passes(function)

    @pass_context
    @wraps(function)
    def filtered(context: Context, value: Value, *options: Value, **named: Value) -> Value:
        if is_hole(value):
            return value
        refuse_objects((value, *options, *named.values()))
        made = function(*jinjas_own(context), value, *options, **named)
        return _counted(ration_of(context), made, gathers=gathers)

    return filtered


def _of_plain_values(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter of Jinja's read plain values, within bounds, and say in French what it does not accept."""
    jinjas_own = _what_jinja_passes(function)

    @pass_context
    @wraps(function)
    def read(context: Context, value: Value, *options: Value, **named: Value) -> Value:
        plain = _plain(name, value)
        if name in _NEEDS_EVERY_ITEM and (hole := first_hole(plain)):
            return hole[0]
        _count_reading(ration_of(context), name, plain, (*options, *named.values()))
        try:
            return _unrolled(function(*jinjas_own(context), plain, *options, **named))
        except MismatchError:
            raise
        except _FAILURES:
            raise MismatchError(reasons.UNFIT_FOR_FILTER.format(name, kind_of(plain))) from None

    return read


def _guarded_test(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Make a test read plain values and count what it compares."""

    @pass_context
    @wraps(function)
    def tested(context: Context, value: Value, *options: Value) -> Value:
        for compared in (value, *options) if options else ():
            ration_of(context).spend_on(compared)
        if name in _TESTS_OF_TEXT:
            return not is_hole(value) and function(plain_text(value))
        if name in _TESTS_OF_NUMBERS and not is_hole(value):
            return function(plain_number(value), *map(plain_number, options))
        if name in _TESTS_OF_EQUALITY:
            return function(folded(value), *map(folded, options))
        return function(value, *options)

    return tested


def _what_jinja_passes(function: Callable[..., Any]) -> Callable[[Context], tuple[Any, ...]]:
    """Tell what Jinja passes to a filter before the value."""
    wanted = getattr(getattr(function, "jinja_pass_arg", None), "name", "")
    giving: Mapping[str, Callable[[Context], tuple[Any, ...]]] = {
        "context": lambda context: (context,),
        "eval_context": lambda context: (context.eval_ctx,),
        "environment": lambda context: (context.environment,),
    }
    return giving.get(wanted, lambda _: ())


def _plain(name: str, value: Value) -> Value:
    """Return what a filter of Jinja's reads, as the plain value that it is."""
    if name in _OF_TEXT or isinstance(value, str):
        return bounded_text(plain_text(value))
    if name in _OF_NUMBERS or isinstance(value, (int, float, Decimal)):
        return plain_number(value)
    if isinstance(value, (Mapping, list, tuple)):
        return value
    if name not in _OF_LISTS | {"join", "sum"} or not hasattr(type(value), "__iter__"):
        raise MismatchError(reasons.NOT_TRANSFORMED.format(type(value).__name__))
    return bounded_list(value)


def _count_reading(ration: Ration, name: str, value: Value, options: tuple[Any, ...]) -> None:
    """Count what a filter reads, and refuse what would take memory before its result can be measured."""
    written = sum(len(bounded_text(option)) for option in options if isinstance(option, str))
    if name in _CUTTING and any(isinstance(option, (int, float)) and option > MAX_ITEMS for option in options):
        raise SecurityError(reasons.HUGE_LIST)
    if name == "round" and any(isinstance(option, int) and abs(option) > MAX_PRECISION for option in options):
        raise SecurityError(reasons.HUGE_PRECISION)
    if name in _COMPARING:
        ration.spend_on(value)
    if name == "replace" and written * (1 + len(value)) > MAX_TEXT:
        raise SecurityError(reasons.HUGE_TEXT)
    if name in _OF_TEXT | _WHOLE:
        ration.spend(STEP + 4 * len(value))
    elif hasattr(value, "__len__"):
        ration.spend(STEP * (1 + written) * (1 + len(value)))


def _counted(ration: Ration, result: Value, *, gathers: bool = False) -> Value:
    """Count what a filter made; a lazy result is made a list."""
    result = _unrolled(result)
    if isinstance(result, str):
        ration.spend(str.__sizeof__(bounded_text(result)))
    if gathers:
        ration.spend_on(result)
    return result


def _unrolled(result: Value) -> Value:
    """Make a lazy result a list: it fails here, where the filter is known, and not in the middle of what prints it."""
    return bounded_list(result) if hasattr(type(result), "__next__") else result


def _parameters(function: Any) -> tuple[tuple[str, ...], int] | None:  # noqa: ANN401 - whatever Jinja gives
    """Return the names of what a filter takes after the value, and how many of them it needs; None for any number."""
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    code = getattr(function, "__code__", None)
    if code is None:  # Python's own « abs » and « len »
        return (), 0
    if code.co_flags & _ANY_NUMBER:
        return None
    before = 1 + (getattr(function, "jinja_pass_arg", None) is not None)
    names = code.co_varnames[before : code.co_argcount]
    return names, len(names) - len(function.__defaults__ or ())


# Once: what looks into code while a template is compiled is what a hostile one would do.
_PARAMETERS = {name: _parameters(function) for name, function in allowed_filters({}).items()}


def takes(call: nodes.Filter) -> bool:
    """Whether a filter of the allow-list has as many parameters, and of these names, as a tag gives it."""
    parameters = _PARAMETERS.get(call.name)
    if parameters is None or call.dyn_args is not None or call.dyn_kwargs is not None:
        return True
    names, needed = parameters
    given = {*names[: len(call.args)], *(str(pair.key) for pair in call.kwargs)}
    return len(call.args) <= len(names) and {*names[:needed]} <= given <= {*names}
