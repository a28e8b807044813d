"""What free texts say of payments, against the schedule of the payments themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.case.records import Case
from generator.findings import Path, dotted
from generator.french import cardinal, enumerate_and, holds_one_of, long_date, whole_number
from generator.model.budget import Payment
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule

_SPACE = "[ \u00a0\u202f]"
_NO_ADVANCE = re.compile(
    rf"\b(?:sans|ni|aucune?|pas{_SPACE}d[’']){_SPACE}?(?:avances?|acomptes?)\b(?!{_SPACE}de{_SPACE}frais)",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    rf"\ben{_SPACE}une{_SPACE}(?:seule{_SPACE})?fois\b|\ben{_SPACE}un{_SPACE}seul{_SPACE}versement\b", re.IGNORECASE
)
_SEVERAL_TIMES = re.compile(rf"\ben{_SPACE}([\w-]+){_SPACE}(?:fois|versements)\b", re.IGNORECASE)
_ADVANCE = re.compile(
    rf"\b(?:avances?|acomptes?)\b|(?:à|dès|après){_SPACE}la{_SPACE}(?:signature|notification)\b|"
    rf"à{_SPACE}l[’']entrée{_SPACE}en{_SPACE}vigueur\b",
    re.IGNORECASE,
)
_OTHER_ADVANCES = frozenset({"versements", "missions", "derogations"})
"""What the schedule itself says, and advances on the allowances of travellers."""


@rule(
    "BU025",
    cites=Practice("Deux passages d’un acte ne disent pas le contraire l’un de l’autre."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def payments_are_as_the_clauses_say(case: Case) -> Iterator[Problem]:
    """Les versements suivent ce que les engagements en disent : « sans avance », « en une seule fois ».

    Refusé : « sans avance », et un versement avant le premier jour de l’action, ou « à la signature » ; « en une seule
    fois », et deux versements du même au même ; « en trois fois », et deux versements.
    Admis : « sans avance », et un versement le premier jour de l’action ou plus tard ; « en une seule fois », et un
    versement.
    """
    for path, text, _said in case.found_by(_says_how_to_pay):
        if path[0] in _OTHER_ADVANCES:
            continue
        if found := _NO_ADVANCE.search(text):
            yield from (
                _contrary(path, found[0], rank, _when(entry))
                for rank, entry in _payments(case, path)
                if _early(case, entry)
            )
        if found := _AT_ONCE.search(text):
            yield from _other_count(path, found[0], 1, _payments(case, path))
        elif found := _SEVERAL_TIMES.search(text):
            yield from _other_count(path, found[0], whole_number(found[1]), _payments(case, path))


def _says_how_to_pay(text: str) -> bool:
    parts, patterns = ("avance", "acompte", "fois", "versement"), (_NO_ADVANCE, _AT_ONCE, _SEVERAL_TIMES)
    return holds_one_of(text, parts) and any(pattern.search(text) for pattern in patterns)


def _other_count(path: Path, words: str, said: int | None, payments: list[tuple[int, Payment]]) -> Iterator[Problem]:
    """Tell of a number of payments that none of those who are paid receives."""
    counts = Counter((entry.payer, entry.payee) for _, entry in payments).values()
    if said is not None and counts and said not in counts:
        told = enumerate_and([cardinal(count) for count in dict.fromkeys(counts)])
        yield Problem(
            path,
            f"« {words} », mais « versements » en prévoit {told}.",
            "Corrigez ce texte, ou l’échéancier sous « versements ».",
        )


def _contrary(path: Path, words: str, rank: int, told: str) -> Problem:
    return Problem(
        path,
        f"« {words} », mais un versement est prévu ({told}, « {dotted(('versements', rank))} »).",
        "Corrigez ce texte, ou l’échéancier sous « versements ».",
    )


def _payments(case: Case, path: Path) -> list[tuple[int, Payment]]:
    """Return the payments that a text may speak of, with their ranks."""
    return [(rank, entry) for rank, entry in enumerate(case.action.payments) if _concerns(case, path, entry)]


def _concerns(case: Case, path: Path, payment: Payment) -> bool:
    """Whether a text may speak of a payment: a party's commitments speak of what it pays."""
    if path[0] == "engagements" and isinstance(path[1], int):
        return payment.payer == case.action.commitments[path[1]].party
    if path[0] == "organismes_associes" and isinstance(path[1], int):
        return payment.payee == case.action.associated_bodies[path[1]].id
    return True


def _early(case: Case, payment: Payment) -> bool:
    start = case.action.calendar.start
    told = " ".join((payment.event or "", *payment.documents))
    return bool(_ADVANCE.search(told)) or bool(payment.due and start and payment.due < start)


def _when(payment: Payment) -> str:
    return payment.event or (long_date(payment.due) if payment.due else "sans échéance")


RULES = (payments_are_as_the_clauses_say,)
