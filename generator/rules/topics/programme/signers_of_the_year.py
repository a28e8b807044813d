"""Who signs in a year: one signatory for a party on a day, in one town, and the same one as long as nothing changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_parts import SignatureExtract, SignerExtract
from generator.french import long_date
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule
from generator.rules.topics.programme.across_actions import (
    Part,
    body_name,
    folded,
    grouped_by,
    identity,
    odd_one,
    person,
    told_at,
)


def _signers(year: YearRecord) -> Iterator[tuple[ActionExtract, SignerExtract, date | None]]:
    """Yield who signs each agreement, whose names are known, with the day on which that body means to sign."""
    for action in year.actions:
        days = {signature.body: signature.day for signature in action.signatures}
        for signer in action.signers:
            if not signer.signs_orders and identity(signer.given_name, signer.surname):
                yield action, signer, days.get(signer.body)


@rule(
    "CO118",
    cites=Practice("Une partie signe par une seule personne un même jour ; une autre le lendemain se comprend mal."),
    draft=WARNING,
    final=WARNING,
)
def one_person_signs_for_a_body_on_a_day(year: YearRecord) -> Iterator[Problem]:
    """Le même jour, une seule personne signe pour une partie ou un organisme.

    Refusé : la Maire signe une convention, et son adjoint une autre, le même jour.
    Admis : la même personne ; deux jours.
    """
    dated = ((action, signer) for action, signer, day in _signers(year) if day)
    days = {(action.file, signer.body): day for action, signer, day in _signers(year)}
    for (body, day), signers in grouped_by(dated, lambda action, signer: (signer.body, days[action.file, signer.body])):
        unlike = odd_one(signers, _person)
        if unlike is not None and day is not None and not _is_judged_alone(year, body, day, signers):
            (first_action, first), (action, signer) = unlike
            yield told_at(
                action,
                signer,
                f"Le {long_date(day)}, {person(signer.given_name, signer.surname)} signerait pour "
                f"{body_name(year, action, body)} l’action {action.number}, et "
                f"{person(first.given_name, first.surname)} l’action {first_action.number}.",
                "Désignez le même signataire, ou un autre jour.",
            )


@rule(
    "CO119",
    cites=Practice(
        "Qui représente une partie ou un organisme ne change pas d’une action à l’autre sans raison connue."
    ),
    draft=WARNING,
    final=WARNING,
)
def one_person_represents_a_body(year: YearRecord) -> Iterator[Problem]:
    """Une partie ou un organisme a le même signataire toute l’année, à moins d’une délégation ou d’un mandat connu.

    Refusé : l’association signe par sa présidente, puis par une autre personne ; un prénom écrit de deux façons.
    Admis : une délégation ; une partie dont les mandats sont connus, que chaque action vérifie.
    """
    mandated = {holder.party for holder in year.events.mandates} if year.events else set()
    own = ((action, signer) for action, signer, _ in _signers(year) if not signer.is_delegate)
    days = {(action.file, signer.body): day for action, signer, day in _signers(year)}
    for body, signers in grouped_by(own, lambda _, signer: signer.body):
        unlike = odd_one(signers, _person)
        if unlike is None or body in mandated:
            continue
        (first_action, first), (action, signer) = unlike
        first_day = days[first_action.file, body]
        if first_day is None or first_day != days[action.file, body]:  # on one day: told already
            yield told_at(
                action,
                signer,
                f"{person(signer.given_name, signer.surname)} signerait pour {body_name(year, action, body)} l’action "
                f"{action.number}, et {person(first.given_name, first.surname)} l’action {first_action.number}.",
                "Reprenez le nom du même représentant ; s’il a changé, inscrivez les mandats dans les événements de la "
                "convention-cadre.",
            )


@rule(
    "CO120",
    cites=Practice("Nul ne signe en deux villes le même jour."),
    draft=WARNING,
    final=WARNING,
)
def nobody_signs_in_two_towns(year: YearRecord) -> Iterator[Problem]:
    """Le même jour, une partie ne signe pas en deux lieux.

    Refusé : la cérémonie d’une action est dans une ville, celle d’une autre dans l’autre ville, le même jour.
    Admis : un seul lieu ; deux jours.
    """
    placed = ((action, each) for action in year.actions for each in action.signatures if each.town)
    told: set[tuple[str, ...]] = set()
    for (_, day), signatures in grouped_by(placed, _body_and_day):
        unlike = odd_one(signatures, lambda signature: folded(signature.town))
        if unlike is not None and (unlike[0][0].file, unlike[1][0].file) not in told:
            (first_action, first), (action, signature) = unlike
            told.add((first_action.file, action.file))
            yield told_at(
                action,
                signature,
                f"Le {long_date(day)}, {body_name(year, action, signature.body)} signerait à {signature.town} (action "
                f"{action.number}) et à {first.town} (action {first_action.number}).",
                "Corrigez le lieu ou le jour de l’une des signatures.",
            )


def _body_and_day(_: ActionExtract, signature: SignatureExtract) -> tuple[str, date]:
    return signature.body, signature.day


def _person(signer: SignerExtract) -> tuple[str, str] | None:
    return identity(signer.given_name, signer.surname)


def _is_judged_alone(year: YearRecord, body: str, day: date, signers: list[Part[SignerExtract]]) -> bool:
    """Whether each action is judged by the mandates known on that day: the one who holds none is told there."""
    holders = [holder for holder in year.events.mandates if holder.party == body] if year.events else []
    known = any(holder.holds_office(day) for holder in holders)
    return known and not any(signer.is_delegate for _, signer in signers)


RULES = (
    one_person_signs_for_a_body_on_a_day,
    one_person_represents_a_body,
    nobody_signs_in_two_towns,
)
