"""Judging what was loaded: faults of form and findings of rules in one list, sorted by place.

A rule’s finding that would rest on a faulty value is left out: the fault of form says it already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from generator.case.records import FrameworkRecord, Source
from generator.case.year import ActionExtract, YearRecord, extract_of
from generator.convention import Events, Framework
from generator.findings import Finding, by_place
from generator.findings import Path as FindingPath
from generator.load import CaseLoader, Loaded, LoadedCase, record_of, rests_on
from generator.model.rule_settings import RuleSettings
from generator.rules import check, check_framework, check_settings, check_year
from generator.workspace import actions_in, former_year

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
    """The actions of a year, taken one by one: what is kept of each is small, and the case may be let go.

    Args:
        folder: that of the year's inputs.
        loader: reads what its actions share.
    """

    def __init__(self, folder: Path, loader: CaseLoader) -> None:
        self._folder = folder
        self._loader = loader
        self._actions: list[ActionExtract] = []
        self._left_out: dict[str, Iterable[FindingPath]] = {}
        self._is_whole = True

    def add(self, loaded: LoadedCase) -> None:
        """Take one more action; without what could not be read of it, sums are no longer those of the year."""
        if loaded.case is None:
            self.add_unread()
        else:
            self.add_extract(extract_of(loaded.case), left_out_of(loaded))

    def add_extract(self, extract: ActionExtract, left_out: Iterable[FindingPath] = ()) -> None:
        """Take one more action of which this is kept.

        Args:
            extract: what is kept of it.
            left_out: paths of its form that could not be read, or of which a fault is told: no more is said of them.
        """
        self._actions.append(extract)
        if left_out:
            self._left_out[extract.file] = left_out

    def add_unread(self) -> None:
        """Take one more action of which nothing could be read."""
        self._is_whole = False

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
        found = (finding for record in self.records(former) for finding in check_year(record, final=final))
        return tuple(by_place(finding for finding in found if not self._is_uncertain(finding)))

    def records(self, former: Iterable[ActionExtract] = ()) -> Iterator[YearRecord]:
        """Yield the year under the programme's framework convention; without a programme, under each of them.

        Args:
            former: what is kept of last year's actions.
        """
        known = tuple(former)
        under = dict.fromkeys(action.framework for action in self._actions)
        programme = self._loader.programme(self._folder)
        chosen = programme.partial.framework if programme is not None and programme.partial is not None else ""
        for identifier in [chosen] if chosen in under else under:
            own = tuple(action for action in self._actions if chosen in under or action.framework == identifier)
            ground = self._loader.year(self._folder, identifier)
            if ground is not None:
                before = tuple(action for action in known if action.framework == identifier)
                yield replace(ground, actions=own, former=before, is_whole=self._is_whole)

    def _is_uncertain(self, finding: Finding) -> bool:
        """Whether a fault of form tells it already, or left out the value that it would rest on."""
        programme = self._loader.programme(self._folder)
        if programme is not None and finding.place.file == programme.places.file:
            return rests_on(finding.path, _unsure(programme))
        return rests_on(finding.path, self._left_out.get(finding.place.file, ()))


def left_out_of(loaded: LoadedCase) -> tuple[FindingPath, ...]:
    """Return the paths of an action's form that could not be read, or of which a fault is told."""
    own = loaded.inputs.get(loaded.case.places[Source.ACTION].file) if loaded.case else None
    return _unsure(own) if own else ()


def _unsure(loaded: Loaded[Any]) -> tuple[FindingPath, ...]:
    told = {fault.path for fault in loaded.findings if fault.path}
    return tuple(sorted(loaded.left_out | told, key=str))


def former_actions(folder: Path, loader: CaseLoader) -> Iterator[ActionExtract]:
    """Yield what is kept of the actions of the year before, whose folder stands beside; nothing where there is none.

    Args:
        folder: that of the year's inputs.
        loader: reads them.
    """
    for form in actions_in(former_year(folder)):
        case = loader.case(form).case
        if case is not None:
            yield extract_of(case)
