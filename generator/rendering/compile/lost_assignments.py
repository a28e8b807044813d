"""Values that a loop names and that are read where Jinja has lost them: after it, or at its next turn.

A ``{% set %}`` in a loop lasts until the end of the turn; what is read afterwards is the value from before the loop, or
nothing at all. Totals made so are wrong without a word, hence refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from generator.messages import template_tags
from generator.rendering.compiled.tagged_source import JinjaSource
from generator.rendering.faults import Fault
from generator.rendering.language.name_chains import targets_of

_COMPUTATIONS = (nodes.BinExpr, nodes.Concat)


def assignment_faults(template: nodes.Template, source: JinjaSource) -> Iterator[Fault]:
    """Report each assignment in a loop whose value is read outside the turn that gave it."""
    reading = _Reading()
    reading.follow(template.body, reading.lost)
    for assignment, name in reading.misread.items():
        tag = source.tag(assignment.lineno)
        yield Fault(template_tags.LOST_ASSIGNMENT, name, tag.spot)


_Lost = dict[str, nodes.Assign | nodes.AssignBlock]
"""Names that a loop gave and took back, each with its last assignment there."""


class _Reading:
    """A template read in order.

    Attributes:
        lost: what the loops so far have lost.
        misread: the assignments whose value is read when it is lost, each with its name.
    """

    def __init__(self) -> None:
        self.lost: _Lost = {}
        self.misread: dict[nodes.Assign | nodes.AssignBlock, str] = {}

    def follow(self, body: list[nodes.Node], lost: _Lost) -> None:
        """Read statements in order; ``lost`` is what is lost where they stand, and changes with them."""
        for statement in body:
            match statement:
                case nodes.For():
                    self._follow_loop(statement, lost)
                case nodes.If():
                    self._read([statement.test], lost)
                    self.follow(statement.body, lost)
                    self.follow([*statement.elif_], lost)
                    self.follow(statement.else_, lost)
                case nodes.Assign():
                    self._read([statement.node], lost)
                    for name in targets_of(statement.target):
                        lost.pop(name, None)
                case _:
                    self._read([statement], lost)

    def _follow_loop(self, loop: nodes.For, lost: _Lost) -> None:
        self._read([loop.iter], lost)
        targets = targets_of(loop.target)
        given = {name: each for each in _assignments(loop.body) for name in targets_of(each.target)}
        # At its second turn a loop reads what its first one named, and Jinja has lost: unless it is named again before.
        carried = {name: each for name, each in given.items() if name not in targets and _depends(each, targets, given)}
        inner = {name: each for name, each in lost.items() if name not in targets} | carried
        tested = [loop.test] if loop.test is not None else []
        self._read(tested, inner)
        self.follow(loop.body, inner)
        self.follow(loop.else_, dict(lost))
        lost.update((name, each) for name, each in given.items() if name not in targets)

    def _read(self, expressions: list[nodes.Node], lost: Mapping[str, nodes.Assign | nodes.AssignBlock]) -> None:
        for expression in expressions:
            for name in (expression, *expression.find_all(nodes.Name)):
                if isinstance(name, nodes.Name) and name.ctx == "load" and name.name in lost:
                    self.misread.setdefault(lost[name.name], name.name)


def _assignments(body: list[nodes.Node]) -> Iterator[nodes.Assign]:
    """Iterate over the assignments of a loop, and of the loops inside it, which lose theirs all the same."""
    for statement in body:
        if isinstance(statement, nodes.Assign):
            yield statement
        yield from statement.find_all(nodes.Assign)


def _depends(assignment: nodes.Assign, targets: list[str], given: Mapping[str, nodes.Assign]) -> bool:
    """Whether what is assigned changes from one turn to the next: it holds what the turn gives, or grows.

    ``{% set title = title|upper %}`` gives the same at each turn, and is right.
    """
    names = {name.name for name in assignment.find_all(nodes.Name) if name.ctx == "load"}
    grows = any(
        isinstance(inner, nodes.Name) and inner.name in given
        for computation in assignment.find_all(_COMPUTATIONS)
        for inner in computation.find_all(nodes.Name)
    )
    return grows or bool(names & {*targets, "loop"})
