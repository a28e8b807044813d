"""The sandbox: what a template may evaluate.

A template reads plain data and nothing else: no Python attribute is ever reached, a handful of methods and an
allow-list of filters may be called, operators are bounded. What the data do not hold is :class:`Unknown`, which
lets an expression go on, so that one run finds every missing name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import BuiltinMethodType, MethodType
from typing import Any, NoReturn, cast

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.messages import template_reasons as reasons
from generator.rendering.language.bounded_values import bounded_text, kind_of, plain_number, plain_text
from generator.rendering.language.holes import Unknown, Value, is_hole
from generator.rendering.language.lean_code import LeanCodeGenerator
from generator.rendering.language.operators import OPERATIONS, SIGNS
from generator.rendering.language.resource_limits import STEP, Ration

MAX_KEY = 40
MAX_ARGUMENT = 1000
"""Characters of a text that a method of texts is given: to strip ``n`` characters off a text takes ``n`` readings."""

METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset({"upper", "lower", "capitalize", "title", "strip", "lstrip", "rstrip", "startswith", "endswith"}),
    dict: frozenset({"items", "keys", "values", "get"}),
}
"""Methods that a template may call, by the type of the value."""

_LOOP_ATTRIBUTES = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"}
    | {"previtem", "nextitem", "cycle", "changed"}
)
_METHODS_OF_TEXT = METHODS[str]
_SEQUENCES: tuple[Any, ...] = (list, tuple, str)
_ABSENT = object()


class LimitedContext(Context):
    """Jinja's context, with what the rendering may still use."""

    ration: Ration


class PlainDataEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox, narrowed to plain data.

    Args:
        filters: what tags may name after « | », and the guards that surround what a template prints, under names that
            no tag can write.
        tests: what tags may name after « is ».
    """

    code_generator_class = LeanCodeGenerator
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]], tests: Mapping[str, Callable[..., Any]]) -> None:
        # Jinja's optimiser would compute constants while compiling, out of reach of any bound.
        super().__init__(autoescape=True, undefined=Unknown, optimized=False, cache_size=0, keep_trailing_newline=True)
        self.globals = {}  # Jinja offers range, lipsum, cycler, joiner, namespace: none is data
        self.filters = dict(filters)
        self.tests = dict(tests)

    def handle_exception(self, source: str | None = None) -> NoReturn:  # noqa: ARG002 - Jinja's signature
        """Let an error go as it is: Jinja would compile and run a false traceback for it."""
        raise  # noqa: PLE0704 - called while an exception is handled

    def getattr(self, obj: Value, attribute: str) -> Value:
        """Return an element of a mapping, an allowed method, a loop's attribute, or an unknown value."""
        if type(obj) is dict:  # ten times faster, and almost always true
            try:
                return obj[attribute]
            except KeyError:
                return self._other_attribute(obj, attribute)
        found = _element(obj, attribute) if isinstance(obj, Mapping) else _ABSENT
        return self._other_attribute(obj, attribute) if found is _ABSENT else found

    def getitem(self, obj: Value, argument: Value) -> Value:
        """Return an element of a mapping, a list or a text, or an unknown value."""
        found = _element(obj, argument)
        if found is not _ABSENT:
            return found
        return self._other_attribute(obj, argument) if isinstance(argument, str) else _below(obj, argument)

    def _other_attribute(self, obj: Value, attribute: str) -> Value:
        if attribute.startswith("_"):
            raise SecurityError(reasons.FORBIDDEN_NAME.format(attribute))
        if isinstance(obj, LoopContext) and attribute in _LOOP_ATTRIBUTES:
            return getattr(obj, attribute)
        for kind, methods in METHODS.items():
            if isinstance(obj, kind) and attribute in methods:
                return getattr(kind, attribute).__get__(obj)
        return _below(obj, attribute)

    def is_safe_callable(self, obj: Value) -> bool:
        """Whether ``obj`` is one of the methods that :meth:`getattr` gives."""
        if isinstance(obj, MethodType):
            return isinstance(obj.__self__, LoopContext) and obj.__name__ in _LOOP_ATTRIBUTES
        return isinstance(obj, BuiltinMethodType) and any(
            isinstance(obj.__self__, kind) and obj.__name__ in methods for kind, methods in METHODS.items()
        )

    def call(self, context: Context, obj: Value, /, *args: Value, **kwargs: Value) -> Value:
        """Call an allowed method; calling what is unknown gives the same unknown."""
        if isinstance(obj, Unknown):
            return obj
        is_method_of_text = isinstance(obj, BuiltinMethodType) and isinstance(obj.__self__, str)
        for arg in (*args, *kwargs.values()):
            ration_of(context).spend_on(arg)
            if is_method_of_text and isinstance(arg, str) and len(arg) > MAX_ARGUMENT:
                raise SecurityError(reasons.HUGE_TEXT)
        if is_method_of_text:
            ration_of(context).spend(STEP + 4 * len(bounded_text(obj.__self__)))
        if not self.is_safe_callable(obj):
            raise SecurityError(reasons.NOT_CALLED.format(kind_of(obj)))
        return super().call(context, obj, *args, **kwargs)

    def call_filter(self, name: str, *args: Value, **kwargs: Value) -> Value:
        """Call the filter that a tag gives to ``map``: one that a tag may name."""
        if not name.isidentifier():
            raise SecurityError(reasons.FORBIDDEN_NAME.format(name))
        return super().call_filter(name, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Value, right: Value) -> Value:
        """Compute ``left operator right`` within bounds; a hole makes a hole."""
        for operand in (left, right):
            if is_hole(operand):
                return operand
        result = OPERATIONS[operator](left, right)
        if isinstance(result, (str, list)):
            ration_of(context).spend(result.__sizeof__())
        return result

    def call_unop(self, context: Context, operator: str, arg: Value) -> Value:  # noqa: ARG002 - Jinja's signature
        """Compute a sign; a hole makes a hole."""
        return arg if is_hole(arg) else SIGNS[operator](plain_number(arg))


def ration_of(context: Context) -> Ration:
    """Return what the rendering of a context may still use."""
    return cast("LimitedContext", context).ration


def _element(obj: Value, key: Value) -> Value:
    """Return an element by what it is stored under: a class of the program may not make one up, nor add it."""
    try:
        if isinstance(obj, dict):
            return dict.get(obj, key, _ABSENT)
        for kind in _SEQUENCES:
            if isinstance(obj, kind):
                return kind.__getitem__(obj, key)
        return obj[key] if isinstance(obj, Mapping) else _ABSENT
    except (TypeError, LookupError):
        return _ABSENT


def _below(obj: object, key: object) -> Unknown:
    """Return an unknown value named by its key, when that can be read."""
    name = plain_text(key)[:MAX_KEY] if isinstance(key, (str, int)) else "…"
    return obj.below(name) if isinstance(obj, Unknown) else Unknown.at(name)
