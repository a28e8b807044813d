"""Chains of names: what an expression reads, as a dotted path in the data."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import cast

from jinja2 import nodes

from generator.rendering.language.sandbox import METHODS

Scope = dict[str, str]
"""Local names and the path that each stands for; an empty path when it stands for no value of the data."""

CALLABLE = frozenset().union(*METHODS.values())


def resolved(chain: str, scope: Scope) -> str:
    """Return the path in the data that a chain of names stands for, or an empty string when it stands for none."""
    name, dot, rest = chain.partition(".")
    name, bracket, index = name.partition("[")
    if name not in scope:
        return chain
    return f"{scope[name]}{bracket}{index}{dot}{rest}" if scope[name] else ""


def chain_of(node: nodes.Node) -> str | None:
    """Return the dotted path that a chain of names writes, or ``None`` for any other expression."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            parent = chain_of(node.node)
            return parent and f"{parent}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=str(key))):
            parent = chain_of(node.node)
            return parent and f"{parent}.{key}"
        case nodes.Getitem(arg=arg) if not isinstance(arg, nodes.Slice):
            parent = chain_of(node.node)
            return parent and f"{parent}[]"
    return None


def first_chain(node: nodes.Node) -> str:
    """Return the first chain of names in an expression, without the name of a method that it calls."""
    match node:
        case nodes.Call(node=nodes.Getattr(attr=name) as method) if name in CALLABLE:
            return first_chain(method.node)
    chain = chain_of(node)
    if chain is not None:
        return chain
    return next(filter(None, (first_chain(child) for child in node.iter_child_nodes())), "")


_WHOLE_LISTS = frozenset({"list", "reverse", "sort", "unique", "select", "reject", "selectattr", "rejectattr"})
_ONE_OF_LIST = frozenset({"first", "last", "min", "max"})
_BY_ATTRIBUTE = frozenset({"groupby", "selectattr", "rejectattr", "sum"})
"""Filters whose first parameter names an attribute."""

_KEEPING = frozenset({"default", "d", "e", "escape", "string"})
_OF_TEXT = frozenset({"capitalize", "lower", "replace", "title", "trim", "truncate", "upper"})


def printed_whole(node: nodes.Node | None) -> Iterator[nodes.Node]:
    """Iterate over the chains of names that an expression prints as they are, whatever it chooses or joins."""
    match node:
        case nodes.Filter(name=name) if name in _KEEPING | _OF_TEXT | _WHOLE_LISTS:
            yield from printed_whole(node.node)
        case nodes.Filter(name=name) if name in _ONE_OF_LIST or (name == "join" and not _has_attribute(node)):
            yield from map(_element_of, printed_whole(node.node))
        case nodes.Getitem(arg=nodes.Slice()):
            yield from printed_whole(node.node)
        case nodes.CondExpr():
            yield from printed_whole(node.expr1)
            yield from printed_whole(node.expr2)
        case nodes.Or():
            yield from printed_whole(node.left)
            yield from printed_whole(node.right)
        case nodes.And():
            yield from printed_whole(node.right)
        case nodes.Concat():
            for part in node.nodes:
                yield from printed_whole(part)
        case nodes.Node() if chain_of(node) is not None:
            yield node


def _has_attribute(call: nodes.Filter) -> bool:
    return len(call.args) > 1 or any(pair.key == "attribute" for pair in call.kwargs)


def _element_of(chain: nodes.Node) -> nodes.Node:
    """Return the chain of an element of what a chain names."""
    number = nodes.Const(0, lineno=chain.lineno)
    return nodes.Getitem(cast("nodes.Expr", chain), number, "load", lineno=chain.lineno)


def attributes_read(call: nodes.Filter) -> Iterator[nodes.Node]:
    """Iterate over the chains that a filter reads by the name of an attribute: ``liste|sum(attribute="montant")``."""
    named = [pair.value for pair in call.kwargs if pair.key == "attribute"]
    named += call.args[:1] if call.name in _BY_ATTRIBUTE else []
    inner: nodes.Node | None = call.node
    while isinstance(inner, nodes.Filter) and inner.name in _WHOLE_LISTS:
        inner = inner.node
    for name in named if inner is not None and chain_of(inner) is not None else ():
        if isinstance(name, nodes.Const) and isinstance(name.value, str) and inner is not None:
            read = _element_of(inner)
            for step in name.value.split("."):
                read = nodes.Getattr(cast("nodes.Expr", read), step, "load", lineno=call.lineno)
            yield read


def sample_of(node: nodes.Node) -> object:
    """Return a value like what an expression makes, when that is no text whatever the data: a list, a yes or no."""
    match node:
        case nodes.List() | nodes.Dict():
            return []
        case nodes.Compare() | nodes.Not() | nodes.Test() | nodes.Const(value=bool()):
            return True
    return None


def is_fraction(node: nodes.Node | None, named: Collection[str] = ()) -> bool:
    """Whether an expression makes a number with a decimal point, whatever it reads.

    Args:
        node: the expression.
        named: the names that stand for such a number.
    """
    parts: list[nodes.Expr | None] = []
    match node:
        case nodes.Const(value=float()) | nodes.Div() | nodes.Filter(name="float" | "round"):
            return True
        case nodes.Name(name=name):
            return name in named
        case nodes.Filter(name="default" | "d" | "e" | "escape" | "string" | "abs") | nodes.Neg() | nodes.Pos():
            parts = [node.node]
        case nodes.Add() | nodes.Sub() | nodes.Mul() | nodes.Pow() | nodes.Mod():
            parts = [node.left, node.right]
        case nodes.CondExpr():
            parts = [node.expr1, node.expr2]
        case nodes.Concat():
            parts = [*node.nodes]
    return any(is_fraction(part, named) for part in parts)


def subscripts(node: nodes.Node) -> Iterator[nodes.Getitem]:
    """Iterate over the computed subscripts of a chain."""
    while isinstance(node, (nodes.Getattr, nodes.Getitem)):
        if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            yield node
        node = node.node


def targets_of(target: nodes.Node) -> list[str]:
    """Return the names that a loop or an assignment gives a value to."""
    return [name.name for name in (target, *target.find_all(nodes.Name)) if isinstance(name, nodes.Name)]
