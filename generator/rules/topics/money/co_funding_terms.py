"""Co-funding: by whom, secured or requested, and what a call for projects asks of the home parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.case.budget_totals import to_the_cent, total_of
from generator.case.party_law import transmitting_parties
from generator.case.records import Case
from generator.findings import Path, dotted
from generator.french import percent
from generator.model.budget import CoFunderKind, FundingStatus, Nature
from generator.rules.engine.citations import Clause, Practice, Statute
from generator.rules.engine.naming import money, of_framework
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule

_CALL = "appel à projets 2025"
_GRANTED = re.compile(r"notifi|attribu|accord[ée]|octro|arrêté|\bdécision", re.IGNORECASE)
"""What tells of a grant, and not of a request, in the evidence of a resource."""


@rule("CC040", cites=Clause("cofinancement"), draft=WARNING, final=WARNING)
def co_funder_is_of_a_kind_that_the_framework_names(case: Case) -> Iterator[Problem]:
    """Un cofinanceur est une instance gouvernementale ou multilatérale.

    Refusé : la nature du cofinanceur est « autre », ou vide.
    Admis : « gouvernemental » ou « multilateral ».
    """
    for rank, funder in enumerate(case.action.co_funders):
        if funder.kind in {None, CoFunderKind.OTHER}:
            yield Problem(
                ("cofinanceurs", rank, "nature"),
                f"Cofinanceur {funder.name or funder.id} : ni gouvernemental ni multilatéral ; vérifiez la conformité "
                "à l’article cité.",
                f"Remplissez « nature », ou vérifiez que les termes {of_framework(case)} l’admettent.",
            )


@rule("CC041", cites=Clause("cofinancement"), draft=WARNING, final=WARNING)
def requested_co_funding_is_reserved(case: Case) -> Iterator[Problem]:
    """Un cofinancement sollicité n’est pas acquis : l’acte porte une clause de réserve.

    Refusé : le statut de la ressource d’un cofinanceur est « sollicite ».
    Admis : le statut est « acquis ».
    """
    for rank, line in enumerate(case.action.budget.resources):
        funder = case.co_funder(line.origin)
        if funder is not None and line.status is FundingStatus.REQUESTED:
            yield Problem(
                ("budget", "ressources", rank, "statut"),
                f"Cofinancement sollicité et non acquis ({funder.name or funder.id}) : l’acte porte la clause de "
                "réserve.",
                "À réception de la notification, écrivez « acquis » sous « statut » et citez-la sous « justificatif ».",
            )


@rule(
    "BU017",
    cites=Practice("Un cofinancement notifié est acquis ; sollicité, l’acte le tient pour incertain."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def notified_resource_is_secured(case: Case) -> Iterator[Problem]:
    """Une ressource dont l’attribution est notifiée n’est plus « sollicite ».

    Refusé : « sollicite », et « notification du 15 janvier 2018 » sous « justificatif ».
    Admis : « acquis » ; ou le justificatif n’est que la demande.
    """
    for rank, line in enumerate(case.action.budget.resources):
        if line.status is FundingStatus.REQUESTED and line.evidence and _GRANTED.search(line.evidence):
            here: Path = ("budget", "ressources", rank)
            yield Problem(
                (*here, "statut"),
                f"« sollicite » à côté de « {line.evidence} » (« {dotted((*here, 'justificatif'))} ») : la ressource "
                "est attribuée ou elle ne l’est pas.",
                "Écrivez « acquis » si elle est attribuée ; sinon ne citez que la demande sous « justificatif ».",
            )


@rule(
    "BU028",
    cites=Practice("Un cofinancement est acquis quand une décision l’accorde : l’acte la vise."),
    draft=WARNING,
    final=WARNING,
)
def secured_co_funding_has_its_evidence(case: Case) -> Iterator[Problem]:
    """Le cofinancement acquis cite la décision ou la notification qui l’accorde.

    Refusé : « acquis », et « justificatif » est vide.
    Admis : « acquis », et « notification du 15 janvier 2018 » ; ou « sollicite ».
    """
    for rank, line in enumerate(case.action.budget.resources):
        funder = case.co_funder(line.origin)
        if funder is not None and line.status is FundingStatus.SECURED and not line.evidence:
            yield Problem(
                ("budget", "ressources", rank, "justificatif"),
                f"Cofinancement acquis ({funder.name or funder.id}), et rien ne le prouve.",
                "Citez sous « justificatif » la notification et sa date ; ou écrivez « sollicite » sous « statut ».",
            )


@rule("BU006", cites=Statute(_CALL), draft=WARNING, final=WARNING)
def home_share_reaches_the_minimum_of_the_call(case: Case) -> Iterator[Problem]:
    """Pour un cofinancement gouvernemental, la part française atteint le minimum que fixe l’appel à projets.

    Refusé : un centime en dessous du minimum.
    Admis : le minimum exactement.
    """
    minimum = case.figure(_CALL, "part_francaise_minimale")
    total, home = total_of(case.action.budget, case.action.budget.resources), _home_total(case)
    if minimum is None or not total or home is None or not _asks_a_government(case):
        return
    least = total * minimum.value / 100
    if home < least:
        yield Problem(
            ("budget", "ressources"),
            f"La part française est de {money(home, case.action.budget.currency)}, pour un minimum de "
            f"{percent(minimum.value)} du total ({_approximate(least, case)}) quand le ministère cofinance.",
            "Augmentez l’apport de la collectivité française, ou vérifiez les règles de l’appel à projets.",
        )


@rule("BU007", cites=Statute(_CALL), draft=WARNING, final=WARNING)
def home_in_kind_stays_below_the_ceiling_of_the_call(case: Case) -> Iterator[Problem]:
    """Pour un cofinancement gouvernemental, la valorisation ne dépasse pas le plafond que fixe l’appel à projets.

    Refusé : un centime au-dessus du plafond.
    Admis : le plafond exactement.
    """
    ceiling = case.figure(_CALL, "valorisation_maximale")
    home, in_kind = _home_total(case), _home_total(case, Nature.IN_KIND)
    if ceiling is None or not home or in_kind is None or not _asks_a_government(case):
        return
    # The ceiling bears on what the home parties bring, not on the whole budget.
    most = home * ceiling.value / 100
    if in_kind > most:
        yield Problem(
            ("budget", "ressources"),
            f"La valorisation est de {money(in_kind, case.action.budget.currency)}, pour un maximum de "
            f"{percent(ceiling.value)} de la contribution française ({_approximate(most, case)}).",
            "Remplacez une part de la valorisation par du numéraire.",
        )


def _home_total(case: Case, nature: Nature | None = None) -> Decimal | None:
    """Add what the parties of the home country bring, in the reference currency."""
    lines = [line for party in transmitting_parties(case) for line in case.resources_of(party.id)]
    return total_of(case.action.budget, [line for line in lines if nature is None or line.nature is nature])


def _approximate(bound: Decimal, case: Case) -> str:
    """Write a bound that is computed, to the cent."""
    return money(to_the_cent(bound), case.action.budget.currency)


def _asks_a_government(case: Case) -> bool:
    return any(
        funder.kind is CoFunderKind.GOVERNMENT and case.resources_of(funder.id) for funder in case.action.co_funders
    )


RULES = (
    co_funder_is_of_a_kind_that_the_framework_names,
    requested_co_funding_is_reserved,
    notified_resource_is_secured,
    secured_co_funding_has_its_evidence,
    home_share_reaches_the_minimum_of_the_call,
    home_in_kind_stays_below_the_ceiling_of_the_call,
)
