"""Mutants of the law: each rule emptied, each boundary shifted, each condition of a shared fact left out, in turn.

A mutant takes the place of its function's code while it is tried, so that whoever imported the function runs it.
The boundaries of rules are noticed by the cases of their own module. The facts that rules, timeline and acts share
(``generator.case`` and what it asks of the models) lose their conditions too, and are noticed by their direct tests.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import inspect
import io
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, partial
from types import CodeType, FunctionType, ModuleType

import pytest

import generator.case
from generator.rules import RULES, AnyRule, Rule
from tests.support.places import ROOT
from tests.support.reading import plain
from tests.support.rule_cases import RuleCase, findings_of, rule_cases

TOPICS = tuple(sorted({inspect.getmodule(rule.find) for rule in RULES} - {None}, key=str))
"""The modules in which rules are written."""

FACTS = (
    *(
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(generator.case.__path__, "generator.case.")
    ),
    importlib.import_module("generator.convention.events"),
    importlib.import_module("generator.convention.term"),
    importlib.import_module("generator.model.references"),
    importlib.import_module("generator.timeline"),
)
"""The modules that compute what rules, timeline and acts share."""

DIRECT_TESTS = ("tests/case", "tests/convention/test_framework_term.py", "tests/test_timeline.py")

_SHIFTED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
}
_OTHER_WAY = {"any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One change of one function, by its rank in its module, and how a reader finds it."""

    module: ModuleType
    function: str
    rank: int
    line: int
    words: str

    def __str__(self) -> str:
        """Return the name that a report shows."""
        return f"{self.module.__name__.rpartition('.')[2]}.py:{self.line}: {self.words}"


@dataclass(frozen=True)
class Change:
    """A change of a syntax tree: in which outermost function, of what, and how it is made."""

    function: str
    line: int
    words: str
    make: Callable[[], None]


Changes = Callable[[ast.AST], Iterator[tuple[str, Callable[[], None]]]]
"""From a node, what can be changed there: in words, and how."""


def killers_of_emptied(rule: AnyRule) -> list[RuleCase]:
    """Return the rule's cases that fail once the rule finds nothing."""
    cases = _cases_of(rule.code)
    with _standing_for(_function_of(rule), _finds_nothing.__code__):
        return [case for case in cases if _fails(case)]


def boundaries() -> Iterator[Mutant]:
    """Yield every boundary of a rule's module, to be shifted by one day or one cent."""
    return _mutants(TOPICS, _shifted_boundaries)


def changed_facts() -> Iterator[Mutant]:
    """Yield every change of a shared fact: a boundary shifted, a condition left out, « any » for « all »."""
    return _mutants(FACTS, _every_change)


def killer_of_shifted(boundary: Mutant) -> RuleCase | None:
    """Return the first case of the module's rules that fails once a boundary is shifted; None when none does."""
    own = sorted(rule.code for rule in RULES if inspect.getmodule(rule.find) is boundary.module)
    cases = [case for code in own for case in _cases_of(code)]
    with _running(boundary, _shifted_boundaries):
        return next((case for case in cases if _fails(case)), None)


def killer_of_changed(fact: Mutant) -> str | None:
    """Return the first direct test that fails once a fact is changed; None when none does."""
    seen = _FirstFailure()
    tests = [str(ROOT / name) for name in DIRECT_TESTS]
    with _running(fact, _every_change), contextlib.redirect_stdout(io.StringIO()):
        pytest.main(["-x", "-n", "0", "-p", "no:cacheprovider", f"--rootdir={ROOT}", *tests], [seen])
    return seen.name


def _mutants(modules: Iterable[ModuleType], changes: Changes) -> Iterator[Mutant]:
    for module in modules:
        for rank, change in enumerate(_changes_of(ast.parse(inspect.getsource(module)), changes)):
            yield Mutant(module, change.function, rank, change.line, change.words)


class _FirstFailure:
    """What pytest tells of the first test that fails."""

    name: str | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and self.name is None:
            self.name = report.nodeid


@contextmanager
def _running(mutant: Mutant, changes: Changes) -> Iterator[None]:
    """Let a mutant run in the place of its function."""
    tree = ast.parse(inspect.getsource(mutant.module))
    list(_changes_of(tree, changes))[mutant.rank].make()
    whole = compile(ast.fix_missing_locations(tree), mutant.module.__name__, "exec")
    code = next(code for code in _codes(whole) if code.co_qualname == mutant.function)
    with _standing_for(_functions(mutant.module)[mutant.function], code):
        _forget(mutant.module)
        yield
    _forget(mutant.module)


def _forget(module: ModuleType) -> None:
    """Empty what the functions of a module keep: what another code gave is not what this one gives."""
    for value in vars(module).values():
        if hasattr(value, "cache_clear"):
            value.cache_clear()


@contextmanager
def _standing_for(function: FunctionType, mutant: CodeType) -> Iterator[None]:
    """Let a code stand for a function's own."""
    before = function.__code__
    function.__code__ = mutant
    try:
        yield
    finally:
        function.__code__ = before


def _finds_nothing(_: object) -> Iterator[None]:
    return iter(())


def _changes_of(tree: ast.Module, changes: Changes) -> Iterator[Change]:
    """Yield the changes that a module's functions allow, without making any."""
    for name, function in _definitions(tree.body):
        for node in ast.walk(function):
            for words, make in changes(node):
                yield Change(name, getattr(node, "lineno", function.lineno), words, make)


def _every_change(node: ast.AST) -> Iterator[tuple[str, Callable[[], None]]]:
    yield from _shifted_boundaries(node)
    yield from _conditions_left_out(node)
    yield from _any_for_all(node)


def _shifted_boundaries(node: ast.AST) -> Iterator[tuple[str, Callable[[], None]]]:
    if isinstance(node, ast.Compare):
        for side, operator in enumerate(node.ops):
            if type(operator) in _SHIFTED:
                yield ast.unparse(node), partial(node.ops.__setitem__, side, _SHIFTED[type(operator)])


def _conditions_left_out(node: ast.AST) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield, for each condition among others and each filter of a list, how it is always met, or never for « or ».

    A value that stands in for another (« number or "" ») is no condition.
    """
    if isinstance(node, ast.BoolOp) and (isinstance(node.op, ast.And) or all(map(_is_condition, node.values))):
        nothing = ast.Constant(isinstance(node.op, ast.And))
        yield from (
            (f"sans {ast.unparse(value)}", partial(node.values.__setitem__, rank, nothing))
            for rank, value in enumerate(node.values)
        )
    if isinstance(node, ast.comprehension):
        yield from (
            (f"sans {ast.unparse(test)}", partial(node.ifs.__setitem__, rank, ast.Constant(value=True)))
            for rank, test in enumerate(node.ifs)
        )


def _is_condition(node: ast.expr) -> bool:
    return isinstance(node, ast.Compare | ast.Call | ast.BoolOp | ast.UnaryOp)


def _any_for_all(node: ast.AST) -> Iterator[tuple[str, Callable[[], None]]]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _OTHER_WAY:
        yield ast.unparse(node), partial(setattr, node.func, "id", _OTHER_WAY[node.func.id])


def _definitions(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from _definitions(node.body, f"{prefix}{node.name}.")


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _functions(module: ModuleType) -> dict[str, FunctionType]:
    """Return the functions and methods that a module defines, by qualified name."""
    found: dict[str, FunctionType] = {}
    for value in list(vars(module).values()):
        members = list(vars(value).values()) if isinstance(value, type) else [value]
        for member in members:
            function = _function_behind(member)
            if function is not None and function.__module__ == module.__name__:
                found[function.__qualname__] = function
    return found


def _function_behind(member: object) -> FunctionType | None:
    kinds = {Rule: "find", property: "fget", classmethod: "__func__", cached_property: "func"}
    inner = "__wrapped__" if hasattr(member, "cache_clear") else kinds.get(type(member))
    function = getattr(member, inner) if inner else member
    return function if isinstance(function, FunctionType) else None


def _function_of(rule: AnyRule) -> FunctionType:
    assert isinstance(rule.find, FunctionType)
    return rule.find


@cache
def _cases_of(code: str) -> tuple[RuleCase, ...]:
    """Return a rule's cases, those that pass as the rules stand: the others would kill anything."""
    return tuple(case for case in rule_cases() if case.code == code and not _fails(case))


def _fails(case: RuleCase) -> bool:
    """Whether a case gets something else than what it expects, at its places."""
    found = findings_of(case.code, case.build(), final=True)
    own = [finding for finding in found if finding.code == case.code]
    if {finding.code for finding in found} - {case.code} != case.also or len(own) != len(case.refused):
        return True
    pairs = zip(own, case.refused, strict=True)
    return any(one.path != expected.path or expected.words not in plain(one.message) for one, expected in pairs)
