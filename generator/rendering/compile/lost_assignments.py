"""Values that a block names and that are read where Jinja has not got them: after a loop, or beside a condition.

A ``{% set %}`` in a loop lasts until the end of the turn; what is read afterwards is the value from before the loop, or
nothing at all. Totals made so are wrong without a word, hence refused. What a condition alone names is missing when it
is false: that is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeGuard

from jinja2 import nodes

from generator.messages import template_lint, template_tags, template_values
from generator.messages import template_reasons as reasons
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


def partly_named(template: nodes.Template, source: JinjaSource) -> Iterator[Fault]:
    """Report the names that only some branches of a condition give, where they are read whichever was taken.

    Names of a loop that are read outside it are told too, as names that nobody knows: data may have them.
    """
    told: dict[str, Fault] = {}
    _follow_names(template.body, set(), {}, (), lambda name, block: told.setdefault(name, _partly(name, block, source)))
    yield from told.values()


def _partly(name: str, block: _Block | None, source: JinjaSource) -> Fault:
    if block is None:
        return Fault(template_values.UNKNOWN_NAME, name, fix=reasons.LOOP_IN_LOOP.format())
    tag = source.tag(block.lineno)
    if isinstance(block, nodes.For):
        return Fault(template_values.UNKNOWN_NAME, name, tag.spot, fix=reasons.ONLY_IN_LOOP.format(name, tag.text))
    return Fault(template_lint.PARTLY_NAMED, name, tag.spot, tag.text)


_Block = nodes.If | nodes.For
_Partly = dict[str, _Block]
"""Names that some branches of a block give, or that last as long as a loop, each with the block."""

_LOOP = "loop"


def _follow_names(
    body: list[nodes.Node],
    given: set[str],
    partly: _Partly,
    tests: tuple[nodes.Node, ...],
    tell: Callable[[str, _Block | None], object],
) -> None:
    """Read statements in order; ``given`` and ``partly`` change with them, ``tests`` are the conditions around."""
    for statement in body:
        for expression in _read_by(statement):
            for name in _certain_reads(expression):
                if name in partly and name not in given and not _is_granted(name, partly[name], tests):
                    tell(name, partly[name])
                elif name == _LOOP and _LOOP not in given:
                    tell(name, None)
        match statement:
            case nodes.Assign():
                given.update(targets_of(statement.target))
            case nodes.For():
                targets = set(targets_of(statement.target))
                _follow_names(statement.body, given | targets | {_LOOP}, dict(partly), tests, tell)
                partly.update(dict.fromkeys(targets - given, statement))
            case nodes.If():
                branches = [(each.test, each.body) for each in (statement, *statement.elif_)]
                names = [given.copy() for _ in (*branches, None)]
                for (test, inner), inside in zip(branches, names, strict=False):
                    _follow_names(inner, inside, partly, (*tests, test), tell)
                _follow_names(statement.else_, names[-1], partly, tests, tell)
                certain = set.intersection(*names)
                partly.update(dict.fromkeys(set().union(*names) - certain, statement))
                given |= certain


def _read_by(statement: nodes.Node) -> list[nodes.Node]:
    """Return what a statement itself reads, without what stands in it."""
    match statement:
        case nodes.If():
            return [statement.test, *(each.test for each in statement.elif_)]
        case nodes.For():
            return [statement.iter]
        case nodes.Assign():
            return [statement.node]
        case nodes.Output():
            return [child for child in statement.nodes if not isinstance(child, nodes.TemplateData)]
    return []


def _certain_reads(expression: nodes.Node) -> Iterator[str]:
    """Iterate over the names that an expression reads and cannot do without."""
    match expression:
        case nodes.Name(name=name):
            yield name
        case nodes.Filter(name="default" | "d") | nodes.Test(name="defined" | "undefined"):
            return
        case nodes.CondExpr():
            return
        case _:
            for child in expression.iter_child_nodes():
                yield from _certain_reads(child)


def _is_granted(name: str, block: _Block, tests: tuple[nodes.Node, ...]) -> bool:
    """Whether a condition around says that a block gave a name: its own, or one that asks for the name."""
    return isinstance(block, nodes.If) and any(
        test == block.test or name in {each.name for each in (test, *test.find_all(nodes.Name)) if _is_name(each)}
        for test in tests
    )


def _is_name(node: nodes.Node) -> TypeGuard[nodes.Name]:
    return isinstance(node, nodes.Name)


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
