"""Who bears what on a mission, and what allowance is due, asked as the views of acts ask it."""

from __future__ import annotations

from decimal import Decimal

from generator.case import cost_bearing
from generator.case.allowances_due import share_due
from generator.case.orders_issued import order_recipients
from generator.case.records import Case
from generator.convention import Framework
from generator.model.missions import CostCategory, Mission
from generator.model.persons import Traveller

_CATEGORIES = {category.value: category for category in CostCategory}


def expected_payer(framework: Framework, mission: Mission, category: str) -> str | None:
    """Return the party that a framework makes bear a category of costs on a mission; None for an unknown category."""
    known = _CATEGORIES.get(category)
    return cost_bearing.designated_payer(framework, mission, known) if known else None


def allowance_share(case: Case, mission: Mission, traveller: Traveller) -> Decimal | None:
    """Return the share of the daily allowance that is due to a traveller: the stay alone decides."""
    del traveller
    return share_due(case, mission)


__all__ = ["allowance_share", "expected_payer", "order_recipients"]
