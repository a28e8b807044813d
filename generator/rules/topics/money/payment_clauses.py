"""What free texts say of payments, against the schedule of the payments themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.case.records import Case
from generator.findings import Path, dotted
from generator.french import cardinal, enumerate_and, holds_one_of, long_date, plain_words, whole_number
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


@rule(
    "BU029",
    cites=Practice("L’acte dit qu’aucun versement n’est dû entre les signataires, sauf ceux qu’il prévoit."),
    draft=WARNING,
    final=WARNING,
)
def money_promised_to_another_is_paid(case: Case) -> Iterator[Problem]:
    """Qui s’engage à verser ou à rembourser de l’argent à un autre signataire a un versement ou une subvention.

    Refusé : « rembourser à la Commune la moitié des billets », sans aucun versement de cette partie.
    Admis : un versement sous « versements », ou une subvention, de cette partie ; « rembourser ses agents ».
    """
    payers = {payment.payer for payment in case.action.payments}
    payers |= {body.subsidy.payer for body in case.action.associated_bodies if body.subsidy}
    for rank, commitment in enumerate(case.action.commitments):
        for each, duty in enumerate(commitment.duties if commitment.party not in payers else ()):
            words = plain_words(duty)
            if words[:1] in _PAYING and any(_is_named(name, words) for name in _others(case, commitment.party)):
                yield Problem(
                    ("engagements", rank, "obligations", each),
                    f"« {duty} », mais l’acte ne prévoit aucun versement de qui s’y engage.",
                    "Inscrivez-le sous « versements » (payeur, bénéficiaire, montant), ou retirez cette obligation.",
                )


def _others(case: Case, party: str) -> Iterator[str]:
    """Yield the names of those who sign besides a party."""
    for other in case.parties:
        if other.id != party:
            yield from (other.name, other.place.name, other.designation or "")
    for body in case.action.signing_bodies:
        yield from (body.name or "", body.designation or "")


def _is_named(name: str, words: tuple[str, ...]) -> bool:
    own = plain_words(name)
    return bool(own) and f" {' '.join(own)} " in f" {' '.join(words)} "


_PAYING = frozenset((verb,) for verb in ("payer", "rembourser", "reverser", "transferer", "verser"))
"""Verbs of money that one gives to another, without accents."""


RULES = (
    payments_are_as_the_clauses_say,
    money_promised_to_another_is_paid,
)
