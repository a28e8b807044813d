"""Evaluation: the indicators that the parties define together, and what is reported, when and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.records import Case, Source
from generator.convention import Events, expiry_before
from generator.findings import Path, dotted
from generator.french import enumerate_and, long_date, plain_words
from generator.model.action import Indicator
from generator.rules.engine.citations import Clause
from generator.rules.engine.naming import of_framework
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule


@rule("CC050", cites=Clause("indicateurs"), draft=ERROR, final=ERROR, bars=VOTE_AND_SIGNATURE)
def indicators_are_defined(case: Case) -> Iterator[Problem]:
    """Un indicateur au moins est défini en commun.

    Refusé : « indicateurs » est vide.
    Admis : un indicateur est défini.
    """
    if not case.action.indicators:
        yield Problem(
            ("indicateurs",),
            "Aucun indicateur n’est défini.",
            "Ajoutez sous « indicateurs » ce qui sera mesuré : libelle, unite, depart, cible, source.",
        )


@rule("CC051", cites=Clause("indicateurs"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE, waivable=False)
def indicators_can_be_measured(case: Case) -> Iterator[Problem]:
    """Chaque indicateur a un libellé, une unité, une valeur de départ, une cible et une source.

    Refusé : un indicateur n’a pas de cible.
    Admis : une valeur de départ de zéro, si elle est écrite.
    """
    for rank, indicator in enumerate(case.action.indicators):
        missing = _missing(indicator)
        if missing:
            yield Problem(
                ("indicateurs", rank, next(iter(missing))),
                f"Indicateur « {indicator.label or rank + 1} » incomplet : il manque "
                f"{enumerate_and(list(missing.values()))}.",
                f"Remplissez {enumerate_and([f'« {key} »' for key in missing])}.",
            )


def _missing(indicator: Indicator) -> dict[str, str]:
    parts = (
        ("libelle", "le libellé", indicator.label),
        ("unite", "l’unité", indicator.unit),
        ("depart", "la valeur de départ", indicator.baseline),
        ("cible", "la cible", indicator.target),
        ("source", "la source", indicator.source),
    )
    return {key: name for key, name, value in parts if value is None}


@rule("CC052", cites=Clause("evaluation_annuelle"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE, waivable=False)
def yearly_evaluation_is_planned(case: Case) -> Iterator[Problem]:
    """La date de remise du rapport d’évaluation annuelle est prévue.

    Refusé : « evaluation.rapport » est vide.
    Admis : la date est remplie.
    """
    if case.action.evaluation is None or case.action.evaluation.report_due is None:
        yield Problem(
            ("evaluation", "rapport"),
            f"Évaluation annuelle {case.action.year} : aucune date de remise du rapport n’est prévue.",
            "Remplissez « evaluation.rapport ».",
        )


@rule("CO056", cites=Clause("indicateurs"), draft=WARNING, final=WARNING)
def indicators_measure_different_things(case: Case) -> Iterator[Problem]:
    """Deux indicateurs ne portent pas le même libellé, et chacun vise autre chose que son point de départ.

    Refusé : « Visiteurs du salon » deux fois ; un départ de 5 et une cible de 5.
    Admis : « Visiteurs du salon » et « Visiteurs de l’exposition ».
    """
    seen: dict[tuple[str, ...], int] = {}
    for rank, indicator in enumerate(case.action.indicators):
        first = seen.setdefault(plain_words(indicator.label or ""), rank)
        if indicator.label and first != rank:
            yield Problem(
                ("indicateurs", rank, "libelle"),
                f"L’indicateur « {indicator.label} » figure deux fois (« {dotted(('indicateurs', first))} »).",
                "Retirez l’un des deux, ou dites ce qui les distingue.",
            )
        if indicator.target is not None and indicator.target == indicator.baseline:
            yield Problem(
                ("indicateurs", rank, "cible"),
                f"L’indicateur « {indicator.label or rank + 1} » vise son point de départ.",
                "Corrigez « depart » ou « cible » : un indicateur mesure ce qui change.",
            )


@rule("CO057", cites=Clause("evaluation_annuelle"), draft=WARNING, final=WARNING)
def report_follows_the_action(case: Case) -> Iterator[Problem]:
    """Le rapport d’évaluation et les comptes rendus financiers sont remis quand l’action est achevée.

    Refusé : le rapport est attendu la veille du dernier jour de l’action.
    Admis : il l’est ce jour-là, ou plus tard.
    """
    action = case.action
    due: list[tuple[Path, str, date | None]] = [
        (("organismes_associes", rank, "subvention", "compte_rendu_financier"), "Le compte rendu financier", told)
        for rank, body in enumerate(action.associated_bodies)
        for told in ([body.subsidy.financial_report_due] if body.subsidy else [])
    ]
    if action.evaluation:
        due.append((("evaluation", "rapport"), "Le rapport d’évaluation", action.evaluation.report_due))
    end = action.calendar.end
    for path, what, day in due:
        if day and end and day < end:
            yield Problem(
                path,
                f"{what} est attendu le {long_date(day)}, avant la fin de l’action ({long_date(end)}).",
                "Corrigez cette date ou « calendrier.fin ».",
            )


@rule("CC053", cites=Clause("communication_aux_assemblees"), draft=WARNING, final=WARNING)
def evaluation_is_communicated(case: Case) -> Iterator[Problem]:
    """La communication de l’évaluation aux assemblées délibérantes est prévue.

    Refusé : « evaluation.communication_assemblees » est vide ou vaut non.
    Admis : « evaluation.communication_assemblees » vaut oui.
    """
    if case.action.evaluation is None or not case.action.evaluation.communicated:
        yield Problem(
            ("evaluation", "communication_assemblees"),
            "Communication de l’évaluation aux assemblées délibérantes non prévue.",
            "Écrivez « oui » sous « evaluation.communication_assemblees », ou confirmez que ce n’est pas souhaité.",
        )


@rule("CC054", cites=Clause("evaluation_avant_renouvellement"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def whole_evaluation_precedes_the_renewal(case: Case) -> Iterator[Problem]:
    """Une évaluation d’ensemble précède chaque renouvellement de la convention-cadre.

    Refusé : l’évaluation est du lendemain de la première délibération de renouvellement, ou manque.
    Admis : elle est du jour de cette délibération ; pour un renouvellement tacite, du dernier jour avant lui.
    """
    if case.events is None:
        return
    for rank, renewal in enumerate(case.events.renewals):
        limit = _day_of_renewal(case, case.events, rank)
        if not renewal.denounced and (renewal.evaluation is None or (limit and renewal.evaluation > limit)):
            found = f"est du {long_date(renewal.evaluation)}" if renewal.evaluation else "n’est pas datée"
            due = f" ; elle était attendue au plus tard le {long_date(limit)}" if limit else ""
            yield Problem(
                ("renouvellements", rank, "evaluation"),
                f"L’évaluation d’ensemble qui précède le renouvellement {of_framework(case)} {found}{due}.",
                "Remplissez « evaluation » dans le renouvellement : la date à laquelle l’évaluation fut remise.",
                Source.EVENTS,
            )


def _day_of_renewal(case: Case, events: Events, rank: int) -> date | None:
    """Return the day of the first vote of a renewal; where nobody voted, the last day of the term before it."""
    days = [vote.day for vote in events.renewals[rank].deliberations if vote.day is not None]
    return min(days) if days else expiry_before(case.framework, events, rank)


RULES = (
    indicators_measure_different_things,
    report_follows_the_action,
    indicators_are_defined,
    indicators_can_be_measured,
    yearly_evaluation_is_planned,
    evaluation_is_communicated,
    whole_evaluation_precedes_the_renewal,
)
