"""Each action is one: its own number, its own agreement, its own words, its own year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_parts import Placed, TextExtract
from generator.case.year.text_digests import groups_of, is_nearly_the_same
from generator.findings import Path
from generator.french import enumerate_and, long_date
from generator.rules.engine.citations import ClauseElse, Practice
from generator.rules.engine.naming import span
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, SIGNATURE, WARNING, rule
from generator.rules.topics.programme.across_actions import body_name, folded, told_at

_TITLE, _BUDGET = ("intitule",), ("budget", "depenses")
_PARTS: dict[Path, str] = {
    _TITLE: "l’intitulé",
    ("objet",): "l’objet",
    ("activites",): "les activités",
    _BUDGET: "les lignes de dépenses",
}
"""What a copied action keeps of another, in the order of the form, as a sentence names it."""

_MOST_ALIKE = 100
"""Texts that share one group of words, beyond which the group is a formula that all acts use."""
_FEWEST_LINES = 2
"""Lines from which two budgets that are the same are a copy: one line may be the same by chance."""


@rule(
    "CO100",
    cites=Practice("Le numéro d’une action la désigne, et donne son nom au dossier de ses actes."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def each_action_has_its_own_number(year: YearRecord) -> Iterator[Problem]:
    """Deux actions de l’année n’ont pas le même numéro.

    Refusé : deux fiches portent le numéro 2017-03.
    Admis : 2017-03 et 2017-04.
    """
    seen: dict[str, ActionExtract] = {}
    for action in year.actions:
        first = seen.setdefault(action.number.casefold(), action)
        if first is not action:
            mark = action.mark(("numero",))
            where = str(first.place_of(first.mark(("numero",))))
            yield told_at(
                action,
                mark,
                f"Le numéro {action.number} est déjà celui d’une autre action ({where}).",
                "Donnez à cette action le premier numéro libre de l’année.",
            )


@rule(
    "CO101",
    cites=ClauseElse("convention_specifique", "Une action a une seule convention spécifique ; un avenant la modifie."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def each_action_has_one_agreement(year: YearRecord) -> Iterator[Problem]:
    """Une action n’a qu’une convention : deux fiches de l’année n’ont pas et le même intitulé, et le même objet.

    Refusé : l’intitulé et l’objet de 2017-02 reviennent sous le numéro 2017-05.
    Admis : deux objets différents.
    """
    for action, first, parts in _copies(year):
        if _is_the_same_action(parts):
            yield told_at(
                action,
                action.mark(_TITLE),
                f"L’action {action.number} a l’intitulé et l’objet de l’action {first.number} : une action aurait deux "
                "conventions, sans avenant.",
                f"Gardez une seule fiche, ou dites en quoi cette action diffère ; pour modifier la convention "
                f"{first.number}, faites un avenant.",
            )


@rule(
    "CO102",
    cites=Practice("Les actions d’un programme relèvent de la convention-cadre qu’il nomme."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def actions_are_under_the_programmes_framework(year: YearRecord) -> Iterator[Problem]:
    """L’action relève de la convention-cadre de son programme.

    Refusé : le programme nomme une convention, et l’action une autre.
    Admis : la même.
    """
    programme = year.programme
    for action in year.actions if programme else ():
        if programme and action.framework != programme.framework:
            yield told_at(
                action,
                action.mark(("convention",)),
                f"L’action {action.number} relève de la convention « {action.framework} », et le programme de l’année "
                f"de « {programme.framework} ».",
                "Corrigez « convention », ou rangez l’action dans le programme de sa convention.",
            )


@rule(
    "CO103",
    cites=Practice("Une action qui en recopie une autre est d’ordinaire une fiche reprise sans être relue."),
    draft=WARNING,
    final=WARNING,
)
def no_action_copies_another(year: YearRecord) -> Iterator[Problem]:
    """L’action ne reprend pas d’une autre, presque mot pour mot, son intitulé, son objet, ses activités ou son budget.

    Refusé : les mêmes activités, à deux mots près ; les mêmes lignes de dépenses, aux mêmes montants.
    Admis : des textes qui commencent de même, et disent autre chose.
    """
    for action, first, parts in _copies(year):
        if not _is_the_same_action(parts):
            yield told_at(
                action,
                parts[next(iter(parts))],
                f"L’action {action.number} reprend presque mot pour mot de l’action {first.number} "
                f"{enumerate_and([_PARTS[path] for path in parts])}.",
                "Relisez la fiche : écrivez ce que cette action fait de différent, ou réunissez les deux.",
            )


def _is_the_same_action(parts: dict[Path, Placed]) -> bool:
    return _TITLE in parts and ("objet",) in parts


def _copies(year: YearRecord) -> Iterator[tuple[ActionExtract, ActionExtract, dict[Path, Placed]]]:
    """Yield each action that repeats an earlier one: that one, and what it repeats of it, with its place."""
    alike = _Alike()
    for action in year.actions:
        repeated = alike.repeated_by(action)
        if repeated:
            first = Counter(other for _, _, other in repeated).most_common(1)[0][0]
            parts = {path: mark for path, mark, other in repeated if other == first}
            yield action, year.actions[first], {path: parts[path] for path in _PARTS if path in parts}
        alike.add(action, {path for path, _, _ in repeated})


class _Alike:
    """The actions seen so far, by what a copy would share with them. One that repeats another is not kept twice."""

    def __init__(self) -> None:
        self._exact: dict[tuple[Path, str], int] = {}
        self._by_group: defaultdict[tuple[Path, str], list[int]] = defaultdict(list)
        self._sketches: list[dict[Path, str]] = []

    def repeated_by(self, action: ActionExtract) -> list[tuple[Path, Placed, int]]:
        """Return what an action repeats of earlier ones: which part, where, and the rank of the earlier one."""
        exact = ((mark, self._exact.get((mark.path, digest))) for mark, digest in _exact_parts(action))
        nearly = ((text, self._nearest(text)) for text in action.texts if text.path in _PARTS)
        return [(typed.path, typed, rank) for typed, rank in (*exact, *nearly) if rank is not None]

    def add(self, action: ActionExtract, repeated: set[Path]) -> None:
        """Keep what an action does not repeat."""
        rank = len(self._sketches)
        self._sketches.append({text.path: text.sketch for text in action.texts})
        for mark, digest in _exact_parts(action):
            self._exact.setdefault((mark.path, digest), rank)
        for text in action.texts:
            for group in groups_of(text.sketch) if text.path in _PARTS and text.path not in repeated else ():
                self._by_group[text.path, group] = [*self._by_group[text.path, group], rank][:_MOST_ALIKE]

    def _nearest(self, text: TextExtract) -> int | None:
        """Return the rank of the first action whose text is nearly this one; None without one."""
        ranks = {rank for group in groups_of(text.sketch) for rank in self._by_group.get((text.path, group), ())}
        same = (rank for rank in sorted(ranks) if is_nearly_the_same(self._sketches[rank][text.path], text.sketch))
        return next(same, None)


def _exact_parts(action: ActionExtract) -> Iterator[tuple[Placed, str]]:
    """Yield what is a copy when it is exactly the same: the title, the lines of the budget."""
    if action.title:
        yield action.mark(_TITLE), folded(action.title)
    if action.expense_lines >= _FEWEST_LINES:
        yield action.mark(_BUDGET), action.budget_digest


@rule(
    "CO104",
    cites=Practice(
        "Le programme est celui d’une année ; une date d’une autre année est souvent celle d’une fiche reprise."
    ),
    draft=WARNING,
    final=WARNING,
)
def actions_take_place_in_their_year(year: YearRecord) -> Iterator[Problem]:
    """L’action a lieu dans l’année du programme, au moins en partie ; ses votes et ses signatures aussi.

    Refusé : une action de 2017 qui s’achève le 31 décembre 2016 ; un vote de 2018 ; un vote de 2016, alors que
    l’assemblée a siégé en 2017 avant le premier jour de l’action.
    Admis : une action qui commence en 2017 et s’achève en 2018 ; un vote de 2016 pour une action de janvier 2017.
    """
    if year.year is None:
        return
    for action in year.governed:
        start, end = action.start or action.end, action.end or action.start
        if start and end and not start.year <= year.year <= end.year:
            yield told_at(
                action,
                action.mark(("calendrier", "debut" if action.start else "fin")),
                f"L’action {action.number} n’a aucun jour en {year.year} : elle a lieu "
                f"{span(action.start, action.end)}.",
                "Corrigez les dates, ou le numéro de l’action.",
            )
        for typed, body, day, what in _acts(year, action):
            yield told_at(
                action,
                typed,
                f"{what} du {long_date(day)} ({body}) est hors de l’année {year.year}, celle de l’action "
                f"{action.number}.",
                "Corrigez l’année, ou remplissez la date de l’acte qui vaut pour cette action.",
            )


def _acts(year: YearRecord, action: ActionExtract) -> Iterator[tuple[Placed, str, date, str]]:
    """Yield the votes and signatures of an action that are of another year, and that nothing explains."""
    asked = year.year or 0
    for vote in action.votes:
        if vote.day is None or year.approved_before(vote) is not None:  # one of last year's has a rule of its own
            continue
        if vote.day.year > asked or (vote.day.year < asked and not _voted_ahead(year, action, vote.party)):
            yield vote, body_name(year, action, vote.party), vote.day, "Le vote"
    for signature in {signature.path: signature for signature in action.signatures}.values():  # one day for a ceremony
        if signature.day.year > asked:
            yield signature, body_name(year, action, signature.body), signature.day, "La signature"


def _voted_ahead(year: YearRecord, action: ActionExtract, party: str) -> bool:
    """Whether an action starts so early that its vote had to be of the year before."""
    sessions = year.programme.sessions if year.programme else ()
    days = [session.day for session in sessions if session.party == party and session.day]
    days += [vote.day for other in year.governed for vote in other.votes if vote.party == party and vote.day]
    first = min((day for day in days if day.year == year.year), default=None)
    return first is None or action.start is None or action.start <= first


RULES = (
    each_action_has_its_own_number,
    each_action_has_one_agreement,
    actions_are_under_the_programmes_framework,
    no_action_copies_another,
    actions_take_place_in_their_year,
)
