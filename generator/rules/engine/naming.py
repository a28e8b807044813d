"""The words of messages: bodies, persons, amounts and periods, as French sentences name them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from generator.case.records import Case, FrameworkRecord
from generator.convention import Party
from generator.french import amount_in_figures, decimal_number, long_date, of, period, the
from generator.model.action import AssociatedBody
from generator.model.persons import Person


def the_party(party: Party | AssociatedBody) -> str:
    """« la Ville de … »."""
    return the(party.noun)


def of_party(party: Party | AssociatedBody) -> str:
    """« de la Ville de … »."""
    return of(party.noun)


def the_framework(case: FrameworkRecord) -> str:
    """« la convention de partenariat »."""
    return the(case.framework.noun)


def of_framework(case: FrameworkRecord) -> str:
    """« de la convention de partenariat »."""
    return of(case.framework.noun)


def the_body(case: Case, identifier: str | None) -> str:
    """Name whoever an identifier designates: a party, an associated body, a co-funder, else the identifier itself."""
    party = case.framework.party(identifier)
    if party is not None:
        return the_party(party)
    body = next((body for body in case.action.associated_bodies if body.id == identifier), None)
    if body is not None:
        return the(body.noun)
    funder = case.co_funder(identifier) if identifier else None
    return (funder.name if funder and funder.name else None) or f"« {identifier} »"


def person_name(person: Person) -> str:
    """« Madame Claire Gabarit », or what is known of it."""
    return " ".join(part for part in (person.civility, person.given_name, person.surname) if part) or "une personne"


def money(amount: Decimal, currency: str | None) -> str:
    """« 12 500,00 € »; an amount that cannot be an amount of money is written as it was typed."""
    try:
        return amount_in_figures(amount, currency or "").rstrip()
    except ValueError:
        return f"{decimal_number(amount)} {currency or ''}".rstrip()


def span(start: date | None, end: date | None) -> str:
    """« du 1er au 15 mars 2017 », « à partir du … », « jusqu’au … »; « dates inconnues » when neither is known."""
    if start and end and start <= end:
        return period(start, end) if start != end else f"du {long_date(start)}"
    if start and end:
        return f"du {long_date(start)} au {long_date(end)}"
    if start:
        return f"à partir du {long_date(start)}"
    return f"jusqu’au {long_date(end)}" if end else "dates inconnues"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """« Vouliez-vous dire « x » ? », or the list of what is admitted."""
    admitted = tuple(known)
    near = get_close_matches(word, admitted, n=1)
    if near:
        return f"Vouliez-vous dire « {near[0]} » ?"
    return f"Valeurs admises : {', '.join(admitted) or 'aucune'}."


def on_one_line(text: str) -> str:
    """Put a quotation on one line; no word and no space of another kind is changed."""
    return " ".join(line.strip() for line in text.splitlines())
