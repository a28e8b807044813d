"""Who pays what: each expense has its payer, each co-funding its spender, each body the means of what it pays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.case.budget_totals import to_the_cent, total_of
from generator.case.expense_payers import in_reference_exactly, means, payers_of_expenses, slack
from generator.case.private_subsidies import subsidies
from generator.case.records import Case
from generator.findings import dotted
from generator.french import capitalized
from generator.model.budget import Nature
from generator.rules.engine.citations import ClauseElse, Statute
from generator.rules.engine.naming import money, the_body
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import resource_path

_NOTHING = Decimal(0)
_CO_FUNDING = ClauseElse("cofinancement", "L’acte dit qui reçoit et qui dépense l’argent d’un cofinanceur.")
_PAYER = ClauseElse("budget_par_action", "L’annexe financière de l’acte dit qui paie chaque dépense.")


@rule("BU018", cites=Statute("CGCT L. 1115-1"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def subsidies_stay_within_the_commitment_of_their_payer(case: Case) -> Iterator[Problem]:
    """Une partie ne verse pas plus de subventions qu’elle n’engage d’argent, cofinancements reçus compris.

    Refusé : la subvention dépasse d’un centime l’apport en numéraire de la partie qui la verse.
    Admis : l’apport exactement ; ou un cofinancement que la partie reçoit couvre la différence.
    """
    granted: defaultdict[str, list[Decimal | None]] = defaultdict(list)
    for _, _, subsidy in subsidies(case):
        currency = subsidy.currency or case.action.budget.currency
        granted[subsidy.payer].append(in_reference_exactly(case, subsidy.amount, currency))
    for path, _, subsidy in subsidies(case):
        payer, budget = subsidy.payer, case.action.budget
        given, own, received = _sum(granted.pop(payer, [])), _own(case, payer), _co_funding(case, payer)
        if given is None or own is None or received is None or given <= own + received + slack(case, payer):
            continue
        besides = f" et {money(to_the_cent(received), budget.currency)} de cofinancement" if received else ""
        yield Problem(
            (*path, "montant"),
            f"{capitalized(the_body(case, payer))} verse {money(to_the_cent(given), budget.currency)} de subventions, "
            f"pour un engagement de {money(to_the_cent(own), budget.currency)}{besides} "
            f"(« {dotted(resource_path(case, payer, 'montant'))} »).",
            "Corrigez la subvention ou l’engagement ; si un cofinancement y pourvoit, dites-le sous « recu_par ».",
        )


@rule("BU019", cites=_CO_FUNDING, draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def co_funding_has_its_recipient(case: Case) -> Iterator[Problem]:
    """L’acte dit qui reçoit l’argent d’un cofinanceur ; qui le reçoit le dépense, sauf mention contraire.

    Refusé : « recu_par » est vide.
    Admis : une partie ou un organisme le reçoit ; ou le cofinanceur dépense lui-même ce qu’il apporte ; ou il n’apporte
    rien en numéraire.
    """
    for rank, funder in enumerate(case.action.co_funders):
        brings_cash = any(line.nature is Nature.CASH and line.amount != 0 for line in case.resources_of(funder.id))
        if brings_cash and funder.received_by is None and funder.spent_by != funder.id:
            yield Problem(
                ("cofinanceurs", rank, "recu_par"),
                f"Cofinancement {funder.name or funder.id} : qui le reçoit, qui le dépense ?",
                "Remplissez « recu_par » par l’identifiant de qui le reçoit, et « depense_par » si un autre dépense.",
            )


@rule("BU020", cites=_PAYER, draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def each_expense_has_its_payer(case: Case) -> Iterator[Problem]:
    """On sait qui paie chaque dépense : la ligne le dit, ou les missions et les engagements n’y laissent aucun doute.

    Refusé : deux parties pourraient payer la ligne, et « payeur » est vide.
    Admis : « payeur » est rempli ; ou les sommes ne laissent qu’un payeur possible ; ou la ligne est nulle.
    """
    budget, shares = case.action.budget, payers_of_expenses(case)
    if means(case) is None:  # what is missing there is asked first, and may tell who pays
        return
    for rank, line in enumerate(budget.expenses):
        if line.amount and not shares[rank]:
            yield Problem(
                ("budget", "depenses", rank, "payeur"),
                f"Dépense {f'« {line.label} » ' if line.label else ''}({money(line.amount, budget.currency_of(line))}) "
                "sans payeur : ni les missions ni les engagements ne le désignent.",
                "Remplissez « payeur » par l’identifiant de qui la paie ; si plusieurs la paient, scindez la ligne.",
            )


@rule("BU021", cites=Statute("CGCT L. 1115-1"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def each_body_pays_what_it_has(case: Case) -> Iterator[Problem]:
    """Les dépenses que paie une partie ou un organisme égalent ce qu’il apporte et reçoit, moins ce qu’il verse.

    Refusé : une partie paie un centime de plus que son engagement, l’autre un centime de moins.
    Admis : l’égalité ; ou le budget n’est pas en équilibre, ce qu’une autre règle refuse.
    """
    budget, have, shares = case.action.budget, means(case), payers_of_expenses(case)
    spent, brought = total_of(budget, budget.expenses), total_of(budget, budget.resources)
    if have is None or spent is None or spent != brought:
        return
    paid = dict.fromkeys(have, _NOTHING)
    for line, found in zip(budget.expenses, shares, strict=True):
        for share in found:
            value = in_reference_exactly(case, share.amount, budget.currency_of(line)) or _NOTHING
            paid[share.payer] = paid.get(share.payer, _NOTHING) + value
    # Until each line has its payer, a body may still pay more, never less.
    incomplete = any(line.amount and not found for line, found in zip(budget.expenses, shares, strict=True))
    for body, amount in paid.items():
        has = have.get(body, _NOTHING)
        gap = amount - has if incomplete else abs(amount - has)
        if gap > slack(case, body, shares) and has >= _NOTHING:  # BU018 tells of subsidies that nothing pays for
            yield _unequal(case, body, amount, has)


def _unequal(case: Case, body: str, paid: Decimal, has: Decimal) -> Problem:
    currency = case.action.budget.currency
    received = sum((share or _NOTHING for share in (_granted_to(case, body), _co_funding(case, body))), _NOTHING)
    own = _own(case, body, every_nature=True) or _NOTHING
    given = own + received - has
    parts = [f"engagement {money(to_the_cent(own), currency)}"] if own or not received else []
    parts += [f"{money(to_the_cent(received), currency)} reçus"] if received else []
    parts += [f"moins {money(to_the_cent(given), currency)} de subventions"] if given else []
    return Problem(
        resource_path(case, body, "montant"),
        f"{capitalized(the_body(case, body))} paie {money(to_the_cent(paid), currency)} de dépenses, et dispose de "
        f"{money(to_the_cent(has), currency)} ({', '.join(parts)}).",
        f"Corrigez son engagement ou le « payeur » d’une dépense : l’écart est de "
        f"{money(to_the_cent(abs(paid - has)), currency)}.",
    )


def _own(case: Case, body: str, *, every_nature: bool = False) -> Decimal | None:
    """Return what a body brings itself, in cash unless every nature is wanted."""
    if case.co_funder(body) is not None:
        return _NOTHING
    return _sum(
        [
            in_reference_exactly(case, line.amount, case.action.budget.currency_of(line))
            for line in case.resources_of(body)
            if every_nature or line.nature is Nature.CASH
        ]
    )


def _co_funding(case: Case, body: str) -> Decimal | None:
    """Return what co-funders bring in cash for a body to spend."""
    return _sum(
        [
            in_reference_exactly(case, line.amount, case.action.budget.currency_of(line))
            for funder in case.action.co_funders
            for line in case.resources_of(funder.id)
            if funder.spender == body and line.nature is Nature.CASH
        ]
    )


def _granted_to(case: Case, body: str) -> Decimal | None:
    """Return the subsidy that a body receives."""
    return _sum(
        [
            in_reference_exactly(case, subsidy.amount, subsidy.currency or case.action.budget.currency)
            for _, receiver, subsidy in subsidies(case)
            if receiver.id == body
        ]
    )


def _sum(amounts: list[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, _NOTHING) if len(known) == len(amounts) else None


RULES = (
    subsidies_stay_within_the_commitment_of_their_payer,
    co_funding_has_its_recipient,
    each_expense_has_its_payer,
    each_body_pays_what_it_has,
)
