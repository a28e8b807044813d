"""What goes with a signature package, as facts: sendings, steps before the signature and after it."""

from __future__ import annotations

from enum import Enum, auto

from generator.acts.facts.fact import DetailedFact, Fact
from generator.acts.facts.namings import Noun


class Phrase(Fact, Enum):
    """What is always said in the same words."""

    EVERY_PARTY = auto()

    FOR_SIGNATURE = auto()
    FOR_INFORMATION = auto()
    FOR_ALLOCATION = auto()
    IN_RETURN = auto()
    SIGNING_INSTRUCTIONS = auto()

    VOTE_TRANSMISSION = auto()
    VOTE_PUBLICATION = auto()
    VOTE_VISA = auto()
    POWER_TO_SIGN = auto()
    CREDITS_VOTED = auto()
    DECISION_TO_SIGN = auto()

    ENTRY_INTO_FORCE = auto()
    ON_LAST_SIGNATURE = auto()
    ON_TRANSMISSION = auto()
    ON_LAST_TRANSMISSION = auto()
    RIGHT_AFTER_LAST_SIGNATURE = auto()
    FIRST_PAYMENT = auto()
    AFTER_ENTRY_INTO_FORCE = auto()
    BEFORE_DEPARTURE = auto()
    YEARLY_REPORT = auto()
    TO_BE_FIXED = auto()
    AID_DECLARATION = auto()
    THE_YEAR_AFTER = auto()


class ActNumbered(DetailedFact):
    """The act of the package by its title and number, and which of its originals (rank and total), if one is meant."""

    title: Noun
    number: str
    copy: tuple[int, int] | None = None


class ToAuthority(DetailedFact):
    """An authority that receives something; it is given with its article."""

    authority: str


class SentBy(DetailedFact):
    """By which means an act is sent."""

    means: str


class VoteStep(DetailedFact):
    """The step by which a party approves: an assembly deliberates; a board or a bureau decides, by an act so named."""

    act: str


class NumberCited(DetailedFact):
    """The number of an act."""

    number: str


class ActCited(DetailedFact):
    """An act by what it is and its number, if it has one."""

    act: str
    number: str | None


class HoldsOffice(DetailedFact):
    """Somebody signs by the office that he or she holds."""

    title: str


class FrameworkInForce(DetailedFact):
    """The framework convention is signed and in force."""

    title: Noun


class CoFundingNotified(DetailedFact):
    """A co-funder notified its share."""

    funder: str


class SignedActSent(DetailedFact):
    """A body sends the signed act to the authority that reviews its acts."""

    authority: str
    sender: Noun


class MissionPapersHanded(DetailedFact):
    """The orders and mandates of a mission are handed to its travellers."""

    mission: str
