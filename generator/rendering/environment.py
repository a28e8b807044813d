"""The sandbox: what a template may evaluate.

A template reads plain data and nothing else: no Python attribute is ever reached, a handful of methods and an
allow-list of filters may be called, operators are bounded. What the data do not hold is :class:`Unknown`, which
lets an expression go on, so that one run finds every missing name.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import wraps
from types import MappingProxyType
from typing import Any, TypeAlias

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS

from generator.artifacts import Blank

Value: TypeAlias = Any
"""What an expression of a template evaluates to: its type is known when it is used, and never before."""

MAX_TEXT = 10**6
MAX_ITEMS = 10**5
MAX_NUMBER = 10**30
MAX_EXPONENT = 64

METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset({"upper", "lower", "capitalize", "title", "strip", "lstrip", "rstrip", "startswith", "endswith"}),
    dict: frozenset({"items", "keys", "values", "get"}),
}
"""Methods that a template may call, by the type of the value."""

_LOOP_ATTRIBUTES = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"}
    | {"previtem", "nextitem", "cycle", "changed"}
)
_FILTERS = frozenset(
    {"abs", "batch", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "join"}
    | {"last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round"}
    | {"select", "selectattr", "slice", "sort", "string", "sum", "title", "trim", "truncate", "unique", "upper"}
    | {"wordcount"}
)
_TESTS = frozenset(
    {"!=", "<", "<=", "==", ">", ">=", "eq", "equalto", "ge", "greaterthan", "gt", "in", "le", "lessthan", "lt", "ne"}
    | {"boolean", "defined", "divisibleby", "even", "false", "float", "integer", "iterable", "lower", "mapping"}
    | {"none", "number", "odd", "sequence", "string", "true", "undefined", "upper"}
)
_DEFAULTS = frozenset({"d", "default"})
_NEEDS_EVERY_ITEM = frozenset({"join", "max", "min", "sort", "sum", "unique"})
_BOUNDED_ARGUMENT = frozenset({"batch", "slice"})


class MismatchError(TypeError):
    """An operator does not apply to the values that it was given; the message says so in French."""


class Unknown(Undefined):
    """What a template names and the data do not hold: false, empty, equal to nothing, and contagious.

    Its name is the dotted path that the template wrote.
    """

    __slots__ = ()

    @classmethod
    def at(cls, path: str) -> Unknown:
        """Return the unknown value of a path."""
        return cls(name=path)

    @property
    def path(self) -> str:
        """The dotted path that leads nowhere."""
        return str(self._undefined_name or "")

    def below(self, key: object) -> Unknown:
        """Return the unknown value of one of its elements."""
        return Unknown.at(f"{self.path}.{key}")

    def _stay_unknown(self, *_: object) -> Unknown:
        return self

    def _hold_for_nothing(self, *_: object) -> bool:
        return False

    # Arithmetic is intercepted by the environment; these are left to Python, and Jinja's own always raise.
    __getitem__ = _stay_unknown  # type: ignore[assignment]
    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = _hold_for_nothing  # type: ignore[assignment]
    __hash__ = Undefined.__hash__

    def __ne__(self, other: object) -> bool:
        return True


def is_hole(value: object) -> bool:
    """Whether there is nothing to print: unknown, blank or ``None``."""
    return value is None or isinstance(value, (Unknown, Blank))


class PlainDataEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox, narrowed to plain data.

    Args:
        guards: filters that surround what a template prints, under names that no template can write.
        filters: the program's own filters, beside those of Jinja's that are allowed.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self, guards: Mapping[str, Callable[..., Any]], filters: Mapping[str, Callable[..., Any]]) -> None:
        # Jinja's optimiser would compute constants while compiling, out of reach of any bound.
        super().__init__(autoescape=True, undefined=Unknown, optimized=False, cache_size=0, keep_trailing_newline=True)
        self.globals = {}
        allowed = {name: FILTERS[name] for name in _FILTERS} | dict(filters)
        self.filters = {name: _bounded(name, function) for name, function in allowed.items()} | dict(guards)
        self.tests = {name: TESTS[name] for name in _TESTS}

    def getattr(self, obj: Value, attribute: str) -> Value:
        """Return an element of a mapping, an allowed method, a loop's attribute, or an unknown value."""
        if type(obj) is dict or isinstance(obj, Mapping):  # the first is ten times faster, and almost always true
            try:
                return obj[attribute]
            except KeyError:
                pass
        return self._other_attribute(obj, attribute)

    def getitem(self, obj: Value, argument: Value) -> Value:
        """Return an element of a mapping, a list or a text, or an unknown value."""
        if isinstance(obj, (Mapping, list, tuple, str)):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
        return self._other_attribute(obj, argument) if isinstance(argument, str) else _below(obj, argument)

    def _other_attribute(self, obj: Value, attribute: str) -> Value:
        if attribute.startswith("_"):
            raise SecurityError(f"« {attribute} »")
        if isinstance(obj, LoopContext) and attribute in _LOOP_ATTRIBUTES:
            return getattr(obj, attribute)
        for kind, methods in METHODS.items():
            if isinstance(obj, kind) and attribute in methods:
                return getattr(obj, attribute)
        return _below(obj, attribute)

    def is_safe_callable(self, obj: Value) -> bool:
        """Whether ``obj`` is one of the methods that :meth:`getattr` gives."""
        owner = getattr(obj, "__self__", None)
        name = getattr(obj, "__name__", "")
        if isinstance(owner, LoopContext):
            return name in _LOOP_ATTRIBUTES
        return any(isinstance(owner, kind) and name in methods for kind, methods in METHODS.items())

    def call(self, context: Context, obj: Value, /, *args: Value, **kwargs: Value) -> Value:
        """Call an allowed method; calling what is unknown gives the same unknown."""
        if isinstance(obj, Unknown):
            return obj
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Value, right: Value) -> Value:  # noqa: ARG002 - Jinja's signature
        """Compute ``left operator right`` within bounds; a hole makes a hole."""
        for operand in (left, right):
            if is_hole(operand):
                return operand
        return _OPERATIONS[operator](left, right)

    def call_unop(self, context: Context, operator: str, arg: Value) -> Value:  # noqa: ARG002 - Jinja's signature
        """Compute a sign; a hole makes a hole."""
        return arg if is_hole(arg) else _SIGNS[operator](_number(arg))


def _below(obj: object, key: object) -> Unknown:
    return obj.below(key) if isinstance(obj, Unknown) else Unknown.at(str(key))


def _number(value: Value) -> Value:
    if not isinstance(value, (int, float, Decimal)):
        raise MismatchError(f"« {value} » n'est pas un nombre")
    return value


def _add(left: Value, right: Value) -> Value:
    if isinstance(left, str) and isinstance(right, str):
        return bounded_text(str(left) + str(right))
    if isinstance(left, list) and isinstance(right, list):
        return bounded_list([*left, *right])
    return _arithmetic(operator.add)(left, right)


def _power(left: Value, right: Value) -> Value:
    if abs(_number(right)) > MAX_EXPONENT:
        raise SecurityError("exposant démesuré")
    return _arithmetic(operator.pow)(left, right)


def _arithmetic(operation: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def compute(left: Value, right: Value) -> Value:
        result = operation(_number(left), _number(right))
        if abs(result) > MAX_NUMBER:
            raise SecurityError("nombre démesuré")
        return result

    return compute


_OPERATIONS: Mapping[str, Callable[[Any, Any], Any]] = MappingProxyType(
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

_SIGNS: Mapping[str, Callable[[Value], Value]] = MappingProxyType({"+": operator.pos, "-": operator.neg})


def bounded_text(text: str) -> str:
    """Return ``text``, refused when an expression made it too long."""
    if len(text) > MAX_TEXT:
        raise SecurityError("texte démesuré")
    return text


def bounded_list(items: Iterable[Any]) -> list[Any]:
    """Return ``items`` as a list, refused when an expression made it too long."""
    kept: list[Any] = []
    for item in items:
        kept.append(item)
        if len(kept) > MAX_ITEMS:
            raise SecurityError("liste démesurée")
    return kept


def _bounded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter of Jinja's give holes back as they are, and keep its result within bounds."""
    if name in _DEFAULTS:
        return default
    position = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def filtered(*args: Value, **kwargs: Value) -> Value:
        value, options = args[position], args[position + 1 :]
        if is_hole(value):
            return value
        _refuse_objects((value, *options))
        if name in _NEEDS_EVERY_ITEM and (hole := first_hole(value)):
            return hole[0]
        if name in _NEEDS_EVERY_ITEM and isinstance(value, (list, tuple)):
            _refuse_objects(value)
        _refuse_bomb(name, value, (*options, *kwargs.values()))
        result = function(*args, **kwargs)
        if isinstance(result, str):
            return bounded_text(result)
        return result if isinstance(result, (int, float, Decimal, Mapping, tuple)) else _as_list(result)

    return filtered


def _as_list(result: Value) -> Value:
    is_lazy = hasattr(result, "__iter__") and not isinstance(result, (list, Unknown))
    return bounded_list(result) if is_lazy else result


def first_hole(items: Value) -> list[Any]:
    """Return the first hole of a list, alone in a list; an empty list when there is none (a hole may be ``None``)."""
    return next(([item] for item in items if is_hole(item)), []) if isinstance(items, (list, tuple)) else []


def _refuse_objects(values: Iterable[Any]) -> None:
    """Refuse to take docxtpl's objects for text: they would show their XML to the reader."""
    if any(hasattr(value, "__html__") and not isinstance(value, (str, Undefined)) for value in values):
        raise MismatchError("un texte enrichi, une image ou un document ne se transforme pas : imprimez-le seul")


def _refuse_bomb(name: str, value: Value, options: tuple[Any, ...]) -> None:
    """Refuse what would take memory before its result can be measured."""
    if name in _BOUNDED_ARGUMENT and any(isinstance(option, int) and option > MAX_ITEMS for option in options):
        raise SecurityError("liste démesurée")
    longest = max((len(option) for option in options if isinstance(option, str)), default=0)
    size = len(value) if hasattr(value, "__len__") else 1
    if name in {"replace", "join"} and longest * size > MAX_TEXT:
        raise SecurityError("texte démesuré")
    if name == "round" and any(isinstance(option, int) and abs(option) > MAX_EXPONENT for option in options):
        raise SecurityError("précision démesurée")


def default(value: Value, default_value: Value = "", boolean: bool = False) -> Value:
    """Return ``default_value`` where there is nothing to print: Jinja's filter, extended to blanks and ``None``."""
    return default_value if is_hole(value) or (boolean and not value) else value


def concatenate(items: Iterable[Any]) -> Value:
    """Join values as the operator ``~`` does; a hole among them makes a hole."""
    values = list(items)
    hole = first_hole(values)
    _refuse_objects(values)
    return hole[0] if hole else bounded_text("".join(str(value) for value in values))
