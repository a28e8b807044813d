"""The workshop: where the actions of a year are made, in this process, in another, or on another machine."""

from generator.workshop.bench import Bench, Made, Task
from generator.workshop.hands import work_through
from generator.workshop.judged_year import year_findings

__all__ = ["Bench", "Made", "Task", "work_through", "year_findings"]
