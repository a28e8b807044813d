"""The daily allowance that a mission gives right to: rate and reductions of its country, in force on its first day.

Sources: arrêté du 3 juillet 2006, articles 1 and 2; figures stand in the dated tables, never here.
"""

from __future__ import annotations

from decimal import Decimal

from generator.case.records import Case
from generator.model.missions import Mission
from generator.model.references import AllowanceRate

_FULL = Decimal(1)
_NOTHING = Decimal(0)
_PERCENT = Decimal(100)


def destination(case: Case, mission: Mission) -> str | None:
    """Return the code of the country where a mission takes place: its own, else that of the party that hosts."""
    host = case.framework.party(mission.host_party)
    return mission.country or (host.country.code if host else None)


def rate_due(case: Case, mission: Mission) -> AllowanceRate | None:
    """Return the rate of a mission's country that is in force on its first day, with its amount and currency.

    A table that the authority has not filled in yet gives no rate; None is no rate of nought.
    """
    country = destination(case, mission)
    rates = (rate for rate in case.allowances.rates if rate.country == country and rate.in_force.covers(mission.start))
    return next((rate for rate in rates if rate.amount and rate.currency), None)


def share_due(case: Case, mission: Mission) -> Decimal | None:
    """Return the share of the daily allowance that is due: 1 less the reductions for lodging and meals provided.

    Returns:
        A share from 0 to 1; None when what the host provides is not known, or no table of reductions is in force.
    """
    stay = mission.stay
    if stay is None:
        return _FULL
    if stay.lodging_provided is None or stay.meals_provided is None:
        return None
    table = next((table for table in case.allowances.reductions if table.in_force.covers(mission.start)), None)
    if table is None:
        return None
    lodging = table.lodging_percent if stay.lodging_provided else _NOTHING
    reduction = lodging + table.meal_percent * stay.meals_provided
    return max(_FULL - reduction / _PERCENT, _NOTHING)
