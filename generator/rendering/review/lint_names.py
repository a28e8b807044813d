"""The names that tags read, tag by tag: what can be known of a template that does not compile.

A name that a loop or an assignment gave is followed from there on, in reading order; what a template that compiles
reads is known exactly (``compile.guard_placing``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes

from generator.rendering.compile.values_read import ReadValue, gathered
from generator.rendering.faults import Spot
from generator.rendering.language.name_chains import Scope, chain_of, resolved, targets_of
from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.tags.intended_tags import STATEMENTS
from generator.rendering.tags.tag_syntax import MAX_TAG, completed
from generator.rendering.tags.tag_text import TAG, alone

_ENVIRONMENT = PlainDataEnvironment({}, {})  # it parses, and renders nothing


def names_of_tags(spots: Iterable[Spot]) -> Mapping[str, ReadValue]:
    """Return what the well-written tags of some paragraphs read, by dotted path and in reading order."""
    scope: Scope = {"loop": ""}
    tags = ((tag, spot) for spot in dict.fromkeys(spots) for tag in TAG.findall(spot.paragraph))
    return gathered((path, False, spot) for tag, spot in tags for path in _read(tag, scope))


def _read(tag: str, scope: Scope) -> list[str]:
    """Return the paths that a tag reads; names that it gives join ``scope``."""
    statement = completed(alone(tag)) if len(tag) <= MAX_TAG else None
    if not statement:
        return []
    try:
        tree = _ENVIRONMENT.parse(statement)
        for loop in tree.find_all(nodes.For):  # the condition of a loop reads the name that it gives
            walked = resolved(chain_of(loop.iter) or "", scope)
            scope.update(dict.fromkeys(targets_of(loop.target), f"{walked}[]" if walked else ""))
        paths = [path for chain in _chains(tree) if (path := resolved(chain, scope))]
    except (TemplateSyntaxError, ValueError, RecursionError):  # the review tells what is wrong with it
        return []
    for assignment in tree.find_all(nodes.Assign):
        scope.update(dict.fromkeys(targets_of(assignment.target), resolved(chain_of(assignment.node) or "", scope)))
    return paths


def _chains(node: nodes.Node) -> Iterator[str]:
    """Iterate over the chains of names that a node reads, without the methods that it calls."""
    match node:
        case nodes.Name(ctx="store"):
            return
        case nodes.Name(name=name) if name in STATEMENTS:  # « {{ else }} » is told as what it is
            return
        case nodes.Call(node=nodes.Getattr() as method):
            children: Iterable[nodes.Node] = (method.node, *node.args)
        case nodes.Call(node=nodes.Name()):  # a call is told as what it is, and no name of the data
            children = node.args
        case _:
            chain = chain_of(node)
            if chain is not None:
                yield chain
                return
            children = node.iter_child_nodes()
    for child in children:
        yield from _chains(child)
