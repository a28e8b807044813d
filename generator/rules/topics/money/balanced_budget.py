"""The budget adds up: expenses and resources, cash and in kind, stated total."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.budget_totals import total_of
from generator.case.records import Case
from generator.model.budget import Nature
from generator.rules.engine.citations import ClauseElse, Practice
from generator.rules.engine.naming import money
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule

_BUDGET = ClauseElse(
    "budget_par_action", "L’acte annonce un budget prévisionnel et en annexe le détail : il y en a un."
)


@rule(
    "CC014",
    cites=_BUDGET,
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def action_has_a_budget(case: Case) -> Iterator[Problem]:
    """Le budget de l’action a au moins une dépense.

    Refusé : « budget.depenses » est vide.
    Admis : une dépense est inscrite.
    """
    if not case.action.budget.expenses:
        yield Problem(
            ("budget", "depenses"),
            "Le budget de l’action n’a aucune dépense.",
            "Ajoutez les dépenses sous « budget.depenses » : libelle, mode_de_calcul, montant.",
        )


@rule(
    "BU001",
    cites=Practice("Un budget prévisionnel se présente en équilibre."),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def budget_is_balanced(case: Case) -> Iterator[Problem]:
    """Dépenses et ressources sont égales au centime près, dans la devise de référence.

    Refusé : un centime d’écart.
    Admis : aucun écart.
    """
    budget = case.action.budget
    spent, brought = total_of(budget, budget.expenses), total_of(budget, budget.resources)
    if spent is not None and brought is not None and spent != brought:
        yield Problem(
            ("budget", "ressources"),
            f"Budget déséquilibré : dépenses {money(spent, budget.currency)}, ressources "
            f"{money(brought, budget.currency)} (écart {money(abs(spent - brought), budget.currency)}).",
            "Corrigez les montants de « budget.depenses » ou de « budget.ressources ».",
        )


@rule(
    "BU002",
    cites=Practice(
        "Une valorisation est à la fois un apport et une dépense : elle figure pour le même montant des deux côtés."
    ),
    draft=WARNING,
    final=WARNING,
)
def in_kind_is_balanced_apart(case: Case) -> Iterator[Problem]:
    """Les valorisations sont égales en dépenses et en ressources, à part du numéraire.

    Refusé : un centime de valorisation manque en dépenses, et le numéraire compense.
    Admis : le même montant des deux côtés.
    """
    budget = case.action.budget
    spent, brought = (
        total_of(budget, [line for line in lines if line.nature is Nature.IN_KIND])
        for lines in (budget.expenses, budget.resources)
    )
    if spent is not None and brought is not None and spent != brought:
        yield Problem(
            ("budget", "ressources"),
            f"Valorisations inégales : {money(spent, budget.currency)} en dépenses, {money(brought, budget.currency)} "
            "en ressources.",
            "Donnez la même « nature » et le même montant à la dépense et à la ressource valorisées.",
        )


@rule(
    "CC042",
    cites=_BUDGET,
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def lines_add_up_to_the_stated_total(case: Case) -> Iterator[Problem]:
    """Le total annoncé est la somme des dépenses.

    Refusé : un centime d’écart.
    Admis : aucun écart, ou aucun total annoncé.
    """
    budget = case.action.budget
    total = total_of(budget, budget.expenses)
    # Without a value in the reference currency, nothing adds up: CG040 and BU005 say why.
    if budget.stated_total is not None and total is not None and total != budget.stated_total:
        yield Problem(
            ("budget", "total"),
            f"La somme des lignes ({money(total, budget.currency)}) diffère du total annoncé "
            f"({money(budget.stated_total, budget.currency)}).",
            "Corrigez « budget.total » ou les lignes, ou laissez « budget.total » vide.",
        )


RULES = (
    action_has_a_budget,
    budget_is_balanced,
    in_kind_is_balanced_apart,
    lines_add_up_to_the_stated_total,
)
