"""Who signs: identified, in office on the day, named as the framework and the law name the office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.records import Case
from generator.convention import MandateHolder, Party
from generator.findings import Path
from generator.french import Gender, agree, enumerate_and, long_date
from generator.model.persons import Person, Signatory
from generator.rules.engine.citations import Designation, Practice
from generator.rules.engine.naming import (
    capitalized_sentence,
    of_framework,
    of_party,
    person_name,
    span,
    the_body,
    the_party,
)
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.contracting.delegation_of_signature import signs_for_another
from generator.rules.topics.places_in_the_case import body_signers, signers


@rule("CC001", cites=Designation(), draft=ERROR, final=ERROR, bars=SIGNATURE, waivable=False)
def signatory_of_each_party_is_identified(case: Case) -> Iterator[Problem]:
    """Le signataire de chaque partie est identifié : civilité, prénom, nom, fonction.

    Refusé : la fonction du signataire d’une partie est vide.
    Admis : civilité, prénom, nom et titre sont remplis.
    """
    for party, path, person in signers(case):
        if person is None or not person.is_identified:
            yield Problem(
                path,
                f"Le signataire {of_party(party)} n’est pas identifié : {_missing(person)}.",
                "Remplissez « civilite », « prenom », « nom » et « titre » du signataire, sous « signataires ».",
                party=party.id,
            )


@rule(
    "CO001",
    cites=Practice("L’acte nomme la personne qui signe pour chaque organisme."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
    waivable=False,
)
def signatory_of_each_signing_body_is_identified(case: Case) -> Iterator[Problem]:
    """Le signataire de chaque organisme signataire est identifié.

    Refusé : un organisme signe, et aucun signataire n’est indiqué pour lui.
    Admis : civilité, prénom, nom et titre de son signataire sont remplis.
    """
    for body, path, person in body_signers(case):
        if person is None or not person.is_identified:
            yield Problem(
                path,
                f"Le signataire pour {the_body(case, body.id)} n’est pas identifié : {_missing(person)}.",
                "Ajoutez la personne sous « signataires », avec l’identifiant de l’organisme sous « partie ».",
            )


def _missing(person: Person | None) -> str:
    """List what is missing of a person."""
    if person is None:
        return "aucune personne n’est indiquée"
    parts = {
        "civilité": person.civility,
        "prénom": person.given_name,
        "nom": person.surname,
        "fonction": person.title,
    }
    return f"il manque {enumerate_and([name for name, value in parts.items() if not value])}"


@rule("CC002", cites=Designation(), draft=ERROR, final=ERROR, bars=SIGNATURE)
def signatory_holds_office_on_the_day(case: Case) -> Iterator[Problem]:
    """Le signataire qui n’a pas de délégation est en fonction le jour prévu pour sa signature.

    Refusé : son mandat s’achève la veille de la signature.
    Admis : son mandat s’achève le jour de la signature.
    """
    for party, path, person, day in _executives(case):
        mandates = _mandates(case, party)
        # Where no mandate of the party is known, nothing speaks against its signatory: CC003 compares names instead.
        if not mandates or any(_is_same(holder, person) and holder.holds_office(day) for holder in mandates):
            continue
        own = [span(holder.since, holder.until) for holder in mandates if _is_same(holder, person)]
        known = f"mandat {enumerate_and(own)}" if own else "aucun mandat ne lui est connu"
        yield Problem(
            (*path, "nom"),
            f"{person_name(person)} n’est pas en fonction à la date de signature prévue ({long_date(day)}) : {known}.",
            "Corrigez le signataire, ou complétez « mandats » dans les événements de la convention-cadre.",
            party=party.id,
        )


@rule("CC003", cites=Designation(), draft=WARNING, final=WARNING)
def signatory_is_the_one_that_the_framework_names(case: Case) -> Iterator[Problem]:
    """Le signataire est celui que la convention-cadre nomme, ou ses mandats connus le confirment.

    Refusé : un autre nom que celui de la convention-cadre, sans mandat connu.
    Admis : le même nom, ou un mandat connu qui couvre le jour de la signature.
    """
    for party, path, person, day in _executives(case):
        named = party.signatory
        if named is None or _fold(named.surname) == _fold(person.surname):
            continue
        if any(_is_same(holder, person) and holder.holds_office(day) for holder in _mandates(case, party)):
            continue
        yield Problem(
            (*path, "nom"),
            f"Le nom du signataire {of_party(party)} diffère de celui {of_framework(case)} ({person_name(named)}) : à "
            "confirmer.",
            "Vérifiez le nom, et inscrivez le mandat sous « mandats » dans les événements de la convention-cadre.",
            party=party.id,
        )


def _executives(case: Case) -> Iterator[tuple[Party, Path, Signatory, date]]:
    """Yield those who sign without delegation, on a known day."""
    for party, path, person in signers(case):
        day = case.signature_day(party.id)
        if person is not None and person.surname and not signs_for_another(party, person) and day is not None:
            yield party, path, person, day


def _mandates(case: Case, party: Party) -> list[MandateHolder]:
    return [holder for holder in case.events.mandates if holder.party == party.id] if case.events else []


def _is_same(holder: MandateHolder, person: Person) -> bool:
    """Whether a mandate is that of a person; a given name that is unknown fits any."""
    given = {_fold(holder.given_name), _fold(person.given_name)} - {""}
    return _fold(holder.surname) == _fold(person.surname) and len(given) <= 1


def _fold(name: str | None) -> str:
    return (name or "").casefold()


@rule(
    "CO015",
    cites=Practice("L’acte désigne qui signe par le titre que son droit connaît, non par un titre d’usage."),
    draft=WARNING,
    final=WARNING,
)
def signatory_bears_the_title_that_the_law_knows(case: Case) -> Iterator[Problem]:
    """Le titre de qui signe sans délégation est celui que connaît le droit de la partie.

    Refusé : « Maire », quand ce droit connaît le président du conseil communal.
    Admis : « Président du conseil communal », ou « Présidente du conseil communal ».
    """
    for party, path, person in signers(case):
        procedure = case.procedure(party)
        legal = procedure.legal_executive_title if procedure else None
        if person is None or person.title is None or signs_for_another(party, person) or legal is None:
            continue
        expected = _agreed(legal, person.gender)
        if not person.title.casefold().startswith(expected.casefold()):
            yield Problem(
                (*path, "titre"),
                f"Le titre « {person.title} » est employé pour {the_party(party)} : son droit connaît « {expected} ».",
                f"Écrivez « {capitalized_sentence(expected)} », ou confirmez le titre d’usage.",
                party=party.id,
            )


def _agreed(title: str, gender: Gender) -> str:
    """Make the first word of a title agree: « présidente du conseil communal »."""
    noun, _, rest = title.partition(" ")
    return f"{agree(noun, gender)} {rest}".rstrip()


RULES = (
    signatory_of_each_party_is_identified,
    signatory_of_each_signing_body_is_identified,
    signatory_holds_office_on_the_day,
    signatory_is_the_one_that_the_framework_names,
    signatory_bears_the_title_that_the_law_knows,
)
