"""Mutants of the rules: each rule emptied in turn, each boundary shifted in turn; the cases must notice.

A mutant stands for its rule inside the engine while it is tried; what the cases then say wrong kills it.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType
from typing import Any

import generator.rules as registry
from generator.rules import RULES, Rule
from tests.support.rule_cases import RuleCase, findings_of, plain, rule_cases

TUPLES = ("CASE_RULES", "WAIVER_RULES", "FRAMEWORK_RULES", "SETTING_RULES")
TOPICS = tuple(sorted({inspect.getmodule(rule.find) for rule in RULES} - {None}, key=str))
"""The modules in which rules are written."""

_SHIFTED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
}


@dataclass(frozen=True)
class Boundary:
    """A comparison of a rule's module, by its rank there, and how a reader finds it."""

    topic: ModuleType
    rank: int
    line: int
    words: str

    def __str__(self) -> str:
        """Return the name that a report shows."""
        return f"{self.topic.__name__.rpartition('.')[2]}.py:{self.line}: {self.words}"


def killers_of_emptied(rule: Rule[Any]) -> list[RuleCase]:
    """Return the rule's cases that fail once the rule finds nothing."""
    cases = _cases_of(rule.code)
    with _standing({rule.code: replace(rule, find=lambda _: iter(()))}):
        return [case for case in cases if _fails(case)]


def boundaries() -> Iterator[Boundary]:
    """Yield every comparison whose boundary can be shifted, module by module."""
    for topic in TOPICS:
        for rank, node in enumerate(_comparisons(ast.parse(inspect.getsource(topic)))):
            yield Boundary(topic, rank, node.lineno, ast.unparse(node))


def killer_of_shifted(boundary: Boundary) -> RuleCase | None:
    """Return the first case that fails once a boundary is shifted by one day, or one cent; None when none does."""
    mutated: dict[str, Rule[Any]] = {rule.code: rule for rule in _run_shifted(boundary)["RULES"]}
    cases = [case for code in sorted(mutated) for case in _cases_of(code)]
    with _standing(mutated):
        return next((case for case in cases if _fails(case)), None)


def _run_shifted(boundary: Boundary) -> dict[str, Any]:
    """Run a topic's source, one comparison shifted, in a namespace of its own."""
    tree = ast.parse(inspect.getsource(boundary.topic))
    node = list(_comparisons(tree))[boundary.rank]
    node.ops = [_SHIFTED.get(type(operator), operator) for operator in node.ops]
    namespace = {"__name__": boundary.topic.__name__}
    exec(compile(ast.fix_missing_locations(tree), boundary.topic.__name__, "exec"), namespace)  # noqa: S102 - our source
    return namespace


def _comparisons(tree: ast.AST) -> Iterator[ast.Compare]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and any(type(operator) in _SHIFTED for operator in node.ops):
            yield node


@contextmanager
def _standing(mutants: dict[str, Rule[Any]]) -> Iterator[None]:
    """Let mutants stand for the rules of the same codes."""
    before = {name: getattr(registry, name) for name in TUPLES}
    try:
        for name, rules in before.items():
            setattr(registry, name, tuple(mutants.get(rule.code, rule) for rule in rules))
        yield
    finally:
        for name, rules in before.items():
            setattr(registry, name, rules)


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
