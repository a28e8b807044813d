"""What several rules ask of a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.case.records import Case
from generator.convention import Events, Party, term_of
from generator.findings import Path
from generator.model.action import AssociatedBody
from generator.model.approvals import Deliberation, SignatureMode
from generator.model.entries import Entry
from generator.model.missions import Cost, Mission
from generator.model.persons import Signatory, Traveller
from generator.model.references import ProcedureStep, VoteCheck


def enters_on_transmission(case: Case, party: Party | None) -> bool:
    """Whether a party is under the law by which a convention enters into force on its transmission."""
    procedure = case.procedure(party) if party else None
    return procedure is not None and procedure.enters_into_force_on_transmission


def asks_for(case: Case, party: Party, step: ProcedureStep) -> bool:
    """Whether a party's law asks for a step before its signature."""
    procedure = case.procedure(party)
    return procedure is not None and step in procedure.steps


def checks_vote(case: Case, party: Party, check: VoteCheck) -> bool:
    """Whether a party's law makes a vote irregular for want of something."""
    procedure = case.procedure(party)
    return procedure is not None and check in procedure.vote_checks


def expiry_before(case: Case, events: Events, rank: int) -> date | None:
    """Return the last day of the framework's term before the renewal of that rank."""
    term = term_of(case.framework, events.model_copy(update={"renewals": events.renewals[:rank]}))
    return term[1] if term else None


def controller(case: Case, party: Party) -> str:
    """Name the authority that receives or approves a party's acts."""
    procedure = case.procedure(party)
    return (procedure.controller if procedure else None) or "l’autorité de contrôle"


def votes(case: Case) -> Iterator[tuple[Party, Path, Deliberation]]:
    """Yield each party's deliberation (the last one listed), with its path."""
    last = {vote.party: (("deliberations", rank), vote) for rank, vote in enumerate(case.action.deliberations)}
    for party in case.parties:
        if party.id in last:
            path, vote = last[party.id]
            yield party, path, vote


def vote_path(case: Case, party: Party, *keys: str) -> Path:
    """Return where a party's deliberation stands, or should stand."""
    for voter, path, _ in votes(case):
        if voter.id == party.id:
            return (*path, *keys)
    return ("deliberations",)


def approves_later(case: Case, party: Party) -> bool:
    """Whether the party's approval is to follow its signature, under a suspensive clause that its law allows."""
    return party.id in case.action.signature.later_approvals and not asks_for(case, party, ProcedureStep.TRANSMISSION)


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


def signature_path(case: Case, party: Party) -> Path:
    """Return where the day on which a party means to sign stands, or should stand."""
    signature = case.action.signature
    if signature.mode is SignatureMode.CEREMONY:
        return ("signature", "date")
    for rank, planned in enumerate(signature.by_party):
        if planned.party == party.id:
            return ("signature", "par_partie", rank, "date")
    return ("signature", "par_partie")


def transmission_day(case: Case) -> date | None:
    """Return the day on which the signed agreement was, or is to be, transmitted: its entry into force."""
    transmission = case.action.transmission
    if transmission is None:
        return None
    done = transmission.done.day if transmission.done else None
    return done or transmission.planned


def travellers(case: Case) -> Iterator[tuple[Path, Mission, Traveller]]:
    """Yield every traveller of every mission, with its path."""
    for rank, mission in enumerate(case.action.missions):
        for place, traveller in enumerate(mission.travellers):
            yield ("missions", rank, "voyageurs", place), mission, traveller


def mission_costs(case: Case) -> Iterator[tuple[Path, Cost]]:
    """Yield every cost of every mission, with its path."""
    for rank, mission in enumerate(case.action.missions):
        here = ("missions", rank)
        single = (
            ("transport_international", mission.transport),
            ("sejour", mission.stay),
            ("transport_local", mission.local_transport),
            ("assurance", mission.insurance),
        )
        yield from (((*here, key), cost) for key, cost in single if cost is not None)
        yield from (((*here, "escales", place), cost) for place, cost in enumerate(mission.stopovers))
        yield from (((*here, "autres_frais", place), cost) for place, cost in enumerate(mission.other_costs))


def typed_values(entry: Entry, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield every value typed in an entry and below it, with its path."""
    for name, described in type(entry).model_fields.items():
        yield from _typed_below((*path, described.alias or name), getattr(entry, name))


def _typed_below(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    if isinstance(value, Entry):
        yield from typed_values(value, path)
    elif isinstance(value, tuple):
        for rank, item in enumerate(value):
            yield from _typed_below((*path, rank), item)
    else:
        yield path, value


def issues_orders(case: Case, identifier: str | None) -> bool:
    """Whether a party issues its mission orders and mandates here."""
    party = case.framework.party(identifier)
    procedure = case.procedure(party) if party else None
    return procedure is not None and procedure.issues_mission_orders


def figure(case: Case, key: str, name: str, day: date | None = None) -> tuple[Decimal, str | None] | None:
    """Return a figure that a statute sets, with its unit; None when no version in force sets it."""
    text = case.statute(key, day)
    settings = text.sets if text else ()
    return next(((setting.value, setting.unit) for setting in settings if setting.name == name), None)
