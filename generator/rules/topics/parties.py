"""Parties and authority: who contracts, who signs, and by what power."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.case.records import Case, Source
from generator.convention import MandateHolder, Party
from generator.findings import Path
from generator.french import Gender, agree, enumerate_and, long_date
from generator.model.action import BodyKind
from generator.model.approvals import SignatureMode
from generator.model.persons import Delegation, Person, Signatory
from generator.rules.engine.citations import Designation, Framework, Practice, Statute
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
from generator.rules.engine.rule import ERROR, SIGNATURE, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.shared_questions import body_signers, enters_on_transmission, signature_path, signers

_DEPUTY = re.compile(
    r"\b(adjointe?|vice-présidente?|conseill(er|ère)|déléguée?|direct(eur|rice)|secrétaire)\b", re.IGNORECASE
)
_STAND_IN = re.compile(r"\bsuppléante?\b", re.IGNORECASE)
_NOT_LOCAL = frozenset({BodyKind.ASSOCIATION, BodyKind.PUBLIC_BODY, BodyKind.COMPANY, BodyKind.STATE})


@rule(
    "CG001",
    cites=Statute("CGCT L. 1115-1"),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def two_local_authorities_of_two_countries_contract(case: Case) -> Iterator[Problem]:
    """La convention réunit au moins une collectivité française et une autorité locale étrangère.

    Refusé : les deux parties de la convention-cadre ont le même pays.
    Admis : une commune française et une commune étrangère.
    """
    authorities = [party for party in case.framework.parties if party.kind not in _NOT_LOCAL]
    home = {party.country.code for party in authorities if enters_on_transmission(case, party)}
    if not home or all(party.country.code in home for party in authorities):
        yield Problem(
            ("parties",),
            "La convention doit réunir au moins une collectivité française et une autorité locale étrangère.",
            "Vérifiez « nature » et « pays » de chaque partie de la convention-cadre.",
            Source.FRAMEWORK,
        )


@rule(
    "CG002",
    cites=Statute("CGCT L. 1115-5"),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def no_state_contracts_unless_the_law_says_so(case: Case) -> Iterator[Problem]:
    """Un État ou un service de l’État ne signe que dans un cas prévu par la loi, et ce cas est cité.

    Refusé : un organisme de nature « etat » signe, et « cas_l_1115_5 » est vide.
    Admis : le cas est cité, ou l’organisme est associé sans signer.
    """
    for rank, party in enumerate(case.framework.parties):
        if party.kind == BodyKind.STATE:
            fix = "Retirez cette partie : un État n’est pas l’autorité locale avec laquelle la loi permet de conclure."
            yield _state(("parties", rank, "nature"), the_party(party), fix, Source.FRAMEWORK)
    for rank, body in enumerate(case.action.associated_bodies):
        if body.is_signatory and body.kind is BodyKind.STATE and not body.state_case:
            fix = "Retirez cette signature, ou citez sous « cas_l_1115_5 » le cas que la loi prévoit."
            yield _state(("organismes_associes", rank, "cas_l_1115_5"), the_body(case, body.id), fix, Source.ACTION)


def _state(path: Path, who: str, fix: str, source: Source) -> Problem:
    return Problem(
        path,
        f"{capitalized_sentence(who)} est un État ou un service de l’État : une collectivité ne peut conclure "
        "une convention avec un État étranger, sauf dans les cas prévus par la loi.",
        fix,
        source,
    )


@rule("CG003", cites=Statute("CGCT L. 1115-5"), draft=WARNING, final=WARNING)
def prefect_authorises_an_agreement_with_a_state(case: Case) -> Iterator[Problem]:
    """La convention signée avec un État est autorisée au préalable par le préfet, quand la loi le demande.

    Refusé : le cas est cité, et « autorisation_prefet » est vide.
    Admis : l’autorisation est indiquée.
    """
    for rank, body in enumerate(case.action.associated_bodies):
        if body.is_signatory and body.kind is BodyKind.STATE and body.state_case and not body.state_authorisation:
            yield Problem(
                ("organismes_associes", rank, "autorisation_prefet"),
                "L’autorisation préalable du préfet n’est pas indiquée pour la signature par "
                f"{the_body(case, body.id)}.",
                "Indiquez l’autorisation sous « autorisation_prefet », ou vérifiez que le cas cité n’en demande pas.",
            )


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


@rule(
    "CO002",
    cites=Practice("Un organisme ne s’engage que par un acte de ses propres organes."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
)
def signing_body_decided_to_sign(case: Case) -> Iterator[Problem]:
    """Chaque organisme signataire a décidé de signer, et sa décision est citée.

    Refusé : un organisme signe, et « decision » est vide.
    Admis : la décision de son conseil d’administration est citée.
    """
    for rank, body in enumerate(case.action.associated_bodies):
        if body.is_signatory and not body.own_decision:
            yield Problem(
                ("organismes_associes", rank, "decision"),
                f"Aucune décision n’autorise la signature par {the_body(case, body.id)}.",
                "Citez sous « decision » l’acte par lequel l’organisme autorise la signature.",
            )


@rule("CC002", cites=Designation(), draft=ERROR, final=ERROR, bars=SIGNATURE)
def signatory_holds_office_on_the_day(case: Case) -> Iterator[Problem]:
    """Le signataire qui n’a pas de délégation est en fonction le jour prévu pour sa signature.

    Refusé : son mandat s’achève la veille de la signature.
    Admis : son mandat s’achève le jour de la signature.
    """
    for party, path, person, day in _executives(case):
        mandates = _mandates(case, party)
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


@rule("CC004", cites=Framework("signataires"), draft=WARNING, final=WARNING)
def parties_sign_in_the_order_of_the_framework(case: Case) -> Iterator[Problem]:
    """Quand les originaux circulent, les parties signent dans l’ordre de la convention-cadre.

    Refusé : la partie qui signe la première dans la convention-cadre signe ici un jour après l’autre.
    Admis : elle signe un jour avant, ou le même jour.
    """
    if case.action.signature.mode is not SignatureMode.CIRCULATION:
        return
    ordered = [party for name in case.framework.signature_order if (party := case.framework.party(name))]
    days = [day for party in ordered if (day := case.signature_day(party.id))]
    if days != sorted(days):
        order = ", puis ".join(party.place.name for party in ordered)
        yield Problem(
            ("signature", "par_partie"),
            f"Ordre des signatures différent de celui {of_framework(case)} ({order}).",
            "Corrigez les dates sous « signature.par_partie », ou confirmez cet ordre.",
        )


@rule("CG004", cites=Statute("QE Sénat n° 16756"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def delegation_of_signature_is_complete(case: Case) -> Iterator[Problem]:
    """Qui signe par délégation indique l’acte de délégation (numéro, date) et sa qualité.

    Refusé : une adjointe signe, et « delegation » est vide, ou le numéro de l’arrêté.
    Admis : numéro, date et qualité sont remplis ; ou la personne est l’exécutif, ou son suppléant.
    """
    for party, path, person, delegation in _delegates(case):
        missing = _missing_of(delegation)
        if missing and enters_on_transmission(case, party):
            yield Problem(
                (*path, "delegation", missing[0][0]),
                f"{person_name(person)} signe par délégation : indiquez {_list(missing)} (acte de délégation).",
                "Remplissez « numero », « date » et « qualite » sous « delegation ».",
            )


@rule(
    "CO003",
    cites=Practice("L’acte cite la délégation de qui signe au nom d’un autre."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
)
def delegation_under_another_law_is_complete(case: Case) -> Iterator[Problem]:
    """Qui signe par délégation pour une partie étrangère indique aussi son acte de délégation.

    Refusé : un vice-président signe pour une partie étrangère, et « delegation » est vide, ou sa date.
    Admis : numéro, date et qualité sont remplis.
    """
    for party, path, person, delegation in _delegates(case):
        missing = _missing_of(delegation)
        if missing and not enters_on_transmission(case, party):
            yield Problem(
                (*path, "delegation", missing[0][0]),
                f"{person_name(person)} signe par délégation : indiquez {_list(missing)} (acte de délégation).",
                "Remplissez « numero », « date » et « qualite » sous « delegation ».",
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


@rule(
    "CO005",
    cites=Practice("Sans date de signature prévue, ni l’ordre des étapes ni la loi applicable ne se vérifient."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
    waivable=False,
)
def each_party_plans_its_signature(case: Case) -> Iterator[Problem]:
    """La date de signature prévue est connue pour chaque partie.

    Refusé : en circulation, une partie n’a pas de date.
    Admis : la cérémonie est datée, ou chaque partie a sa date.
    """
    undated = [party for party in case.parties if case.signature_day(party.id) is None]
    for path in dict.fromkeys(signature_path(case, party) for party in undated):
        who = enumerate_and([of_party(party) for party in undated if signature_path(case, party) == path])
        yield Problem(
            path,
            f"La date de signature prévue {who} est inconnue.",
            "Remplissez « signature.date » (cérémonie), ou « signature.par_partie » (circulation).",
        )


def _executives(case: Case) -> Iterator[tuple[Party, Path, Signatory, date]]:
    """Yield those who sign without delegation, on a known day."""
    for party, path, person in signers(case):
        day = case.signature_day(party.id)
        if person is not None and person.surname and not _signs_for_another(party, person) and day is not None:
            yield party, path, person, day


def _delegates(case: Case) -> Iterator[tuple[Party, Path, Signatory, Delegation | None]]:
    """Yield those who sign by delegation: they say so, or their title does."""
    for party, path, person in signers(case):
        if person is not None and _signs_for_another(party, person):
            yield party, path, person, person.delegation


def _signs_for_another(party: Party, person: Signatory) -> bool:
    """Whether somebody signs in the executive's name, as a delegation says or, in a local authority, a deputy's title.

    Whoever stands in for an executive who is prevented acts in the executive's own right.
    """
    title = person.title or ""
    is_deputy = party.kind not in _NOT_LOCAL and _DEPUTY.search(title) and not _STAND_IN.search(title)
    return person.delegation is not None or bool(is_deputy)


def _mandates(case: Case, party: Party) -> list[MandateHolder]:
    return [holder for holder in case.events.mandates if holder.party == party.id] if case.events else []


def _is_same(holder: MandateHolder, person: Person) -> bool:
    """Whether a mandate is that of a person; a given name that is unknown fits any."""
    given = {_fold(holder.given_name), _fold(person.given_name)} - {""}
    return _fold(holder.surname) == _fold(person.surname) and len(given) <= 1


def _fold(name: str | None) -> str:
    return (name or "").casefold()


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


def _missing_of(delegation: Delegation | None) -> list[tuple[str, str]]:
    """List the keys that a delegation leaves empty, with their names; all of them when there is none."""
    delegation = delegation or Delegation()
    parts = (
        ("numero", "le numéro", delegation.number),
        ("date", "la date", delegation.day),
        ("qualite", "la qualité du signataire", delegation.quality),
    )
    return [(key, name) for key, name, value in parts if not value]


def _list(missing: list[tuple[str, str]]) -> str:
    return enumerate_and([name for _, name in missing])


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
        if person is None or person.title is None or _signs_for_another(party, person) or legal is None:
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
    two_local_authorities_of_two_countries_contract,
    no_state_contracts_unless_the_law_says_so,
    prefect_authorises_an_agreement_with_a_state,
    signatory_of_each_party_is_identified,
    signatory_of_each_signing_body_is_identified,
    signing_body_decided_to_sign,
    signatory_holds_office_on_the_day,
    signatory_is_the_one_that_the_framework_names,
    parties_sign_in_the_order_of_the_framework,
    delegation_of_signature_is_complete,
    delegation_under_another_law_is_complete,
    delegation_precedes_the_signature,
    each_party_plans_its_signature,
    signatory_bears_the_title_that_the_law_knows,
)
