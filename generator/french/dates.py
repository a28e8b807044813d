"""Dates as French acts write them: « 1er mars 2017 », « du 28 février au 3 mars 2017 ».

Only the first of the month takes « er »; months and days of the week have no capital. The number of the day
and its month stay on one line (no-break space); the line may break before the year.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from generator.french.numbers import cardinal, is_plural
from generator.french.spaces import NO_BREAK_SPACE

MONTHS: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def long_date(day: date) -> str:
    """Write a date in full: « 1er mars 2017 », « 21 mars 2016 »."""
    return f"{_day_and_month(day)} {day.year}"


def weekday_date(day: date) -> str:
    """Write a date in full with its day of the week: « mercredi 1er mars 2017 »."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def month_year(day: date) -> str:
    """Write the month of a date: « mars 2017 »."""
    return f"{_month(day)} {day.year}"


def period(start: date, end: date) -> str:
    """Write a period, both days included: « du 1er au 15 mars 2017 », « le 1er mars 2017 » for a single day.

    Raises:
        ValueError: the period ends before it starts.
    """
    if end < start:
        raise ValueError(f"La période finit le {long_date(end)}, avant son début, le {long_date(start)}.")
    if start == end:
        return f"le {long_date(start)}"
    return f"du {_start_of_period(start, end)} au {long_date(end)}"


def _start_of_period(start: date, end: date) -> str:
    """Return the first day without what it shares with the last: the year, or the month and the year."""
    if start.year != end.year:
        return long_date(start)
    if start.month != end.month:
        return _day_and_month(start)
    return _day(start)


def day_count_words(days: int) -> str:
    """Write a number of days in words: « un jour », « quinze jours », « zéro jour ».

    Raises:
        ValueError: ``days`` is negative.
    """
    return f"{cardinal(days)} {'jours' if is_plural(days) else 'jour'}"


def _day_and_month(day: date) -> str:
    return f"{_day(day)}{NO_BREAK_SPACE}{_month(day)}"


def _day(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _month(day: date) -> str:
    return MONTHS[day.month - 1]
