"""The sandbox: plain data are read, and nothing of Python."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2.exceptions import SecurityError

from generator.rendering.language.bounded_values import MismatchError
from generator.rendering.language.holes import Unknown
from generator.rendering.language.operators import MAX_EXPONENT
from generator.rendering.language.resource_limits import Ration
from generator.rendering.language.sandbox import LimitedContext, PlainDataEnvironment


def evaluated(expression: str, **values: Any) -> Any:
    environment = PlainDataEnvironment({}, {})
    environment.context_class = LimitedContext
    template = environment.from_string("{% set v = " + expression + " %}")
    context = template.new_context(values)
    context.ration = Ration()  # type: ignore[attr-defined]
    list(template.root_render_func(context))
    return context.vars["v"]


class Record(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return f"made up {key}"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("d.a", 1), ("d['a']", 1), ("l[0]", "x"), ("t[1]", "b"), ("t.upper()", "ABC"), ("d.get('z', 2)", 2),
        ("1 + 2 * 3", 7), ("t + t", "abcabc"), ("l + l", ["x", "x"]), ("-n", -3), ("7 // 2", 3),
    ],
)  # fmt: skip
def test_plain_data_are_read(expression: str, expected: Any) -> None:
    assert evaluated(expression, d={"a": 1}, l=["x"], t="abc", n=3) == expected


@pytest.mark.parametrize("expression", ["d.zzz", "l[9]", "t.format", "d.zzz.yyy", "zzz", "zzz()", "d.update", "n.real"])
def test_what_the_data_do_not_hold_is_unknown(expression: str) -> None:
    assert isinstance(evaluated(expression, d={"a": 1}, l=["x"], t="abc", n=3), Unknown)


def test_a_class_of_the_program_makes_up_no_element() -> None:
    assert isinstance(evaluated("d.absent", d=Record(a=1)), Unknown)
    assert evaluated("d.a", d=Record(a=1)) == 1


@pytest.mark.parametrize("expression", ["t.__class__", "d._x", "t.upper.__self__", "n()", "t()", "2 ** 65", "10 ** 31"])
def test_what_leads_out_of_the_data_or_out_of_bounds_is_refused(expression: str) -> None:
    with pytest.raises(SecurityError):
        evaluated(expression, d={}, t="abc", n=3)


def test_the_greatest_exponent_is_admitted() -> None:
    assert evaluated(f"2 ** {MAX_EXPONENT}") == 2**MAX_EXPONENT


@pytest.mark.parametrize("expression", ["'a' + 1", "'a' * 3", "l - l"])
def test_operators_take_numbers_or_two_of_a_kind(expression: str) -> None:
    with pytest.raises(MismatchError):
        evaluated(expression, l=[1])


def test_a_hole_makes_a_hole() -> None:
    assert evaluated("a + 1", a=None) is None
    assert isinstance(evaluated("-zzz"), Unknown)
