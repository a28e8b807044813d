"""Which party answers for a traveller, which parties issue their mission orders here, who signs and receives them."""

from __future__ import annotations

import re
from typing import Final

from generator.case.records import Case
from generator.model.action import OrderSignatory
from generator.model.missions import Mission
from generator.model.persons import Person, Traveller, TravellerRole

_ARTICLE: Final = re.compile("(?:le |la |l[’'])", re.IGNORECASE)


def issues_orders(case: Case, identifier: str | None) -> bool:
    """Whether a party issues its mission orders and mandates here, as the law of its country has it do."""
    party = case.framework.party(identifier)
    procedure = case.procedure(party) if party else None
    return procedure is not None and procedure.issues_mission_orders


def answering_body(mission: Mission, traveller: Traveller) -> str | None:
    """Return whoever answers for a traveller: the employer, else the party that travels."""
    return traveller.employer or mission.travelling_party


def receives_order(case: Case, traveller: Traveller) -> bool:
    """Whether somebody receives a mission order for each of his or her missions: an officer of an issuing party.

    An elected member travels on a special mandate (CGCT R. 2123-22-1), and somebody else on a decision to bear costs:
    neither receives an order, and the employer alone issues an officer's.
    """
    return traveller.role is TravellerRole.OFFICER and issues_orders(case, traveller.employer)


def order_recipients(case: Case) -> tuple[tuple[Mission, Traveller], ...]:
    """Return each officer who receives a mission order, with the mission."""
    return tuple(
        (mission, traveller)
        for mission in case.action.missions
        for traveller in mission.travellers
        if receives_order(case, traveller)
    )


def order_signatory(case: Case, party: str) -> OrderSignatory | None:
    """Return who signs the mission orders of a party, or None."""
    return next((person for person in case.action.order_signatories if person.party == party), None)


def signs_by_delegation(person: OrderSignatory) -> bool:
    """Whether somebody signs orders in another's name: anything that is said of a delegation says so."""
    return bool(person.delegation_number or person.delegation_day or person.authority)


def orders_authority(case: Case, party: str) -> Person | None:
    """Return in whose name the mission orders of a party are given: the signer's own, without a delegation.

    Under a delegation it is whoever the form names, else who signs the agreement for the party without one. None when
    neither is known.
    """
    signer = order_signatory(case, party)
    if signer is None or not signs_by_delegation(signer):
        return signer
    if signer.authority is not None:
        key = "titre_avec_article" if _ARTICLE.match(signer.authority) else "titre"
        return Person.model_validate({key: signer.authority})
    agreeing = case.signatory(party)
    return agreeing if agreeing is not None and agreeing.delegation is None else None
