"""The act that each traveller needs before the departure: special mandate, support decision, exit authorisation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.orders_issued import answering_body, issues_orders
from generator.case.records import Case
from generator.findings import Path, dotted
from generator.french import agree, long_date
from generator.model.missions import Mission
from generator.model.persons import EmpoweringAct, Traveller, TravellerRole
from generator.rules.engine.citations import Practice, Statute
from generator.rules.engine.naming import person_name
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE_AND_SIGNATURE, ERROR, WARNING, rule
from generator.rules.topics.places_in_the_case import travellers

_MAYOR_GRANTS = "loi 2022-217"
_DELIBERATION = re.compile("d[ée]lib[ée]ration", re.IGNORECASE)
"""An act that bears another name was not voted by the assembly."""


@rule("OM006", cites=Statute("CGCT R. 2123-22-1"), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def elected_traveller_has_a_special_mandate(case: Case) -> Iterator[Problem]:
    """L’élu qui se déplace a un mandat spécial, daté ; un ordre de mission ne suffit pas.

    Refusé : « mandat_special » est vide, ou sans date.
    Admis : le mandat spécial est daté.
    """
    for path, mission, traveller in _home_travellers(case, TravellerRole.ELECTED):
        if traveller.special_mandate is None or traveller.special_mandate.day is None:
            yield Problem(
                (*path, "mandat_special"),
                f"{person_name(traveller)} a la qualité d’élu : un mandat spécial est requis pour la mission "
                f"{mission.id}, un ordre de mission ne suffit pas.",
                "Remplissez « mandat_special » : nature, numéro et date de l’acte.",
            )


@rule("OM007", cites=Statute("QE Sénat n° 22564"), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def special_mandate_precedes_the_departure(case: Case) -> Iterator[Problem]:
    """Le mandat spécial n’est pas postérieur au départ.

    Refusé : le mandat est du lendemain du départ.
    Admis : le mandat est du jour du départ, ou antérieur.
    """
    for path, mission, traveller in _home_travellers(case, TravellerRole.ELECTED):
        yield from _late_act((*path, "mandat_special"), "Mandat spécial", traveller.special_mandate, mission)


@rule("OM008", cites=Statute("CGCT L. 2122-22"), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def mayor_grants_mandates_only_when_the_law_allows(case: Case) -> Iterator[Problem]:
    """Le mandat spécial est donné par délibération, ou par décision depuis que la loi permet d’en déléguer le pouvoir.

    Refusé : une décision, un arrêté, un ordre de mission de la veille de l’entrée en vigueur de la loi.
    Admis : une décision du jour de l’entrée en vigueur, ou une délibération.
    """
    for path, _mission, traveller in _home_travellers(case, TravellerRole.ELECTED):
        mandate = traveller.special_mandate
        if mandate is None or mandate.day is None or _is_voted(mandate):
            continue
        # Before that law, only the assembly could give a mandate: no decision, no order of the mayor.
        if case.statute(_MAYOR_GRANTS, mandate.day) is None:
            yield Problem(
                (*path, "mandat_special", "nature"),
                f"L’acte qui donne mandat spécial à {person_name(traveller)} n’est pas une délibération "
                f"({mandate.kind} du {long_date(mandate.day)}) : à cette date, seule l’assemblée peut le donner.",
                "Citez la délibération qui donne le mandat spécial.",
                day=mandate.day,
            )


@rule("OM015", cites=Statute(_MAYOR_GRANTS), draft=WARNING, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def mandate_that_is_not_voted_cites_its_delegation(case: Case) -> Iterator[Problem]:
    """Le mandat spécial donné autrement que par délibération cite celle qui en a délégué le pouvoir à l’exécutif.

    Refusé : une décision donne le mandat spécial, et « delegation » est vide.
    Admis : la délibération qui délègue ce pouvoir est citée ; ou le mandat est lui-même voté.
    """
    for path, mission, traveller in _home_travellers(case, TravellerRole.ELECTED):
        mandate = traveller.special_mandate
        if mandate is not None and not _is_voted(mandate) and not mandate.delegation:
            yield Problem(
                (*path, "mandat_special", "delegation"),
                f"Mandat spécial de {person_name(traveller)} (mission {mission.id}) : rien ne dit que l’assemblée en a "
                f"délégué le pouvoir ({mandate.kind}).",
                "Citez sous « delegation » la délibération qui délègue ce pouvoir ; à défaut, faites voter le mandat.",
                day=mandate.day,
            )


def _is_voted(mandate: EmpoweringAct) -> bool:
    """Whether an assembly gave a mandate itself."""
    return bool(_DELIBERATION.search(mandate.kind))


@rule("OM009", cites=Statute(_MAYOR_GRANTS), draft=WARNING, final=WARNING)
def nobody_grants_a_mandate_to_oneself(case: Case) -> Iterator[Problem]:
    """L’exécutif ne se donne pas à lui-même son mandat spécial par décision.

    Refusé : le signataire de la partie se déplace sur sa propre décision.
    Admis : il se déplace sur délibération.
    """
    for path, mission, traveller in _home_travellers(case, TravellerRole.ELECTED):
        mandate, executive = traveller.special_mandate, case.signatory(answering_body(mission, traveller) or "")
        if mandate is None or executive is None or _is_voted(mandate):
            continue
        if traveller.identity == executive.identity:
            yield Problem(
                (*path, "mandat_special", "nature"),
                f"{person_name(traveller)} se donnerait à soi-même un mandat spécial par {mandate.kind} : régularité "
                "douteuse.",
                "Préférez une délibération.",
            )


@rule("OM010", cites=Statute("CGCT annexe I rubrique 2191"), draft=WARNING, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def third_traveller_has_a_support_decision(case: Case) -> Iterator[Problem]:
    """La personne qui n’est ni agent ni élu a une décision de prise en charge, datée.

    Refusé : « decision_prise_en_charge » est vide, ou sans date.
    Admis : la décision est datée.
    """
    for path, mission, traveller in _home_travellers(case, TravellerRole.THIRD):
        if traveller.support_decision is None or traveller.support_decision.day is None:
            yield Problem(
                (*path, "decision_prise_en_charge"),
                f"{person_name(traveller)} n’est ni agent ni élu : une décision de prise en charge est nécessaire "
                f"pour la mission {mission.id}.",
                "Remplissez « decision_prise_en_charge » : nature, numéro et date de l’acte.",
            )


@rule(
    "OM011",
    cites=Statute("CGCT annexe I rubrique 2191"),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def support_decision_precedes_the_departure(case: Case) -> Iterator[Problem]:
    """La décision de prise en charge n’est pas postérieure au départ.

    Refusé : la décision est du lendemain du départ.
    Admis : la décision est du jour du départ, ou antérieure.
    """
    for path, mission, traveller in _home_travellers(case, TravellerRole.THIRD):
        here = (*path, "decision_prise_en_charge")
        yield from _late_act(here, "Décision de prise en charge", traveller.support_decision, mission)


def _late_act(path: Path, name: str, act: EmpoweringAct | None, mission: Mission) -> Iterator[Problem]:
    if act and act.day and mission.start and act.day > mission.start:
        yield Problem(
            (*path, "date"),
            f"{name} ({long_date(act.day)}) : l’acte est postérieur au départ de la mission {mission.id} "
            f"({long_date(mission.start)}).",
            "Faites prendre l’acte avant le départ, ou reportez la mission.",
        )


@rule(
    "OM013",
    cites=Practice("Un mineur ne quitte pas le pays sans l’autorisation de ses parents."),
    draft=WARNING,
    final=WARNING,
)
def minor_has_an_exit_authorisation(case: Case) -> Iterator[Problem]:
    """Le mineur qui se déplace a une autorisation de sortie du territoire.

    Refusé : « mineur » vaut oui, et « autorisation_sortie » vaut non.
    Admis : l’autorisation est jointe.
    """
    for path, mission, traveller in travellers(case):
        if traveller.minor and not traveller.exit_authorisation:
            yield Problem(
                (*path, "autorisation_sortie"),
                f"{person_name(traveller)} est {agree('mineur', traveller.gender)} : autorisation de sortie du "
                f"territoire à joindre (mission {mission.id}).",
                "Joignez l’autorisation, et écrivez « oui » sous « autorisation_sortie ».",
            )


def _home_travellers(case: Case, role: TravellerRole) -> Iterator[tuple[Path, Mission, Traveller]]:
    """Yield the travellers of a role for whom a party that issues its acts here is responsible."""
    for path, mission, traveller in travellers(case):
        if traveller.role is role and issues_orders(case, answering_body(mission, traveller)):
            yield path, mission, traveller


@rule(
    "OM053",
    cites=Practice("Un numéro désigne un seul ordre de mission : c’est par lui que la paierie le retrouve."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def each_order_has_its_own_number(case: Case) -> Iterator[Problem]:
    """Deux voyageurs n’ont pas le même numéro d’ordre de mission, ni un voyageur le même pour deux missions.

    Refusé : le numéro du premier ordre, recopié au second.
    Admis : un numéro pour chaque ordre.
    """
    seen: dict[tuple[str, str | None], Path] = {}
    for path, mission, traveller in travellers(case):
        if traveller.order_number:
            key = (traveller.order_number.casefold(), answering_body(mission, traveller))
            first = seen.setdefault(key, path)
            if first != path:
                yield Problem(
                    (*path, "numero_ordre"),
                    f"L’ordre n° {traveller.order_number} est déjà celui d’un autre (« {dotted(first)} »).",
                    "Donnez à chaque ordre son numéro.",
                )


@rule(
    "OM054",
    cites=Practice("Nul ne s’ordonne à soi-même de partir : l’ordre vient de qui en répond."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def nobody_signs_ones_own_order(case: Case) -> Iterator[Problem]:
    """Qui signe les ordres de mission d’une partie n’en reçoit pas un de sa propre main.

    Refusé : le directeur général signe les ordres, et part en mission.
    Admis : un autre les signe ; ou il part pour une autre partie, qui ne délivre pas d’ordre ici.
    """
    signing = {(person.identity, person.party) for person in case.action.order_signatories if all(person.identity)}
    for path, mission, traveller in _home_travellers(case, TravellerRole.OFFICER):
        if (traveller.identity, answering_body(mission, traveller)) in signing:
            yield Problem(
                (*path, "nom"),
                f"{person_name(traveller)} part dans la mission {mission.id}, et signerait son propre ordre "
                "(« signataires_ordres_de_mission »).",
                "Faites signer cet ordre par l’autorité qui lui a donné délégation, ou par un autre délégataire.",
            )


RULES = (
    elected_traveller_has_a_special_mandate,
    special_mandate_precedes_the_departure,
    mayor_grants_mandates_only_when_the_law_allows,
    mandate_that_is_not_voted_cites_its_delegation,
    nobody_grants_a_mandate_to_oneself,
    third_traveller_has_a_support_decision,
    support_decision_precedes_the_departure,
    minor_has_an_exit_authorisation,
    each_order_has_its_own_number,
    nobody_signs_ones_own_order,
)
