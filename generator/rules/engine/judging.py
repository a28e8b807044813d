"""The engine: apply one rule, and stamp what it finds with code, citation, severity and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Never, TypeVar

from generator.case.records import FrameworkRecord, Source
from generator.findings import Finding, Path, Place, Places, Severity
from generator.french import typeset
from generator.model.kind import Stage
from generator.rules.engine.citations import Clause, ClauseElse
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import Manual, Rule

S = TypeVar("S")
R = TypeVar("R", bound=FrameworkRecord)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule as ``parafe explain`` shows it.

    Attributes:
        code: family and serial number.
        manual: what it asks, an example refused, an example admitted.
        citation: its source, with the source's own words when a case was given.
        applies: whether the source exists for the case; None without a case.
        draft: severity in a check of drafts.
        final: severity in a check of final documents.
        bars: stages whose final documents it forbids.
        waivable: whether it can be set aside.
    """

    code: str
    manual: Manual
    citation: str
    applies: bool | None
    draft: Severity
    final: Severity
    bars: tuple[Stage, ...]
    waivable: bool


def judge(rules: Iterable[Rule[S, R]], subject: S, case: R, *, final: bool) -> Iterator[Finding]:
    """Apply to their subject the rules whose source exists for the case."""
    for rule in rules:
        if rule.cites.applies(case):
            for problem in rule.find(subject):
                yield _stamped(rule, problem, case, final=final)


def explained(rule: Rule[Never, R], case: R | None) -> Explanation:
    """Gather what there is to know of a rule."""
    applies = None if case is None else rule.cites.applies(case)
    citation = rule.cites.words(case) if case is not None and applies else rule.cites.label
    return Explanation(rule.code, rule.manual, citation, applies, rule.draft, rule.final, rule.bars, rule.waivable)


def _stamped(rule: Rule[Never, R], problem: Problem, case: R, *, final: bool) -> Finding:
    """Make the finding of a problem. Sentences of rules are typeset here, and nowhere else.

    They already hold what people typed, so that a backquote in them is theirs: unlike a message's, it quotes nothing.
    """
    path, place = _located(rule, problem, case)
    return Finding(
        code=rule.code,
        severity=rule.severity(final=final),
        message=typeset(problem.message),
        place=place,
        path=path,
        fix=typeset(problem.fix),
        citation=rule.cites.words(case, problem),
    )


def _located(rule: Rule[Never, R], problem: Problem, case: R) -> tuple[Path, Place]:
    """Return where a problem stands; in an input that does not exist, where the framework names the clause cited."""
    if problem.place is not None:
        return problem.path, problem.place
    places = case.places.get(problem.source)
    if places is not None:
        return problem.path, places[problem.path]
    path: Path = ("clauses", rule.cites.clause) if isinstance(rule.cites, Clause | ClauseElse) else ("clauses",)
    return path, case.places.get(Source.FRAMEWORK, Places(Source.FRAMEWORK.value))[path]
