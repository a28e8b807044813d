"""Chains of names as dotted paths in the data."""

from __future__ import annotations

import pytest
from jinja2 import Environment, nodes

from generator.rendering.language.name_chains import chain_of, first_chain, resolved, targets_of


def expression(text: str) -> nodes.Node:
    return Environment(autoescape=True).parse("{{ " + text + " }}").find(nodes.Output).nodes[0]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "chain"),
    [("a.b.c", "a.b.c"), ("a['b']", "a.b"), ("a[0].b", "a[].b"), ("a[1:2]", None), ("a + b", None), ("f(a)", None)],
)
def test_a_chain_of_names_is_a_path(text: str, chain: str | None) -> None:
    assert chain_of(expression(text)) == chain


@pytest.mark.parametrize(("text", "chain"), [("a.b|upper", "a.b"), ("a.upper()", "a"), ("1 + c", "c"), ("'x'", "")])
def test_the_first_chain_of_an_expression_leaves_methods_out(text: str, chain: str) -> None:
    assert first_chain(expression(text)) == chain


def test_a_local_name_stands_for_the_path_that_gave_it() -> None:
    scope = {"ligne": "budget.depenses[]", "loop": ""}
    assert resolved("ligne.montant", scope) == "budget.depenses[].montant"
    assert resolved("ligne[].x", scope) == "budget.depenses[][].x"
    assert resolved("loop.index", scope) == ""
    assert resolved("titre", scope) == "titre"


def test_the_names_that_a_loop_gives() -> None:
    loop = Environment(autoescape=True).parse("{% for a, b in c %}{% endfor %}").find(nodes.For)
    assert loop is not None
    assert targets_of(loop.target) == ["a", "b"]
