"""Filters: holes, objects and bounds, for Jinja's own and for those of the program alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from docxtpl import RichText
from jinja2.exceptions import SecurityError

from generator.artifacts import Blank
from generator.rendering.language.bounded_values import MismatchError
from generator.rendering.language.filters import allowed_filters, allowed_tests
from generator.rendering.language.holes import Unknown
from generator.rendering.language.resource_limits import ExhaustedError, Ration
from generator.rendering.language.sandbox import LimitedContext, PlainDataEnvironment


def between(value: str, before: str = "", after: str = "") -> str:
    return f"{before}{value}{after}"


OWN: dict[str, Callable[..., Any]] = {"entre": between, "triple": lambda value: [value] * 3}


def evaluated(expression: str, room: int = 10**6, **values: Any) -> Any:
    """The value of an expression, in the sandbox and with the filters of a template."""
    environment = PlainDataEnvironment(allowed_filters(OWN), allowed_tests())
    environment.context_class = LimitedContext
    template = environment.from_string("{% set v = " + expression + " %}")
    context = template.new_context(values)
    context.ration = Ration(room)  # type: ignore[attr-defined]
    list(template.root_render_func(context))
    return context.exported_vars and context.vars["v"]


@pytest.mark.parametrize("expression", ["a|upper", "a|entre", "a|join", "a|first"])
@pytest.mark.parametrize("hole", [None, Blank("lieu"), Unknown.at("lieu")])
def test_a_hole_goes_through_as_it_came(expression: str, hole: Any) -> None:
    assert evaluated(expression, a=hole) is hole


@pytest.mark.parametrize(
    "expression",
    ["o|upper", "'a'|replace('a', o)", "'a'|replace('a', new=o)", "[1]|map('upper', o)|list", "'a'|default(o)|upper"],
)
def test_jinja_s_filters_refuse_an_object_wherever_it_stands(expression: str) -> None:
    if "default" in expression:
        assert evaluated(expression, o=RichText("x")) == "A"
        return
    with pytest.raises(MismatchError):
        evaluated(expression, o=RichText("x"))


@pytest.mark.parametrize("expression", ["o|entre", "'a'|entre(o)", "'a'|entre(before=o)", "'a'|entre(after=o)"])
def test_own_filters_refuse_an_object_wherever_it_stands_by_its_place_or_by_its_name(expression: str) -> None:
    with pytest.raises(MismatchError):
        evaluated(expression, o=RichText("x"))


def test_own_filters_take_what_is_plain_by_its_place_or_by_its_name() -> None:
    assert evaluated("'b'|entre('a', after='c')") == "abc"


@pytest.mark.parametrize("expression", ["l|map('upper')", "l|batch(1)", "l|select('string')"])
def test_a_lazy_result_is_a_list(expression: str) -> None:
    assert isinstance(evaluated(expression, l=["a", "b"]), list)


@pytest.mark.parametrize("expression", ["l|sum", "l|sort", "t|round"])
def test_what_a_filter_does_not_accept_is_said_in_french(expression: str) -> None:
    with pytest.raises(MismatchError, match=r"n’accepte pas|n’est pas un nombre|attendu"):
        evaluated(expression, l=[1, "a"], t="abc")


@pytest.mark.parametrize("expression", ["l|batch(10**9)|list", "1.5|round(10**6)", "t|replace('a', t)"])
def test_what_would_take_memory_before_it_is_measured_is_refused(expression: str) -> None:
    with pytest.raises(SecurityError, match="démesuré"):
        evaluated(expression, l=[1], t="a" * 2000)


def test_what_a_filter_reads_and_makes_is_counted() -> None:
    evaluated("t|upper", room=10_000, t="a" * 100)
    with pytest.raises(ExhaustedError):
        evaluated("t|upper", room=10_000, t="a" * 5000)
    with pytest.raises(ExhaustedError):
        evaluated("t|triple", room=1000, t="a" * 2000)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [("a is defined", False), ("a is lower", False), ("'a' is lower", True), ("4 is divisibleby 2", True)],
)
def test_tests_read_plain_values(expression: str, expected: bool) -> None:
    assert evaluated(expression) is expected
