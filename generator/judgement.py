"""Judging what was loaded: faults of form and findings of rules in one list, sorted by place.

A rule’s finding that would rest on a faulty value is left out: the fault of form says it already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from generator.case.records import Case, FrameworkRecord
from generator.case.year import ActionExtract, YearRecord, extract_of
from generator.convention import Events, Framework
from generator.findings import Finding, by_place
from generator.findings import Path as FindingPath
from generator.load import Loaded, LoadedCase, record_of
from generator.model.rule_settings import RuleSettings
from generator.rules import check, check_framework, check_settings, check_year

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


class GatheredYear:
    """The actions of a year, taken one by one: what is kept of each is small, and the case may be let go."""

    def __init__(self) -> None:
        """Begin without actions."""
        self._actions: list[ActionExtract] = []
        self._first_under: dict[str, Case] = {}
        self._faulty: dict[str, Loaded[Any]] = {}
        self._told: set[tuple[str, FindingPath]] = set()
        self._is_whole = True

    def add(self, loaded: LoadedCase) -> None:
        """Take one more action; without what could not be read of it, sums are no longer those of the year."""
        if loaded.case is None:
            self._is_whole = False
            return
        self._actions.append(extract_of(loaded.case))
        self._first_under.setdefault(loaded.case.framework.id, loaded.case)
        self._told.update((fault.place.file, fault.path) for fault in loaded.findings)
        self._faulty.update({file: given for file, given in loaded.inputs.items() if given.left_out})

    @property
    def actions(self) -> tuple[ActionExtract, ...]:
        """What is kept of each action, in the order in which they came."""
        return tuple(self._actions)

    def findings(self, former: Iterable[ActionExtract] = (), *, final: bool) -> tuple[Finding, ...]:
        """Return all that is wrong between the actions, and between them and their programme, by place.

        Args:
            former: what is kept of last year's actions.
            final: whether final documents are wanted.
        """
        found = (finding for record in self._records(tuple(former)) for finding in check_year(record, final=final))
        return tuple(by_place(finding for finding in found if not self._is_uncertain(finding)))

    def _records(self, former: tuple[ActionExtract, ...]) -> Iterator[YearRecord]:
        """Yield the year under the programme's framework convention; without a programme, under each of them."""
        for identifier, case in self._first_under.items():
            programme = case.programme
            governs_all = programme is not None and programme.framework in self._first_under
            if governs_all and programme is not None and programme.framework != identifier:
                continue
            own = (action for action in self._actions if governs_all or action.framework == identifier)
            yield YearRecord(
                framework=case.framework,
                events=case.events,
                settings=case.settings,
                places=case.places,
                law=case.law,
                programme=programme,
                actions=tuple(own),
                former=tuple(action for action in former if action.framework == identifier),
                is_whole=self._is_whole,
            )

    def _is_uncertain(self, finding: Finding) -> bool:
        """Whether a fault of form tells it already, or left out the value that it would rest on."""
        given = self._faulty.get(finding.place.file)
        is_told = (finding.place.file, finding.path) in self._told
        return is_told or (given is not None and given.is_uncertain(finding.path))
