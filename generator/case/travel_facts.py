"""Who bears what on a mission, and what allowance is due: computed from the framework and dated tables, per mission."""

from __future__ import annotations

from decimal import Decimal

from generator.case.records import Case
from generator.convention import CostRule, Framework
from generator.model.missions import Mission
from generator.model.persons import Traveller, TravellerRole

_FULL = Decimal(1)
_PERCENT = Decimal(100)


def expected_payer(framework: Framework, mission: Mission, category: str) -> str | None:
    """Return the party that a framework makes bear a category of costs on a mission.

    Args:
        framework: its ``frais`` say the rule of each category.
        mission: its travelling and host parties play the roles.
        category: ``transport_international``, ``sejour``, ``transport_local`` or ``assurance``.

    Returns:
        The party's identifier; None when the framework leaves the category open, or no known party plays the role.
    """
    costs = framework.costs
    rules = {
        "transport_international": costs.international_transport,
        "sejour": costs.stay,
        "transport_local": costs.local_transport,
        "assurance": costs.insurance,
    }
    roles = {
        CostRule.TRAVELLING_PARTY: mission.travelling_party,
        CostRule.EACH_ITS_OWN: mission.travelling_party,
        CostRule.HOST_PARTY: mission.host_party,
    }
    rule = rules.get(category)
    payer = framework.party(roles.get(rule)) if rule else None
    return payer.id if payer else None


def allowance_share(case: Case, mission: Mission, traveller: Traveller) -> Decimal | None:
    """Return the share of the daily allowance that is due: 1 less the reductions for lodging and meals provided.

    Returns:
        A share from 0 to 1; None when what the host provides is not known, or no table of reductions is in force.
    """
    del traveller  # the reductions in force depend on the stay alone
    stay = mission.stay
    if stay is None:
        return _FULL
    if stay.lodging_provided is None or stay.meals_provided is None:
        return None
    day = mission.start
    tables = (table for table in case.allowances.reductions if day is None or table.in_force.covers(day))
    table = next(tables, None)
    if table is None:
        return None
    lodging = table.lodging_percent if stay.lodging_provided else Decimal(0)
    reduction = lodging + table.meal_percent * stay.meals_provided
    return max(_FULL - reduction / _PERCENT, Decimal(0))


def order_recipients(case: Case) -> tuple[tuple[Mission, Traveller], ...]:
    """Return each officer who receives a mission order, with the mission: those of parties that issue them here."""
    issuers = {party.id for party in case.parties if _issues_orders(case, party.id)}
    return tuple(
        (mission, traveller)
        for mission in case.action.missions
        for traveller in mission.travellers
        if traveller.role is TravellerRole.OFFICER and traveller.employer in issuers
    )


def _issues_orders(case: Case, identifier: str) -> bool:
    party = case.framework.party(identifier)
    procedure = case.procedure(party) if party else None
    return procedure is not None and procedure.issues_mission_orders
