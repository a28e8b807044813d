"""Subsidies: who receives them, by which instalments, and what the law of the payer asks for them.

Nothing here knows a text or a figure: what an act must cite, and the delay of the financial report, are read in the
statutes in force on the act's day.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.case.budget_totals import in_currency
from generator.case.party_law import transmits_the_act
from generator.case.records import Case
from generator.findings import Path
from generator.model.action import AssociatedBody, BodyKind, Subsidy
from generator.model.budget import Payment
from generator.model.references import Occasion, Setting, StatuteVersion

_PRIVATE_BODIES = frozenset({BodyKind.ASSOCIATION, BodyKind.COMPANY})
"""Bodies of private law, which loi 2000-321 has in view."""

_ARTICLES = ("le ", "la ", "les ", "l’", "l'")


def subsidies(case: Case) -> Iterator[tuple[Path, AssociatedBody, Subsidy]]:
    """Yield every subsidy with its path and the body that receives it."""
    for rank, body in enumerate(case.action.associated_bodies):
        if body.subsidy is not None:
            yield ("organismes_associes", rank, "subvention"), body, body.subsidy


def home_subsidies(case: Case) -> Iterator[tuple[Path, AssociatedBody, Subsidy]]:
    """Yield the subsidies that parties of the home country give to private bodies."""
    return (found for found in subsidies(case) if occasions(case, found[1]))


def granted_bodies(case: Case) -> tuple[AssociatedBody, ...]:
    """Return the bodies that sign the act and receive a subsidy by it: no agreement of its own settles that one."""
    return tuple(body for body, _ in _granted(case))


def occasions(case: Case, body: AssociatedBody) -> frozenset[Occasion]:
    """Return what the law has in view in the subsidy of a body: nothing when its payer is under another law."""
    payer = case.framework.party(body.subsidy.payer) if body.subsidy else None
    if body.kind not in _PRIVATE_BODIES or not transmits_the_act(case, payer):
        return frozenset()
    if body.kind is BodyKind.ASSOCIATION:
        return frozenset({Occasion.PRIVATE_SUBSIDY, Occasion.ASSOCIATION_SUBSIDY})
    return frozenset({Occasion.PRIVATE_SUBSIDY})


def citations(case: Case, found: frozenset[Occasion]) -> tuple[str, ...]:
    """Return the texts that an act cites on some occasions, as it cites them, among those in force on its day."""
    return tuple(text.citation for text in _texts_for(case, found) if text.citation)


def has_text_for(case: Case, occasion: Occasion) -> bool:
    """Whether a text in force on the act's day has that occasion in view."""
    return any(_texts_for(case, frozenset({occasion})))


def report_delay(case: Case) -> int | None:
    """Return the months within which the body accounts for a subsidy, from the end of its financial year."""
    setting = _figure(case, "delai_compte_rendu_financier")
    return int(setting.value) if setting else None


def needs_an_agreement(case: Case, body: AssociatedBody) -> bool:
    """Whether the subsidy of a body exceeds the amount beyond which the law asks for an agreement with it."""
    threshold, budget = _figure(case, "seuil_convention_subvention"), case.action.budget
    subsidy = body.subsidy if occasions(case, body) else None
    if subsidy is None or threshold is None:
        return False
    amount: Decimal | None = in_currency(budget, subsidy.amount, subsidy.currency or budget.currency, threshold.unit)
    return amount is not None and amount > threshold.value


def payments_to(case: Case, body: AssociatedBody) -> list[tuple[int, Payment]]:
    """Return the payments that a body receives, with their ranks, however each names it."""
    names = {_bare(name) for name in (body.id, body.name, body.designation) if name}
    return [(rank, payment) for rank, payment in enumerate(case.action.payments) if _bare(payment.payee or "") in names]


def _bare(name: str) -> str:
    """Return a name without case, article and no-break spaces: « L’Association » and « association » are one."""
    bare = " ".join(name.split()).casefold()
    return next((bare.removeprefix(article) for article in _ARTICLES if bare.startswith(article)), bare)


def instalments_of(case: Case, body: AssociatedBody) -> tuple[Payment, ...]:
    """Return the payments that make up the subsidy of a body: from its payer, to its identifier."""
    payer = body.subsidy.payer if body.subsidy else None
    return tuple(payment for payment in case.action.payments if (payment.payer, payment.payee) == (payer, body.id))


def other_payments(case: Case) -> tuple[Payment, ...]:
    """Return the payments that are no part of a subsidy that the act grants."""
    granted = {(subsidy.payer, body.id) for body, subsidy in _granted(case)}
    return tuple(payment for payment in case.action.payments if (payment.payer, payment.payee) not in granted)


def money_passes(case: Case) -> bool:
    """Whether somebody who signs pays another who does: a subsidy, a payment, a co-funding handed on."""
    return any(payer != payee for payer, payee in _handed(case) if {payer, payee} <= set(case.signing_ids))


def _granted(case: Case) -> Iterator[tuple[AssociatedBody, Subsidy]]:
    for body in case.action.signing_bodies:
        if body.subsidy is not None and not body.subsidy.own_agreement:
            yield body, body.subsidy


def _handed(case: Case) -> Iterator[tuple[str | None, str | None]]:
    """Yield who pays and who receives; whoever is not known is nobody who signs."""
    for body in case.action.signing_bodies:
        if body.subsidy is not None:
            yield body.subsidy.payer, body.id
    for payment in case.action.payments:
        yield payment.payer, payment.payee
    for funder in case.action.co_funders:
        yield funder.received_by, funder.spent_by


def _figure(case: Case, name: str) -> Setting | None:
    settings = (setting for text in _texts_for(case, frozenset({Occasion.PRIVATE_SUBSIDY})) for setting in text.sets)
    return next((setting for setting in settings if setting.name == name), None)


def _texts_for(case: Case, occasions_found: frozenset[Occasion]) -> Iterator[StatuteVersion]:
    """Yield the texts in force on the act's day that have some occasions in view."""
    for text in case.law.statutes:
        if text.cited_for in occasions_found and text.in_force.covers(case.act_day):
            yield text
