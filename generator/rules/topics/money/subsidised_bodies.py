"""Subsidies to private bodies: an agreement above the threshold, the republican commitment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.case.budget_totals import to_the_cent
from generator.case.party_law import transmitting_parties
from generator.case.records import Case
from generator.findings import Path
from generator.model.action import AssociatedBody, BodyKind, Subsidy
from generator.model.budget import Budget
from generator.rules.engine.citations import Statute
from generator.rules.engine.naming import money, the_body
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule

_CALL, _THRESHOLD = "appel à projets 2025", "décret 2001-495 art. 1"
_PRIVATE = frozenset({BodyKind.ASSOCIATION, BodyKind.COMPANY})
"""Bodies of private law, which loi 2000-321 art. 10 has in view when it asks for an agreement above a threshold."""


@rule("BU008", cites=Statute(_THRESHOLD), draft=WARNING, final=ERROR, bars=SIGNATURE)
def large_subsidy_has_its_own_agreement(case: Case) -> Iterator[Problem]:
    """La subvention à un organisme privé qui dépasse le seuil a sa convention.

    Refusé : un centime au-dessus du seuil, et l’organisme ni ne signe ni n’est conventionné.
    Admis : le seuil exactement ; ou l’organisme signe la convention spécifique, ou une convention est citée.
    """
    threshold = case.figure(_THRESHOLD, "seuil_convention_subvention")
    for path, body, subsidy in _home_subsidies(case):
        amount = _in_currency(case.action.budget, subsidy, threshold.unit if threshold else None)
        # The specific agreement itself binds a body that signs it.
        bound = body.is_signatory or body.own_agreement or subsidy.own_agreement
        if threshold and amount is not None and amount > threshold.value and not bound:
            yield Problem(
                (*path, "convention_propre"),
                f"Subvention de {money(amount, threshold.unit)} à {the_body(case, body.id)} (plus de "
                f"{money(threshold.value, threshold.unit)}) : une convention avec l’organisme est obligatoire.",
                "Citez la convention sous « convention_propre », ou faites signer l’organisme (« oui » sous « "
                "signataire »).",
            )


@rule("BU009", cites=Statute("loi 2000-321 art. 10-1"), draft=WARNING, final=ERROR, bars=SIGNATURE)
def subsidised_association_made_its_commitment(case: Case) -> Iterator[Problem]:
    """L’association subventionnée a souscrit le contrat d’engagement républicain, depuis que la loi le veut.

    Refusé : « contrat_engagement_republicain » vaut non.
    Admis : il vaut oui ; ou l’acte est de la veille de l’entrée en vigueur.
    """
    for path, body, subsidy in _home_subsidies(case):
        if body.kind is BodyKind.ASSOCIATION and not subsidy.republican_commitment:
            yield Problem(
                (*path, "contrat_engagement_republicain"),
                f"Contrat d’engagement républicain non souscrit : {the_body(case, body.id)}.",
                "Joignez le contrat souscrit, et écrivez « oui » sous « contrat_engagement_republicain ».",
            )


def _home_subsidies(case: Case) -> Iterator[tuple[Path, AssociatedBody, Subsidy]]:
    """Yield the subsidies that parties of the home country give to private bodies."""
    home = {party.id for party in transmitting_parties(case)}
    for rank, body in enumerate(case.action.associated_bodies):
        subsidy = body.subsidy
        if subsidy is not None and body.kind in _PRIVATE and subsidy.payer in home:
            yield ("organismes_associes", rank, "subvention"), body, subsidy


def _in_currency(budget: Budget, subsidy: Subsidy, wanted: str | None) -> Decimal | None:
    """Return a subsidy in the currency of a threshold; None when no rate allows it."""
    currency = subsidy.currency or budget.currency
    if subsidy.amount is None or currency is None or wanted is None:
        return None
    if currency == wanted:
        return subsidy.amount
    rate = budget.rate_between(currency, wanted)
    return None if rate is None else to_the_cent(subsidy.amount * rate)


RULES = (
    large_subsidy_has_its_own_agreement,
    subsidised_association_made_its_commitment,
)
