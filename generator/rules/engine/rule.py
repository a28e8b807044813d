"""A rule: one function whose docstring is its manual, and the facts that ``@rule`` attaches to it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.case.records import FrameworkRecord
from generator.findings import Severity
from generator.messages.message import said
from generator.model.kind import Stage
from generator.rules.engine.citations import Citation
from generator.rules.engine.problem import Problem

S_contra = TypeVar("S_contra", contravariant=True)
"""What a rule judges: a case, a framework with its events, a case already judged, the settings of a workspace."""

R_contra = TypeVar("R_contra", bound=FrameworkRecord, contravariant=True)
"""Where its source is looked for: some are found in any framework convention, others for an action only."""

ERROR = Severity.ERROR
WARNING = Severity.WARNING

DEPARTURE = (Stage.BEFORE_DEPARTURE,)
SIGNATURE = (Stage.SIGNATURE,)
DEPARTURE_AND_SIGNATURE = (Stage.BEFORE_DEPARTURE, Stage.SIGNATURE)
VOTE_AND_SIGNATURE = (Stage.BEFORE_VOTE, Stage.SIGNATURE)
EVERY_ACT = (Stage.BEFORE_VOTE, Stage.BEFORE_DEPARTURE, Stage.SIGNATURE)


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule's docstring says: what it asks, an example that it refuses, one that it admits."""

    summary: str
    refused: str
    admitted: str

    @classmethod
    def of(cls, docstring: str) -> Manual:
        """Read a rule's docstring; a part that is missing is empty."""
        text = inspect.cleandoc(docstring)
        return cls(said(text.split("\n\n", 1)[0]), _section(text, "Refusé"), _section(text, "Admis"))


@dataclass(frozen=True)
class Rule(Generic[S_contra, R_contra]):
    """A rule and the facts that the engine stamps on what it finds.

    Attributes:
        code: family and serial number; never reused.
        cites: the source that the rule stands on.
        draft: severity in a check of drafts.
        final: severity in a check of final documents.
        bars: stages whose final documents an error of this rule forbids.
        waivable: whether somebody may answer for setting it aside.
        find: the function itself.
    """

    code: str
    cites: Citation[R_contra]
    draft: Severity
    final: Severity
    bars: tuple[Stage, ...]
    waivable: bool
    find: Callable[[S_contra], Iterator[Problem]]

    @property
    def manual(self) -> Manual:
        """The function's docstring, in its three parts."""
        return Manual.of(self.find.__doc__ or "")

    def severity(self, *, final: bool) -> Severity:
        """The severity of what the rule finds."""
        return self.final if final else self.draft


def rule(  # noqa: PLR0913 - every fact of a rule is named where the rule stands
    code: str,
    *,
    cites: Citation[R_contra],
    draft: Severity,
    final: Severity,
    bars: tuple[Stage, ...] = (),
    waivable: bool = True,
) -> Callable[[Callable[[S_contra], Iterator[Problem]]], Rule[S_contra, R_contra]]:
    """Attach to a function the facts that make it a rule; nothing is registered by it."""

    def attach(find: Callable[[S_contra], Iterator[Problem]]) -> Rule[S_contra, R_contra]:
        return Rule(code, cites, draft, final, bars, waivable, find)

    return attach


def _section(text: str, heading: str) -> str:
    match = re.search(rf"^{heading} : (.+?)(?=^\w+ : |\Z)", text, re.MULTILINE | re.DOTALL)
    return said(" ".join(match[1].split())) if match else ""
