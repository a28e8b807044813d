"""Money that only a year shows: subsidies that add up, a co-funding promised twice, two rates on one day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_parts import ContributionExtract, NamedBodyExtract, SubsidyExtract
from generator.french import capitalized, decimal_number, long_date
from generator.rules.engine.citations import Practice, Statute
from generator.rules.engine.naming import money
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.programme.across_actions import (
    body_name,
    folded,
    grouped_by,
    numbers_of,
    odd_one,
    of_several,
    told_at,
)

_THRESHOLD = "décret 2001-495 art. 1"


@rule("BU104", cites=Statute(_THRESHOLD), draft=WARNING, final=ERROR, bars=SIGNATURE)
def subsidies_of_a_year_add_up(year: YearRecord) -> Iterator[Problem]:
    """Les subventions d’une partie à un organisme privé, ajoutées sur l’année, ont une convention au-delà du seuil.

    Refusé : deux subventions sous le seuil, qui ensemble le passent d’un centime, et l’une n’est liée par rien.
    Admis : ensemble le seuil exactement ; toutes liées par une convention ; versées par deux parties.
    """
    threshold = year.figure(_THRESHOLD, "seuil_convention_subvention")
    if threshold is None:
        return
    given = ((action, subsidy) for action in year.governed for subsidy in action.subsidies if subsidy.is_private)
    for (payer, _), subsidies in grouped_by(given, _payer_and_body):
        amounts = [_amount_in(threshold.unit, action, subsidy) for action, subsidy in subsidies]
        known = [amount for amount in amounts if amount is not None]
        loose = [rank for rank, (_, subsidy) in enumerate(subsidies) if not subsidy.is_bound]
        total = sum(known, Decimal(0))
        alone = any((amounts[rank] or 0) > threshold.value for rank in loose)  # told by the action's own rule
        if len(known) == len(amounts) and of_several(subsidies) and loose and total > threshold.value and not alone:
            action, subsidy = subsidies[loose[-1]]
            yield told_at(
                action,
                subsidy,
                f"{capitalized(body_name(year, action, subsidy.body))} : {money(total, threshold.unit)} dans "
                f"l’année de {body_name(year, action, payer)} (plus de {money(threshold.value, threshold.unit)}), "
                f"actions {numbers_of(action for action, _ in subsidies)}, sans convention pour toutes.",
                "Faites signer l’organisme, ou citez sous « convention_propre » celle qui le lie pour l’année.",
            )


def _payer_and_body(action: ActionExtract, subsidy: SubsidyExtract) -> tuple[str, str]:
    """Return who pays and who receives: a body is known by its register number, else its name, else its identifier."""
    body = next((body for body in action.bodies if body.id == subsidy.body), None)
    return subsidy.payer, _known_as(body) if body else subsidy.body


def _known_as(body: NamedBodyExtract) -> str:
    return folded(body.siret) or folded(body.rna) or folded(body.name) or body.id


def _amount_in(unit: str | None, action: ActionExtract, subsidy: SubsidyExtract) -> Decimal | None:
    if subsidy.currency == unit:
        return subsidy.amount
    return subsidy.value if action.currency == unit else None


@rule(
    "BU105",
    cites=Practice("Un cofinancement notifié ne se dépense qu’une fois."),
    draft=WARNING,
    final=WARNING,
)
def a_co_funding_is_promised_once(year: YearRecord) -> Iterator[Problem]:
    """La même somme d’un cofinanceur, sous le même justificatif, n’est portée que dans une action.

    Refusé : les 8 000,00 € de la notification du 15 janvier, dans deux actions.
    Admis : deux notifications ; une notification partagée en deux sommes différentes.
    """
    promised = (
        (action, line)
        for action in year.governed
        for line in action.contributions
        if line.evidence and any(body.is_funder and body.id == line.origin for body in action.bodies)
    )
    for _, lines in grouped_by(promised, _funding):
        if of_several(lines):
            action, line = lines[1]
            yield told_at(
                action,
                line,
                f"{money(line.amount or Decimal(0), line.currency)} : la même somme, sous le même justificatif "
                f"(« {line.evidence} »), est promise à plusieurs actions : "
                f"{numbers_of(action for action, _ in lines)}.",
                "Gardez-la dans une seule action, ou partagez-la entre elles.",
            )


def _funding(action: ActionExtract, line: ContributionExtract) -> tuple[str, str, Decimal] | None:
    funder = next(body for body in action.bodies if body.id == line.origin)
    return (_known_as(funder), folded(line.evidence), line.amount) if line.amount else None


@rule(
    "BU106",
    cites=Practice(
        "Une devise n’a qu’un cours par jour et par source : deux cours font deux sommes d’un même montant."
    ),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def a_rate_is_the_same_everywhere(year: YearRecord) -> Iterator[Problem]:
    """Le taux de change d’un jour est le même dans toutes les actions.

    Refusé : un euro vaut 10,70 MAD le 16 janvier dans une action, 10,07 dans une autre.
    Admis : le même taux ; deux jours.
    """
    stated = ((action, rate) for action in year.actions for rate in action.rates)
    for (source, target, day), rates in grouped_by(stated, lambda _, rate: (rate.source, rate.target, rate.day)):
        unlike = odd_one(rates, lambda rate: rate.rate)
        if unlike is not None:
            (first_action, first), (action, rate) = unlike
            yield told_at(
                action,
                rate,
                f"Le {long_date(day)}, un {source} vaut {decimal_number(rate.rate)} {target} dans l’action "
                f"{action.number}, et {decimal_number(first.rate)} dans l’action {first_action.number}.",
                "Reprenez partout le taux que la source publie.",
            )


RULES = (
    subsidies_of_a_year_add_up,
    a_co_funding_is_promised_once,
    a_rate_is_the_same_everywhere,
)
