"""Subsidies to private bodies: an agreement above the threshold, the republican commitment."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.budget_totals import in_currency
from generator.case.private_subsidies import home_subsidies
from generator.case.records import Case
from generator.model.action import BodyKind
from generator.rules.engine.citations import Statute
from generator.rules.engine.naming import money, the_body
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule

_THRESHOLD = "décret 2001-495 art. 1"


@rule("BU008", cites=Statute(_THRESHOLD), draft=WARNING, final=ERROR, bars=SIGNATURE)
def large_subsidy_has_its_own_agreement(case: Case) -> Iterator[Problem]:
    """La subvention à un organisme privé qui dépasse le seuil a sa convention.

    Refusé : un centime au-dessus du seuil, et l’organisme ni ne signe ni n’est conventionné.
    Admis : le seuil exactement ; ou l’organisme signe la convention spécifique, ou une convention est citée.
    """
    threshold = case.figure(_THRESHOLD, "seuil_convention_subvention")
    for path, body, subsidy in home_subsidies(case):
        budget = case.action.budget
        wanted = threshold.unit if threshold else None
        amount = in_currency(budget, subsidy.amount, subsidy.currency or budget.currency, wanted)
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
    for path, body, subsidy in home_subsidies(case):
        if body.kind is BodyKind.ASSOCIATION and not subsidy.republican_commitment:
            yield Problem(
                (*path, "contrat_engagement_republicain"),
                f"Contrat d’engagement républicain non souscrit : {the_body(case, body.id)}.",
                "Joignez le contrat souscrit, et écrivez « oui » sous « contrat_engagement_republicain ».",
            )


RULES = (
    large_subsidy_has_its_own_agreement,
    subsidised_association_made_its_commitment,
)
