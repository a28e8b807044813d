"""Which party answers for a traveller, which parties issue their mission orders here, and who receives one."""

from __future__ import annotations

from generator.case.records import Case
from generator.model.missions import Mission
from generator.model.persons import Traveller, TravellerRole


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
