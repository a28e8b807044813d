"""What a rule stands on: a clause of the framework, a statute, a party's own law, or the coherence of the act.

A citation gives the source's own words, from the data. Where the source does not exist (the framework has no such
clause, no version of the statute is in force on the act's date), the rule does not apply.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeVar

from generator.case.party_law import vote_text
from generator.case.records import Case, FrameworkRecord, LegalRecord
from generator.convention import CLAUSES, Locator, Party
from generator.model.references import PartyProcedure, ProcedureStep, VoteCheck
from generator.rules.engine.naming import of_framework, of_party, on_one_line
from generator.rules.engine.problem import Problem

R_contra = TypeVar("R_contra", bound=FrameworkRecord, contravariant=True)


class Citation(Protocol[R_contra]):
    """The source of a rule: some are found in any framework convention, others for an action only."""

    @property
    def label(self) -> str:
        """The source's name, without a case."""

    def applies(self, case: R_contra) -> bool:
        """Whether the source exists for this case."""

    def words(self, case: R_contra, problem: Problem | None = None) -> str:
        """The source, as the case's data gives it, with its own words."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the framework convention, by the key that its file maps to a place of the signed text."""

    clause: str

    @property
    def label(self) -> str:
        """« convention-cadre : » and what the clause settles."""
        return f"convention-cadre : {CLAUSES.get(self.clause, self.clause)}"

    def applies(self, case: FrameworkRecord) -> bool:
        """Whether the framework has such a clause."""
        return case.quote(self.clause) is not None

    def words(self, case: FrameworkRecord, problem: Problem | None = None) -> str:
        """« article 4, paragraphe 1 de la convention de partenariat : « … » »."""
        del problem
        place = case.framework.clauses.get(self.clause)
        return _quotation(case, place) if place else self.label


@dataclass(frozen=True, slots=True)
class ClauseElse:
    """A clause of the framework convention; where it has none, why the rule stands all the same."""

    clause: str
    reason: str

    @property
    def label(self) -> str:
        """The clause, then the reason."""
        return f"{Clause(self.clause).label} ; sans elle : {self.reason}"

    def applies(self, case: FrameworkRecord) -> bool:
        """Coherence always applies."""
        del case
        return True

    def words(self, case: FrameworkRecord, problem: Problem | None = None) -> str:
        """The clause, with its words; the reason where the framework has no such clause."""
        clause = Clause(self.clause)
        return clause.words(case, problem) if clause.applies(case) else self.reason


@dataclass(frozen=True, slots=True)
class Designation:
    """The words by which the framework designates a party and whoever represents it."""

    @property
    def label(self) -> str:
        """What is cited."""
        return "convention-cadre : désignation de la partie et de son représentant"

    def applies(self, case: Case) -> bool:
        """Whether the framework says where it designates its parties."""
        return "parties" in case.framework.clauses or any(party.clause for party in case.framework.parties)

    def words(self, case: Case, problem: Problem | None = None) -> str:
        """The clause that designates the party at stake, else the one that designates all."""
        party = case.framework.party(problem.party if problem else None)
        place = (party.clause if party else None) or case.framework.clauses.get("parties")
        return _quotation(case, place) if place else self.label


@dataclass(frozen=True, slots=True)
class Statute:
    """A text of law, by its key in the references."""

    key: str

    @property
    def label(self) -> str:
        """The key."""
        return self.key

    def applies(self, case: LegalRecord) -> bool:
        """Whether a version is in force on the act's date."""
        return case.statute(self.key) is not None

    def words(self, case: LegalRecord, problem: Problem | None = None) -> str:
        """Title and sentence of the version in force on the problem's day, else on the act's."""
        text = case.statute(self.key, problem.day if problem else None) or case.statute(self.key)
        if text is None:
            return self.key
        return on_one_line(f"{text.title} : {text.words}" if text.words else text.title)


@dataclass(frozen=True, slots=True)
class PartyLaw:
    """The text of a party's own law that asks for a step before its signature."""

    step: ProcedureStep

    @property
    def label(self) -> str:
        """What is cited."""
        return f"droit de la partie, étape « {self.step.value} »"

    def applies(self, case: Case) -> bool:
        """Whether the law of one party at least asks for the step."""
        return any(self._procedure(case, party) is not None for party in case.parties)

    def words(self, case: Case, problem: Problem | None = None) -> str:
        """The statute of the party at stake, else of every party whose law asks for the step."""
        parties = [party for party in case.parties if problem is None or party.id == problem.party]
        cited = (self._statute_words(case, party) for party in parties)
        return " ; ".join(dict.fromkeys(words for words in cited if words)) or self.label

    def _procedure(self, case: Case, party: Party) -> PartyProcedure | None:
        procedure = case.procedure(party)
        return procedure if procedure and self.step in procedure.steps else None

    def _statute_words(self, case: Case, party: Party) -> str:
        procedure = self._procedure(case, party)
        if procedure is None:
            return ""
        key = procedure.vote_statute if self.step is ProcedureStep.VOTE else None
        key = key or procedure.statute
        return Statute(key).words(case) if key else f"droit {of_party(party)}"


@dataclass(frozen=True, slots=True)
class VoteLaw:
    """The text of a party's own law that makes its vote irregular for want of something."""

    check: VoteCheck

    @property
    def label(self) -> str:
        """What is cited."""
        return f"droit de la partie, contrôle du vote « {self.check.value} »"

    def applies(self, case: Case) -> bool:
        """Whether the law of one party at least asks for it."""
        return any(vote_text(case, party, self.check) is not None for party in case.parties)

    def words(self, case: Case, problem: Problem | None = None) -> str:
        """The text of the party at stake, on the day of its vote, else of every party whose law asks for it."""
        parties = [party for party in case.parties if problem is None or party.id == problem.party]
        day = problem.day if problem else None
        texts = (vote_text(case, party, self.check, day) for party in parties)
        cited = (Statute(text).words(case, problem) for text in texts if text)
        return " ; ".join(dict.fromkeys(cited)) or self.label


@dataclass(frozen=True, slots=True)
class Practice:
    """Why the rule stands although no text says so: the act would contradict itself or could not be made."""

    reason: str

    @property
    def label(self) -> str:
        """The reason."""
        return self.reason

    def applies(self, case: FrameworkRecord) -> bool:
        """Coherence always applies."""
        del case
        return True

    def words(self, case: FrameworkRecord, problem: Problem | None = None) -> str:
        """The reason."""
        del case, problem
        return self.reason


def _quotation(case: FrameworkRecord, place: Locator) -> str:
    words = on_one_line(case.framework.text.words_at(place) or "")
    return f"{place} {of_framework(case)} : « {words} »"
