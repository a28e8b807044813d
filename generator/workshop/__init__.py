"""The workshop: where the actions of a year are made, in this process, in another, or on another machine."""

from generator.workshop.bench import Bench, Made, Task
from generator.workshop.hands import work_through
from generator.workshop.judged_year import whole_year
from generator.workshop.workbook_rows import rows_of_workbook
from generator.workshop.year_kinds import year_kinds_made
from generator.workshop.year_report import reported_year

__all__ = [
    "Bench",
    "Made",
    "Task",
    "reported_year",
    "rows_of_workbook",
    "whole_year",
    "work_through",
    "year_kinds_made",
]
