"""What a ministry asks of an action that it co-funds: its share stays below a ceiling, the aid is declared."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.case.budget_totals import to_the_cent, total_of
from generator.case.records import Case
from generator.french import percent
from generator.model.budget import CoFunder, CoFunderKind, CountryGroup
from generator.rules.engine.citations import Statute
from generator.rules.engine.naming import money
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule
from generator.rules.topics.places_in_the_case import resource_path

_CEILINGS, _DECLARATION = "plafonds de cofinancement 2025", "déclaration annuelle d’aide publique au développement"


@rule("BU026", cites=Statute(_CEILINGS), draft=WARNING, final=WARNING)
def ministry_stays_below_its_ceiling(case: Case) -> Iterator[Problem]:
    """Un cofinancement gouvernemental ne dépasse pas le plafond de l’appel à projets pour le pays partenaire.

    Sans « categorie_de_pays », le plafond le plus haut est seul retenu.

    Refusé : un centime au-dessus du plafond.
    Admis : le plafond exactement.
    """
    budget = case.action.budget
    total = total_of(budget, budget.resources)
    for funder in _governments(case):
        asked, ceiling = total_of(budget, case.resources_of(funder.id)), _ceiling(case, funder)
        if not total or asked is None or ceiling is None:
            continue
        most = total * ceiling / 100
        if asked > most:
            yield Problem(
                resource_path(case, funder.id, "montant"),
                f"{funder.name or funder.id} : {money(asked, budget.currency)} demandés, pour un plafond de "
                f"{percent(ceiling)} du total ({money(to_the_cent(most), budget.currency)}).",
                "Réduisez la demande, ou corrigez « categorie_de_pays » sous « cofinanceurs ».",
            )


@rule("BU027", cites=Statute(_DECLARATION), draft=WARNING, final=WARNING)
def aid_is_declared_when_a_ministry_pays(case: Case) -> Iterator[Problem]:
    """L’action que le ministère cofinance a son secteur d’aide publique au développement, à déclarer chaque année.

    Refusé : « secteur_apd » est vide.
    Admis : il est rempli ; ou aucun gouvernement ne cofinance.
    """
    if case.action.aid_sector is None and _governments(case):
        yield Problem(
            ("secteur_apd",),
            "Secteur d’aide publique au développement non indiqué, alors que le ministère cofinance.",
            "Remplissez « secteur_apd » : la déclaration annuelle le demande.",
        )


def _governments(case: Case) -> list[CoFunder]:
    return [
        funder
        for funder in case.action.co_funders
        if funder.kind is CoFunderKind.GOVERNMENT and case.resources_of(funder.id)
    ]


def _ceiling(case: Case, funder: CoFunder) -> Decimal | None:
    """Return the share, in per cent, that the call allows: for the country's group, else the highest of all."""
    groups = (funder.country_group,) if funder.country_group else tuple(CountryGroup)
    known = [figure.value for group in groups if (figure := case.figure(_CEILINGS, f"plafond_{group.value}"))]
    return max(known, default=None)


RULES = (
    ministry_stays_below_its_ceiling,
    aid_is_declared_when_a_ministry_pays,
)
