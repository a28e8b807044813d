"""The Jinja tree of a part, with a guard around whatever it prints, walks or reads.

The guards (``fill.guard_filters``) know by their :class:`Reference` which tag they serve, so that every fault of a
rendering is located, and what a template reads is known without data.
"""

from __future__ import annotations

from typing import cast

from jinja2 import nodes

from generator.rendering.compiled.guard_references import (
    CONCAT,
    COUNT,
    CUT,
    EACH,
    FOLD,
    ORDER,
    PRINT,
    PRINT_IN_RUN,
    USE,
    Reference,
    Slot,
)
from generator.rendering.compiled.tagged_source import JinjaSource
from generator.rendering.faults import Fault
from generator.rendering.language.compared_texts import is_plain
from generator.rendering.language.name_chains import (
    CALLABLE,
    Scope,
    attributes_read,
    chain_of,
    first_chain,
    is_fraction,
    printed_whole,
    resolved,
    subscripts,
    targets_of,
)
from generator.rendering.language.resource_limits import ELEMENT, STEP
from generator.rendering.tags.print_doubts import number_doubts, print_doubts, search_doubts

_MAKE_UP = frozenset({"default", "d"})
_ASK_PRESENCE = frozenset({"defined", "undefined", "none"})
_SIZES = frozenset({"lt", "lteq", "gt", "gteq"})
_MEMBERSHIP = frozenset({"in", "notin"})
_OF_TEXTS = frozenset({"eq", "ne", "in", "notin"})


class GuardPlacer:
    """Puts guards into one part's tree.

    Attributes:
        references: what the guards serve, by the number that each guard holds.
        read: what the template reads, each with whether it is walked.
        printed: what it prints as it is, whole.
        doubts: what it prints, and no document should.
    """

    def __init__(self, source: JinjaSource) -> None:
        self.references: list[Reference] = []
        self.read: list[tuple[Reference, bool]] = []
        self.printed: list[Reference] = []
        self.doubts: list[Fault] = []
        self._source = source
        self._fractions: set[str] = set()
        self._texts: set[str] = set()

    def place(self, template: nodes.Template) -> None:
        """Put guards into ``template``, in place."""
        self._statements(template.body, {})

    def _statements(self, body: list[nodes.Node], scope: Scope) -> None:
        """Guard statements in order; what they assign joins ``scope``."""
        for statement in body:
            match statement:
                case nodes.Output():
                    statement.nodes = [self._printed(child, scope) for child in statement.nodes]
                case nodes.For():
                    self._loop(statement, scope)
                case nodes.If():
                    self._condition(statement, scope)
                case nodes.Assign():
                    path = self._path(statement.node, scope)
                    self._name_fractions(statement)
                    statement.node = self._expression(statement.node, scope, may_lack=True)
                    scope.update(dict.fromkeys(targets_of(statement.target), path))

    def _name_fractions(self, assignment: nodes.Assign) -> None:
        """Remember the names that stand for a number with a decimal point, or for a text that the template gives."""
        named = set(targets_of(assignment.target))
        is_one = is_fraction(assignment.node, self._fractions)
        self._fractions = self._fractions | named if is_one else self._fractions - named
        is_text = isinstance(assignment.node, nodes.Const) and isinstance(assignment.node.value, str)
        self._texts |= named if is_text else set()

    def _loop(self, loop: nodes.For, scope: Scope) -> None:
        path = self._first_path(loop.iter, scope)
        targets = targets_of(loop.target)
        reference = self._refer(loop.iter, path, cost=_cost(loop), targets=len(targets))
        if path:
            self.read.append((reference, True))
        loop.iter = self._guard(self._expression(loop.iter, scope, may_lack=True, is_walked=True), EACH, reference)
        inner = {**scope, **dict.fromkeys(targets, f"{path}[]" if path else ""), "loop": ""}
        if loop.test is not None:
            loop.test = self._expression(loop.test, inner)
        self._statements(loop.body, inner)
        self._statements(loop.else_, dict(scope))

    def _condition(self, condition: nodes.If, scope: Scope) -> None:
        condition.test = self._expression(condition.test, scope)
        self._statements(condition.body, scope)
        for branch in condition.elif_:
            self._condition(branch, scope)
        self._statements(condition.else_, scope)

    def _printed(self, child: nodes.Expr, scope: Scope) -> nodes.Expr:
        if isinstance(child, nodes.TemplateData):
            return child
        slot = self._source.slot(child.lineno)
        reference = self._refer(child, self._first_path(child, scope), slot=slot)
        guard = PRINT_IN_RUN if slot is Slot.RUN else PRINT
        self.doubts += print_doubts(child, reference.tag, self._fractions)
        for whole in printed_whole(child):
            path = self._path(whole, scope)
            if path:
                self.printed.append(self._refer(whole, path))
                self.read += [(self.printed[-1], False)] if path.endswith("[]") else []
        return self._guard(self._expression(child, scope, may_lack=True), guard, reference)

    def _expression(
        self, node: nodes.Node, scope: Scope, *, may_lack: bool = False, is_walked: bool = False
    ) -> nodes.Expr:
        """Guard what ``node`` reads; ``may_lack`` when its user copes with what is unknown."""
        expression = cast("nodes.Expr", node)  # Jinja types what a loop walks and what a condition tests as Node
        if chain_of(node) is not None:
            return self._read(expression, scope, may_lack=may_lack, is_walked=is_walked)
        if isinstance(node, nodes.Concat):
            items = [self._expression(item, scope, may_lack=may_lack) for item in node.nodes]
            listed = nodes.List(items, lineno=node.lineno)
            return nodes.Filter(listed, CONCAT, [], [], None, None, lineno=node.lineno)
        self._guard_inside(expression, scope, may_lack=may_lack)
        return _guarded(expression, COUNT) if isinstance(node, (nodes.List, nodes.Tuple, nodes.Dict)) else expression

    def _guard_inside(self, node: nodes.Expr, scope: Scope, *, may_lack: bool) -> None:
        """Guard what the operands of an expression read."""
        if isinstance(node, (nodes.Call, nodes.Filter)):
            self.doubts += search_doubts(node, self._source.tag(node.lineno))
        match node:
            case nodes.Filter(node=nodes.Expr() as inner):
                for attribute in attributes_read(node):
                    path = self._path(attribute, scope)
                    self.read += [(self._refer(attribute, path), False)] if path else []
                node.node = self._expression(inner, scope, may_lack=may_lack or node.name in _MAKE_UP)
                self._operands(node, scope, skipped=node.node)
            case nodes.Test():
                node.node = self._expression(node.node, scope, may_lack=node.name in _ASK_PRESENCE)
                self._operands(node, scope, skipped=node.node)
            case nodes.Call(node=nodes.Getattr(attr=name) as method) if name in CALLABLE:
                method.node = self._expression(method.node, scope, may_lack=may_lack)
                self._operands(node, scope, skipped=method)
            case nodes.Getitem(arg=nodes.Slice() as bounds):  # Jinja leaves a slice to Python, which wants a value
                node.node = _guarded(self._compared(node.node, scope, ordered=True), CUT)
                self._operands(bounds, scope)
            case nodes.CondExpr():
                node.test = self._expression(node.test, scope)
                node.expr1 = self._expression(node.expr1, scope, may_lack=may_lack)
                otherwise = node.expr2 or nodes.Const("", lineno=node.lineno)
                node.expr2 = self._expression(otherwise, scope, may_lack=may_lack)
            case nodes.Compare():
                self._compare(node, scope)
            case _:
                self._operands(node, scope)

    def _operands(self, node: nodes.Node, scope: Scope, skipped: nodes.Node | None = None) -> None:
        """Guard every expression under ``node``, save ``skipped``."""
        for name, value in node.iter_fields():
            if isinstance(value, list):
                setattr(node, name, [self._operand(item, scope) for item in value])
            elif isinstance(value, nodes.Node) and value is not skipped:
                setattr(node, name, self._operand(value, scope))

    def _operand(self, item: nodes.Node, scope: Scope) -> nodes.Node:
        if isinstance(item, nodes.Expr):
            return self._expression(item, scope)
        self._operands(item, scope)
        return item

    def _compare(self, node: nodes.Compare, scope: Scope) -> None:
        operators = {operand.op for operand in node.ops}
        by_size = bool(operators & _SIZES)
        names_text = operators <= _OF_TEXTS and self._names_text(node)
        if operators <= _OF_TEXTS:
            self.doubts += number_doubts(
                node, self._source.tag(node.lineno), lambda read: bool(self._path(read, scope))
            )
        node.expr = self._compared(node.expr, scope, ordered=by_size)
        for operand in node.ops:
            operand.expr = self._compared(operand.expr, scope, ordered=by_size or operand.op in _MEMBERSHIP)
        if names_text:
            node.expr = _guarded(node.expr, FOLD)
            for operand in node.ops:
                operand.expr = _guarded(operand.expr, FOLD)

    def _names_text(self, comparison: nodes.Compare) -> bool:
        """Whether a comparison names a text that typography may change: values have it, what is typed has not."""
        texts = (const.value for const in comparison.find_all(nodes.Const) if isinstance(const.value, str))
        named = (name.name for name in comparison.find_all(nodes.Name))
        return not all(map(is_plain, texts)) or not self._texts.isdisjoint(named)

    def _compared(self, node: nodes.Node, scope: Scope, *, ordered: bool) -> nodes.Expr:
        reference = self._refer(node, self._first_path(node, scope))
        guarded = self._expression(node, scope)
        return self._guard(guarded, ORDER, reference) if ordered else _guarded(guarded, COUNT)

    def _read(self, node: nodes.Expr, scope: Scope, *, may_lack: bool, is_walked: bool) -> nodes.Expr:
        path = self._path(node, scope)
        reference = self._refer(node, path)
        if path and not is_walked:
            self.read.append((reference, False))
        for arg in subscripts(node):
            arg.arg = self._expression(arg.arg, scope)
        return node if may_lack else self._guard(node, USE, reference)

    def _guard(self, node: nodes.Expr, name: str, reference: Reference) -> nodes.Expr:
        self.references.append(reference)
        number = nodes.Const(len(self.references) - 1, lineno=node.lineno)
        return nodes.Filter(node, name, [number], [], None, None, lineno=node.lineno)

    def _refer(
        self, node: nodes.Node, path: str, *, slot: Slot = Slot.RUN, cost: int = 0, targets: int = 1
    ) -> Reference:
        tag = self._source.tag(node.lineno)
        chain = first_chain(node)
        return Reference(path, chain or tag.text, tag, slot, cost, targets)

    def _path(self, node: nodes.Node, scope: Scope) -> str:
        """Return the path in the data of what ``node`` reads, or an empty string when it computes."""
        return resolved(chain_of(node) or "", scope)

    def _first_path(self, node: nodes.Node, scope: Scope) -> str:
        return resolved(first_chain(node), scope)


def _guarded(node: nodes.Expr, guard: str) -> nodes.Expr:
    """Put a guard that needs no reference around an expression."""
    return nodes.Filter(node, guard, [], [], None, None, lineno=node.lineno)


def _cost(loop: nodes.For) -> int:
    """Return what a turn of a loop uses: what it evaluates, and the XML that it makes."""
    evaluated = sum(1 for _ in loop.find_all(nodes.Node))
    xml = [data.data for node in loop.body for data in node.find_all(nodes.TemplateData)]
    return STEP * evaluated + sum(len(data) + ELEMENT * data.count("<") for data in xml)
