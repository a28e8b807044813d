"""What free texts state beside the data: days, clauses that the act words itself, places of worship, what a body is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import chain

from generator.case.records import Case
from generator.findings import Path
from generator.french import (
    cardinal,
    days_written,
    holds_one_of,
    kept_by_text,
    long_date,
    ordinal,
    plain_words,
    whole_number,
)
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
_TERM = re.compile(
    r"\b(?:présente\s+convention|la\s+convention(?!\s*-?\s*cadre|\s+de\s+partenariat))\s+(?:est|sera)\s+conclue\s+"
    r"(?:pour|jusqu)[^.;]*",
    re.IGNORECASE,
)
"""How long an act says that it lasts; the framework is no « convention » alone."""
_AXIS = re.compile(
    r"(?:\baxe\s+(?:n°\s*)?(\d|[IVX]+)(?!\w)|\b(\w+)\s+axe\b)"
    r"(?!\s+(?:de\s|du\s|des\s|d[’'])(?!(?:la\s)?(?:présente\s)?(?:convention|coopération)))",
    re.IGNORECASE,
)
"""An axis of the framework: one « of » anything else, « l’axe 2 du plan national », is another’s."""
_OTHER_DAYS = re.compile(
    r"(?:\b(?:accord|arrêté|comité|convention|courrier|décision|délibération|lettre|loi|notification|rencontre|réunion|"
    r"séance|visite)s?\b[^.;,\d]*?\b(?:du|le)|"
    r"\b(?:adopté|approuvé|arrêté|conclu|notifié|signé|voté)e?s?\s+le)\s+\d\S*(?:\s+[^\W\d]+\s+\d\d\d\d)?",
    re.IGNORECASE,
)
"""The day of an act or of a meeting that a text recalls: « la délibération du 12 mai 2017 »."""
_STREET = re.compile(
    r"\b(?:rue|place|avenue|boulevard|impasse|chemin|quai|square|allées?|cours|route|parvis|quartier|faubourg)\s+"
    r"(?:de\s+la\s+|de\s+l[’']|du\s+|des\s+|de\s+|d[’'])?\w+",
    re.IGNORECASE,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_NOT_TACIT = re.compile(r"\b(?:sans|pas|ni|aucune|exclut|exclue?)\b", re.IGNORECASE)


@rule("CO063", cites=_ONE_VOICE, draft=WARNING, final=WARNING)
def descriptions_keep_to_the_days_of_activities(case: Case) -> Iterator[Problem]:
    """Une date écrite dans la description d’une activité tombe entre son premier et son dernier jour.

    Refusé : « jusqu’au 7 juillet 2018 », quand l’activité s’achève la veille.
    Admis : le dernier jour ; une description sans date ; « la délibération du 12 mai 2017 ».
    """
    for rank, activity in enumerate(case.action.activities):
        last = activity.end or activity.start
        for day in _days_told(activity.description or "") if activity.start and last else ():
            if activity.start and last and not activity.start <= day <= last:
                yield Problem(
                    ("activites", rank, "description"),
                    f"« {long_date(day)} » : l’activité a lieu {span(activity.start, last)}.",
                    "Corrigez la description ou les dates ; mieux, retirez la date : l’acte l’imprime à côté.",
                )


@kept_by_text
def _days_told(text: str) -> tuple[date, ...]:
    """Return the days that a text writes, but those of acts and of meetings that it recalls."""
    return tuple(days_written(_OTHER_DAYS.sub("", text)))


@rule("CO064", cites=_ONE_VOICE, draft=WARNING, final=WARNING)
def texts_contradict_no_clause(case: Case) -> Iterator[Problem]:
    """Aucun texte libre ne contredit ce que l’acte dit lui-même : préavis, reconduction, durée, rythme du comité, axe.

    Refusé : « un préavis de trois mois », quand la clause en dit un ; « reconduite tacitement » ; « l’axe 4 » pour une
    action du deuxième.
    Admis : le même préavis ; « sans tacite reconduction » ; « l’axe 4 du plan national ».
    """
    action = case.action
    rhythm = action.steering.meetings_per_year if action.steering else None
    for path, text, _said in case.found_by(_may_contradict):
        notice = _NOTICE.search(text)
        if notice and _differs(notice[1], action.clauses.notice_months):
            yield _contrary(path, notice[0], f"le préavis est de {cardinal(action.clauses.notice_months or 0)} mois")
        meetings = _RHYTHM.search(text)
        if meetings and _differs(meetings[1], rhythm):
            yield _contrary(path, meetings[0], f"le comité se réunit {cardinal(rhythm or 0)} fois par an")
        tacit = _TACIT.search(text)
        if tacit and not _NOT_TACIT.search(text):
            yield _contrary(path, tacit[0], "l’acte ne se renouvelle pas tacitement")
        term = _TERM.search(text)
        if term:
            yield _contrary(path, term[0], "la durée de l’acte est celle de l’action (« calendrier »)")
        yield from _other_axes(case, path, text)


def _may_contradict(text: str) -> bool:
    parts = ("préavis", "tacite", "fois", "axe", "conclue")
    patterns = (_NOTICE, _RHYTHM, _TACIT, _AXIS, _TERM)
    return holds_one_of(text, parts) and any(pattern.search(text) for pattern in patterns)


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
    Admis : « lieu_de_culte » vaut oui ; ou l’action ne nomme aucun lieu de culte ; « rue de l’Église ».
    """
    if case.action.worship:
        return
    for path, text, found in case.found_by(_reader_of_places(case.law.words("lieux_de_culte"))):
        if path[0] in _WHERE_IT_HAPPENS:
            yield Problem(
                path,
                f"« {text} » nomme un lieu de culte (« {found} »), et « lieu_de_culte » vaut non.",
                "Écrivez « oui » sous « lieu_de_culte » si l’action le touche ; sinon, nommez le lieu par sa rue.",
            )


@cache
def _reader_of_places(listed: tuple[tuple[str, ...], ...]) -> Callable[[str], str | None]:
    """Return what finds the first of these words in a text, but in the name of a street."""
    words = frozenset(chain.from_iterable(listed))

    def read(text: str) -> str | None:
        if words.isdisjoint(plain_words(text)):
            return None
        return next((word for word in plain_words(_STREET.sub("", text)) if word in words), None)

    return read


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
            if kind is not body.kind and case.law.begins(words, f"noms_de_nature_{kind.value}"):
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
