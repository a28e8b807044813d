"""Travel: who pays, which act each traveller needs, what a mission order must say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from generator.case.records import Case
from generator.case.travel_facts import allowance_share, expected_payer, order_recipients
from generator.convention import Party, last_day_of_months
from generator.findings import Path
from generator.french import agree, enumerate_and, long_date, percent
from generator.model.missions import Cost, Mission
from generator.model.persons import EmpoweringAct, Person, Traveller, TravellerRole
from generator.model.references import AllowanceRate
from generator.rules.engine.citations import Framework, Practice, Statute
from generator.rules.engine.naming import of_party, person_name, span, the_body, the_framework, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE, DEPARTURE_AND_SIGNATURE, ERROR, WARNING, rule
from generator.rules.topics.shared_questions import figure, issues_orders, mission_costs, transmission_day, travellers

_TRANSPORT, _STAY = "transport_international", "sejour"
_ORDER_TEXT = "CGCT annexe I"
_ORDER_LASTS = "décret 2001-654 art. 6"
_REDUCTIONS = "arrêté du 3 juillet 2006 art. 2"
_ADVANCE = "avance sur indemnités"
_MAYOR_GRANTS = "loi 2022-217"
_DELIBERATION = re.compile("d[ée]lib[ée]ration", re.IGNORECASE)


# Who pays


@rule("OM001", cites=Framework(_TRANSPORT), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def transport_is_paid_by_whom_the_framework_says(case: Case) -> Iterator[Problem]:
    """Le transport international est payé par la partie que désigne la convention-cadre.

    Refusé : la partie qui accueille paie le transport d’un agent qui se déplace.
    Admis : la partie qui se déplace paie, dans un sens comme dans l’autre.
    """
    for rank, mission in enumerate(case.action.missions):
        if not _only_third_persons(mission):
            yield from _wrong_payer(case, rank, mission, _TRANSPORT, "Transport international")


@rule("OM002", cites=Framework(_TRANSPORT), draft=WARNING, final=WARNING)
def transport_of_third_persons_follows_the_framework(case: Case) -> Iterator[Problem]:
    """Le transport de tiers suit le même partage, quoique la convention-cadre n’en parle pas.

    Refusé : seuls des tiers se déplacent, et la partie qui accueille paie leur transport.
    Admis : la partie qui se déplace paie.
    """
    for rank, mission in enumerate(case.action.missions):
        if _only_third_persons(mission):
            yield from _wrong_payer(case, rank, mission, _TRANSPORT, "Transport international")


@rule("OM003", cites=Framework(_STAY), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def stay_is_paid_by_whom_the_framework_says(case: Case) -> Iterator[Problem]:
    """Le séjour est payé par la partie que désigne la convention-cadre.

    Refusé : la partie qui se déplace paie le séjour de son élu.
    Admis : la partie qui accueille paie, dans un sens comme dans l’autre.
    """
    for rank, mission in enumerate(case.action.missions):
        if not _only_third_persons(mission):
            yield from _wrong_payer(case, rank, mission, _STAY, "Séjour")


@rule("OM004", cites=Framework(_STAY), draft=WARNING, final=WARNING)
def stay_of_third_persons_follows_the_framework(case: Case) -> Iterator[Problem]:
    """Le séjour de tiers suit le même partage, quoique la convention-cadre n’en parle pas.

    Refusé : seuls des tiers se déplacent, et la partie qui se déplace paie leur séjour.
    Admis : la partie qui accueille paie.
    """
    for rank, mission in enumerate(case.action.missions):
        if _only_third_persons(mission):
            yield from _wrong_payer(case, rank, mission, _STAY, "Séjour")


def _wrong_payer(case: Case, rank: int, mission: Mission, category: str, what: str) -> Iterator[Problem]:
    cost: Cost | None = mission.transport if category == _TRANSPORT else mission.stay
    expected = expected_payer(case.framework, mission, category)
    if cost is None or cost.payer is None or expected is None or cost.payer == expected:
        return
    who = enumerate_and([person_name(traveller) for traveller in mission.travellers] or ["la mission"])
    yield Problem(
        ("missions", rank, category, "payeur"),
        f"{what} de {who} ({mission.id}) mis à la charge de {the_body(case, cost.payer)} : il incombe à "
        f"{the_body(case, expected)}.",
        f"Écrivez « {expected} » sous « payeur », ou laissez cette clé vide : le payeur se calcule.",
    )


def _only_third_persons(mission: Mission) -> bool:
    roles = {traveller.role for traveller in mission.travellers}
    return roles == {TravellerRole.THIRD}


# What each traveller needs


@rule("OM005", cites=Statute(_REDUCTIONS), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def full_allowance_is_not_asked_while_hosted(case: Case) -> Iterator[Problem]:
    """L’indemnité n’est pas demandée à taux plein quand le logement ou un repas est fourni.

    Refusé : taux plein, et un repas fourni par jour.
    Admis : taux plein sans rien de fourni ; ou taux réduit.
    """
    for path, mission, traveller in travellers(case):
        share = allowance_share(case, mission, traveller)
        if traveller.allowance and traveller.allowance.full_rate and share is not None and share < 1:
            yield Problem(
                (*path, "indemnite", "taux_plein"),
                f"Indemnité journalière pleine demandée pour {person_name(traveller)} alors que l’hébergement ou des "
                f"repas sont fournis : réduction de {percent((1 - share) * 100)}.",
                "Écrivez « non » sous « taux_plein » : l’indemnité due se calcule.",
                day=mission.start,
            )


@rule("OM026", cites=Statute(_REDUCTIONS), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def meals_of_a_day_are_those_that_the_law_counts(case: Case) -> Iterator[Problem]:
    """Les repas fournis chaque jour ne dépassent pas ceux que compte l’arrêté sur les indemnités.

    Refusé : trois repas fournis par jour, quand l’arrêté en compte deux.
    Admis : deux.
    """
    for rank, mission in enumerate(case.action.missions):
        most = figure(case, _REDUCTIONS, "repas_par_jour", mission.start)
        served = mission.stay.meals_provided if mission.stay else None
        if most is not None and served is not None and served > most[0]:
            yield Problem(
                ("missions", rank, _STAY, "repas_fournis_par_jour"),
                f"{served} repas fournis par jour (mission {mission.id}), quand l’indemnité en compte {most[0]} au "
                "plus.",
                "Comptez le déjeuner et le dîner ; le petit déjeuner suit l’hébergement.",
                day=mission.start,
            )


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
        mandate, executive = traveller.special_mandate, case.signatory(_body_of(mission, traveller) or "")
        if mandate is None or executive is None or _is_voted(mandate):
            continue
        if _identity(traveller) == _identity(executive):
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


@rule("OM012", cites=Framework("obligations_employeur"), draft=WARNING, final=WARNING)
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
                f"L’employeur de {person_name(traveller)} ({traveller.employer_name or named}) n’est pas une partie : "
                f"aucun ordre de mission n’est établi pour la mission {mission.id}.",
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


# What a mission order says


@rule("OM020", cites=Statute(_ORDER_TEXT), draft=ERROR, final=ERROR, bars=DEPARTURE)
def mission_order_has_its_mandatory_mentions(case: Case) -> Iterator[Problem]:
    """L’ordre de mission porte chaque mention obligatoire : nom, objet, lieux, dates, moyen, classe, prise en charge.

    Refusé : la classe d’un trajet est vide, même économique.
    Admis : chaque trajet dit son moyen et sa classe, et chaque coût a son payeur.
    """
    recipients = order_recipients(case)
    for rank, mission in enumerate(case.action.missions):
        if any(mission.id == other.id for other, _ in recipients):
            yield from _missing_of_mission(case, ("missions", rank), mission)
    for path, mission, traveller in travellers(case):
        if (mission, traveller) in recipients:
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
    for key, cost in ((_TRANSPORT, mission.transport), (_STAY, mission.stay)):
        if not ((cost and cost.payer) or expected_payer(case.framework, mission, key)):
            yield _missing_mention((*path, key, "payeur"), f"prise en charge ({_label(key)})", mission)
    for place, cost in mission_costs(case):
        key = str(place[2])
        settled = cost.payer or expected_payer(case.framework, mission, key)
        if place[:2] == path and key not in {_TRANSPORT, _STAY} and not settled:
            yield _missing_mention((*place, "payeur"), f"prise en charge ({_label(key)})", mission)
    for rank, stop in enumerate(mission.stopovers):
        if not stop.place:
            yield _missing_mention((*path, "escales", rank, "lieu"), "lieu de l’étape", mission)
    for rank, other in enumerate(mission.other_costs):
        if not other.label:
            yield _missing_mention((*path, "autres_frais", rank, "libelle"), "nature des autres frais", mission)
    stay = mission.stay
    if stay is None or stay.lodging_provided is None or stay.meals_provided is None:
        yield _missing_mention((*path, _STAY), "hébergement et repas fournis ou non", mission)


def _label(key: str) -> str:
    return key.replace("_", " ").replace("sejour", "séjour")


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
        if len(missing) == 1 and issues_orders(case, person.party):
            key, name = missing[0]
            yield Problem(
                ("signataires_ordres_de_mission", rank, key),
                f"{person_name(person)} signe les ordres de mission par délégation : il manque {name} de l’acte.",
                f"Remplissez « {key} ».",
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
    recipients = order_recipients(case)
    for path, mission, traveller in travellers(case):
        if (mission, traveller) not in recipients:
            continue
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


@rule("OM023", cites=Statute("arrêté du 3 juillet 2006 art. 1"), draft=WARNING, final=WARNING)
def allowance_table_covers_the_country(case: Case) -> Iterator[Problem]:
    """Le barème du pays est saisi quand une indemnité est due.

    Refusé : rien n’est fourni à l’agent, et le barème du pays n’a pas de montant.
    Admis : le barème est saisi ; ou l’agent, logé et nourri, ne reçoit rien.
    """
    for mission, traveller in order_recipients(case):
        share = allowance_share(case, mission, traveller)
        if share and not any(rate.amount for rate in _rates(case, mission)):
            country = mission.country or _host_country(case, mission) or "de destination"
            yield Problem(
                _mission_path(case, mission),
                f"Barème {country} absent ou hors d’application au départ de la mission {mission.id} : l’indemnité de "
                f"{person_name(traveller)} ne peut être calculée.",
                "Saisissez le montant journalier, ses dates et son arrêté dans inputs/baremes/.",
                day=mission.start,
            )


def _rates(case: Case, mission: Mission) -> list[AllowanceRate]:
    country = mission.country or _host_country(case, mission)
    day = mission.start
    rates = (rate for rate in case.allowances.rates if rate.country == country)
    return [rate for rate in rates if day is None or rate.in_force.covers(day)]


def _host_country(case: Case, mission: Mission) -> str | None:
    host = case.framework.party(mission.host_party)
    return host.country.code if host else None


@rule("OM024", cites=Statute(_ADVANCE), draft=WARNING, final=WARNING)
def advance_stays_below_its_ceiling(case: Case) -> Iterator[Problem]:
    """L’avance ne dépasse pas le plafond.

    Refusé : un point au-dessus du plafond.
    Admis : le plafond exactement.
    """
    for path, mission, traveller in travellers(case):
        ceiling = figure(case, _ADVANCE, "avance_maximale", mission.start)
        asked = traveller.allowance.advance_percent if traveller.allowance else None
        if ceiling and asked is not None and asked > ceiling[0]:
            yield Problem(
                (*path, "indemnite", "avance_pourcentage"),
                f"Avance demandée pour {person_name(traveller)} ({percent(Decimal(asked))}) supérieure à "
                f"{percent(ceiling[0])} de l’indemnité.",
                "Réduisez « avance_pourcentage ».",
            )


# Where and when


@rule("OM030", cites=Framework("deplacements"), draft=WARNING, final=WARNING)
def journeys_run_between_the_parties_towns(case: Case) -> Iterator[Problem]:
    """Les trajets vont d’une ville des parties à l’autre ; un autre lieu est motivé.

    Refusé : une étape dans une ville tierce, sans motif.
    Admis : la même étape, avec « motif_hors_trajet ».
    """
    towns = {party.place.name.casefold() for party in case.framework.parties}
    for rank, mission in enumerate(case.action.missions):
        places = (place for leg in mission.legs for place in (leg.origin, leg.destination) if place)
        others = [place for place in dict.fromkeys(places) if place.casefold() not in towns]
        if others and not mission.out_of_area_reason:
            between = "–".join(party.place.name for party in case.parties)
            yield Problem(
                ("missions", rank, "motif_hors_trajet"),
                f"Trajet hors de {between} (mission {mission.id}) : {enumerate_and(others)}, à justifier.",
                "Remplissez « motif_hors_trajet ».",
            )


@rule("OM031", cites=Framework("frais_de_deplacement"), draft=WARNING, final=WARNING)
def stopovers_have_a_payer(case: Case) -> Iterator[Problem]:
    """L’escale ou la nuit hors des villes des parties a un payeur, puisque la convention-cadre ne le désigne pas.

    Refusé : une escale sans payeur.
    Admis : « payeur » est rempli.
    """
    for rank, mission in enumerate(case.action.missions):
        for place, stop in enumerate(mission.stopovers):
            if stop.payer is None:
                yield Problem(
                    ("missions", rank, "escales", place, "payeur"),
                    f"Étape ou nuit hors des villes des parties ({stop.place or 'lieu inconnu'}, mission "
                    f"{mission.id}) : prise en charge que {the_framework(case)} ne règle pas.",
                    "Remplissez « payeur » de l’escale.",
                )


@rule("OM032", cites=Practice("Une mission de l’action se déroule pendant l’action."), draft=WARNING, final=WARNING)
def missions_take_place_during_the_action(case: Case) -> Iterator[Problem]:
    """La mission se déroule pendant l’action, premier et dernier jour compris.

    Refusé : la mission s’achève le lendemain du dernier jour de l’action.
    Admis : elle s’achève le dernier jour.
    """
    first, last = case.action.calendar.start, case.action.calendar.end
    for rank, mission in enumerate(case.action.missions):
        early = first is not None and mission.start is not None and mission.start < first
        late = last is not None and mission.end is not None and mission.end > last
        if early or late:
            yield Problem(
                ("missions", rank),
                f"La mission {mission.id} ({span(mission.start, mission.end)}) est hors des dates de l’action "
                f"({span(first, last)}).",
                "Corrigez les dates des trajets, ou « calendrier ».",
            )


@rule("OM014", cites=Statute(_ORDER_LASTS), draft=ERROR, final=ERROR, bars=DEPARTURE)
def mission_order_lasts_no_longer_than_the_law_says(case: Case) -> Iterator[Problem]:
    """La mission d’un agent ne dure pas plus longtemps que l’ordre de mission ne vaut.

    Refusé : l’agent revient au jour anniversaire de son départ, l’ordre valant douze mois.
    Admis : il revient la veille.
    """
    ordered = {mission.id for mission, _ in order_recipients(case)}
    for rank, mission in enumerate(case.action.missions):
        months = figure(case, _ORDER_LASTS, "validite_ordre_de_mission", mission.start)
        if months is None or mission.id not in ordered or mission.start is None or mission.end is None:
            continue
        last = last_day_of_months(mission.start, int(months[0]))
        if mission.end > last:
            yield Problem(
                ("missions", rank, "trajets"),
                f"La mission {mission.id} dure {span(mission.start, mission.end)} : l’ordre de mission ne vaut que "
                f"jusqu’au {long_date(last)}.",
                "Corrigez les dates, ou faites deux missions.",
            )


@rule(
    "OM033",
    cites=Practice("Nul n’est en deux missions le même jour."),
    draft=ERROR,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def missions_of_one_traveller_do_not_overlap(case: Case) -> Iterator[Problem]:
    """Deux missions d’une même personne n’ont aucun jour en commun.

    Refusé : la seconde part le jour où la première revient.
    Admis : la seconde part le lendemain.
    """
    named = [entry for entry in travellers(case) if all(_identity(entry[2]))]
    for (_, before, one), (path, after, other) in combinations(named, 2):
        if before.id != after.id and _identity(one) == _identity(other) and _overlap(before, after):
            yield Problem(
                path,
                f"{person_name(other)} a deux missions qui se chevauchent ({before.id} : "
                f"{span(before.start, before.end)} ; {after.id} : {span(after.start, after.end)}).",
                "Corrigez les dates de l’une des missions, ou les voyageurs.",
            )


def _overlap(one: Mission, other: Mission) -> bool:
    if not (one.start and one.end and other.start and other.end):
        return False
    return one.start <= other.end and other.start <= one.end


@rule("OM034", cites=Framework("frais_de_deplacement"), draft=WARNING, final=WARNING)
def missions_are_budgeted(case: Case) -> Iterator[Problem]:
    """Le transport ou le séjour de chaque mission a un coût prévu.

    Refusé : ni le transport international ni le séjour n’ont de montant.
    Admis : l’un des deux a un montant.
    """
    for rank, mission in enumerate(case.action.missions):
        if not any(cost and cost.amount is not None for cost in (mission.transport, mission.stay)):
            yield Problem(
                ("missions", rank, _TRANSPORT),
                f"Ni transport ni séjour budgétés pour la mission {mission.id}.",
                "Remplissez « transport_international.montant » et « sejour.montant ».",
            )


@rule("CG050", cites=Statute("CGCT L. 1115-1"), draft=WARNING, final=WARNING)
def missions_follow_the_entry_into_force(case: Case) -> Iterator[Problem]:
    """La mission part après l’entrée en vigueur de la convention, c’est-à-dire sa transmission.

    Refusé : le départ est de la veille de la transmission.
    Admis : le départ est du jour de la transmission.
    """
    sent = transmission_day(case)
    for rank, mission in enumerate(case.action.missions):
        if sent and mission.start and mission.start < sent:
            yield Problem(
                ("missions", rank),
                f"Mission {mission.id} ({long_date(mission.start)}) antérieure à l’entrée en vigueur de la convention "
                f"spécifique ({long_date(sent)}).",
                "Reportez la mission, ou avancez la signature et la transmission.",
            )


@rule(
    "CO012",
    cites=Practice("Une mission a un trajet et au moins un voyageur."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
    waivable=False,
)
def missions_have_legs_and_travellers(case: Case) -> Iterator[Problem]:
    """Chaque mission a des trajets et des voyageurs.

    Refusé : « trajets » est vide, ou « voyageurs » est vide.
    Admis : un trajet et un voyageur au moins.
    """
    for rank, mission in enumerate(case.action.missions):
        for key, name, items in (("trajets", "trajet", mission.legs), ("voyageurs", "voyageur", mission.travellers)):
            if not items:
                yield Problem(
                    ("missions", rank, key),
                    f"La mission {mission.id} n’a aucun {name}.",
                    f"Remplissez « {key} » de la mission.",
                )


@rule(
    "CO013",
    cites=Practice(
        "Qui paie dépend de qui se déplace et de qui accueille : les deux rôles se disent pour chaque mission."
    ),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
    waivable=False,
)
def missions_say_who_travels_and_who_hosts(case: Case) -> Iterator[Problem]:
    """Chaque mission dit quelle partie se déplace et quelle autre accueille.

    Refusé : la même partie se déplace et accueille, ou un rôle est vide.
    Admis : deux parties distinctes.
    """
    for rank, mission in enumerate(case.action.missions):
        for key, name, party in (
            ("partie_en_deplacement", "se déplace", mission.travelling_party),
            ("partie_accueillante", "accueille", mission.host_party),
        ):
            if party is None:
                yield Problem(
                    ("missions", rank, key),
                    f"La mission {mission.id} ne dit pas quelle partie {name}.",
                    f"Remplissez « {key} ».",
                )
        if mission.host_party is not None and mission.host_party == mission.travelling_party:
            yield Problem(
                ("missions", rank, "partie_accueillante"),
                f"Dans la mission {mission.id}, {the_body(case, mission.host_party)} se déplace et accueille à la "
                "fois.",
                "Corrigez « partie_en_deplacement » ou « partie_accueillante ».",
            )


@rule(
    "CO038",
    cites=Practice("Qui paie se calcule pour chaque mission : ses agents sont ceux de la partie qui se déplace."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def officers_are_those_of_the_travelling_party(case: Case) -> Iterator[Problem]:
    """L’agent d’une partie se déplace dans une mission de cette partie, ou d’une partie du même côté.

    Refusé : un agent de la partie qui accueille figure parmi les voyageurs.
    Admis : chaque voyageur est employé par la partie qui se déplace, ou par un employeur qui n’est pas une partie.
    """
    for path, mission, traveller in travellers(case):
        employer, sender = (case.framework.party(body) for body in (traveller.employer, mission.travelling_party))
        if employer is not None and sender is not None and employer.interest != sender.interest:
            yield Problem(
                (*path, "employeur"),
                f"{person_name(traveller)} travaille pour {the_party(employer)}, et c’est {the_party(sender)} qui se "
                f"déplace (mission {mission.id}).",
                "Corrigez « employeur » ou « partie_en_deplacement » ; sinon, faites une mission pour chaque partie.",
            )


@rule(
    "CO039",
    cites=Practice("Une mission part de chez qui se déplace, et va chez qui accueille."),
    draft=ERROR,
    final=ERROR,
    bars=DEPARTURE_AND_SIGNATURE,
)
def missions_leave_from_the_travelling_party(case: Case) -> Iterator[Problem]:
    """Le premier trajet ne part pas de la ville de la partie qui accueille : les rôles seraient inversés.

    Refusé : la mission part de la ville de la partie qui accueille.
    Admis : elle part de la ville de la partie qui se déplace, ou d’une autre ville.
    """
    for rank, mission in enumerate(case.action.missions):
        host, sender = (case.framework.party(body) for body in (mission.host_party, mission.travelling_party))
        if host is None or sender is None or not mission.legs or _same_town(host, sender.place.name):
            continue
        if _same_town(host, mission.legs[0].origin):
            yield Problem(
                ("missions", rank, "trajets", 0, "de"),
                f"La mission {mission.id} part de {host.place.name}, où siège {the_party(host)}, qui accueille : les "
                "rôles semblent inversés, et les payeurs avec eux.",
                "Corrigez « partie_en_deplacement » et « partie_accueillante », ou le premier trajet.",
            )


def _same_town(party: Party, town: str | None) -> bool:
    return party.place.name.casefold() == (town or "").casefold()


def _home_travellers(case: Case, role: TravellerRole) -> Iterator[tuple[Path, Mission, Traveller]]:
    """Yield the travellers of a role for whom a party that issues its acts here is responsible."""
    for path, mission, traveller in travellers(case):
        if traveller.role is role and issues_orders(case, _body_of(mission, traveller)):
            yield path, mission, traveller


def _body_of(mission: Mission, traveller: Traveller) -> str | None:
    """Return whoever is responsible for a traveller: the employer, else the party that travels."""
    return traveller.employer or mission.travelling_party


def _identity(person: Person) -> tuple[str, str]:
    return ((person.given_name or "").casefold(), (person.surname or "").casefold())


def _mission_path(case: Case, mission: Mission) -> Path:
    ranks = (rank for rank, other in enumerate(case.action.missions) if other is mission)
    return ("missions", next(ranks, 0))


RULES = (
    transport_is_paid_by_whom_the_framework_says,
    transport_of_third_persons_follows_the_framework,
    stay_is_paid_by_whom_the_framework_says,
    stay_of_third_persons_follows_the_framework,
    full_allowance_is_not_asked_while_hosted,
    meals_of_a_day_are_those_that_the_law_counts,
    elected_traveller_has_a_special_mandate,
    special_mandate_precedes_the_departure,
    mayor_grants_mandates_only_when_the_law_allows,
    mandate_that_is_not_voted_cites_its_delegation,
    nobody_grants_a_mandate_to_oneself,
    third_traveller_has_a_support_decision,
    support_decision_precedes_the_departure,
    officer_of_another_employer_has_an_order_from_it,
    officer_has_an_employer,
    minor_has_an_exit_authorisation,
    mission_order_has_its_mandatory_mentions,
    mission_orders_have_a_signatory,
    delegation_to_sign_orders_is_complete,
    mission_order_identifies_the_officer,
    allowance_table_covers_the_country,
    advance_stays_below_its_ceiling,
    journeys_run_between_the_parties_towns,
    stopovers_have_a_payer,
    missions_take_place_during_the_action,
    mission_order_lasts_no_longer_than_the_law_says,
    missions_of_one_traveller_do_not_overlap,
    missions_are_budgeted,
    missions_follow_the_entry_into_force,
    missions_have_legs_and_travellers,
    missions_say_who_travels_and_who_hosts,
    officers_are_those_of_the_travelling_party,
    missions_leave_from_the_travelling_party,
)
