"""Which missions a line of the budget is about, and which category of their costs it pays."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.case.records import Case
from generator.french import plain_words
from generator.model.budget import Expense
from generator.model.missions import CostCategory, Mission


class LineOfMissions(NamedTuple):
    """A line of the budget, as missions read it.

    Attributes:
        line: the line.
        missions: those whose identifiers its label names.
        category: the one that the line is of, else, if it names a mission, the one that its label names.
    """

    line: Expense
    missions: tuple[Mission, ...]
    category: CostCategory | None


@lru_cache(maxsize=2)
def lines_of_missions(case: Case) -> tuple[LineOfMissions, ...]:
    """Return every expense of the budget, in its order, with the missions and the category that it names."""
    by_name = [(_spaced(mission.id), mission) for mission in case.action.missions]
    return tuple(_line_of_missions(line, by_name) for line in case.action.budget.expenses)


def _line_of_missions(line: Expense, by_name: list[tuple[str, Mission]]) -> LineOfMissions:
    label = _spaced(line.label or "")
    named = tuple(mission for name, mission in by_name if name in label)
    typed = CostCategory.typed(line.category or "")
    return LineOfMissions(line, named, typed or (CostCategory.named_in(line.label or "") if named else None))


def _spaced(text: str) -> str:
    return f" {' '.join(plain_words(text))} "
