"""What each party commits: money, a contribution in kind, a budget line, duties."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.case.records import Case
from generator.findings import Path
from generator.model.budget import Nature
from generator.rules.engine.citations import Clause, Practice, Statute
from generator.rules.engine.naming import capitalized_sentence, of_party, the_body, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import resource_path

_NOTHING = Decimal(0)


@rule("CC012", cites=Clause("participation"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def every_party_contributes(case: Case) -> Iterator[Problem]:
    """Chaque partie de la convention-cadre apporte une participation financière, en numéraire ou en nature.

    Refusé : une seule partie finance l’action ; l’autre apporte 0,00, ou n’a aucune ligne.
    Admis : chaque partie figure parmi les ressources avec un montant supérieur à zéro, ne serait-ce qu’en nature.
    """
    if not case.framework.participation:
        return
    for party in case.parties:
        lines = case.resources_of(party.id)
        # An amount that is not known yet is CG040's; without any line, a party brings nothing.
        if all(line.amount is not None and line.amount <= _NOTHING for line in lines):
            yield Problem(
                resource_path(case, party.id, "montant"),
                f"{capitalized_sentence(the_party(party))} n’apporte aucune contribution : chaque partenaire doit "
                "participer financièrement.",
                f"Ajoutez sous « budget.ressources » une ligne d’origine « {party.id} », d’un montant supérieur à "
                "zéro.",
            )


@rule("CC013", cites=Clause("participation"), draft=WARNING, final=WARNING)
def contribution_is_not_only_in_kind(case: Case) -> Iterator[Problem]:
    """La contribution de chaque partie n’est pas seulement valorisée en nature.

    Refusé : la seule ligne d’une partie est une valorisation.
    Admis : une part en numéraire s’y ajoute, fût-elle d’un centime.
    """
    for party in case.parties:
        given = [line for line in case.resources_of(party.id) if line.amount is not None and line.amount > _NOTHING]
        if given and all(line.nature is Nature.IN_KIND for line in given):
            yield Problem(
                resource_path(case, party.id, "nature"),
                f"La contribution {of_party(party)} est seulement valorisée (en nature) : à faire valider.",
                "Ajoutez un apport en numéraire, ou confirmez l’accord des parties sur cette valorisation.",
            )


@rule("CG040", cites=Statute("CGCT L. 1115-1"), draft=ERROR, final=ERROR, bars=VOTE_AND_SIGNATURE)
def commitment_of_each_party_is_stated(case: Case) -> Iterator[Problem]:
    """Le montant prévisionnel de l’engagement de chaque partie est écrit, même s’il est nul.

    Refusé : le montant d’une ressource est vide.
    Admis : le montant est écrit ; il peut être nul quand la convention-cadre n’oblige pas à participer.
    """
    for rank, line in enumerate(case.action.budget.resources):
        if line.amount is None:
            yield _unstated(("budget", "ressources", rank, "montant"), the_body(case, line.origin))
    # Where the framework obliges each party to take part, CC012 already refuses one without any line.
    participation_is_judged = case.framework.participation and Clause("participation").applies(case)
    for party in case.parties:
        if not case.resources_of(party.id) and not participation_is_judged:
            yield _unstated(("budget", "ressources"), the_party(party))


def _unstated(path: Path, who: str) -> Problem:
    return Problem(
        path,
        f"Montant prévisionnel de l’engagement absent pour {who}.",
        "Remplissez « montant » ; s’il est nul, écrivez zéro en chiffres.",
    )


@rule(
    "BU010",
    cites=Practice("Une collectivité n’engage que des crédits inscrits à son budget, année par année."),
    draft=WARNING,
    final=WARNING,
)
def cash_has_a_budget_line(case: Case) -> Iterator[Problem]:
    """L’apport en numéraire de chaque partie a son imputation budgétaire.

    Refusé : aucune ligne en numéraire de la partie n’a d’imputation.
    Admis : une ligne l’indique, ou la partie n’apporte qu’en nature.
    """
    for party in case.parties:
        cash = [line for line in case.resources_of(party.id) if line.nature is Nature.CASH and line.amount]
        if cash and not any(line.budget_line for line in cash):
            yield Problem(
                resource_path(case, party.id, "imputation"),
                f"Aucune imputation budgétaire n’est renseignée pour {the_party(party)}.",
                "Remplissez « imputation » : chapitre, fonction, nature.",
            )


@rule(
    "CO023",
    cites=Practice("Une convention spécifique a au moins une obligation pour chaque partie."),
    draft=WARNING,
    final=WARNING,
)
def each_party_has_duties(case: Case) -> Iterator[Problem]:
    """Chaque partie s’engage à quelque chose, outre l’argent.

    Refusé : une partie n’a aucune obligation.
    Admis : une obligation au moins pour chaque partie.
    """
    bound = {entry.party for entry in case.action.commitments if entry.duties}
    for party in case.parties:
        if party.id not in bound:
            yield Problem(
                ("engagements",),
                f"Aucune obligation n’est indiquée pour {the_party(party)}.",
                f"Ajoutez sous « engagements » une entrée pour la partie « {party.id} », avec ses « obligations ».",
            )


RULES = (
    every_party_contributes,
    contribution_is_not_only_in_kind,
    commitment_of_each_party_is_stated,
    cash_has_a_budget_line,
    each_party_has_duties,
)
