"""Who signs in another’s name: by which act, given when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.party_law import transmits_the_act
from generator.case.records import Case
from generator.convention import Party
from generator.findings import Path
from generator.french import enumerate_and, long_date
from generator.model.action import AssociatedBody
from generator.model.persons import Delegation, Signatory
from generator.rules.engine.citations import Practice, Statute
from generator.rules.engine.naming import person_name
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.contracting.contracting_capacity import NOT_LOCAL
from generator.rules.topics.places_in_the_case import body_signers, signers

_STAND_IN = re.compile(r"\bsuppléante?\b", re.IGNORECASE)
"""Whoever stands in for an executive who is prevented needs no delegation (CGCT L. 2122-17)."""

_DEPUTY = re.compile(
    r"\b(adjointe?|vice-présidente?|conseill(er|ère)|déléguée?|direct(eur|rice)|secrétaire)\b", re.IGNORECASE
)
"""Titles whose holders sign by a power that somebody gave them (CGCT L. 2122-18 and L. 2122-19)."""


@rule("CG004", cites=Statute("QE Sénat n° 16756"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def delegation_of_signature_is_complete(case: Case) -> Iterator[Problem]:
    """Qui signe par délégation indique l’acte de délégation (numéro, date) et sa qualité.

    Refusé : une adjointe signe, et « delegation » est vide, ou le numéro de l’arrêté.
    Admis : numéro, date et qualité sont remplis ; ou la personne est l’exécutif, ou son suppléant.
    """
    yield from (fault for party, fault in _incomplete_delegations(case) if _transmits(case, party))


@rule(
    "CO003",
    cites=Practice("L’acte cite la délégation de qui signe au nom d’un autre."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
)
def delegation_under_another_law_is_complete(case: Case) -> Iterator[Problem]:
    """Qui signe par délégation pour une partie étrangère ou un organisme indique aussi son acte de délégation.

    Refusé : un vice-président signe pour une partie étrangère, et « delegation » est vide, ou sa date.
    Admis : numéro, date et qualité sont remplis.
    """
    yield from (fault for party, fault in _incomplete_delegations(case) if not _transmits(case, party))


def _incomplete_delegations(case: Case) -> Iterator[tuple[Party | AssociatedBody, Problem]]:
    """Yield each body for which somebody signs by a delegation that is not fully cited, and what is said of it."""
    for party, path, person, delegation in _delegates(case):
        missing = _missing_of(delegation)
        if missing:
            names = enumerate_and([name for _, name in missing])
            yield (
                party,
                Problem(
                    (*path, "delegation", missing[0][0]),
                    f"{person_name(person)} signe par délégation : indiquez {names} (acte de délégation).",
                    "Remplissez « numero », « date » et « qualite » sous « delegation ».",
                ),
            )


@rule(
    "CO004",
    cites=Practice("Nul ne signe par une délégation qu’il n’a pas encore reçue."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def delegation_precedes_the_signature(case: Case) -> Iterator[Problem]:
    """L’acte de délégation est antérieur à la signature, ou du même jour.

    Refusé : l’arrêté est du lendemain de la signature.
    Admis : l’arrêté est du jour de la signature.
    """
    for party, path, person, delegation in _delegates(case):
        day = case.signature_day(party.id)
        if delegation and delegation.day and day and delegation.day > day:
            yield Problem(
                (*path, "delegation", "date"),
                f"La délégation donnée à {person_name(person)} ({long_date(delegation.day)}) est postérieure à sa "
                f"signature ({long_date(day)}).",
                "Corrigez la date de la délégation, ou reportez la signature.",
            )


def _transmits(case: Case, party: Party | AssociatedBody) -> bool:
    return isinstance(party, Party) and transmits_the_act(case, party)


def _delegates(case: Case) -> Iterator[tuple[Party | AssociatedBody, Path, Signatory, Delegation | None]]:
    """Yield those who sign by delegation, for a party or an associated body: they say so, or their title does."""
    for party, path, person in signers(case):
        if person is not None and signs_for_another(party, person):
            yield party, path, person, person.delegation
    for body, path, person in body_signers(case):
        if person is not None and signs_for_another(body, person):
            yield body, path, person, person.delegation


def signs_for_another(party: Party | AssociatedBody, person: Signatory) -> bool:
    """Whether somebody signs in the executive's name, as a delegation says or, in a local authority, a deputy's title.

    Whoever stands in for an executive who is prevented acts in the executive's own right.
    """
    title = person.title or ""
    is_local = party.kind is not None and party.kind not in NOT_LOCAL
    is_deputy = is_local and _DEPUTY.search(title) and not _STAND_IN.search(title)
    return person.delegation is not None or bool(is_deputy)


def _missing_of(delegation: Delegation | None) -> list[tuple[str, str]]:
    """List the keys that a delegation leaves empty, with their names; all of them when there is none."""
    delegation = delegation or Delegation()
    parts = (
        ("numero", "le numéro", delegation.number),
        ("date", "la date", delegation.day),
        ("qualite", "la qualité du signataire", delegation.quality),
    )
    return [(key, name) for key, name, value in parts if not value]


@rule(
    "CO053",
    cites=Practice("Une délégation est personnelle : elle cesse quand finissent les fonctions de qui l’a donnée."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
)
def delegation_comes_from_the_executive_in_office(case: Case) -> Iterator[Problem]:
    """La délégation a été donnée par l’exécutif en fonction le jour de la signature.

    Refusé : elle est de la veille du début de son mandat, tel que les événements de la convention-cadre le disent.
    Admis : elle est de ce jour, ou plus tard ; ou aucun mandat n’est connu.
    """
    holders = case.events.mandates if case.events else ()
    for party, path, person, delegation in _delegates(case):
        day = case.signature_day(party.id)
        started = [each.since for each in holders if each.party == party.id and day and each.holds_office(day)]
        since = max((first for first in started if first), default=None)
        if delegation and delegation.day and since and delegation.day < since:
            yield Problem(
                (*path, "delegation", "date"),
                f"La délégation donnée à {person_name(person)} ({long_date(delegation.day)}) précède le mandat de "
                f"l’exécutif en fonction (depuis le {long_date(since)}) : elle a cessé.",
                "Citez la délégation que cet exécutif a donnée, ou corrigez « mandats » dans les événements.",
            )


RULES = (
    delegation_of_signature_is_complete,
    delegation_under_another_law_is_complete,
    delegation_precedes_the_signature,
    delegation_comes_from_the_executive_in_office,
)
