"""The deliberations of a year: each has one object, and the same facts wherever it is cited.

They are numbered in each session: a deliberation is known by its assembly, its day and its number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_parts import Placed, VoteExtract
from generator.french import enumerate_and, long_date
from generator.model.approvals import Approves
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.programme.across_actions import (
    Part,
    body_name,
    folded,
    grouped_by,
    numbers_of,
    odd_one,
    of_several,
    told_at,
)


def _cited(year: YearRecord) -> Iterator[Part[VoteExtract]]:
    return ((action, vote) for action in year.actions for vote in action.votes)


@rule(
    "CG100",
    cites=Practice("Une délibération est connue par l’assemblée, le jour et le numéro ; elle a un objet."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def a_vote_has_one_object(year: YearRecord) -> Iterator[Problem]:
    """Une délibération approuve une seule convention, à moins d’approuver le programme et d’y nommer les actions.

    Refusé : la délibération n° D-4 du 24 mars approuve les conventions de deux actions.
    Admis : deux numéros ; ou la délibération approuve le programme (« programme_annuel ») et vise chaque action.
    """
    alone = (part for part in _cited(year) if part[1].approves == Approves.SPECIFIC_AGREEMENT.value)
    for (party, _, day), votes in grouped_by(alone, _known_by):
        if of_several(votes) and day is not None:
            action, vote = _second(votes)
            yield told_at(
                action,
                vote,
                f"La délibération n° {vote.number} du {long_date(day)} ({body_name(year, action, party)}) approuverait "
                f"les conventions de plusieurs actions : {numbers_of(action for action, _ in votes)}.",
                "Donnez à chaque action sa délibération ; si celle-ci approuve le programme, écrivez "
                "« programme_annuel » sous « approuve » et « oui » sous « vise_l_action ».",
            )


@rule(
    "CG101",
    cites=Practice("Une délibération a une seule date de vote : un numéro que deux dates portent en cache une fausse."),
    draft=WARNING,
    final=WARNING,
)
def a_number_has_one_day(year: YearRecord) -> Iterator[Problem]:
    """Le numéro d’une délibération n’a qu’une date dans l’année.

    Refusé : le n° DM-41 est du 27 mars dans une action, du 28 mars dans une autre.
    Admis : deux numéros ; un numéro tout en chiffres, que deux séances peuvent porter.
    """
    dated = ((action, vote) for action, vote in _cited(year) if vote.day)
    for (party, _), votes in grouped_by(dated, _numbered):
        unlike = odd_one(votes, lambda vote: vote.day)
        if unlike is not None:
            (right_action, right), (action, vote) = unlike
            yield told_at(
                action,
                vote,
                f"La délibération n° {vote.number} ({body_name(year, action, party)}) est du "
                f"{long_date(vote.day or date.min)} dans l’action {action.number}, et du "
                f"{long_date(right.day or date.min)} dans l’action {right_action.number}.",
                "Reprenez la date et le numéro du registre des délibérations.",
            )


@rule(
    "CG102",
    cites=Practice("Une délibération que plusieurs actions citent n’a été transmise, publiée et visée qu’une fois."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def a_shared_vote_has_the_same_facts(year: YearRecord) -> Iterator[Problem]:
    """La délibération qui vise plusieurs actions a partout la même transmission, la même publication et le même visa.

    Refusé : elle est transmise le 26 mars dans une action, le 27 dans une autre.
    Admis : les mêmes dates ; une date que l’une des actions ne dit pas.
    """
    shared = (part for part in _cited(year) if part[1].approves != Approves.SPECIFIC_AGREEMENT.value)
    for (party, _, _), votes in grouped_by(shared, _known_by):
        first_action, first = votes[0]
        for action, vote in votes:
            unlike = [name for name, one, other in _facts(first, vote) if one and other and one != other]
            if unlike:
                yield told_at(
                    action,
                    vote,
                    f"La délibération n° {vote.number} ({body_name(year, action, party)}) n’a pas dans l’action "
                    f"{action.number} ce que dit l’action {first_action.number} : {enumerate_and(unlike)}.",
                    "Reprenez partout ce que porte l’acte.",
                )


def _facts(one: VoteExtract, other: VoteExtract) -> Iterator[tuple[str, object, object]]:
    yield "organe", folded(one.body), folded(other.body)
    yield "date de transmission", one.transmission, other.transmission
    yield "accusé de réception", folded(one.receipt), folded(other.receipt)
    yield "date de publication", one.publication, other.publication
    yield "numéro du visa", folded(one.visa_number), folded(other.visa_number)
    yield "date du visa", one.visa_day, other.visa_day


@rule(
    "CG103",
    cites=Practice("Un accusé de réception prouve la transmission d’un seul acte."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def a_receipt_is_of_one_act(year: YearRecord) -> Iterator[Problem]:
    """Un accusé de réception n’est celui que d’un acte de l’année.

    Refusé : l’accusé de la délibération n° D-4 sert aussi à la délibération n° D-6.
    Admis : un accusé pour chaque acte ; le même, pour la même délibération citée deux fois.
    """
    acts: defaultdict[str, dict[object, tuple[ActionExtract, Placed, str]]] = defaultdict(dict)
    for action, vote in _cited(year):
        if vote.receipt and vote.number:
            known = (vote.party, folded(vote.number))
            acts[folded(vote.receipt)].setdefault(known, (action, vote, vote.receipt))
    for action in year.actions:
        if action.act_receipt:
            mark = action.mark(("transmission", "faite", "accuse_reception"))
            acts[folded(action.act_receipt)].setdefault(action.file, (action, mark, action.act_receipt))
    for citations in acts.values():
        several = list(citations.values())
        if of_several((action, mark) for action, mark, _ in several):
            action, mark, receipt = several[1]
            yield told_at(
                action,
                mark,
                f"L’accusé de réception {receipt} servirait à plusieurs actes (actions "
                f"{numbers_of(action for action, _, _ in several)}).",
                "Reprenez de chaque envoi l’accusé qui lui est propre.",
            )


@rule(
    "CG105",
    cites=Practice("Le projet annexé à un vote est celui d’une seule convention."),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def an_approved_draft_is_of_one_action(year: YearRecord) -> Iterator[Problem]:
    """L’empreinte du projet approuvé n’est celle que d’une action.

    Refusé : deux actions ont sous « texte_approuve » la même empreinte.
    Admis : la même empreinte pour les deux parties d’une action.
    """
    for _, votes in grouped_by(_cited(year), lambda _, vote: vote.text_digest):
        if of_several(votes):
            first = votes[0][0]
            action, vote = next((action, vote) for action, vote in votes if action is not first)
            yield told_at(
                action,
                vote,
                f"Le projet approuvé pour l’action {action.number} a l’empreinte de celui de l’action {first.number}.",
                "Gardez le projet que l’assemblée a approuvé pour cette action (`parafe vote`).",
            )


def _known_by(_: ActionExtract, vote: VoteExtract) -> tuple[str, str, date | None] | None:
    return (vote.party, folded(vote.number), vote.day) if vote.number else None


def _numbered(_: ActionExtract, vote: VoteExtract) -> tuple[str, str] | None:
    """Return what a number designates in any session: one of figures alone may be another act in each."""
    return (vote.party, folded(vote.number)) if vote.number and not vote.number.isdecimal() else None


def _second(votes: list[Part[VoteExtract]]) -> Part[VoteExtract]:
    first = votes[0][0]
    return next((action, vote) for action, vote in votes if action is not first)


RULES = (
    a_vote_has_one_object,
    a_number_has_one_day,
    a_shared_vote_has_the_same_facts,
    a_receipt_is_of_one_act,
    an_approved_draft_is_of_one_action,
)
