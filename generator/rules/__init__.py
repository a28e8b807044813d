"""The law as code: rules that cite the framework convention and the statutes, and the engine that applies them.

A rule says what is wrong and where in the data; the engine says under which code, by which text, how seriously, and at
which line. The law stands in ``topics``; ``engine`` knows none, but judges how rules are set aside and weighed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Never

from generator.case.records import Case, FrameworkRecord
from generator.case.year import YearRecord
from generator.findings import Finding, Severity, by_place
from generator.model.kind import Stage
from generator.model.rule_settings import RuleSetting, RuleSettings
from generator.rules.engine import waiving, weighing
from generator.rules.engine.judging import Explanation, explained, judge
from generator.rules.engine.rule import EVERY_ACT, Rule
from generator.rules.engine.waiving import Judged
from generator.rules.engine.weighing import Settled, account_of
from generator.rules.topics import CASE_RULES, FRAMEWORK_RULES, YEAR_RULES

WAIVER_RULES: tuple[Rule[Judged, Case], ...] = waiving.RULES
"""The rules that judge an action's waivers, once the case is judged."""

SETTING_RULES: tuple[Rule[Settled, FrameworkRecord], ...] = weighing.RULES
"""The rules that judge how a workspace weighs rules."""

AnyRule = Rule[Never, Case]
"""A rule, whatever its subject: its source at least can be looked for in any case."""

RULES: tuple[AnyRule, ...] = (
    *CASE_RULES,
    *WAIVER_RULES,
    *FRAMEWORK_RULES,
    *SETTING_RULES,
    *YEAR_RULES,
)
"""Every rule."""

_BY_CODE = MappingProxyType({rule.code: rule for rule in CASE_RULES})
_OF_YEARS = frozenset(rule.code for rule in YEAR_RULES)
_ALL_BY_CODE = MappingProxyType({rule.code: rule for rule in RULES})
_BARS = MappingProxyType({rule.code: rule.bars or EVERY_ACT for rule in RULES})
"""Where a rule that only warns is raised to an error by a workspace, it bars every act."""


def check(case: Case, *, final: bool) -> list[Finding]:
    """Judge a case by every rule, and return all that is found, sorted by place.

    Args:
        case: the action with all that it is judged by.
        final: whether final documents are wanted; what a draft may still lack is then an error.
    """
    found = judge(CASE_RULES, case, case, final=final)
    judged = Judged(case, tuple(_settled(case.settings).weighed(found)), _BY_CODE, _OF_YEARS)
    about_waivers = judge(WAIVER_RULES, judged, case, final=final)
    return by_place([*judged.lifted(), *about_waivers])


def check_framework(record: FrameworkRecord, *, final: bool) -> list[Finding]:
    """Judge a framework convention and its events, without any action; return what is found, sorted by place."""
    found = judge(FRAMEWORK_RULES, record, record, final=final)
    return by_place(_settled(record.settings).weighed(found))


def check_year(year: YearRecord, *, final: bool) -> list[Finding]:
    """Judge what no single action can show: all the actions of a year with their programme; sorted by place.

    A waiver is decided for one action: it lifts nothing here. A workspace weighs these rules by its settings.
    """
    found = judge(YEAR_RULES, year, year, final=final)
    return by_place(_settled(year.settings).weighed(found))


def check_settings(record: FrameworkRecord, *, final: bool) -> list[Finding]:
    """Judge how the workspace weighs rules; return what is found, sorted by place."""
    settled = _settled(record.settings)
    return by_place(judge(SETTING_RULES, settled, record, final=final))


def effective_settings(given: RuleSettings) -> Mapping[str, RuleSetting]:
    """Return the settings that have an effect, by code of the rule that they weigh."""
    return _settled(given).effective()


def _settled(given: RuleSettings) -> Settled:
    return Settled(given, _ALL_BY_CODE)


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
    "SETTING_RULES",
    "WAIVER_RULES",
    "YEAR_RULES",
    "AnyRule",
    "Explanation",
    "Rule",
    "account_of",
    "barring",
    "check",
    "check_framework",
    "check_settings",
    "check_year",
    "effective_settings",
    "explain",
]
