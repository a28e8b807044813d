"""What an agreement settles of a journey: who goes, in what class, what the host provides, who bears what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from generator.case import Case
from generator.case.cost_bearing import payer_of
from generator.model.missions import Cost, CostCategory, Mission, NamedCost, Stay, Stopover
from generator.model.substance import SettledCost, SettledMission, SettledStay

_COSTS: Final[Mapping[CostCategory, str]] = MappingProxyType(
    {
        CostCategory.INTERNATIONAL_TRANSPORT: "transport international",
        CostCategory.STAY: "séjour",
        CostCategory.LOCAL_TRANSPORT: "transport sur place",
        CostCategory.INSURANCE: "assurance",
        CostCategory.STOPOVER: "escale",
        CostCategory.OTHER: "frais",
    }
)
"""What each category of costs is called in the file of a substance."""


def settled_mission(case: Case, mission: Mission) -> SettledMission:
    """Return what is settled of a journey; its itinerary may still change, its days and its classes may not."""
    return SettledMission(
        id=mission.id,
        purpose=mission.purpose,
        travelling_party=mission.travelling_party,
        host_party=mission.host_party,
        start=mission.start,
        end=mission.end,
        places=mission.places,
        travellers=tuple(traveller.role for traveller in mission.travellers),
        classes=tuple(sorted({leg.travel_class for leg in mission.legs if leg.travel_class})),
        stay=_stay(mission.stay) if mission.stay else None,
        costs=tuple(_costs(case, mission)),
    )


def _stay(stay: Stay) -> SettledStay:
    return SettledStay(
        place=stay.place,
        nights=stay.nights,
        lodging_provided=stay.lodging_provided,
        meals_provided=stay.meals_provided,
    )


def _costs(case: Case, mission: Mission) -> Iterator[SettledCost]:
    """Yield the costs of a mission, each under a name of its own, with whoever bears them under the framework."""
    for path, category, cost in mission.costs:
        rank = [str(step + 1) for step in path if isinstance(step, int)]
        own = _own_name(cost)
        currency = cost.currency or case.action.budget.currency
        yield SettledCost(
            label=" ".join([_COSTS[category], *rank, *([f"({own})"] if own else [])]),
            payer=payer_of(case.framework, mission, category, cost),
            note=cost.note,
            amount=cost.amount,
            currency=currency if cost.amount is not None else None,
        )


def _own_name(cost: Cost) -> str | None:
    if isinstance(cost, Stopover):
        return ", ".join(part for part in (cost.place, f"nuits : {cost.nights}") if part)
    return cost.label if isinstance(cost, NamedCost) else None
