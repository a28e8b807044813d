"""Persons who sign, and the acts that empower them, as facts."""

from __future__ import annotations

from datetime import date

from generator.acts.facts.fact import DetailedFact
from generator.acts.facts.namings import Noun
from generator.french import Gender
from generator.model.persons import Civility


class PersonName(DetailedFact):
    """A person, named in a sentence."""

    civility: Civility
    given_name: str
    surname: str


class SignatureName(DetailedFact):
    """A person, named under a signature."""

    given_name: str
    surname: str


class Office(DetailedFact):
    """The office in which a person acts, with its article.

    Attributes:
        title: the title, as its holder chose it.
        gender: the person's.
        chosen: the title with its article, where the holder chose that too.
        opening: whether it stands at the head of a sentence.
    """

    title: str | None
    gender: Gender
    chosen: str | None
    opening: bool = False


class OfficeOf(DetailedFact):
    """An office with the body in which it is held, at the head of an act.

    Attributes:
        office: the office.
        body: the body.
        town: the town where it sits, of which somebody is mayor.
    """

    office: Office
    body: Noun
    town: Noun


class SignedFor(DetailedFact):
    """In whose name somebody signs under a delegation, and in what office."""

    authority: Office
    signer: Office


class DelegationAct(DetailedFact):
    """The act by which the power to sign was delegated, cited."""

    act: str
    number: str
    day: date


class DelegatedBy(DetailedFact):
    """That the signer holds the power under an act of delegation."""

    delegation: DelegationAct


class DelegationReceived(DetailedFact):
    """That the signer received the power by an act of delegation."""

    delegation: DelegationAct


class VoteCited(DetailedFact):
    """The act by which an assembly approved, cited with its number and its day.

    Attributes:
        act: what the act is.
        number: its number, if it has one.
        assembly: who voted.
        day: when.
        after_of: whether it follows « de », rather than its article.
    """

    act: str
    number: str | None
    assembly: str
    day: date
    after_of: bool = False


class VisaCited(DetailedFact):
    """The visa that an authority gave to an act."""

    act: str
    authority: str
    day: date


class SidePart(DetailedFact):
    """Which side of the act ends here, from 0, among how many."""

    index: int
    count: int
