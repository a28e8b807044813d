"""The programme's total and the credits voted for it, against what its actions cost and what parties promise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.case.records import Source
from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_parts import ContributionExtract
from generator.french import kept_by_text, long_date, plain_words
from generator.model.budget import Nature
from generator.model.programme import VotedCredit
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import money, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.programme.across_actions import Part, told_at

_NOTHING = Decimal(0)
_CODES = re.compile(
    r"(?P<name>chapitre|fonction|nature|article|compte)s?\s+(?P<codes>(?:\d+(?:\s*,\s*|\s+et\s+)?)+)", re.IGNORECASE
)
"""What a budget line names by figures: « chapitres 011 et 65, fonction 048 »."""


@rule(
    "BU100",
    cites=Practice("Le total d’un programme est la somme des budgets de ses actions."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def total_of_the_programme_is_the_sum_of_its_actions(year: YearRecord) -> Iterator[Problem]:
    """Le total annoncé par le programme est la somme des dépenses de ses actions, devise par devise.

    Refusé : un centime d’écart ; une devise des budgets sans total, quand le programme en annonce.
    Admis : les totaux tombent juste ; le programme n’annonce aucun total ; un budget n’est pas encore chiffré.
    """
    programme, sums = year.programme, _sums(year)
    if programme is None or not programme.totals or sums is None:
        return
    announced: set[str] = set()
    for rank, total in enumerate(programme.totals):
        currency = total.currency or (next(iter(sums)) if len(sums) == 1 else None)
        if currency is None:
            yield Problem(
                ("total", rank, "devise"),
                "Le total du programme est sans devise, et les budgets en ont plusieurs.",
                "Remplissez « devise » : un total pour chacune.",
                Source.PROGRAMME,
            )
            return
        announced.add(currency)
        spent = sums.get(currency, _NOTHING)
        if total.amount is not None and total.amount != spent:
            yield Problem(
                ("total", rank, "montant"),
                f"Le total du programme ({money(total.amount, currency)}) diffère de la somme des actions "
                f"({money(spent, currency)}).",
                "Corrigez le total, ou le budget d’une action.",
                Source.PROGRAMME,
            )
    for currency in sums.keys() - announced:
        yield Problem(
            ("total",),
            f"Le programme n’annonce aucun total pour les budgets en {currency} ({money(sums[currency], currency)}).",
            "Ajoutez sous « total » le montant et sa devise.",
            Source.PROGRAMME,
        )


def _sums(year: YearRecord) -> dict[str, Decimal] | None:
    """Return the sum of all expenses by reference currency; None as long as a budget is not known."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for action in year.governed:
        if action.expenses is None or action.currency is None or not year.is_whole:
            return None
        sums[action.currency] += action.expenses
    return sums if year.is_whole else None


@rule(
    "BU101",
    cites=Practice("Une partie ne promet pas plus que ce que son assemblée a voté."),
    draft=WARNING,
    final=WARNING,
)
def promises_stay_within_the_credits(year: YearRecord) -> Iterator[Problem]:
    """Les apports en numéraire d’une partie tiennent dans ses crédits, pour le programme et ligne par ligne.

    Refusé : un centime de plus que les crédits votés ; une ligne dépassée, quand le programme les distingue.
    Admis : exactement les crédits ; un apport dont aucun taux ne dit la valeur dans la devise des crédits.
    """
    for party, voted in _credits_by_party(year):
        promised = list(_cash_of(year, party))
        lines = [] if len(voted) == 1 else list(_lines_exceeded(voted, promised))
        for rank, credit, spent in lines:
            yield _exceeded(year, rank, credit, spent, credit.amount)
        spent_in_all = _sum_in(voted[0][1].currency, promised)
        total = sum((credit.amount or _NOTHING for _, credit in voted), _NOTHING)
        certain = all(credit.amount is not None and credit.currency == voted[0][1].currency for _, credit in voted)
        if not lines and certain and spent_in_all is not None and spent_in_all > total:
            yield _exceeded(year, *voted[0], spent_in_all, total)


def _exceeded(year: YearRecord, rank: int, credit: VotedCredit, spent: Decimal, voted: Decimal | None) -> Problem:
    body = year.framework.party(credit.party)
    line = f" ({credit.budget_line})" if credit.budget_line else ""
    return Problem(
        ("credits", rank, "montant"),
        f"Le programme dépasse les crédits votés : {the_party(body) if body else credit.party} promet "
        f"{money(spent, credit.currency)} en numéraire, et {money(voted or _NOTHING, credit.currency)} sont votés"
        f"{line}.",
        "Réduisez les apports, ou inscrivez la décision qui complète les crédits.",
        Source.PROGRAMME,
    )


def _lines_exceeded(
    voted: list[tuple[int, VotedCredit]], promised: list[Part[ContributionExtract]]
) -> Iterator[tuple[int, VotedCredit, Decimal]]:
    """Yield the credits that what is charged to them alone exceeds."""
    for rank, credit in voted:
        own = [part for part in promised if [credit] == [other for _, other in voted if _covers(other, part[1])]]
        spent = _sum_in(credit.currency, own)
        if spent is not None and credit.amount is not None and spent > credit.amount:
            yield rank, credit, spent


@rule(
    "BU102",
    cites=Practice("Une dépense s’impute sur une ligne que l’assemblée a votée."),
    draft=WARNING,
    final=WARNING,
)
def lines_charged_were_voted(year: YearRecord) -> Iterator[Problem]:
    """L’apport en numéraire s’impute sur une ligne des crédits votés, quand le programme les distingue.

    Refusé : un apport au chapitre 204, et des crédits aux chapitres 011 et 65.
    Admis : un apport au chapitre 65 ; des crédits votés sans imputation.
    """
    for party, voted in _credits_by_party(year):
        told: set[str] = set()
        for action, line in _cash_of(year, party):
            named = " ".join(plain_words(line.budget_line or ""))
            if named not in told and not any(_covers(credit, line) for _, credit in voted):
                told.add(named)
                body = year.framework.party(party)
                yield told_at(
                    action,
                    line,
                    f"L’apport de l’action {action.number} est imputé « {line.budget_line} » : "
                    f"{the_party(body) if body else party} n’y a voté aucun crédit.",
                    "Corrigez l’imputation, ou inscrivez au programme le crédit de cette ligne.",
                )


def _covers(credit: VotedCredit, line: ContributionExtract) -> bool:
    """Whether a credit may be the one to which a contribution is charged; one without a line may be any."""
    if not credit.budget_line or not line.budget_line:
        return True
    voted, charged = _codes(credit.budget_line), _codes(line.budget_line)
    common = voted.keys() & charged.keys()
    if common:
        return all(voted[name] & charged[name] for name in common)
    one, other = _figures(credit.budget_line), _figures(line.budget_line)
    if one or other:  # figures and words cannot be compared: « chapitre 65 », « budget de la coopération »
        return not (one and other) or bool(one & other)
    words, others = set(plain_words(credit.budget_line)), set(plain_words(line.budget_line))
    return words.issubset(others) or others.issubset(words)


def _figures(line: str) -> set[str]:
    return set(re.findall(r"\d+", line))


@kept_by_text
def _codes(line: str) -> dict[str, frozenset[str]]:
    return {found["name"].lower(): frozenset(re.findall(r"\d+", found["codes"])) for found in _CODES.finditer(line)}


@rule(
    "BU103",
    cites=Practice("Une assemblée vote les crédits avant que la collectivité s’engage."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
)
def credits_are_voted_before_the_first_commitment(year: YearRecord) -> Iterator[Problem]:
    """Les premiers crédits d’une partie sont votés avant sa première signature, et avant son premier versement.

    Refusé : des crédits votés le lendemain de la première signature.
    Admis : le jour même ; des crédits de plus, votés plus tard.
    """
    for party, voted in _credits_by_party(year):
        days = [(credit.vote, rank) for rank, credit in voted if credit.vote]
        commitments = [*_commitments(year, party)]
        if len(days) < len(voted) or not commitments:
            continue
        (vote, rank), (first, number) = min(days), min(commitments)
        if vote > first:
            body = year.framework.party(party)
            yield Problem(
                ("credits", rank, "vote"),
                f"Les crédits sont votés le {long_date(vote)}, après que {the_party(body) if body else party} s’est "
                f"engagée le {long_date(first)} (action {number}).",
                "Corrigez la date du vote, ou repoussez la signature après lui.",
                Source.PROGRAMME,
            )


def _commitments(year: YearRecord, party: str) -> Iterator[tuple[date, str]]:
    """Yield the days on which a party commits its money: its signatures of what it pays for, its payments."""
    for action, _ in _cash_of(year, party):
        yield from ((each.day, action.number) for each in action.signatures if each.body == party)
        yield from ((each.due, action.number) for each in action.payments if each.payer == party and each.due)


def _credits_by_party(year: YearRecord) -> Iterator[tuple[str, list[tuple[int, VotedCredit]]]]:
    """Yield the parties with credits, and their credits with their ranks in the programme."""
    found: defaultdict[str, list[tuple[int, VotedCredit]]] = defaultdict(list)
    for rank, credit in enumerate(year.programme.voted_credits if year.programme else ()):
        found[credit.party].append((rank, credit))
    return iter(found.items())


def _cash_of(year: YearRecord, party: str) -> Iterator[Part[ContributionExtract]]:
    """Yield what a party brings in cash, action by action; nothing where it brings nothing."""
    for action in year.governed:
        for line in action.contributions:
            if line.origin == party and line.nature == Nature.CASH.value and line.amount:
                yield action, line


def _sum_in(currency: str | None, parts: list[Part[ContributionExtract]]) -> Decimal | None:
    """Add contributions in a currency; None as soon as the value of one in it is not known."""
    values = [_value_in(currency, action, line) for action, line in parts]
    known = [value for value in values if value is not None]
    return sum(known, _NOTHING) if len(known) == len(values) else None


def _value_in(currency: str | None, action: ActionExtract, line: ContributionExtract) -> Decimal | None:
    if currency == line.currency:
        return line.amount
    return line.value if currency == action.currency else None


RULES = (
    total_of_the_programme_is_the_sum_of_its_actions,
    promises_stay_within_the_credits,
    lines_charged_were_voted,
    credits_are_voted_before_the_first_commitment,
)
