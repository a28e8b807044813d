"""The gate of the vote: the act to sign against what each assembly approved.

Data are compared with data: parties, object, obligations, amounts and term cannot change after the vote, whatever the
words, and no waiver lifts that. Other differences of words are listed for the lawyer. Where the voted draft was kept
without its data, the texts are compared, and whatever may touch the substance bars.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zipfile import BadZipFile

from generator.acts.facts.namings import Noun
from generator.acts.wordings.french_namings import after_of
from generator.artifacts import Document, KeptText
from generator.case import Case, Source
from generator.compare.substance_changes import Change, changes
from generator.compare.text_differences import Difference, differences
from generator.compare.voted_copy import faults_of_copy, faults_of_data, path_of, unreadable_copy
from generator.compare.voted_text import is_substantial
from generator.findings import Finding, Path, Place, errors
from generator.french import long_date
from generator.messages import votes
from generator.messages.message import InFull, Message
from generator.model.persons import Forms
from generator.model.substance import Substance
from generator.rendering import extract_text


def changes_since_votes(
    kept_texts: Sequence[KeptText], case: Case, act: Document, substance: Substance
) -> list[Finding]:
    """Compare an act with the draft that each assembly approved, where it was kept.

    Args:
        kept_texts: the kept copies.
        case: the action.
        act: the final act.
        substance: what it settles.

    Returns:
        An error for each change of substance and each copy that cannot be relied upon; a warning for the rest.
    """
    text = extract_text(act.content) if kept_texts else ""
    return [found for kept in kept_texts for found in _Gate(case, kept).findings(text, substance)]


class _Gate:
    """One assembly’s draft, and what stands between it and the signature."""

    def __init__(self, case: Case, kept: KeptText) -> None:
        self.case = case
        self.kept = kept
        self.path: Path = path_of(kept)
        self.places = case.places[Source.ACTION]

    def findings(self, text: str, substance: Substance) -> list[Finding]:
        faults = faults_of_copy(self.kept, self.places)
        if self.kept.content is None or any(errors(faults)):
            return faults
        faults += faults_of_data(self.kept, self.places)
        if any(errors(faults)):
            return faults
        try:
            voted = extract_text(self.kept.content)
        except (BadZipFile, KeyError, SyntaxError, ValueError):
            return [*faults, unreadable_copy(self.kept, self.places)]
        return [*faults, *self._changes(voted, text, substance)]

    def _changes(self, voted: str, text: str, substance: Substance) -> Iterator[Finding]:
        data = self.kept.substance if self.kept.data_digest is not None else None
        if data is not None:
            yield from map(self._changed, changes(data, substance, self._of_whom))
        later = tuple(_later_words(self.case))
        for difference in differences(voted, text):
            bars = data is None and is_substantial(difference, f"{voted}\n{text}", later)
            yield self._other_words(votes.OTHER_SUBSTANCE if bars else votes.OTHER_WORDS, difference)

    def _changed(self, change: Change) -> Finding:
        return _message_of(change).at(
            self._place,
            self.path,
            quoi=InFull(change.what),
            avant=InFull(change.was or "[blanc]"),
            apres=InFull(change.now or "[blanc]"),
            de=InFull(self._by_whom),
        )

    def _other_words(self, message: Message, difference: Difference) -> Finding:
        return message.at(
            self._place,
            self.path,
            lieu=InFull(difference.where),
            difference=InFull(str(difference)),
            de=InFull(self._by_whom),
        )

    @property
    def _place(self) -> Place:
        return self.places[self.path]

    @property
    def _by_whom(self) -> str:
        """« par la délibération de la Ville de Valmont »."""
        return f"par la délibération {self._of_whom(self.kept.party)}"

    def _of_whom(self, identifier: str) -> str:
        """Name a party, a body or a co-funder after « de »; whoever is not there any more, by its identifier."""
        party = self.case.framework.party(identifier)
        if party is not None:
            return after_of(Noun(party.name, party.forms))
        action = self.case.action
        body = next((body for body in action.associated_bodies if body.id == identifier), None)
        if body is not None and body.name:
            return after_of(Noun(body.name, body.forms or Forms()))
        funder = self.case.co_funder(identifier)
        name = funder.name if funder and funder.name else identifier
        return f"de « {name} »"


def _later_words(case: Case) -> Iterator[str]:
    """Yield the numbers and dates that exist after a vote only, as acts cite them."""
    for vote in case.action.deliberations:
        sent, visa = vote.transmission, vote.visa
        days = (vote.day, vote.publication, sent.day if sent else None, visa.day if visa else None)
        yield from (long_date(day) for day in days if day is not None)
        numbers = (vote.number, sent.receipt if sent else None, visa.number if visa else None)
        yield from (number for number in numbers if number)


def _message_of(change: Change) -> Message:
    if change.was is None:
        return votes.NEW_DATUM
    if change.now is None:
        return votes.LOST_DATUM
    if change.is_quality_completed:
        return votes.COMPLETED_QUALITY
    return votes.UNSETTLED_DATUM if change.was == "" else votes.CHANGED_DATUM
