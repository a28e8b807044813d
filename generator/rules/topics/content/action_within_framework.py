"""The action in the framework’s time: its term, its renewals, the years of its axes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.records import Case, Source
from generator.convention import Renewal, RenewalEvent, TermStart, expiry_before, renewed_in_time, term_of
from generator.findings import Path, dotted
from generator.french import cardinal, enumerate_and, long_date
from generator.rules.engine.citations import Clause
from generator.rules.engine.naming import capitalized_sentence, of_framework, of_party, span, the_framework
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, VOTE_AND_SIGNATURE, WARNING, rule


@rule(
    "CC020",
    cites=Clause("duree"),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def first_day_of_the_framework_is_known(case: Case) -> Iterator[Problem]:
    """Le jour à compter duquel court la convention-cadre est connu.

    Refusé : la date de signature de la convention-cadre est vide.
    Admis : la date est remplie dans les événements de la convention-cadre.
    """
    if term_of(case.framework, case.events) is not None:
        return
    years = case.framework.term.years
    length = f"les {cardinal(years)} ans" if years else "la durée"
    what, path, source = _first_day(case.framework.term.starts_at)
    file = f"{case.framework.id}.evenements.yaml" if source is Source.EVENTS else f"{case.framework.id}.yaml"
    yield Problem(
        path,
        f"{what} {of_framework(case)} n’est pas connue : impossible de calculer {length}.",
        f"Remplissez « {dotted(path)} » dans inputs/conventions/{file}.",
        source,
    )


def _first_day(start: TermStart) -> tuple[str, Path, Source]:
    """Say what makes a term run, and where it is filled in."""
    match start:
        case TermStart.DAY:
            return "La date de début ou de fin", ("duree",), Source.FRAMEWORK
        case TermStart.TRANSMISSION:
            return "La date de transmission", ("transmission", "date"), Source.EVENTS
        case TermStart.SIGNATURE:
            return "La date de signature", ("signature", "date"), Source.EVENTS


@rule("CC021", cites=Clause("duree"), draft=ERROR, final=ERROR, bars=VOTE_AND_SIGNATURE)
def action_lies_within_the_term(case: Case) -> Iterator[Problem]:
    """L’action se déroule tout entière pendant la durée de la convention-cadre, dernier jour compris.

    Refusé : l’action s’achève le lendemain du dernier jour.
    Admis : l’action s’achève le dernier jour.
    """
    term = term_of(case.framework, case.events)
    start, end = case.action.calendar.start, case.action.calendar.end
    if term is None or not (start or end):
        return
    too_early = start is not None and start < term[0]
    too_late = any(day is not None and day > term[1] for day in (start, end))
    if too_early or too_late:
        yield Problem(
            ("calendrier", "debut" if too_early or end is None else "fin"),
            f"L’action ({span(start, end)}) sort de la durée {of_framework(case)} ({span(*term)}).",
            "Corrigez « calendrier », ou enregistrez le renouvellement voté par chaque partie avant l’échéance.",
        )


@rule("CC022", cites=Clause("duree"), draft=ERROR, final=ERROR, bars=EVERY_ACT, waivable=False)
def framework_is_in_force_on_the_act_s_day(case: Case) -> Iterator[Problem]:
    """La convention-cadre est en vigueur le jour de la dernière signature.

    Refusé : la convention spécifique est signée le lendemain du dernier jour.
    Admis : elle est signée le dernier jour.
    """
    term, day = term_of(case.framework, case.events), case.act_day
    if term is None or day is None:
        return
    if day > term[1]:
        missing, fix = _missing_renewal(case.framework.term.renewal)
        yield Problem(
            ("renouvellements",),
            f"{capitalized_sentence(the_framework(case))} a expiré le {long_date(term[1])}, avant l’acte "
            f"({long_date(day)}) ; {missing}.",
            f"Concluez une nouvelle convention-cadre{fix}.",
            Source.EVENTS,
        )
    if day < term[0]:
        yield Problem(
            ("signature", "date"),
            f"L’acte ({long_date(day)}) précède le premier jour {of_framework(case)} ({long_date(term[0])}).",
            "Corrigez la date de signature prévue, ou la date de signature de la convention-cadre.",
        )


def _missing_renewal(mode: Renewal) -> tuple[str, str]:
    """Say which renewal would have been needed, and how else to mend."""
    match mode:
        case Renewal.NONE:
            return "elle n’est pas renouvelable", ""
        case Renewal.TACIT:
            return (
                "aucune reconduction tacite n’est enregistrée jusque-là",
                ", ou inscrivez chaque reconduction sous « renouvellements », si le texte en permet encore une",
            )
        case _:
            return (
                "aucun renouvellement voté à temps par chaque partie n’est enregistré",
                ", ou enregistrez sous « renouvellements » celui qui a été voté à temps",
            )


@rule(
    "CC023",
    cites=Clause("renouvellement"),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def renewal_is_voted_in_time_by_every_party(case: Case) -> Iterator[Problem]:
    """Un renouvellement est voté par chaque partie avant l’expiration : voté après, il ne fait rien revivre.

    Refusé : l’une des délibérations est du lendemain de l’expiration, ou manque.
    Admis : chaque partie a délibéré au plus tard le dernier jour.
    """
    if case.events is None:
        return
    for rank, renewal in enumerate(case.events.renewals):
        expiry = expiry_before(case.framework, case.events, rank)
        if expiry is not None and not renewed_in_time(case.framework, renewal, expiry):
            yield Problem(
                ("renouvellements", rank),
                f"Renouvellement sans effet : {_faults_of(case, renewal, expiry)} ; {the_framework(case)} expirait le "
                f"{long_date(expiry)}.",
                "Enregistrez la délibération de chaque partie, antérieure à l’expiration ; à défaut, concluez une "
                "nouvelle convention-cadre.",
                Source.EVENTS,
            )


def _faults_of(case: Case, renewal: RenewalEvent, expiry: date) -> str:
    """Say which parties did not vote, or voted too late."""
    if renewal.denounced:
        return "la convention a été dénoncée"
    faults = []
    for party in case.parties:
        days = [vote.day for vote in renewal.deliberations if vote.party == party.id and vote.day]
        if not days:
            faults.append(f"aucune délibération {of_party(party)}")
        elif min(days) > expiry:
            faults.append(f"délibération {of_party(party)} du {long_date(min(days))}, trop tardive")
    return enumerate_and(faults) if faults else "les délibérations ne suffisent pas"


@rule("CC024", cites=Clause("periode_des_axes"), draft=WARNING, final=WARNING)
def action_lies_within_the_axes_period(case: Case) -> Iterator[Problem]:
    """L’action a lieu pendant les années que porte le titre des axes.

    Refusé : l’action s’achève l’année qui suit la dernière année des axes, quoique la convention-cadre dure encore.
    Admis : l’action s’achève le dernier jour de la dernière année.
    """
    period, calendar = case.framework.axes_period, case.action.calendar
    if period is None:
        return
    before = calendar.start is not None and calendar.start.year < period.first_year
    if before or (calendar.end is not None and calendar.end.year > period.last_year):
        yield Problem(
            ("calendrier", "debut" if before else "fin"),
            f"L’action ({span(calendar.start, calendar.end)}) a lieu hors de la période "
            f"{period.first_year}-{period.last_year} des axes {of_framework(case)}.",
            "Vérifiez que les parties entendent poursuivre ces axes, et dites-le dans le contexte de l’action.",
        )


@rule("CC025", cites=Clause("evaluation_avant_renouvellement"), draft=WARNING, final=WARNING)
def framework_does_not_expire_in_the_action_s_year(case: Case) -> Iterator[Problem]:
    """La convention-cadre n’expire pas dans l’année où l’action s’achève : sinon l’évaluation d’ensemble est à prévoir.

    Refusé : l’action s’achève en juin, et la convention-cadre expire en décembre de la même année.
    Admis : la convention-cadre expire le premier janvier suivant, ou plus tard.
    """
    term, end = term_of(case.framework, case.events), case.action.calendar.end
    # An action that outlasts the term is CC021's.
    if term is not None and end is not None and end <= term[1] and end.year == term[1].year:
        yield Problem(
            ("calendrier", "fin"),
            f"{capitalized_sentence(the_framework(case))} expire le {long_date(term[1])}, l’année où l’action "
            "s’achève : évaluation d’ensemble et délibérations de renouvellement à prévoir.",
            "Prévoyez l’évaluation et les délibérations de chaque partie avant cette date.",
        )


RULES = (
    first_day_of_the_framework_is_known,
    action_lies_within_the_term,
    framework_is_in_force_on_the_act_s_day,
    renewal_is_voted_in_time_by_every_party,
    action_lies_within_the_axes_period,
    framework_does_not_expire_in_the_action_s_year,
)
