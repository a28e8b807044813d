"""Dates read in a French text: « 12 février 2018 », « 1er mars 2018 », « 12-02-2018 », « 2018-02-12 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from generator.french.dates import MONTHS, long_date

_NAMED: Final = MappingProxyType({name: rank for rank, name in enumerate(MONTHS, start=1)})
_UNACCENTED: Final = MappingProxyType({"fevrier": 2, "aout": 8, "decembre": 12})
_MONTH: Final[Mapping[str, int]] = MappingProxyType({**_NAMED, **_UNACCENTED})
_WRITTEN: Final = re.compile(
    rf"\b(?P<day>[0-9]{{1,2}})(?:er)?\s+(?P<month>{'|'.join(_MONTH)})\s+(?P<year>[0-9]{{4}})\b"
    r"|\b(?P<day_2>[0-9]{1,2})[/.-](?P<month_2>[0-9]{1,2})[/.-](?P<year_2>[0-9]{4})\b"
    r"|\b(?P<year_3>[0-9]{4})-(?P<month_3>[0-9]{2})-(?P<day_3>[0-9]{2})\b",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\d/-])"
    r"|(?<![\d/.-])(?P<year_first>\d{4})-(?P<month_then>\d{2})-(?P<day_last>\d{2})(?![\d/-])"
)
_MARKS_OF_DAYS: Final = re.compile(r"\d[/.-]\d")


def days_written(text: str) -> tuple[date, ...]:
    """Return the days that a text writes whole, in their order; « 30 février 2018 » is none."""
    return tuple(_days(text))


def _days(text: str) -> Iterator[date]:
    for found in _WRITTEN.finditer(text):
        year, month, day = (_first(found, part) for part in ("year", "month", "day"))
        try:
            yield date(int(year), _MONTH.get(month.casefold()) or int(month), int(day))
        except ValueError:
            continue


def _first(found: re.Match[str], part: str) -> str:
    return str(found[part] or found[f"{part}_2"] or found[f"{part}_3"])


def with_days_in_full(text: str) -> str:
    """Write the days in figures of a text as acts do: « 12/02/2018 », « 12.02.2018 » → « 12 février 2018 »."""
    return _DAY.sub(_day_in_full, text) if _MARKS_OF_DAYS.search(text) else text


def _day_in_full(match: re.Match[str]) -> str:
    parts = (("day", "day_last"), ("month", "month_then"), ("year", "year_first"))
    day, month, year = (int(match[first] or match[other]) for first, other in parts)
    try:
        return long_date(date(year, month, day))
    except ValueError:
        return match[0]
