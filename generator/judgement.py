"""Judging what was loaded: faults of form and findings of rules in one list, sorted by place.

A rule’s finding that would rest on a faulty value is left out: the fault of form says it already.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from generator.case.records import FrameworkRecord
from generator.convention import Events, Framework
from generator.findings import Finding, by_place
from generator.load import Loaded, LoadedCase, record_of
from generator.model.rule_settings import RuleSettings
from generator.rules import check, check_framework, check_settings

_RECORDS_KEPT: Final = 4
"""A year has one or two framework conventions."""


def findings_of_case(loaded: LoadedCase, *, final: bool) -> tuple[Finding, ...]:
    """Return all that is wrong with an action and what it refers to.

    Args:
        loaded: the action as far as it could be read.
        final: whether final documents are wanted.
    """
    if loaded.case is None or loaded.record is None:
        return loaded.findings
    judged = [*check(loaded.case, final=final), *_judged_record(loaded.record, final=final)]
    found = [finding for finding in judged if not loaded.is_uncertain(finding)]
    return tuple(by_place([*loaded.findings, *found]))


def findings_of_framework(
    framework: Loaded[Framework], events: Loaded[Events] | None, settings: Loaded[RuleSettings] | None
) -> tuple[Finding, ...]:
    """Return all that is wrong with a framework convention, its events, and how the workspace weighs rules."""
    inputs = [loaded for loaded in (framework, events, settings) if loaded is not None]
    faults = tuple(finding for loaded in inputs for finding in loaded.findings)
    record = record_of(framework, events, settings)
    if record is None:
        return faults
    by_file = {loaded.places.file: loaded for loaded in inputs}
    found = _judged_record(record, final=True)
    certain = [finding for finding in found if not by_file[finding.place.file].is_uncertain(finding.path)]
    return tuple(by_place([*faults, *certain]))


@lru_cache(maxsize=_RECORDS_KEPT)
def _judged_record(record: FrameworkRecord, *, final: bool) -> tuple[Finding, ...]:
    """Judge a framework convention and how the workspace weighs rules: once for all the actions of a year."""
    return (*check_framework(record, final=final), *check_settings(record, final=final))
