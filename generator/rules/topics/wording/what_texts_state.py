"""What free texts state beside the data: days, clauses that the act words itself, places of worship, what a body is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.case.records import Case
from generator.findings import Path
from generator.french import cardinal, days_written, long_date, ordinal, plain_words, whole_number
from generator.french.dates import MONTHS
from generator.model.action import BodyKind
from generator.rules.engine.citations import Practice, Statute
from generator.rules.engine.naming import span
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule

_ONE_VOICE = Practice("Deux passages d’un acte ne disent pas le contraire l’un de l’autre.")

_NOTICE = re.compile(r"\bpréavis\s+(?:de\s+|d[’'])([\w-]+)\s+mois\b", re.IGNORECASE)
_TACIT = re.compile(
    r"\btacite\s+reconduction\b|\b(?:reconduit|renouvelé)e?s?\s+tacitement\b|\breconductions?\s+tacites?\b",
    re.IGNORECASE,
)
_RHYTHM = re.compile(r"\bcomité\b[^.;]*?\b([\w-]+)\s+fois\s+(?:par|l[’'])\s?an\b", re.IGNORECASE)
_AXIS = re.compile(r"\baxe\s+(?:n°\s*)?(\d|[IVX]+)(?!\w)|\b(\w+)\s+axe\b", re.IGNORECASE)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_NOT_TACIT = re.compile(r"\b(?:sans|pas|ni|aucune|exclut|exclue?)\b", re.IGNORECASE)


@rule("CO063", cites=_ONE_VOICE, draft=WARNING, final=WARNING)
def descriptions_keep_to_the_days_of_activities(case: Case) -> Iterator[Problem]:
    """Une date écrite dans la description d’une activité tombe entre son premier et son dernier jour.

    Refusé : « jusqu’au 7 juillet 2018 », quand l’activité s’achève la veille.
    Admis : le dernier jour ; une description sans date.
    """
    for rank, activity in enumerate(case.action.activities):
        last = activity.end or activity.start
        for day in days_written(activity.description or "") if activity.start and last else ():
            if activity.start and last and not activity.start <= day <= last:
                yield Problem(
                    ("activites", rank, "description"),
                    f"« {long_date(day)} » : l’activité a lieu {span(activity.start, last)}.",
                    "Corrigez la description ou les dates ; mieux, retirez la date : l’acte l’imprime à côté.",
                )


@rule("CO064", cites=_ONE_VOICE, draft=WARNING, final=WARNING)
def texts_contradict_no_clause(case: Case) -> Iterator[Problem]:
    """Aucun texte libre ne contredit ce que l’acte dit lui-même : préavis, reconduction, rythme du comité, axe.

    Refusé : « un préavis de trois mois », quand la clause en dit un ; « reconduite tacitement » ; « l’axe 4 » pour une
    action du deuxième.
    Admis : le même préavis ; « sans tacite reconduction ».
    """
    action = case.action
    rhythm = action.steering.meetings_per_year if action.steering else None
    for path, text in case.texts_with("préavis", "tacite", "fois", "axe"):
        notice = _NOTICE.search(text)
        if notice and _differs(notice[1], action.clauses.notice_months):
            yield _contrary(path, notice[0], f"le préavis est de {cardinal(action.clauses.notice_months or 0)} mois")
        meetings = _RHYTHM.search(text)
        if meetings and _differs(meetings[1], rhythm):
            yield _contrary(path, meetings[0], f"le comité se réunit {cardinal(rhythm or 0)} fois par an")
        tacit = _TACIT.search(text)
        if tacit and not _NOT_TACIT.search(text):
            yield _contrary(path, tacit[0], "l’acte ne se renouvelle pas tacitement")
        yield from _other_axes(case, path, text)


def _differs(said: str, settled: int | None) -> bool:
    number = whole_number(said)
    return number is not None and settled is not None and number != settled


def _other_axes(case: Case, path: Path, text: str) -> Iterator[Problem]:
    ranks = {axis.id: rank for rank, axis in enumerate(case.framework.axes, start=1)}
    own = {ranks.get(axis) for axis in (case.action.axis, *case.action.secondary_axes) if axis}
    ordinals = {ordinal(rank): rank for rank in ranks.values()}
    for found in _AXIS.finditer(text) if own else ():
        number = found[1] or ""
        rank = int(number) if number.isdigit() else _roman(number) or ordinals.get((found[2] or "").lower())
        if rank is not None and rank not in own:
            yield _contrary(path, found[0], f"l’action se rattache à l’axe « {case.action.axis} » (« axe »)")


def _roman(text: str) -> int | None:
    return _ROMAN.index(text.upper()) + 1 if text.upper() in _ROMAN else None


def _contrary(path: Path, words: str, told: str) -> Problem:
    return Problem(path, f"« {words} », mais {told}.", "Retirez-le du texte : l’acte l’écrit lui-même.")


@rule("CG034", cites=Statute("loi du 9 décembre 1905 art. 2"), draft=WARNING, final=WARNING)
def places_of_worship_are_said_to_be_so(case: Case) -> Iterator[Problem]:
    """L’action qui nomme un lieu de culte dit si elle le touche ; la liste de ces mots est dans les références.

    Refusé : une activité dans « la grande mosquée », et « lieu_de_culte » vaut non.
    Admis : « lieu_de_culte » vaut oui ; ou l’action ne nomme aucun lieu de culte.
    """
    words = {word for words in case.law.words("lieux_de_culte") for word in words}
    if case.action.worship:
        return
    for path, text in case.typed_texts if words else ():
        found = next((word for word in plain_words(text) if word in words), None)
        if found and path[0] in _WHERE_IT_HAPPENS:
            yield Problem(
                path,
                f"« {text} » nomme un lieu de culte (« {found} »), et « lieu_de_culte » vaut non.",
                "Écrivez « oui » sous « lieu_de_culte » si l’action le touche ; sinon, nommez le lieu par sa rue.",
            )


_WHERE_IT_HAPPENS = frozenset({"intitule", "objet", "activites", "organismes_associes", "budget", "engagements"})


@rule(
    "CO065",
    cites=Practice("Le droit d’un organisme suit de ce qu’il est : son nom et sa nature disent la même chose."),
    draft=WARNING,
    final=WARNING,
)
def bodies_are_what_their_name_says(case: Case) -> Iterator[Problem]:
    """La nature d’un organisme n’est pas contraire au premier mot de son nom.

    Refusé : « association Arts de faire », de nature « entreprise ».
    Admis : « association Arts de faire », de nature « association » ; un nom qui ne dit rien.
    """
    for rank, body in enumerate(case.action.associated_bodies):
        words = plain_words(body.name or "")
        for kind in BodyKind if body.kind else ():
            starts = case.law.words(f"noms_de_nature_{kind.value}")
            if kind is not body.kind and any(words[: len(start)] == start for start in starts):
                yield Problem(
                    ("organismes_associes", rank, "nature"),
                    f"« {body.name} » est de nature « {body.kind.value if body.kind else ''} » ; son nom dit "
                    f"« {kind.value} ».",
                    "Corrigez « nature » ou « nom ».",
                )


@rule(
    "CO066",
    cites=Practice("Ce qui suit l’action la suit de près : une échéance lointaine est le plus souvent mal tapée."),
    draft=WARNING,
    final=WARNING,
)
def nothing_is_due_long_after_the_action(case: Case) -> Iterator[Problem]:
    """Aucun versement ni rapport n’est attendu longtemps après l’action ; les mois permis sont dans les références.

    Refusé : un versement deux ans après la fin de l’action.
    Admis : le solde, quelques mois après.
    """
    end, months = case.action.calendar.end, case.law.guide("mois_apres_la_fin")
    if end is None or months is None:
        return
    due: list[tuple[Path, str, date | None]] = [
        (("versements", rank, "echeance"), "Le versement", payment.due)
        for rank, payment in enumerate(case.action.payments)
    ]
    if case.action.evaluation:
        due.append((("evaluation", "rapport"), "Le rapport d’évaluation", case.action.evaluation.report_due))
    for path, what, day in due:
        if day and (day.year - end.year) * len(MONTHS) + day.month - end.month > months:
            yield Problem(
                path,
                f"{what} est attendu le {long_date(day)}, l’action s’achève le {long_date(end)}.",
                "Corrigez cette date, ou confirmez-la.",
            )


RULES = (
    descriptions_keep_to_the_days_of_activities,
    texts_contradict_no_clause,
    places_of_worship_are_said_to_be_so,
    bodies_are_what_their_name_says,
    nothing_is_due_long_after_the_action,
)
