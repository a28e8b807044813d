"""What a form that was taken up from last year still says of last year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.year import YearRecord
from generator.case.year.text_digests import years_in
from generator.french import long_date
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.programme.across_actions import body_name, folded, identity, told_at

_TEXTS = {"objet": "L’objet", "contexte": "Le contexte", "activites": "Les activités"}
"""The texts of an action that a year keeps, by their key, as a sentence names them."""


@rule(
    "CO105",
    cites=Practice("Une délibération approuve les conventions qu’elle nomme : celles de l’an passé ont eu la leur."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def no_vote_of_last_year_serves_again(year: YearRecord) -> Iterator[Problem]:
    """La délibération qui a approuvé une convention de l’an passé n’approuve pas celle de cette année.

    Refusé : la délibération n° D-4 du 24 mars, déjà citée par une action de l’an passé.
    Admis : la délibération de cette année ; une délibération du même numéro, d’une autre date.
    """
    for action in year.actions:
        for vote in action.votes:
            former = year.approved_before(vote)
            if former is not None and vote.day is not None:
                yield told_at(
                    action,
                    vote,
                    f"La délibération n° {vote.number} du {long_date(vote.day)} "
                    f"({body_name(year, action, vote.party)}) approuvait déjà l’action {former.number} de l’an passé.",
                    "Remplissez la délibération qui approuve la convention de cette année.",
                )


@rule(
    "CO106",
    cites=Practice("Un numéro d’acte qui porte une année porte celle de l’acte."),
    draft=WARNING,
    final=WARNING,
)
def numbers_bear_no_former_year(year: YearRecord) -> Iterator[Problem]:
    """Le numéro d’une délibération ou d’un ordre de mission ne porte pas l’année d’avant.

    Refusé : l’ordre n° OM-2016-12 d’une action de 2017 ; la délibération n° 2016-41 du 27 mars 2017.
    Admis : OM-2017-12 ; OM-12, qui ne porte aucune année ; la délibération n° 2016-41 du 12 décembre 2016.
    """
    asked = year.year
    for action in year.governed if asked else ():
        for order in action.orders:
            if asked and _is_of_the_year_before(order.number, asked):
                yield told_at(
                    action,
                    order,
                    f"L’ordre n° {order.number} de l’action {action.number} porte une année passée.",
                    f"Donnez à l’ordre un numéro de {asked}.",
                )
        for vote in action.votes:
            if vote.number and vote.day and year.approved_before(vote) is None:
                if not _is_of_the_year_before(vote.number, vote.day.year):
                    continue
                yield told_at(
                    action,
                    vote,
                    f"La délibération n° {vote.number} est du {long_date(vote.day)} : son numéro porte l’année "
                    "d’avant.",
                    "Reprenez le numéro du registre, ou corrigez la date.",
                )


def _is_of_the_year_before(number: str, year: int) -> bool:
    named = years_in(number)
    return year - 1 in named and year not in named


@rule(
    "CO107",
    cites=Practice("Chaque ordre de mission a son numéro ; celui de l’an passé a déjà servi."),
    draft=WARNING,
    final=WARNING,
)
def no_order_of_last_year_serves_again(year: YearRecord) -> Iterator[Problem]:
    """L’ordre de mission d’un voyageur n’a pas le numéro de celui qu’il a reçu l’an passé.

    Refusé : Claire Gabarit partait l’an passé sous l’ordre n° OM-7, et part encore sous ce numéro.
    Admis : un autre numéro ; le même numéro pour une autre personne, là où chaque année recommence au premier.
    """
    used = {
        (folded(order.number), order.employer, identity(order.given_name, order.surname)): action
        for action in year.former
        for order in action.orders
    }
    for action in year.actions:
        for order in action.orders:
            former = used.get((folded(order.number), order.employer, identity(order.given_name, order.surname)))
            stale = year.year is not None and _is_of_the_year_before(order.number, year.year)  # already told
            if former is not None and not stale:
                yield told_at(
                    action,
                    order,
                    f"L’ordre n° {order.number} était déjà, l’an passé, celui du même voyageur (action "
                    f"{former.number}).",
                    "Donnez à l’ordre un numéro de cette année.",
                )


@rule(
    "CO108",
    cites=Practice("Un texte repris de l’an passé dit encore les dates de l’an passé."),
    draft=WARNING,
    final=WARNING,
)
def no_text_of_last_year_keeps_its_dates(year: YearRecord) -> Iterator[Problem]:
    """Le texte repris de l’an passé ne nomme pas l’année passée sans nommer celle-ci.

    Refusé : le contexte de 2016, mot pour mot, qui parle de la saison 2016.
    Admis : le même texte, où l’année est corrigée ; un texte repris qui ne nomme aucune année.
    """
    asked = year.year or 0
    known = {(text.path, text.digest): action for action in year.former for text in action.texts}
    for action in year.governed:
        for text in action.texts:
            former = known.get((text.path, text.digest))
            if former is not None and asked - 1 in text.years and asked not in text.years:
                yield told_at(
                    action,
                    text,
                    f"{_TEXTS[str(text.path[0])]} de l’action {action.number} : texte de l’action {former.number}, mot "
                    f"pour mot, qui nomme encore l’année {asked - 1}.",
                    "Relisez le texte, et corrigez-y les dates.",
                )


RULES = (
    no_vote_of_last_year_serves_again,
    numbers_bear_no_former_year,
    no_order_of_last_year_serves_again,
    no_text_of_last_year_keeps_its_dates,
)
