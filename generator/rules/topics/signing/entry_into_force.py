"""The entry into force: the signed agreement is transmitted, after the signatures, before any effect."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.after_signature import transmission_day
from generator.case.party_law import transmits_the_act
from generator.case.records import Case
from generator.french import long_date
from generator.rules.engine.citations import Practice, Statute
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule


@rule("CG020", cites=Statute("CGCT L. 1115-1"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def no_effect_before_transmission(case: Case) -> Iterator[Problem]:
    """La convention ne prend pas effet avant sa transmission au représentant de l’État.

    Refusé : la date d’effet demandée est la veille de la transmission.
    Admis : la date d’effet est le jour de la transmission, ou n’est pas demandée.
    """
    # Until a transmission is planned, the last signature stands for it: no act is transmitted before.
    effect, sent = case.action.effective_day, transmission_day(case) or case.act_day
    if effect and sent and effect < sent and any(transmits_the_act(case, party) for party in case.parties):
        event = "la transmission" if transmission_day(case) else "la dernière signature"
        yield Problem(
            ("date_effet",),
            f"Date d’effet ({long_date(effect)}) antérieure à {event} ({long_date(sent)}).",
            "Laissez « date_effet » vide : la convention entre en vigueur à sa transmission.",
        )


@rule("CG021", cites=Statute("CGCT L. 1115-1"), draft=WARNING, final=WARNING)
def transmission_of_the_act_is_planned(case: Case) -> Iterator[Problem]:
    """La transmission de la convention signée est prévue : jusque-là, la convention n’est pas en vigueur.

    Refusé : « transmission.date_prevue » est vide, et la transmission n’est pas faite.
    Admis : la transmission est prévue, ou faite.
    """
    if transmission_day(case) is None and any(transmits_the_act(case, party) for party in case.parties):
        yield Problem(
            ("transmission", "date_prevue"),
            "Aucune date n’est prévue pour transmettre la convention signée : elle n’entre en vigueur qu’à ce jour.",
            "Remplissez « transmission.date_prevue », après la dernière signature.",
        )


@rule(
    "CO014",
    cites=Practice("La convention transmise est la convention signée par tous ses signataires."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def transmission_of_the_act_follows_the_signatures(case: Case) -> Iterator[Problem]:
    """La convention ne se transmet pas avant la dernière signature, celle d’un organisme associé comprise.

    Refusé : la transmission est prévue la veille de la dernière signature.
    Admis : elle est prévue le jour de la dernière signature, ou plus tard.
    """
    signed = case.signature_days
    sent = transmission_day(case)
    if sent is not None and signed and sent < max(signed):
        yield Problem(
            ("transmission",),
            f"La transmission de la convention ({long_date(sent)}) précède la dernière signature "
            f"({long_date(max(signed))}).",
            "Corrigez la date de transmission, ou celle de la signature.",
        )


RULES = (
    no_effect_before_transmission,
    transmission_of_the_act_is_planned,
    transmission_of_the_act_follows_the_signatures,
)
