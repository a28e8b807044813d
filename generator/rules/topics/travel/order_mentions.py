"""The mission order: for whom it is made, what it must say, who signs it, how long it is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.cost_bearing import costs_without_payer
from generator.case.orders_issued import issues_orders, order_recipients, signs_by_delegation
from generator.case.records import Case
from generator.convention import Party, last_day_of_months
from generator.findings import Path
from generator.french import enumerate_and, long_date
from generator.model.missions import CostCategory, Mission
from generator.model.persons import Traveller, TravellerRole
from generator.rules.engine.citations import Clause, Practice, Statute
from generator.rules.engine.naming import of_party, person_name, span, the_body
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE, ERROR, WARNING, rule
from generator.rules.topics.places_in_the_case import order_recipients_with_paths, travellers

_ADDRESS_ALONE = re.compile(r"(?:(?:tél|tel|téléphone|portable|mobile)\W*)?[+(]?\d[\d\s().+/-]*|\S+@\S+", re.IGNORECASE)
"""A number to dial or an address to write to, and nothing that says whose."""

_ORDER_TEXT = "CGCT annexe I"
_ORDER_LASTS = "décret 2001-654 art. 6"


@rule("OM012", cites=Clause("obligations_employeur"), draft=WARNING, final=WARNING)
def officer_of_another_employer_has_an_order_from_it(case: Case) -> Iterator[Problem]:
    """L’agent dont l’employeur n’est pas une partie ne reçoit pas ici d’ordre de mission : son employeur le délivre.

    Refusé : l’employeur d’un agent est une métropole qui n’est pas partie.
    Admis : l’employeur est une partie.
    """
    for path, mission, traveller in travellers(case):
        named = traveller.employer or traveller.employer_name
        if traveller.role is TravellerRole.OFFICER and named and not case.is_employer_party(traveller.employer):
            yield Problem(
                (*path, "employeur"),
                f"L’employeur de {person_name(traveller)} ({traveller.employer_name or the_body(case, named)}) n’est "
                f"pas une partie : aucun ordre de mission n’est établi pour la mission {mission.id}.",
                "Demandez l’ordre de mission à l’employeur, ou corrigez « employeur ».",
            )


@rule(
    "CO011",
    cites=Practice("L’ordre de mission est délivré au nom de l’employeur."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE,
    waivable=False,
)
def officer_has_an_employer(case: Case) -> Iterator[Problem]:
    """L’employeur de chaque agent qui se déplace est indiqué.

    Refusé : « employeur » est vide.
    Admis : « employeur » est une partie, ou « nom_employeur » est rempli.
    """
    for path, mission, traveller in travellers(case):
        if traveller.role is TravellerRole.OFFICER and not (traveller.employer or traveller.employer_name):
            yield Problem(
                (*path, "employeur"),
                f"L’employeur de {person_name(traveller)} n’est pas indiqué (mission {mission.id}).",
                "Remplissez « employeur » par l’identifiant d’une partie, ou « nom_employeur ».",
            )


@rule("OM020", cites=Statute(_ORDER_TEXT), draft=ERROR, final=ERROR, bars=DEPARTURE)
def mission_order_has_its_mandatory_mentions(case: Case) -> Iterator[Problem]:
    """L’ordre de mission porte chaque mention obligatoire : nom, objet, lieux, dates, moyen, classe, prise en charge.

    Refusé : la classe d’un trajet est vide, même économique.
    Admis : chaque trajet dit son moyen et sa classe, et chaque coût a son payeur.
    """
    ordered = {mission.id for mission, _ in order_recipients(case)}
    for rank, mission in enumerate(case.action.missions):
        if mission.id in ordered:
            yield from _missing_of_mission(case, ("missions", rank), mission)
    for path, mission, traveller in order_recipients_with_paths(case):
        for key, name, value in (("prenom", "prénom", traveller.given_name), ("nom", "nom", traveller.surname)):
            if not value:
                yield _missing_mention((*path, key), f"{name} du bénéficiaire", mission)


def _missing_of_mission(case: Case, path: Path, mission: Mission) -> Iterator[Problem]:
    if not mission.purpose:
        yield _missing_mention((*path, "objet"), "objet", mission)
    if not mission.places:
        yield _missing_mention((*path, "lieux"), "lieux d’exécution", mission)
    for place, leg in enumerate(mission.legs):
        mentions = (
            ("de", "lieu de départ", leg.origin),
            ("vers", "lieu d’arrivée", leg.destination),
            ("depart", "date du trajet", leg.departure),
            ("moyen", "moyen de transport", leg.mode),
            ("classe", "classe autorisée", leg.travel_class),
        )
        for key, name, value in mentions:
            if not value:
                yield _missing_mention((*path, "trajets", place, key), f"{name} (trajet {place + 1})", mission)
    yield from _missing_conditions(case, path, mission)


def _missing_conditions(case: Case, path: Path, mission: Mission) -> Iterator[Problem]:
    """Find what is missing of the conditions under which costs are borne."""
    for place, category in costs_without_payer(case.framework, mission):
        yield _missing_mention((*path, *place, "payeur"), f"prise en charge ({category.words})", mission)
    for rank, stop in enumerate(mission.stopovers):
        if not stop.place:
            yield _missing_mention((*path, CostCategory.STOPOVER.value, rank, "lieu"), "lieu de l’étape", mission)
    for rank, other in enumerate(mission.other_costs):
        if not other.label:
            here = (*path, CostCategory.OTHER.value, rank, "libelle")
            yield _missing_mention(here, "nature des autres frais", mission)
    stay = mission.stay
    if stay is None or stay.lodging_provided is None or stay.meals_provided is None:
        yield _missing_mention((*path, CostCategory.STAY.value), "hébergement et repas fournis ou non", mission)


def _missing_mention(path: Path, what: str, mission: Mission) -> Problem:
    key = next(str(step) for step in reversed(path) if isinstance(step, str))
    return Problem(
        path,
        f"Mention obligatoire de l’ordre de mission absente (mission {mission.id}) : {what}.",
        f"Remplissez « {key} ».",
    )


@rule("OM021", cites=Statute("décret 2001-654 art. 5"), draft=WARNING, final=ERROR, bars=DEPARTURE, waivable=False)
def mission_orders_have_a_signatory(case: Case) -> Iterator[Problem]:
    """Qui signe les ordres de mission est identifié, pour chaque partie qui en délivre.

    Refusé : un agent d’une partie se déplace, et aucun signataire d’ordres n’est indiqué pour elle.
    Admis : le signataire est identifié.
    """
    employers = dict.fromkeys(traveller.employer for _, traveller in order_recipients(case))
    for party in case.parties:
        if party.id not in employers:
            continue
        path = _order_signatory_fault(case, party)
        if path is not None:
            yield Problem(
                path,
                f"Le signataire des ordres de mission {of_party(party)} n’est pas identifié.",
                "Remplissez « signataires_ordres_de_mission » : partie, civilité, prénom, nom et titre.",
            )


def _order_signatory_fault(case: Case, party: Party) -> Path | None:
    """Return where the signatory of a party's orders is not identified; None when he or she is."""
    for rank, person in enumerate(case.action.order_signatories):
        if person.party == party.id:
            return None if person.is_identified else ("signataires_ordres_de_mission", rank)
    return ("signataires_ordres_de_mission",)


@rule("OM025", cites=Statute("décret 2001-654 art. 5"), draft=WARNING, final=ERROR, bars=DEPARTURE, waivable=False)
def delegation_to_sign_orders_is_complete(case: Case) -> Iterator[Problem]:
    """Qui signe les ordres de mission par délégation en cite l’acte : numéro et date.

    Refusé : le numéro de l’arrêté est rempli, et sa date est vide.
    Admis : les deux sont remplis, ou aucun des deux : le signataire tient ce pouvoir de sa fonction.
    """
    for rank, person in enumerate(case.action.order_signatories):
        parts = (
            ("delegation_numero", "le numéro", person.delegation_number),
            ("delegation_date", "la date", person.delegation_day),
        )
        missing = [(key, name) for key, name, value in parts if not value]
        if signs_by_delegation(person) and missing and issues_orders(case, person.party):
            yield Problem(
                ("signataires_ordres_de_mission", rank, missing[0][0]),
                f"{person_name(person)} signe les ordres de mission par délégation : il manque "
                f"{enumerate_and([name for _, name in missing])} de l’acte.",
                f"Remplissez {enumerate_and([f'« {key} »' for key, _ in missing])}.",
            )


@rule(
    "OM022",
    cites=Practice("L’ordre de mission identifie l’agent et dit sur quels crédits ses frais sont payés."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE,
)
def mission_order_identifies_the_officer(case: Case) -> Iterator[Problem]:
    """L’ordre de mission dit la fonction, le grade, le service, la résidence administrative, le numéro et l’imputation.

    Refusé : l’imputation des frais est vide.
    Admis : tout est rempli.
    """
    for path, mission, traveller in order_recipients_with_paths(case):
        missing = _unidentified(traveller)
        if missing:
            yield Problem(
                (*path, next(iter(missing))),
                f"Ordre de mission de {person_name(traveller)} (mission {mission.id}) : il manque "
                f"{enumerate_and(list(missing.values()))}.",
                f"Remplissez {enumerate_and([f'« {key} »' for key in missing])}.",
            )


def _unidentified(traveller: Traveller) -> dict[str, str]:
    parts = (
        ("civilite", "la civilité", traveller.civility),
        ("titre", "la fonction", traveller.title),
        ("grade", "le grade", traveller.grade),
        ("service", "le service", traveller.service),
        ("residence_administrative", "la résidence administrative", traveller.administrative_residence),
        ("numero_ordre", "le numéro de l’ordre", traveller.order_number),
        ("imputation", "l’imputation budgétaire", traveller.budget_line),
    )
    return {key: name for key, name, value in parts if not value}


@rule("OM014", cites=Statute(_ORDER_LASTS), draft=ERROR, final=ERROR, bars=DEPARTURE)
def mission_order_lasts_no_longer_than_the_law_says(case: Case) -> Iterator[Problem]:
    """La mission d’un agent ne dure pas plus longtemps que l’ordre de mission ne vaut.

    Refusé : l’agent revient au jour anniversaire de son départ, l’ordre valant douze mois.
    Admis : il revient la veille.
    """
    ordered = {mission.id for mission, _ in order_recipients(case)}
    for rank, mission in enumerate(case.action.missions):
        months = case.figure(_ORDER_LASTS, "validite_ordre_de_mission", mission.start)
        if months is None or mission.id not in ordered or mission.start is None or mission.end is None:
            continue
        # The delay runs from the departure: the order is worth nothing before, whenever it was signed.
        last = last_day_of_months(mission.start, int(months.value))
        if mission.end > last:
            yield Problem(
                ("missions", rank, "trajets"),
                f"La mission {mission.id} dure {span(mission.start, mission.end)} : l’ordre de mission ne vaut que "
                f"jusqu’au {long_date(last)}.",
                "Corrigez les dates, ou faites deux missions.",
            )


@rule(
    "OM061",
    cites=Practice("L’ordre de mission dit quel service joindre, puis à quel numéro : ce sont deux lignes."),
    draft=WARNING,
    final=WARNING,
)
def contact_is_a_service(case: Case) -> Iterator[Problem]:
    """Le contact sur place est un service ; son téléphone a sa propre clé.

    Refusé : « 06 12 34 56 78 », « +212 5 39 98 00 00 », une adresse électronique.
    Admis : « Service de la coopération ».
    """
    for rank, mission in enumerate(case.action.missions):
        contact = mission.emergency_contact
        if contact and _ADDRESS_ALONE.fullmatch(contact.strip()):
            yield Problem(
                ("missions", rank, "contact_sur_place"),
                f"« {contact} » ne dit pas quel service joindre.",
                "Écrivez le service ; le numéro va sous « telephone_urgence ».",
            )


RULES = (
    officer_of_another_employer_has_an_order_from_it,
    officer_has_an_employer,
    mission_order_has_its_mandatory_mentions,
    mission_orders_have_a_signatory,
    delegation_to_sign_orders_is_complete,
    mission_order_identifies_the_officer,
    mission_order_lasts_no_longer_than_the_law_says,
    contact_is_a_service,
)
