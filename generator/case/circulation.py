"""The journey of the originals: in which order bodies sign, from whom to whom the originals travel, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.case.party_law import transmitting_parties
from generator.case.records import Case
from generator.french import plain_words
from generator.model.approvals import Original, SignatureMode, Visa

_ARTICLES = frozenset({"le", "la", "les", "l"})


@dataclass(frozen=True, slots=True)
class Relay:
    """One journey of the originals.

    Attributes:
        rank: its number, from 1.
        origin: identifier of who sends them.
        to: identifier of who receives them.
        is_return: whether they come back, signed by all, rather than to be signed.
        due: by when they must be there; None when no day is planned.
    """

    rank: int
    origin: str
    to: str
    is_return: bool
    due: date | None


def sending_body(case: Case) -> str | None:
    """Return who sends the package: the first party whose law asks for a transmission, else the first of all."""
    senders = [*(party.id for party in transmitting_parties(case)), *case.signing_ids]
    return senders[0] if senders else None


def signing_order(case: Case) -> tuple[str, ...]:
    """Return those who sign, in order: that of the framework, then the associated bodies.

    The days on which all mean to sign prevail, once they are known; at a ceremony they are one.
    """
    rank = {identifier: index for index, identifier in enumerate(case.framework.signature_order)}
    ordered = sorted(case.signing_ids, key=lambda identifier: rank.get(identifier, len(rank)))
    days = {identifier: case.signature_day(identifier) for identifier in ordered}
    known = {identifier: day for identifier, day in days.items() if day is not None}
    if len(known) < len(ordered):
        return tuple(ordered)
    return tuple(sorted(ordered, key=lambda identifier: known[identifier]))


def legs(case: Case) -> tuple[Relay, ...]:
    """Return the journeys of the originals from who sends them back to there; none when all sign together."""
    return () if case.action.signature.mode is SignatureMode.CEREMONY else tuple(_legs(case))


def _legs(case: Case) -> Iterator[Relay]:
    home = sending_body(case)
    stops = [home, *signing_order(case), home] if home else []
    hops = [(index, origin, to) for index, (origin, to) in enumerate(pairwise(stops), start=1) if origin != to]
    planned = case.action.transmission.planned if case.action.transmission else None
    for rank, (index, origin, to) in enumerate(hops, start=1):
        is_return = index == len(stops) - 1
        yield Relay(rank, origin, to, is_return, planned if is_return else case.signature_day(to))


def lead_desk(case: Case, identifier: str) -> Original | None:
    """Return the original that goes to a body's service which leads the action; None when none goes there.

    One of the two may be typed with its article.
    """
    service = plain_words(case.action.lead_service or "")
    desks = [(original, plain_words(original.recipient or "")) for original in case.action.originals]
    return next(
        (
            original
            for original, words in desks
            if original.party == identifier and words and service[-len(words) :] == words
        ),
        None,
    )


def authority_served(case: Case, original: Original) -> bool:
    """Whether an original goes to the authority that supervises its party, not to a desk of that party."""
    vote, party = case.deliberation(original.party), case.framework.party(original.party)
    procedure = case.procedure(party) if party else None
    visa = vote.visa.authority if vote and vote.visa else None
    named = {_office(visa), _office(procedure.controller if procedure else None)} - {""}
    return _office(original.recipient) in named


def visa_given(case: Case, original: Original) -> Visa | None:
    """Return the visa that the authority to which an original goes gave already; None when it gave none."""
    vote = case.deliberation(original.party)
    visa = vote.visa if vote else None
    return visa if visa is not None and visa.day is not None and authority_served(case, original) else None


def _office(authority: str | None) -> str:
    """Return the first word of an authority, without its article: « le gouverneur de la province » → gouverneur."""
    return next((word for word in plain_words(authority or "") if word not in _ARTICLES), "")
