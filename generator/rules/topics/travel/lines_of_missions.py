"""Which missions a line of the budget is about, and which category of their costs it pays."""

from __future__ import annotations

from generator.case.records import Case
from generator.french import plain_words
from generator.model.budget import Expense
from generator.model.missions import CostCategory, Mission


def missions_named(case: Case, line: Expense) -> tuple[Mission, ...]:
    """Return the missions that a line names in its label, by their identifiers."""
    label = _spaced(line.label or "")
    return tuple(mission for mission in case.action.missions if _spaced(mission.id) in label)


def category_of(case: Case, line: Expense) -> CostCategory | None:
    """Return the category that a line is of, else, if it names a mission, the one that its label names."""
    typed = CostCategory.typed(line.category or "")
    return typed or (CostCategory.named_in(line.label or "") if missions_named(case, line) else None)


def _spaced(text: str) -> str:
    return f" {' '.join(plain_words(text))} "
