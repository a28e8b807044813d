"""What goes with a signature package, as facts: sendings, steps before the signature and after it."""

from __future__ import annotations

from datetime import date
from enum import Enum, auto

from generator.acts.facts.fact import DetailedFact, Fact
from generator.acts.facts.namings import Noun


class Phrase(Fact, Enum):
    """What is always said in the same words."""

    EVERY_PARTY = auto()

    FOR_SIGNATURE = auto()
    FOR_INFORMATION = auto()
    FOR_ALLOCATION = auto()
    SIGNED_BY_ALL = auto()
    SIGNED_AND_INITIALLED = auto()
    WITH_THE_ORIGINALS = auto()
    SIGNING_INSTRUCTIONS = auto()
    PREREQUISITE_LIST = auto()
    COVERS = auto()
    RECEIPT = auto()
    TO_FILL_IN = auto()
    THE_CO_FUNDER = auto()

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
    """Somebody signs by the office that he or she holds; whether a mandate on that day is known."""

    title: str
    has_mandate: bool = False


class StepState(DetailedFact):
    """Where a step stands: done, else to be done.

    Attributes:
        who: who does it, with the forms of the name, as it was typed with its article, or in a set phrase.
        due: the last day; None when it has no day.
        is_done: whether a dated fact with its reference proves it.
        bars: whether it precedes the signature.
    """

    who: Noun | Phrase | str
    due: date | None
    is_done: bool = False
    bars: bool = True


class DecidedBy(DetailedFact):
    """The act of which the law gives no number: which organ took it."""

    organ: str


class InformedAfterVisa(DetailedFact):
    """The supervising authority receives its original for information: it gave its visa before the signature."""

    number: str | None
    day: date


class OnwardSending(DetailedFact):
    """What whoever signed does with the originals: to whom they go next, on which leg, by when.

    Attributes:
        to: who receives them next.
        leg: on which leg.
        due: by when they arrive.
        is_return: whether they go back to whoever sent them first.
        by_several: whether the name of whoever signed is plural.
    """

    to: Noun
    leg: int
    due: date | None
    is_return: bool
    by_several: bool = False


class LegTold(DetailedFact):
    """Which leg of the circulation a slip goes with."""

    rank: int
    total: int


class ReceivedFrom(DetailedFact):
    """From whom the originals come, on which leg, and whether the name of whoever receives them is plural."""

    origin: Noun
    leg: int
    by_several: bool = False


class BackBy(DetailedFact):
    """To whom something goes back, and by when."""

    to: Noun
    due: date | None


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
