"""The term of a framework convention: calendar years, and renewals voted in time."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

from generator.convention.events import Events, RenewalEvent
from generator.convention.framework import Framework, Renewal, Term, TermStart


def last_day_of(first_day: date, years: int) -> date:
    """Return the last day of a term of calendar years: the eve of the anniversary.

    A term that starts on 29 February ends on 28 February: its anniversary in a common year is taken as 1 March.
    A term longer than the calendar ends with it.
    """
    return last_day_of_months(first_day, 12 * years)


def last_day_of_months(first_day: date, months: int) -> date:
    """Return the last day of a delay of calendar months: the eve of the same day, or of the first that follows it."""
    year, month = divmod(12 * first_day.year + first_day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    try:
        same_day = first_day.replace(year=year, month=month + 1)
    except ValueError:
        same_day = date(year, month + 2, 1)
    return same_day - timedelta(days=1)


def term_of(framework: Framework, events: Events | None) -> tuple[date, date] | None:
    """Return first and last day of the framework's term, renewals included.

    A renewal counts only when each party deliberated before the expiry: one voted later revives nothing. Nor does one
    count beyond the number that the text allows.

    Returns:
        The two days, or None when the first day is not known.
    """
    term = framework.term
    first = _first_day(term, events)
    if first is None:
        return None
    if term.last_day is not None:
        last = term.last_day
    elif term.years is not None and term.years > 0:
        last = last_day_of(first, term.years)
    else:
        return None
    for renewal in events.renewals[: term.most_renewals] if events else ():
        if renewed_in_time(framework, renewal, last):
            last = _prolonged(last, renewal.years or 0)
    return first, last


def expiry_before(framework: Framework, events: Events, rank: int) -> date | None:
    """Return the last day of the framework's term before the renewal of that rank (from 0)."""
    term = term_of(framework, events.model_copy(update={"renewals": events.renewals[:rank]}))
    return term[1] if term else None


def renewed_in_time(framework: Framework, renewal: RenewalEvent, expiry: date) -> bool:
    """Whether a renewal has the deliberation of each party on or before the day of expiry, or is tacit."""
    if framework.term.renewal is Renewal.TACIT:
        return not renewal.denounced
    voted = {vote.party for vote in renewal.deliberations if vote.day is not None and vote.day <= expiry}
    return voted >= {party.id for party in framework.parties}


def _prolonged(last: date, years: int) -> date:
    return last if last == date.max else last_day_of(last + timedelta(days=1), years)


def _first_day(term: Term, events: Events | None) -> date | None:
    match term.starts_at:
        case TermStart.DAY:
            return term.first_day
        case TermStart.SIGNATURE:
            return events.signature.day if events else None
        case TermStart.TRANSMISSION:
            return events.transmission.day if events and events.transmission else None
