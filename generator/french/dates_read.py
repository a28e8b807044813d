"""Dates read in a French text: « 12 février 2018 », « 1er mars 2018 », « 12-02-2018 », « 2018-02-12 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from generator.french.dates import MONTHS

_NAMED: Final = MappingProxyType({name: rank for rank, name in enumerate(MONTHS, start=1)})
_UNACCENTED: Final = MappingProxyType({"fevrier": 2, "aout": 8, "decembre": 12})
_MONTH: Final[Mapping[str, int]] = MappingProxyType({**_NAMED, **_UNACCENTED})
_WRITTEN: Final = re.compile(
    rf"\b(?P<day>[0-9]{{1,2}})(?:er)?\s+(?P<month>{'|'.join(_MONTH)})\s+(?P<year>[0-9]{{4}})\b"
    r"|\b(?P<day_2>[0-9]{1,2})[/.-](?P<month_2>[0-9]{1,2})[/.-](?P<year_2>[0-9]{4})\b"
    r"|\b(?P<year_3>[0-9]{4})-(?P<month_3>[0-9]{2})-(?P<day_3>[0-9]{2})\b",
    re.IGNORECASE,
)


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
