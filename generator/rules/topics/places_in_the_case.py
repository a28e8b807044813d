"""Where what several rules look at stands in an action, or should stand when it is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.case.orders_issued import receives_order
from generator.case.records import Case
from generator.convention import Party
from generator.findings import Path
from generator.model.action import AssociatedBody
from generator.model.approvals import Deliberation, SignatureMode
from generator.model.missions import Cost, Mission
from generator.model.persons import Signatory, Traveller


@lru_cache(maxsize=2)
def votes(case: Case) -> tuple[tuple[Party, Path, Deliberation], ...]:
    """Return each party's deliberation (the last one listed), with its path."""
    last = {vote.party: (("deliberations", rank), vote) for rank, vote in enumerate(case.action.deliberations)}
    return tuple((party, *last[party.id]) for party in case.parties if party.id in last)


def vote_path(case: Case, party: Party, *keys: str) -> Path:
    """Return where a party's deliberation stands, or should stand."""
    for voter, path, _ in votes(case):
        if voter.id == party.id:
            return (*path, *keys)
    return ("deliberations",)


def signers(case: Case) -> Iterator[tuple[Party, Path, Signatory | None]]:
    """Yield whoever signs for each party, with the path where he or she stands or should stand."""
    for party in case.parties:
        path, person = _signer(case, party.id)
        yield party, path, person


def body_signers(case: Case) -> Iterator[tuple[AssociatedBody, Path, Signatory | None]]:
    """Yield whoever signs for each associated body that signs."""
    for body in case.action.signing_bodies:
        path, person = _signer(case, body.id)
        yield body, path, person


def _signer(case: Case, identifier: str) -> tuple[Path, Signatory | None]:
    for rank, person in enumerate(case.action.signatories):
        if person.party == identifier:
            return ("signataires", rank), person
    return ("signataires",), None


def all_who_sign(case: Case) -> tuple[Party | AssociatedBody, ...]:
    """Return all who sign: the framework's parties in its order, then the associated bodies."""
    return (*case.parties, *case.action.signing_bodies)


def signature_path(case: Case, party: Party | AssociatedBody) -> Path:
    """Return where the day on which somebody means to sign stands, or should stand."""
    signature = case.action.signature
    if signature.mode is SignatureMode.CEREMONY:
        return ("signature", "date")
    for rank, planned in enumerate(signature.by_party):
        if planned.party == party.id:
            return ("signature", "par_partie", rank, "date")
    return ("signature", "par_partie")


def resource_path(case: Case, origin: str, key: str) -> Path:
    """Return where a key of a body's first resource stands, or should stand."""
    for rank, line in enumerate(case.action.budget.resources):
        if line.origin == origin:
            return ("budget", "ressources", rank, key)
    return ("budget", "ressources")


@lru_cache(maxsize=2)
def travellers(case: Case) -> tuple[tuple[Path, Mission, Traveller], ...]:
    """Return every traveller of every mission, with its path."""
    return tuple(
        (("missions", rank, "voyageurs", place), mission, traveller)
        for rank, mission in enumerate(case.action.missions)
        for place, traveller in enumerate(mission.travellers)
    )


def journeys_by_person(case: Case) -> Iterator[list[tuple[Path, Mission, Traveller]]]:
    """Yield the journeys of each person whose name and first name are known, as they were typed."""
    journeys: dict[tuple[str, ...], dict[str, tuple[Path, Mission, Traveller]]] = defaultdict(dict)
    for path, mission, person in travellers(case):
        if all(person.identity):  # named twice in one mission, somebody still makes one journey
            journeys[person.identity].setdefault(mission.id, (path, mission, person))
    return (list(each.values()) for each in journeys.values())


def order_recipients_with_paths(case: Case) -> Iterator[tuple[Path, Mission, Traveller]]:
    """Yield every traveller who receives a mission order, with its path."""
    return (entry for entry in travellers(case) if receives_order(case, entry[2]))


def costs(case: Case) -> Iterator[tuple[Path, Cost]]:
    """Yield every cost of every mission, with its path."""
    for rank, mission in enumerate(case.action.missions):
        yield from ((("missions", rank, *path), cost) for path, _, cost in mission.costs)
