"""Who bears each cost of a mission: the party that the framework designates, else whoever the action names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.convention import CostRule, Framework
from generator.findings import Path
from generator.model.missions import Cost, CostCategory, Mission

_BY_WHO_TRAVELS = (CostRule.TRAVELLING_PARTY, CostRule.EACH_ITS_OWN)
_ALWAYS_BORNE = (CostCategory.INTERNATIONAL_TRANSPORT, CostCategory.STAY)
"""What every mission costs somebody, whether or not an entry says how much."""


def designated_payer(framework: Framework, mission: Mission, category: CostCategory) -> str | None:
    """Return the party that a framework makes bear a category of costs on a mission, by its identifier.

    The same clause gives either party, by the direction of the journey: roles are those of the mission, never fixed.
    None when the framework leaves the category open, or no known party plays the role.
    """
    rule = framework.costs.rule_of(category)
    if rule is None:
        return None
    if rule is CostRule.HOST_PARTY:
        payer = framework.party(mission.host_party)
    else:
        payer = framework.party(mission.travelling_party if rule in _BY_WHO_TRAVELS else None)
    return payer.id if payer else None


def payer_of(framework: Framework, mission: Mission, category: CostCategory, cost: Cost | None) -> str | None:
    """Return who bears a cost: the party that the framework designates, else the payer that the action names."""
    return designated_payer(framework, mission, category) or (cost.payer if cost else None)


def costs_without_payer(framework: Framework, mission: Mission) -> Iterator[tuple[Path, CostCategory]]:
    """Yield what neither the action nor the framework lays on somebody; transport and stay first, given or not."""
    given: dict[Path, tuple[CostCategory, Cost | None]] = {(key.value,): (key, None) for key in _ALWAYS_BORNE}
    given |= {path: (category, cost) for path, category, cost in mission.costs}
    for path, (category, cost) in given.items():
        if payer_of(framework, mission, category, cost) is None:
            yield path, category
