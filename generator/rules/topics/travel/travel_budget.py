"""What missions cost and what the budget foresees for them: mission by mission, category by category, payer by payer.

A line of the budget is that of the mission that it names (« Séjour de la mission M1 »). One that names none, or
several, serves all the missions that their own lines do not suffice for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.case.budget_totals import to_the_cent
from generator.case.cost_bearing import payer_of
from generator.case.records import Case
from generator.findings import Path, dotted
from generator.french import capitalized, enumerate_and, enumerate_or, is_plural
from generator.model.budget import Budget
from generator.model.missions import CostCategory, Mission
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import money, the_body
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.travel.lines_of_missions import lines_of_missions

_ONE_SUM = Practice("Ce que coûtent les missions est ce que le budget prévoit pour elles : l’acte dit l’un et l’autre.")
_NOTHING = Decimal(0)
_HALF_A_CENT = Decimal(1) / 2 / 100

Sums = tuple[tuple[Decimal, str], ...]
"""Amounts with their currencies."""


@dataclass(frozen=True)
class _Trip:
    """What one mission costs in one category, and the lines of the budget that name this mission alone.

    Attributes:
        mission: the mission.
        path: where its first cost of that category stands.
        costs: what it costs.
        ranks: the ranks of the lines.
        lines: what these lines foresee.
        gap: what they lack; below nought, what they have too much.
    """

    mission: Mission
    path: Path
    costs: Sums
    ranks: tuple[int, ...]
    lines: Sums
    gap: Decimal


@dataclass(frozen=True)
class _Account:
    """One category of costs: the missions that say what they cost, the lines that serve them all, what is lacking.

    Attributes:
        trips: the missions that say what they cost in it.
        ranks: the ranks of the lines that name none of them, or several.
        lines: what these lines foresee.
        gap: what they lack for the missions whose own lines do not suffice; below nought, what they have too much.
    """

    trips: tuple[_Trip, ...]
    ranks: tuple[int, ...]
    lines: Sums
    gap: Decimal

    def lacks_for(self, trip: _Trip) -> bool:
        """Whether neither the lines that name a mission nor those that serve all pay what it costs."""
        return trip.gap > _NOTHING and (self.gap > _NOTHING or not self.ranks)


@rule("OM043", cites=_ONE_SUM, draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def missions_cost_what_the_budget_foresees(case: Case) -> Iterator[Problem]:
    """Le coût d’une mission, catégorie par catégorie, est celui des lignes du budget qui la nomment, au centime.

    Refusé : le transport d’une mission coûte un centime de plus, ou de moins, que la ligne qui nomme cette mission.
    Admis : la somme exacte ; ou une ligne sans nom de mission y pourvoit.
    """
    for category, account in _accounts(case).items():
        for trip in account.trips:
            if trip.gap < _NOTHING or account.lacks_for(trip):
                yield Problem(
                    (*trip.path, "montant"),
                    f"{capitalized(category.words)} de la mission {trip.mission.id} : {_total(case, trip.costs)} dans "
                    f"la mission, {_foreseen(case, trip, account)}.",
                    f"Corrigez l’un des deux montants ; la ligne est de la catégorie « {category.value} », et son "
                    f"libellé nomme la mission : « {trip.mission.id} ».",
                )


@rule("OM044", cites=_ONE_SUM, draft=WARNING, final=WARNING)
def budget_foresees_no_more_than_the_missions_cost(case: Case) -> Iterator[Problem]:
    """Les lignes de transport international et de séjour ne prévoient pas plus que ne coûtent les missions.

    Refusé : une ligne de séjour sans nom de mission dépasse d’un centime ce que coûtent les missions.
    Admis : la somme exacte ; ou l’une des missions ne dit pas ce qu’elle coûte.
    """
    for category in (CostCategory.INTERNATIONAL_TRANSPORT, CostCategory.STAY):
        account = _accounts(case).get(category)
        if account is None or not account.ranks or account.gap >= _NOTHING or not _all_told(case, category):
            continue
        yield Problem(
            ("budget", "depenses", account.ranks[0], "montant"),
            f"{capitalized(category.words)} : le budget prévoit plus que ne coûtent les missions ("
            f"{_total(case, _flat(trip.costs for trip in account.trips))}) ; aucune ne répond de tout le montant de "
            f"{_places(account.ranks)}.",
            "Ajoutez la mission qui manque, ou corrigez le montant de la ligne ou celui des missions.",
        )


@rule("OM045", cites=_ONE_SUM, draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def lines_and_missions_name_the_same_payer(case: Case) -> Iterator[Problem]:
    """La ligne du budget qui nomme une mission est payée par qui paie cette catégorie de frais dans la mission.

    Refusé : la ligne de séjour est payée par la partie qui se déplace, et le séjour par celle qui accueille.
    Admis : la même partie des deux côtés ; ou la ligne ne dit pas qui la paie.
    """
    for rank, (line, named, category) in enumerate(lines_of_missions(case)):
        payers = {payer for mission in named if category for payer in _payers(case, mission, category)}
        if line.payer and payers and line.payer not in payers:
            missions = enumerate_and([mission.id for mission in named])
            yield Problem(
                ("budget", "depenses", rank, "payeur"),
                f"Dépense « {line.label} » payée par {the_body(case, line.payer)} : dans la mission {missions}, c’est "
                f"{enumerate_or([the_body(case, payer) for payer in sorted(payers)])} qui paie.",
                "Corrigez « payeur » de la ligne, ou celui de la mission.",
            )


@lru_cache(maxsize=2)
def _accounts(case: Case) -> dict[CostCategory, _Account]:
    """Compare what missions cost with the lines of the budget, in each category that missions name."""
    named = {category for mission in case.action.missions for _, category, _ in mission.costs}
    accounts = ((category, _account(case, category)) for category in CostCategory if category in named)
    return {category: account for category, account in accounts if account is not None}


def _account(case: Case, category: CostCategory) -> _Account | None:
    """Compare what missions cost in a category with its lines; None while a line or a rate is not known."""
    budget = case.action.budget
    ranks = _ranks(case)
    own, shared = ranks.own[category], tuple(ranks.shared[category])
    lines = _line_sums(budget, shared)
    trips = [_trip(case, rank, category, own[mission.id]) for rank, mission in enumerate(case.action.missions)]
    told = tuple(trip for trip in trips if trip is not None)
    short = [trip for trip in told if trip.gap > _NOTHING]
    if lines is None or not budget.expenses:
        return None
    gap = _difference(budget, _flat(trip.costs for trip in short), (*_flat(trip.lines for trip in short), *lines))
    return None if gap is None else _Account(told, shared, lines, gap)


class _Ranks(NamedTuple):
    """The ranks of the lines of each category: by the identifier of the mission that each names alone, and the rest."""

    own: defaultdict[CostCategory | None, defaultdict[str, list[int]]]
    shared: defaultdict[CostCategory | None, list[int]]


@lru_cache(maxsize=2)
def _ranks(case: Case) -> _Ranks:
    ranks = _Ranks(defaultdict(lambda: defaultdict(list)), defaultdict(list))
    for rank, (_, named, category) in enumerate(lines_of_missions(case)):
        (ranks.own[category][named[0].id] if len(named) == 1 else ranks.shared[category]).append(rank)
    return ranks


def _trip(case: Case, rank: int, category: CostCategory, own: Sequence[int]) -> _Trip | None:
    """Return a mission's costs and lines in a category; None when it does not say what it costs, or a line does not."""
    budget, mission = case.action.budget, case.action.missions[rank]
    costs = [(path, cost) for path, kind, cost in mission.costs if kind is category]
    sums = _sums((cost.amount, cost.currency or budget.currency) for _, cost in costs)
    lines = _line_sums(budget, own)
    if not costs or sums is None or lines is None:
        return None
    gap = _difference(budget, sums, lines)
    return None if gap is None else _Trip(mission, ("missions", rank, *costs[0][0]), sums, tuple(own), lines, gap)


def _all_told(case: Case, category: CostCategory) -> bool:
    """Whether each mission says what it costs in a category, and there is one."""
    costs = [[cost.amount for _, kind, cost in each.costs if kind is category] for each in case.action.missions]
    return bool(costs) and all(amounts and None not in amounts for amounts in costs)


def _difference(budget: Budget, costs: Sums, lines: Sums) -> Decimal | None:
    """Return what lines lack to make up costs, below nought what they have too much; None without a rate.

    In one currency sums agree to the cent. In several, each amount that is converted was rounded by whoever typed it.
    """
    if len({currency for _, currency in (*costs, *lines)}) <= 1:
        return _plain(costs) - _plain(lines)
    signed = [*((amount, currency) for amount, currency in costs), *((-amount, currency) for amount, currency in lines)]
    values = [_in_reference(budget, amount, currency) for amount, currency in signed]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    gap = sum(known, _NOTHING)
    converted = sum(currency != budget.currency for _, currency in signed)
    return gap if abs(gap) > _HALF_A_CENT * converted else _NOTHING


def _in_reference(budget: Budget, amount: Decimal, currency: str) -> Decimal | None:
    if currency == budget.currency:
        return amount
    rate = budget.rate_between(currency, budget.currency) if budget.currency else None
    return None if rate is None else amount * rate


def _plain(sums: Sums) -> Decimal:
    return sum((amount for amount, _ in sums), _NOTHING)


def _flat(sums: Iterable[Sums]) -> Sums:
    return tuple(entry for part in sums for entry in part)


def _line_sums(budget: Budget, ranks: Iterable[int]) -> Sums | None:
    return _sums((line.amount, budget.currency_of(line)) for line in (budget.expenses[rank] for rank in ranks))


def _sums(entries: Iterable[tuple[Decimal | None, str | None]]) -> Sums | None:
    listed = list(entries)
    known = tuple((amount, currency) for amount, currency in listed if amount is not None and currency is not None)
    return known if len(known) == len(listed) else None


def _payers(case: Case, mission: Mission, category: CostCategory) -> Iterator[str]:
    for _, kind, cost in mission.costs:
        payer = payer_of(case.framework, mission, category, cost) if kind is category else None
        if payer is not None:
            yield payer


def _foreseen(case: Case, trip: _Trip, account: _Account) -> str:
    suffice = "suffisent" if is_plural(len(account.ranks)) else "suffit"
    lacks = account.ranks and account.lacks_for(trip)
    others = f", et {_places(account.ranks)} n’y {suffice} pas" if lacks else ""
    if not trip.ranks:
        return f"aucune ligne du budget qui la nomme{others}"
    return f"{_total(case, trip.lines)} au budget ({_places(trip.ranks)}){others}"


def _places(ranks: Iterable[int]) -> str:
    return enumerate_and([f"« {dotted(('budget', 'depenses', rank))} »" for rank in ranks])


def _total(case: Case, sums: Sums) -> str:
    budget, currencies = case.action.budget, {currency for _, currency in sums}
    if len(currencies) == 1:
        return money(_plain(sums), *currencies)
    values = [_in_reference(budget, amount, currency) or _NOTHING for amount, currency in sums]
    return money(to_the_cent(sum(values, _NOTHING)), budget.currency)


RULES = (
    missions_cost_what_the_budget_foresees,
    budget_foresees_no_more_than_the_missions_cost,
    lines_and_missions_name_the_same_payer,
)
