"""What is judged: a framework convention with its events, and one action with all that it is judged by.

Floor 1; every rule takes one of them, no rule changes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeVar, cast

from generator.convention import Events, Framework, Party
from generator.findings import Path, Places
from generator.french import READINGS
from generator.model import Action, Allowances, Law, Programme
from generator.model.approvals import Deliberation, SignatureMode
from generator.model.budget import CoFunder, Resource
from generator.model.persons import Signatory
from generator.model.references import PartyProcedure, Setting, StatuteVersion
from generator.model.rule_settings import RuleSettings
from generator.model.typed_values import TextInSentence

T = TypeVar("T")


class Source(StrEnum):
    """Which input a path belongs to."""

    ACTION = "action"
    FRAMEWORK = "convention"
    EVENTS = "evenements"
    PROGRAMME = "programme"
    SETTINGS = "regles"


_ORIGINALS_RULE = "CC060"
"""The rule whose waiver lets an act have more originals than its framework: bodies sign besides the parties."""


@dataclass(frozen=True, kw_only=True, eq=False)
class FrameworkRecord:
    """A framework convention, what happened to it, how the workspace weighs rules, and where each value stands.

    Two records are equal when they are one: what is found of one is kept, for all the actions under it.
    """

    framework: Framework
    events: Events | None = None
    settings: RuleSettings = field(default_factory=RuleSettings)
    places: Mapping[Source, Places] = field(default_factory=dict)

    def quote(self, clause: str) -> str | None:
        """Return the signed words of a clause by its key: :meth:`Framework.quote`."""
        return self.framework.quote(clause)


@dataclass(frozen=True, kw_only=True, eq=False)
class LegalRecord(FrameworkRecord):
    """What is judged by the law of a day, besides its framework convention."""

    law: Law = field(default_factory=Law)

    @property
    def act_day(self) -> date | None:
        """The day by which the law in force is chosen; None when nothing tells it."""
        return None

    def statute(self, reference: str, day: date | None = None) -> StatuteVersion | None:
        """Return the version of a statute in force on a day (default: the act's day), or None."""
        when = day or self.act_day
        if (reference, when) not in self._statutes:
            versions = self.law.versions.get(reference, ())
            self._statutes[reference, when] = next((text for text in versions if text.in_force.covers(when)), None)
        return self._statutes[reference, when]

    @cached_property
    def _statutes(self) -> dict[tuple[str, date | None], StatuteVersion | None]:
        """Those already looked for, by reference and day."""
        return {}

    def figure(self, reference: str, name: str, day: date | None = None) -> Setting | None:
        """Return a figure that a statute sets on a day (default: the act's day); None when no version sets it."""
        text = self.statute(reference, day)
        return next((setting for setting in text.sets if setting.name == name), None) if text else None

    def procedure(self, party: Party) -> PartyProcedure | None:
        """Return what the law of a party's country asks of a body of its kind on the act's day, or None."""
        country, kind = party.country.code, party.kind
        if (country, kind) not in self._procedures:
            fitting = (
                procedure
                for procedure in self.law.procedures
                if procedure.country == country
                and (not procedure.kinds or kind in procedure.kinds)
                and procedure.in_force.covers(self.act_day)
            )
            self._procedures[country, kind] = next(fitting, None)
        return self._procedures[country, kind]

    @cached_property
    def _procedures(self) -> dict[tuple[str, str], PartyProcedure | None]:
        """Those already looked for, by country and kind."""
        return {}


@dataclass(frozen=True, kw_only=True, eq=False)
class Case(LegalRecord):
    """An action under its framework convention, with the year's programme, and the law as dated data."""

    action: Action
    programme: Programme | None = None
    allowances: Allowances = field(default_factory=Allowances)
    logos: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def is_example(self) -> bool:
        """Whether any of the inputs is example data: the acts then say so on every page."""
        inputs = (self.action, self.events, self.programme, self.allowances)
        return any(entry is not None and entry.example for entry in inputs)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The framework's parties, in the order that the text names them."""
        ordered = (self.framework.party(identifier) for identifier in self.framework.party_order)
        return tuple(party for party in ordered if party is not None)

    @cached_property
    def typed_texts(self) -> tuple[tuple[Path, str], ...]:
        """Every text typed in the action, with its path: walked once, whoever reads them."""
        return tuple(self.action.typed.texts)

    @cached_property
    def texts_in_sentences(self) -> tuple[TextInSentence, ...]:
        """The texts typed in the action that the acts take into a sentence of theirs."""
        return tuple(self.action.typed.in_sentences)

    def found_by(self, reader: Callable[[str], T | None]) -> Sequence[tuple[Path, str, T]]:
        """Return the typed texts in which a reader finds something, each with its path and what is found.

        Args:
            reader: tells what it finds in a text by the text alone, and something false where it finds nothing; always
                the same function, so that a text which actions repeat is read once.
        """
        if reader not in self._found:
            READINGS.learn(reader)
            self._found.update(READINGS.of(self.typed_texts))
        return cast("Sequence[tuple[Path, str, T]]", self._found[reader])

    @cached_property
    def _found(self) -> dict[Callable[[str], object], list[tuple[Path, str, object]]]:
        """What readers found in the typed texts, by reader."""
        return {}

    def texts_with(self, part: str) -> Iterator[tuple[Path, str]]:
        """Yield the typed texts that hold a part of a word, with their paths; a rare one is soon looked for.

        Args:
            part: part of a word, or words, in lower case; texts may be cased in any way.
        """
        words, texts = self._folded_texts
        for folded, typed in zip(texts, self.typed_texts, strict=True) if part in words else ():
            if part in folded:
                yield typed

    @cached_property
    def _folded_texts(self) -> tuple[str, list[str]]:
        """All that was typed, without its case: in one piece, and text by text."""
        folded = [text.casefold() for _, text in self.typed_texts]
        return "\n".join(folded), folded

    @property
    def signing_ids(self) -> tuple[str, ...]:
        """The identifiers of all who sign: the framework's parties in its order, then the associated bodies."""
        return (*(party.id for party in self.parties), *(body.id for body in self.action.signing_bodies))

    @property
    def originals_due(self) -> int | None:
        """How many originals are signed: the framework’s own number, unless another one was decided.

        Without either, as many as there are recipients.
        """
        listed = len(self.action.originals)
        decided = any(waiver.rule == _ORIGINALS_RULE and waiver.is_accounted for waiver in self.action.waivers)
        return (listed if decided else 0) or self.framework.originals or listed or None

    def deliberation(self, party: str) -> Deliberation | None:
        """Return the party's deliberation on this agreement (the last one listed), or None."""
        return next((vote for vote in reversed(self.action.deliberations) if vote.party == party), None)

    def signatory(self, body: str) -> Signatory | None:
        """Return who signs for a party or an associated body, or None."""
        return next((person for person in self.action.signatories if person.party == body), None)

    def duties_of(self, body: str) -> tuple[str, ...]:
        """Return what a party or an associated body undertakes besides money: its own duties, then its commitments."""
        own = (duty for entry in self.action.associated_bodies if entry.id == body for duty in entry.duties)
        listed = (duty for entry in self.action.commitments if entry.party == body for duty in entry.duties)
        return (*own, *listed)

    def resources_of(self, origin: str) -> tuple[Resource, ...]:
        """Return the budget's resources that come from a party, a co-funder or a body."""
        return tuple(line for line in self.action.budget.resources if line.origin == origin)

    def co_funder(self, identifier: str) -> CoFunder | None:
        """Return the co-funder of that identifier, or None."""
        return next((funder for funder in self.action.co_funders if funder.id == identifier), None)

    def signature_day(self, party: str) -> date | None:
        """Return the day on which a party or an associated body means to sign, or None."""
        signature = self.action.signature
        if signature.mode is SignatureMode.CEREMONY:
            return signature.day
        return next((planned.day for planned in signature.by_party if planned.party == party), None)

    @cached_property
    def signature_days(self) -> tuple[date, ...]:
        """The days on which all who sign mean to, associated bodies included, as far as they are known."""
        days = (self.signature_day(identifier) for identifier in self.signing_ids)
        return tuple(day for day in days if day is not None)

    @cached_property
    def act_day(self) -> date | None:
        """The date of the act, by which the law in force is chosen: the last planned signature, or the start."""
        return max(self.signature_days, default=self.action.calendar.start)

    def is_employer_party(self, employer: str | None) -> bool:
        """Whether an employer is one of the framework's parties."""
        return self.framework.party(employer) is not None
