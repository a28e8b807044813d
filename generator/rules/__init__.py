"""The law as code: rules that cite the framework convention and the statutes, and the engine that applies them.

A rule says what is wrong and where in the data; the engine says under which code, by which text, how seriously, and at
which line. Each topic has its module, with its plain tuple of rules; they are gathered here, in plain sight.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from generator.case import Case, FrameworkRecord
from generator.findings import Finding, Severity, by_place
from generator.model.kind import Stage
from generator.rules import (
    axis,
    coherence,
    completeness,
    deliberations,
    evaluation,
    framework,
    money,
    parties,
    signature,
    term,
    travel,
    waivers,
)
from generator.rules.engine import Explanation, explained, judge
from generator.rules.rule import Rule
from generator.rules.waivers import Judged

CASE_RULES: tuple[Rule[Case], ...] = (
    *parties.RULES,
    *deliberations.RULES,
    *term.RULES,
    *axis.RULES,
    *money.RULES,
    *travel.RULES,
    *evaluation.RULES,
    *signature.RULES,
    *coherence.RULES,
    *completeness.RULES,
)
"""The rules that judge a case, topic by topic."""

WAIVER_RULES: tuple[Rule[Judged], ...] = waivers.RULES
"""The rules that judge an action's waivers, once the case is judged."""

FRAMEWORK_RULES: tuple[Rule[FrameworkRecord], ...] = framework.RULES
"""The rules that judge a framework convention itself, with its events."""

RULES: tuple[Rule[Any], ...] = (*CASE_RULES, *WAIVER_RULES, *FRAMEWORK_RULES)
"""Every rule."""

_BY_CODE = MappingProxyType({rule.code: rule for rule in CASE_RULES})
_BARS = MappingProxyType({rule.code: rule.bars for rule in RULES})


def check(case: Case, *, final: bool) -> list[Finding]:
    """Judge a case by every rule, and return all that is found, sorted by place.

    Args:
        case: the action with all that it is judged by.
        final: whether final documents are wanted; what a draft may still lack is then an error.
    """
    found = tuple(finding for rule in CASE_RULES for finding in judge(rule, case, case, final=final))
    judged = Judged(case, found, _BY_CODE)
    about_waivers = (finding for rule in WAIVER_RULES for finding in judge(rule, judged, case, final=final))
    return by_place([*judged.lifted(), *about_waivers])


def check_framework(record: FrameworkRecord, *, final: bool) -> list[Finding]:
    """Judge a framework convention and its events, without any action; return what is found, sorted by place."""
    return by_place(finding for rule in FRAMEWORK_RULES for finding in judge(rule, record, record, final=final))


def barring(findings: Iterable[Finding], stage: Stage) -> list[Finding]:
    """Keep the errors of rules that forbid final documents of a stage."""
    return [
        finding for finding in findings if finding.severity is Severity.ERROR and stage in _BARS.get(finding.code, ())
    ]


def explain(code: str, case: Case | None = None) -> Explanation | None:
    """Return what a rule asks, with the words of its source when a case is given; None for an unknown code."""
    return next((explained(rule, case) for rule in RULES if rule.code == code), None)


__all__ = [
    "CASE_RULES",
    "FRAMEWORK_RULES",
    "RULES",
    "WAIVER_RULES",
    "Explanation",
    "Rule",
    "barring",
    "check",
    "check_framework",
    "explain",
]
