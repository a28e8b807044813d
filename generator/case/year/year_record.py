"""A year under one framework convention: its programme and what is kept of its actions, to be judged together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.case.records import LegalRecord
from generator.case.year.action_extract import ActionExtract
from generator.case.year.extracted_parts import VoteExtract
from generator.french import plain_words
from generator.model import Programme
from generator.model.approvals import Approves


@dataclass(frozen=True, kw_only=True, eq=False)
class YearRecord(LegalRecord):
    """All the actions of one year, with what they share.

    Attributes:
        actions: what is kept of each action, in the order of their files.
        former: what is kept of last year's actions; empty when they are not known.
        programme: the year's programme, or None.
        is_whole: whether every action of the year could be read: sums are then those of the year.
    """

    actions: tuple[ActionExtract, ...]
    former: tuple[ActionExtract, ...] = ()
    programme: Programme | None = None
    is_whole: bool = True

    @cached_property
    def year(self) -> int | None:
        """The programme's year, else the one that all numbers start with; None when they do not agree."""
        if self.programme is not None:
            return self.programme.year
        years = {action.number.split("-", 1)[0] for action in self.actions}
        told = years.pop() if len(years) == 1 else ""
        return int(told) if told.isdecimal() else None

    @cached_property
    def act_day(self) -> date | None:
        """The last date of an agreement of the year, by which the law in force is chosen."""
        return max((action.act_day for action in self.actions if action.act_day), default=None)

    @cached_property
    def governed(self) -> tuple[ActionExtract, ...]:
        """The actions under this framework convention; those under another are told by a rule, and not added up."""
        return tuple(action for action in self.actions if action.framework == self.framework.id)

    def approved_before(self, vote: VoteExtract) -> ActionExtract | None:
        """Return the action of last year whose agreement a deliberation approved already, or None."""
        return self._approved_before.get(_known_by(vote)) if vote.number and vote.day else None

    @cached_property
    def _approved_before(self) -> dict[tuple[object, ...], ActionExtract]:
        """The deliberations of last year on a single agreement: one on a programme may serve for several years."""
        return {
            _known_by(vote): action
            for action in self.former
            for vote in action.votes
            if vote.approves == Approves.SPECIFIC_AGREEMENT.value
        }


def _known_by(vote: VoteExtract) -> tuple[object, ...]:
    """What a deliberation is known by: its assembly, its number, its day."""
    return (vote.party, plain_words(vote.number or ""), vote.day)
